import type { Limit } from '../domain/fitting/limit';
import type { Medium } from '../domain/pitch/pitch';
import { formatDuration, formatNumber } from './format';

export const fitText = {
  title: (title: string) => `「${title}」を時間に合わせる`,
  lead: '話さない文や言葉を外し、順番を入れ替えて、時間に収めます。もとの原稿は変わりません。',
  extent: 'どれに合わせますか',
  extentsOf: { spoken: '話す時間', written: '読んでもらう文字数' } satisfies Record<Medium, string>,
  extentFor: (size: string, occasions: readonly string[]) =>
    occasions.length === 0 ? size : `${size}(${occasions.join('、')})`,
  range: (min: number, max: number) => `${min}〜${max}字`,
  otherExtent: 'そのほか',
  duration: '読み上げ目安',
  of: (limit: string) => `/ ${limit}`,
  over: (difference: string) => `${difference}超えています`,
  fits: '時間に収まります',
  spare: (difference: string) => `${difference}余ります`,
  charactersFit: '目標に収まります',
  characters: '文字数',
  count: (count: string) => `${count}字`,
  target: (min: number, max: number) => `目標 ${min}〜${max}字`,
  elements: '伝わる要素',
  measuring: '確認中',
  lost: (names: readonly string[]) => `${names.join('と')}を伝える文がなくなりました。`,
  suggest: '短くする案',
  suggestHint: '要素と名乗り、しめの言葉を残して、時間のかかるところから外します。',
  suggested: (size: string) => `${size}に合わせた案にしました。気に入らなければ、元に戻せます。`,
  suggestedShort: (least: string) =>
    `要素と名乗り、しめの言葉を残すと、${least}までです。ここから先は、ご自分で選んでください。`,
  suggestedNone: 'このままで時間に収まっています。',
  undo: '元に戻す',
  redo: 'やり直す',
  reset: 'はじめから選び直す',
  sentences: '話す文',
  sentencesHint:
    '文の左のしるしで文ごと、点線の言葉は、押すとそこだけ外せます。並びは、つまみか矢印で変えられます。',
  speak: (index: number) => `${index}番目の文を話す`,
  only: (names: readonly string[]) => `${names.join('・')}はこの文だけです`,
  handle: (index: number) => `${index}番目の文をつかんで動かす(上下の矢印キーでも動きます)`,
  up: (index: number) => `${index}番目の文を上へ`,
  down: (index: number) => `${index}番目の文を下へ`,
  moved: (place: number, of: number) => `${of}文のうち${place}番目に動かしました。`,
  empty: '原稿がまだ書かれていません',
  emptyBody: 'まず原稿を書くと、ここで時間に合わせられます。',
  write: '原稿を書く',
  result: 'できあがり',
  nothingLeft: '話す文がひとつもありません。どれかを選んでください。',
  putInPlace: 'このパターンの原稿にする',
  putInPlaceHint: 'いまの原稿は「これまでの原稿」に残ります。',
  make: '新しいパターンにする',
  makeLead: '選んだ文だけの新しいパターンを作ります。もとのパターンはそのまま残ります。',
  create: '作って見比べる',
  newTitle: (title: string, size: string) => `${title}(${size})`,
};

/** What is said otherwise where the text is to be read: of characters and what is written, not of time and what is said. */
const readText: Partial<typeof fitText> = {
  title: (title) => `「${title}」を文字数に合わせる`,
  lead: '載せない文や言葉を外し、順番を入れ替えて、文字数に収めます。もとの原稿は変わりません。',
  suggestHint: '要素と名乗り、しめの言葉を残して、文字数の多いところから外します。',
  suggestedNone: 'このままで文字数に収まっています。',
  sentences: '載せる文',
  speak: (index) => `${index}番目の文を載せる`,
  emptyBody: 'まず原稿を書くと、ここで文字数に合わせられます。',
  nothingLeft: '載せる文がひとつもありません。どれかを選んでください。',
};

/** 6秒, 42字: what a piece takes of a limit. */
export function formatCost(cost: number, unit: Limit['unit']): string {
  return unit === 'ms' ? formatDuration(cost) : fitText.count(formatNumber(cost));
}

export function fitTextFor(medium: Medium): typeof fitText {
  return medium === 'written' ? { ...fitText, ...readText } : fitText;
}
