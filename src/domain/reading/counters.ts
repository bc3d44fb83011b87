/**
 * What a number does when it meets its counter (助数詞).
 * - `k` 回: イッカイ ロッカイ ハッカイ ジュッカイ ヒャッカイ; `s` 冊 and `t` 点: イッサツ ハッサツ ジュッサツ;
 * - `h` 本: イッポン サンボン ロッポン ハッポン ジュッポン ヒャッポン; `f` 分: イップン サンプン ヨンプン ロップン …;
 * - `p`
    %: only ジュッパーセント. No letter: nothing changes.
    */
export type SoundChange = 'k' | 's' | 't' | 'h' | 'f' | 'p';

export interface Counter {
  kana: string;
  change?: SoundChange;
  /** Form after サン and セン where it is voiced: 3階 サンガイ. */
  voiced?: string;
  /** Whole readings of single values: 1人 ヒトリ. */
  special?: Readonly<Record<number, string>>;
  /** Readings of a last digit: 4年 ヨネン, 14年 ジュウヨネン. */
  digits?: Readonly<Record<number, string>>;
}

const DAYS: Readonly<Record<number, string>> = {
  2: 'フツカ',
  3: 'ミッカ',
  4: 'ヨッカ',
  5: 'イツカ',
  6: 'ムイカ',
  7: 'ナノカ',
  8: 'ヨウカ',
  9: 'ココノカ',
  10: 'トオカ',
  14: 'ジュウヨッカ',
  17: 'ジュウシチニチ',
  19: 'ジュウクニチ',
  20: 'ハツカ',
  24: 'ニジュウヨッカ',
  27: 'ニジュウシチニチ',
  29: 'ニジュウクニチ',
};
const HOUR_DIGITS = { 4: 'ヨ', 7: 'シチ', 9: 'ク' } as const;
const FOUR_YO = { 4: 'ヨ' } as const;

/** Counters with native numbers for one, two (and three): ヒトツボ, フタヘヤ. */
function native(kana: string, three = false): Counter {
  const special: Record<number, string> = { 1: `ヒト${kana}`, 2: `フタ${kana}` };
  if (three) special[3] = `ミ${kana}`;
  return { kana, special };
}

/** `surface: kana`
    pairs that share one sound change. */
function sharing(change: SoundChange | undefined, pairs: string): Record<string, Counter> {
  return Object.fromEntries(
    pairs
      .trim()
      .split(/\s+/u)
      .map((pair) => {
        const [surface = '', kana = '', voiced] = pair.split(':');
        return [surface, { kana, ...(change && { change }), ...(voiced && { voiced }) }];
      }),
  );
}

/** Counters by how they are written. */
export const COUNTERS: Readonly<Record<string, Counter>> = {
  ...sharing(
    'k',
    `回:カイ 個:コ 箇:コ コ:コ ケ:コ 階:カイ:ガイ 軒:ケン:ゲン 件:ケン ヶ月:カゲツ カ月:カゲツ か月:カゲツ ヵ月:カゲツ ケ月:カゲツ ヶ月間:カゲツカン
    箇月:カゲツ ヵ年:カネン か年:カネン カ年:カネン ヶ年:カネン か所:カショ カ所:カショ ヶ所:カショ ヵ所:カショ ケ所:カショ 箇所:カショ
    か国:カコク カ国:カコク ヶ国:カコク ヵ国:カコク ケ国:カコク 箇国:カコク か国語:カコクゴ カ国語:カコクゴ ヶ国語:カコクゴ ヵ国語:カコクゴ
    か条:カジョウ カ条:カジョウ ヶ条:カジョウ 箇条:カジョウ 級:キュウ 均:キン 曲:キョク 局:キョク 期:キ 機:キ 基:キ 極:キョク 校:コウ 巻:カン 缶:カン
    貫:カン 斤:キン 軍:グン 件目:ケンメ 口座:コウザ 航海:コウカイ 工程:コウテイ 区間:クカン 区画:クカク 項目:コウモク 講座:コウザ 課:カ 科目:カモク 学期:ガッキ 脚:キャク 客:キャク
    球:キュウ 行程:コウテイ 画:カク 角:カク 工房:コウボウ 国:コク 家族:カゾク 会場:カイジョウ 会員:カイイン 公演:コウエン 景:ケイ 系統:ケイトウ 県:ケン 圏:ケン`,
  ),
  ...sharing(
    's',
    `
    社:シャ 冊:サツ 足:ソク:ゾク 週:シュウ 週間:シュウカン 周:シュウ 周年:シュウネン 世帯:セタイ 世代:セダイ
    世紀:セイキ 席:セキ 隻:セキ 種:シュ 種類:シュルイ
    食:ショク 色:ショク 章:ショウ 勝:ショウ 升:ショウ 試合:シアイ 才:サイ 歳児:サイジ 宿:シュク 首:シュ
    床:ショウ 秒差:ビョウサ 賞:ショウ 車両:シャリョウ 車種:シャシュ 車線:シャセン
    セット:セット サイクル:サイクル シーン:シーン シーズン:シーズン センチ:センチ ステップ:ステップ
    組織:ソシキ 艘:ソウ 節:セツ 船:セン 線:セン 尺:シャク 銭:セン 石:コク 社目:シャメ 作品:サクヒン 作:サク
    冊目:サツメ`,
  ),
  ...sharing(
    't',
    `点:テン 店:テン 店舗:テンポ 通:ツウ 頭:トウ 着:チャク 丁目:チョウメ 丁:チョウ 膳:ゼン 体:タイ 隊:タイ 滴:テキ 挺:チョウ 対:ツイ 棟:トウ 等:トウ 等分:トウブン 灯:トウ 斗:ト
    トン:トン チーム:チーム 地点:チテン 地域:チイキ 拠点:キョテン 帖:ジョウ 党:トウ 島:トウ 都市:トシ 団体:ダンタイ 打席:ダセキ 単位:タンイ 投稿:トウコウ 兆:チョウ 都道府県:トドウフケン 都府県:トフケン 店舗目:テンポメ ターン:ターン タイプ:タイプ`,
  ),
  ...sharing('h', '本:ホン 杯:ハイ 匹:ヒキ 俵:ヒョウ 遍:ヘン 編:ヘン 票:ヒョウ'),
  ...sharing(
    'f',
    '分:フン 泊:ハク 歩:ホ 発:ハツ 版:ハン 犯:ハン 班:ハン 品:ヒン 服:フク 幅:フク 拍:ハク 敗:ハイ 筆:ヒツ 辺:ヘン',
  ),
  ...sharing(
    'p',
    `パーセント:パーセント ページ:ページ 頁:ページ ポイント:ポイント ピース:ピース パック:パック プラン:プラン パターン:パターン パーツ:パーツ ペア:ペア ポンド:ポンド ヘクタール:ヘクタール`,
  ),
  ...sharing(
    undefined,
    `
    円:エン 名:メイ 名様:メイサマ 枚:マイ 台:ダイ 代:ダイ 倍:バイ 度:ド 号:ゴウ 号室:ゴウシツ 号店:ゴウテン
    番:バン 番目:バンメ 番地:バンチ 番線:バンセン 位:イ 段:ダン 戸:コ 畝:セ 合:ゴウ
    字:ジ 文字:モジ 語:ゴ 行:ギョウ 列:レツ 問:モン 題:ダイ 話:ワ 羽:ワ 輪:リン 両:リョウ 両目:リョウメ
    例:レイ 部:ブ 部門:ブモン 面:メン 門:モン 秒:ビョウ 秒間:ビョウカン 割:ワリ 割引:ワリビキ 厘:リン
    次:ジ 児:ジ 時限:ジゲン 女:ジョ 男:ナン 錠:ジョウ 条:ジョウ 乗:ジョウ 代目:ダイメ 年代:ネンダイ 大:ダイ
    世:セイ 区:ク 市:シ 町:チョウ 村:ソン 駅:エキ 馬力:バリキ 里:リ 文:モン 枠:ワク
    株主:カブヌシ 寸:スン 間口:マグチ 坪弱:ツボジャク ドル:ドル ユーロ:ユーロ ウォン:ウォン 元:ゲン
    メートル:メートル ミリ:ミリ グラム:グラム リットル:リットル キロ:キロ ワット:ワット ボルト:ボルト
    営業日:エイギョウビ 人前:ニンマエ 人月:ニンゲツ 年版:ネンバン 万:マン 平米:ヘイベイ 立米:リューベー
    講:コウ 限:ゲン 連覇:レンパ 連勝:レンショウ 連泊:レンパク 分野:ブンヤ 部屋目:ヘヤメ 親等:シントウ
    卓:タク 束:タバ 毛作:モウサク 業種:ギョウシュ 職種:ショクシュ 事業:ジギョウ 年次:ネンジ 路線:ロセン
    名義:メイギ 言語:ゲンゴ 枚目:マイメ 台目:ダイメ 夜:ヤ 浪:ロウ 塁:ルイ`,
  ),
  人: { kana: 'ニン', special: { 1: 'ヒトリ', 2: 'フタリ' }, digits: { 4: 'ヨ', 7: 'シチ' } },
  人称: { kana: 'ニンショウ' },
  人組: { kana: 'ニングミ', special: { 2: 'フタリグミ' }, digits: FOUR_YO },
  人乗り: { kana: 'ニンノリ', special: { 1: 'ヒトリノリ', 2: 'フタリノリ' }, digits: FOUR_YO },
  人掛け: { kana: 'ニンガケ', special: { 1: 'ヒトリガケ', 2: 'フタリガケ' }, digits: FOUR_YO },
  つ: {
    kana: 'ツ',
    special: {
      1: 'ヒトツ',
      2: 'フタツ',
      3: 'ミッツ',
      4: 'ヨッツ',
      5: 'イツツ',
      6: 'ムッツ',
      7: 'ナナツ',
      8: 'ヤッツ',
      9: 'ココノツ',
    },
  },
  日: { kana: 'ニチ', special: DAYS },
  月: { kana: 'ガツ', digits: { 4: 'シ', 7: 'シチ', 9: 'ク' } },
  時: { kana: 'ジ', special: { 0: 'レイジ' }, digits: HOUR_DIGITS },
  時間: { kana: 'ジカン', digits: { 4: 'ヨ', 7: 'ナナ', 9: 'ク' } },
  年: { kana: 'ネン', digits: FOUR_YO },
  年生: { kana: 'ネンセイ', digits: FOUR_YO },
  歳: { kana: 'サイ', change: 's', special: { 20: 'ハタチ' } },
  円玉: { kana: 'エンダマ' },
  畳: { kana: 'ジョウ', digits: FOUR_YO },
  畳半: { kana: 'ジョウハン', digits: FOUR_YO },
  反: { kana: 'タン', change: 't' },
  坪: native('ツボ'),
  部屋: native('ヘヤ'),
  箱: native('ハコ'),
  袋: native('フクロ'),
  皿: native('サラ'),
  組: native('クミ'),
  株: native('カブ'),
  口: native('クチ'),
  桁: native('ケタ', true),
  ケタ: native('ケタ', true),
  粒: native('ツブ'),
  切れ: native('キレ'),
  通り: native('トオリ'),
  とおり: native('トオリ'),
  晩: native('バン', true),
  言: native('コト'),
  束ね: native('タバネ'),
  山: native('ヤマ'),
  玉: native('タマ'),
  瓶: native('ビン'),
  樽: native('タル'),
  鉢: native('ハチ'),
  房: native('フサ'),
  盛り: native('モリ'),
  巡り: native('メグリ'),
  回り: native('マワリ'),
  手間: native('テマ'),
  柱: native('ハシラ', true),
  品目: { kana: 'ヒンモク', change: 'f' },
  役: { kana: 'ヤク', special: { 2: 'フタヤク' } },
};

/** Units after a number, in Latin letters and signs; longest first is the reader's business. Kilo and centi as spoken. */
export const UNITS: Readonly<Record<string, string>> = Object.fromEntries(
  `%:パーセント ‰:パーミル ℃:ド °C:ド °:ド ㎡:ヘイベイ m2:ヘイベイ m²:ヘイベイ ㎥:リッポウメートル m3:リッポウメートル m³:リッポウメートル
  km:キロ ㎞:キロ km/h:キロ kg:キロ ㎏:キロ KG:キロ Kg:キロ g:グラム mg:ミリグラム ㎎:ミリグラム μg:マイクログラム cm:センチ ㎝:センチ mm:ミリ ㎜:ミリ m:メートル ml:ミリリットル
  mL:ミリリットル ㎖:ミリリットル dl:デシリットル dL:デシリットル l:リットル L:リットル ℓ:リットル cc:シーシー CC:シーシー t:トン ha:ヘクタール kW:キロワット kw:キロワット kWh:キロワットジ kwh:キロワットジ MW:メガワット
  W:ワット V:ボルト Hz:ヘルツ kHz:キロヘルツ MHz:メガヘルツ GHz:ギガヘルツ KB:キロバイト MB:メガバイト GB:ギガバイト TB:テラバイト G:ギガ kcal:キロカロリー Kcal:キロカロリー cal:カロリー
  dB:デシベル bps:ビーピーエス Mbps:メガビーピーエス Gbps:ギガビーピーエス ppm:ピーピーエム mAh:ミリアンペアアワー px:ピクセル dpi:ディーピーアイ rpm:アールピーエム fps:エフピーエス hPa:ヘクトパスカル
  h:ジカン min:フン sec:ビョウ F:カイ USD:ドル JPY:エン ¢:セント $:ドル €:ユーロ £:ポンド`
    .trim()
    .split(/\s+/u)
    .map((pair) => pair.split(':') as [string, string]),
);
