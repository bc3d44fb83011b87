export const matrixText = {
  title: '聞き手と持ち時間の表',
  lead: (pitchTitle: string) => `「${pitchTitle}」のパターンを、聞き手と場面ごとに並べています。`,
  gapsLead: '「まだありません」を押すと、いちばん近いパターンの原稿から作れます。',
  empty: '場面もパターンもありません。設定の「場面」を、はじめの一覧に戻せます。',
  toSettings: '設定を開く',
  back: '一覧へ戻る',
  audience: '聞き手',
  noAudience: '聞き手は未定',
  otherAudience: '新しい聞き手',
  none: 'まだありません',
  make: '作る',
  makeFor: (audience: string, allowance: string) => `(${audience}、${allowance})`,
  lastTake: (duration: string) => `前回 ${duration}`,
  noTakes: '練習はまだ',
  from: (title: string) =>
    `「${title}」の原稿を写して、新しいパターンを作ります。もとのパターンは変わりません。`,
  fromNothing: '新しいパターンを作ります。',
};
