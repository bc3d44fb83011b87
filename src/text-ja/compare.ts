import type { SaidOrNot } from '../domain/progress/compare-takes';
import { formatDateTime, formatDuration } from './format';
import { formatSeconds } from './timing';

export const compareText = {
  heading: '2つのテイクを比べる',
  link: '2つのテイクを比べる',
  withEarlier: '前のテイクと比べる',
  first: '1つ目',
  second: '2つ目',
  firstTake: '1つ目のテイク',
  secondTake: '2つ目のテイク',
  difference: '差',
  overallHeading: '全体',
  sentencesHeading: '一文ごと',
  sentencesNote:
    '秒数は、あとの間を含みます。押すと、そのテイクの声が聞けます。差は、1つ目から2つ目への変化です。',
  item: '項目',
  time: '時間',
  pauses: '間の合計',
  pauseCount: '間の回数',
  longestPause: 'いちばん長い間',
  rate: '速さ(間を除く、拍/秒)',
  melody: '声の高さの幅(半音)',
  leftOut: '聞こえなかった文',
  unknown: '–',
  notInScript: '原稿になし',
  working: '録音の声を調べています…',
  playFirst: '1つ目を再生',
  playSecond: '2つ目を再生',
  stopFirst: '1つ目を止める',
  stopSecond: '2つ目を止める',
  listen: (sentence: number, side: 'before' | 'after') =>
    `${sentence}番目の文を${side === 'before' ? '1つ目' : '2つ目'}のテイクで聞く`,
  noSound: '録音のないテイクや、声と原稿を照らし合わせられなかったテイクは、一文ごとの秒数が出ません。',
  missingTitle: '比べるテイクが見つかりません',
  missingBody: '削除されたか、アドレスが違うようです。',
};

/** A take as a choice: when, and how long. */
export function takeChoice(startedAt: number, timeMs: number): string {
  return `${formatDateTime(startedAt)}・${formatDuration(timeMs)}`;
}

/** A sentence in one take: its time, and how often it was said where that is more than once. */
export function saidOrNot(said: SaidOrNot | null): string {
  if (!said) return compareText.notInScript;
  if (said.tookMs !== null)
    return `${formatSeconds(said.tookMs)}${said.times > 1 ? `(${said.times}回)` : ''}`;
  return { said: '言えました', 'left-out': '聞こえず', unknown: compareText.unknown }[said.status];
}

/** +1.2秒, −0.4秒, ±0: to a tenth, as the times beside it. */
export function differenceLine(ms: number | null): string {
  if (ms === null) return compareText.unknown;
  const tenths = Math.round(ms / 100);
  if (tenths === 0) return '±0';
  return `${tenths > 0 ? '+' : '−'}${(Math.abs(tenths) / 10).toFixed(1)}秒`;
}

/** +2, −0.4, ±0: a difference of anything but time. */
export function differenceOf(one: number | null, other: number | null, digits: number): string {
  if (one === null || other === null) return compareText.unknown;
  const text = Math.abs(other - one).toFixed(digits);
  if (Number(text) === 0) return '±0';
  return `${other > one ? '+' : '−'}${text}`;
}
