/**
 * Phrases a coach would stop at. Patterns are written against text in NFKC; each is a phrase people really say at
 * networking events, not a topic word.
 */

/** Closers that press the listener. */
export const HARD_SELL: readonly RegExp[] = [
  /(?:今すぐ|いますぐ|本日中に|今日中に)[^。]{0,12}(?:ご?契約|お?申し?込み|ご?購入|ご?予約|ご?入会|お?電話)/u,
  /(?:ご契約|お申し?込み|ご購入|ご入会)(?:を)?(?:ください|下さい|お待ち|お願い)/u,
  /(?:ぜひ|是非)[^。]{0,8}(?:私|わたくし|わたし|弊社|当社|うち|当店)(?:ども)?に(?:お?任せ|まかせ|ご用命|ご依頼|お声がけ)/u,
  /(?:私|わたし|弊社|当社|当店)に(?:すべて|全部|全て)?お?任せください/u,
  /(?:本日|今日|今だけ|いまだけ|先着)[^。]{0,12}(?:割引|半額|特別価格|無料で|限定|オフ|OFF)/u,
  /(?:絶対に?|必ず)(?:損は?させません|儲かります|後悔させません|満足)/u,
  /(?:買って|契約して|入会して|登録して)(?:ください|下さい|いただきたい)/u,
];

/** Asking for introductions; vague where the sentence does not say to whom. */
export const REFERRAL =
  /(?:ご紹介|紹介して|お知り合い|お心当たり)[^。]{0,20}(?:ください|下さい|お願い|いただけ|頂け|ほしい|欲しい|幸い)/u;

/**
 * Endings from which a conversation can grow: a question, something to do together or to pick up, a person one would
 * like to meet, a glimpse of the speaker, a story that goes on.
 */
export const OPENING =
  /[?？]|(?:ませんか|でしょうか|ですか|ますか)[。!！\s]*$|聞かせて|教えて|話しかけて|声をかけて|お?声[がか]け|思い出して|伝えてください|尋ねて|聞いてください|お話(?:し|を|会)|おしゃべり|雑談|(?:いらっしゃい|おられ|い|おり?)(?:まし)?たら|お知り合い|[周まわ]り[にの]|引き合わせ|ご?紹介(?:くだ|いただ|して)|ご一報|会いたい|お持ちし|お配り|もらって(?:ください|って)|どうぞ(?=[。!！]?$)|お越し|お?寄り?(?:ください|って)|覗い|のぞい|お待ち|ご一緒|このあと|後ほど|のちほど|帰りに|懇親会|続き|次回|来週|趣味|好物|好きな|ちなみに|実は|内緒|うちの(?:犬|猫|嫁|妻|夫|子|娘|息子|母|父|祖母)|(?:私|わたし|僕|ぼく|俺)(?:の|も)/u;

/** Sentences that close without adding anything: passed over when the ending is looked at. */
export const CLOSING_COURTESY =
  /^(?:(?:本日|今日)[はも](?:一日)?|どうぞ|どうか|何卒|以上|ぜひ|皆さま|皆様|それでは|ほんじゃ|では|ご縁に|今後とも|、|\s)*(?:よろしく|よろしゅう|宜しく|ありがとう|有難う|有り難う|おおきに|感謝|以上|失礼(?:し|いた)|変わらぬ|お会いでき|また|ご[清静]聴|おあとが|see you|thank you)/iu;

/** What a person does for a living, by how the word ends or as it stands. */
export const TRADE =
  /[一-龥ァ-ヶー々]*(?:税理士|会計士|社労士|労務士|行政書士|司法書士|弁護士|弁理士|診断士|建築士|鑑定士|調査士|鍼灸師|整体師|美容師|理容師|看護師|保健師|調理師|薬剤師|調律師|写真家|作家|画家|職人|農家|漁師|大工|屋さん|工務店|不動産|代理店|保険|印刷|塗装|清掃|介護|保育|農園|酒造|食堂|弁当|カフェ|ベーカリー|パン屋|花屋|美容室|美容院|整骨院|接骨院|整体院?|治療院|鍼灸院|医院|歯科|クリニック|薬局|サロン|教室|塾|スクール|道場|ジム|ヨガ|事務所|工房|工場|工業|工務|建設|製作所|農業|商店|書店|旅館|ホテル|民宿|店長|院長|園長|塾長|社長|代表|経営|講師|コーチ|コーチング|カウンセラー|トレーナー|デザイナー|プランナー|プログラマー|エンジニア|ライター|カメラマン|フォトグラファー|コンサルタント|コンサル|アドバイザー|アナリスト|セラピスト|ネイリスト|エステ|スタイリスト|コーディネーター|ファシリテーター|通訳|翻訳|司会|制作|開発|製造|販売|卸|リフォーム|デザイン|マーケティング|屋(?=の|です|を|、))/u;

/** Trades and titles that say nothing of what is done: no word to ask further with. */
export const GENERIC_TRADES: ReadonlySet<string> = new Set(
  '経営 社長 代表 店長 院長 園長 塾長 経営者 商店 制作 開発 販売 製造 代理店 事務所'.split(' '),
);

/** The speaker as what a sentence is about. */
export const SELF =
  /(?:私|わたし|わたくし|僕|ぼく|自分|弊社|当社|我が社|わが社|うち|当院|当店)(?:ども)?(?:は|が|も|の|、)/u;

/** More words than it takes; `better` says it shorter. */
export const WORDY: readonly { pattern: RegExp; better: string; from: number }[] = [
  { pattern: /することができ(?:ます|る)/gu, better: 'できます', from: 2 },
  { pattern: /(?<=[うくぐすつぬぶむる])ことができ(?:ます|る)/gu, better: '〜られます・〜えます', from: 2 },
  { pattern: /させて(?:いただい|頂い)て(?:おります|います)/gu, better: 'しています', from: 2 },
  { pattern: /させて(?:いただき|頂き)ます/gu, better: 'します', from: 2 },
  { pattern: /まず(?:は|、)?(?:最初|はじめ|始め)に/gu, better: 'まず', from: 1 },
  { pattern: /(?:一番|いちばん)最(?:初|後)/gu, better: '最初・最後', from: 1 },
  { pattern: /違和感を感じ/gu, better: '違和感がある', from: 1 },
  { pattern: /(?:後|あと)で後悔/gu, better: '後悔', from: 1 },
  {
    pattern: /約\d+[^。、]{0,4}(?:ほど|くらい|ぐらい|程度)/gu,
    better: '「約」か「ほど」のどちらか',
    from: 1,
  },
  { pattern: /各[一-龥]{1,4}(?:ごと|毎)/gu, better: '「各」か「ごと」のどちらか', from: 1 },
  { pattern: /(?:という|といった)(?:よう|ふう|風)な/gu, better: '〜のような', from: 1 },
  { pattern: /(?:の)?(?:ほう|方)(?:を|で)(?:やらせて|させて)/gu, better: '〜をして', from: 1 },
];

/** Honorifics put on twice. */
export const DOUBLE_HONORIFIC: readonly { pattern: RegExp; better: string }[] = [
  { pattern: /(?:お|ご)[^。、\s]{1,6}になられ/gu, better: 'お〜になる' },
  { pattern: /おっしゃられ/gu, better: 'おっしゃる' },
  { pattern: /(?:いらっしゃられ|おいでになられ)/gu, better: 'いらっしゃる' },
  { pattern: /召し上がられ/gu, better: '召し上がる' },
  { pattern: /(?:拝見|拝読|拝聴)させて(?:いただ|頂)/gu, better: '拝見する' },
  { pattern: /(?:社長|部長|課長|会長|先生|院長|店長)様/gu, better: '「様」を外す' },
  { pattern: /各位様/gu, better: '各位' },
  { pattern: /お伺いさせて(?:いただ|頂)/gu, better: '伺う' },
];

/** Words that the ear takes for others. Only pairs that a business listener could really mistake. */
export const HOMOPHONES: Readonly<Record<string, string>> = {
  終活: '就活',
  士業: '始業',
  保証: '補償・保障',
  補償: '保証・保障',
  保障: '保証・補償',
  市立: '私立',
  私立: '市立',
  講演: '公演・後援',
  公演: '講演・後援',
  清算: '精算・生産',
  精算: '清算・生産',
  化学: '科学',
  法人: '邦人',
  創造: '想像',
  起業: '企業',
  更生: '構成・校正',
  校正: '構成・更生',
  施策: '試作',
  資産: '試算',
  試算: '資産',
  用地: '幼稚・要地',
  後見: '貢献',
};

/** Acronyms everybody at a networking event knows by ear. */
export const KNOWN_ACRONYMS: ReadonlySet<string> = new Set(
  'AI ATM BGM CD CM DIY DM DVD FAX GPS HP IT LINE NG NPO OK PC PDF PR PTA QR SNS TV URL USB VIP VTR YES NO BBQ EV IC LED OB OL PK SOS'.split(
    ' ',
  ),
);
