import type { CardContent, CardSize } from '../domain/sharing/card';
import type { LinkError } from '../domain/sharing/shared-variant';
import type { Message } from './storage-messages';

export const shareText = {
  title: (variant: string) => `「${variant}」を持ち出す`,
  lead: 'カードに印刷する、文章のまま渡す、リンクやQRコードで渡す。使いやすい形でお持ちください。',
  emptyTitle: '原稿がまだ書かれていません',
  emptyBody: '書いてから、もう一度お越しください。',
  write: '原稿を書く',

  cardHeading: 'カードに印刷する',
  cardLead: '胸ポケットや名刺入れに入れておける大きさです。',
  cardSize: 'カードの大きさ',
  cardSizes: { business: '名刺サイズ', a6: 'A6サイズ' } satisfies Record<CardSize, string>,
  cardMeasures: { business: '91×55ミリ', a6: '105×148ミリ' } satisfies Record<CardSize, string>,
  cardContent: '載せるもの',
  cardContents: { script: '原稿をぜんぶ', heads: '出だしだけ', 'key-words': 'キーワード' } satisfies Record<
    CardContent,
    string
  >,
  cardName: '上に入れる名前',
  cardNameHint: 'お名前や屋号など。なくてもかまいません。',
  cardPaper: '印刷する紙',
  cardPapers: { card: 'カードと同じ大きさの紙', a4: 'A4の紙' },
  cardPaperHints: { card: '名刺用紙や、PDFにするとき。', a4: '切り取りの目印がつきます。' },
  cardBack: '裏面に、原稿を開けるQRコードを印刷する',
  cardBackTooFine: (size: string) =>
    `原稿が長く、${size}ではQRコードの目が細かすぎて読み取れません。A6なら入ることがあります。`,
  cardBackTooLong: '原稿が長く、QRコードには入りません。',
  cardBackCaption: 'カメラで読み取ると、この原稿が開きます',
  preview: '印刷の見本',
  actualSize: '実物と同じ大きさの見本です。',
  reduced: (percent: string) => `画面の幅に合わせて、実物の${percent}で表示しています。`,
  letterSize: (points: number) => `文字は${points}ポイントです。`,
  doesNotFitTitle: (size: string) => `${size}には入りきりません`,
  doesNotFitBody: (points: number) =>
    `${points}ポイントより小さい文字は読みにくいので、そこまでは縮めません。次のどれかをお選びください。`,
  onlyHeads: '出だしだけにする',
  largerCard: 'A6のカードにする',
  shorten: '原稿を短くする',
  print: '印刷する',
  printHint:
    '印刷の画面で、余白は「なし」、倍率は「100%」のままにしてください。「PDFに保存」もそこから選べます。',

  textHeading: '文章のまま渡す',
  textLead: 'メールやLINE、メモ帳に貼り付けたいときに。',
  copyText: '文章をコピー',
  downloadText: 'テキストファイルに保存',
  shareText: '文章をほかのアプリへ',
  copied: 'コピーしました。',
  copyFailed: 'コピーできませんでした。文章を選んで、手でコピーしてください。',
  shareFailed: 'ほかのアプリへ渡せませんでした。コピーをお使いください。',

  linkHeading: 'リンクとQRコードで渡す',
  linkLead:
    '開いた人は、この原稿を自分の「一分」に保存できます。パソコンで書いた原稿を、スマートフォンへ移すときにも。',
  linkOverruled: '「文ごとの確認」の手直しも、いっしょに届きます。',
  privacy:
    '原稿は、リンクそのものの中に入っています。リンクを作っても、どこにも送られません。リンクを知っている人はだれでも原稿を読めますので、渡す相手にだけお伝えください。',
  link: 'この原稿のリンク',
  copyLink: 'リンクをコピー',
  shareLink: 'リンクをほかのアプリへ',
  linkCopied: 'リンクをコピーしました。',
  linkCopyFailed: 'コピーできませんでした。上の欄のリンクを選んで、手でコピーしてください。',
  linkMessage: (variant: string) => `「${variant}」の原稿です。「一分」で開けます。`,
  linkTooLongTitle: '原稿が長く、リンクには入りません',
  linkTooLongBody: 'アプリによっては長いリンクが途中で切れてしまうためです。ファイルでお渡しください。',
  qrLabel: 'この原稿のリンクのQRコード',
  qrHint: 'スマートフォンのカメラで読み取ると、原稿が開きます。',
  qrFine: '細かいQRコードです。読み取れないときは、画面を明るくして近づけるか、リンクをお使いください。',
  qrTooLong: '原稿が長く、QRコードには入りません。リンクかファイルでお渡しください。',
  qrUnreachable:
    'QRコードを用意できませんでした。電波の届くところで開き直してください。リンクはこのまま使えます。',
  qrDrawing: 'QRコードを用意しています',
  qrPng: 'QRコードを画像で保存',
  qrSvg: 'QRコードをSVGで保存',
  qrFileName: (variant: string, extension: string) => `${variant}-QR.${extension}`,

  fileHeading: 'ファイルで渡す',
  fileLead:
    'どんなに長い原稿でも渡せます。受け取った人は、「設定」の「書き出したファイルを読み込む」から開いて、「いまの内容に足す」を選びます。',
  saveFile: 'このパターンをファイルに保存',
  fileName: (variant: string, date: string) => `${variant}-${date}.jsonl`,
};

export const receiveText = {
  failedTitle: 'リンクを開けませんでした',
  title: '原稿が届きました',
  lead: '内容をご覧になって、よければ保存してください。保存するまで、この端末には何も残りません。',
  pitch: 'ピッチ',
  variant: 'パターン',
  audience: '聞き手',
  noAudience: '書かれていません',
  timeBudget: '持ち時間',
  medium: '届けかた',
  characters: '文字数',
  charactersOf: (count: string) => `${count}字`,
  duration: '読み上げ目安',
  measuring: '確認中',
  elements: '伝わる3つの要素',
  script: '届いた原稿',
  emptyScript: '原稿は空です。',
  target: '保存する場所',
  newPitch: (title: string) => `新しいピッチ「${title}」`,
  untitledPitch: '届いたピッチ',
  untitledVariant: '届いた原稿',
  save: '保存する',
  saveAnother: 'もうひとつ保存する',
  decline: '保存しない',
  knownTitle: '同じ原稿が、もうあります',
  knownBody: (pitch: string, variant: string) => `「${pitch}」の「${variant}」と同じ文章です。`,
  goToKnown: 'その原稿を開く',
  loading: '読み込んでいます…',
  toLibrary: '一覧へ',
};

export const linkMessages: Record<LinkError, Message> = {
  truncated: {
    title: 'リンクが途中で切れています',
    body: 'メールやメッセージで、リンクの終わりが欠けたようです。リンク全体をコピーして開くか、もう一度送ってもらってください。',
  },
  damaged: {
    title: 'リンクが壊れています',
    body: '途中の文字が変わったようです。もう一度送ってもらうか、ファイルで受け取ってください。',
  },
  'newer-version': {
    title: '新しい版の「一分」で作られたリンクです',
    body: 'このページを読み込み直して新しい版にしてから、もう一度開いてください。',
  },
  'not-a-link': {
    title: '「一分」の原稿のリンクではありません',
    body: 'アドレスが違うようです。送ってくれた人に、確かめてください。',
  },
};
