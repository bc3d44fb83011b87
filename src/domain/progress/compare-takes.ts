import type { Stretch } from '../delivery/detect-speech';
import type { DeliveryReview } from '../review/judge-delivery';
import type { ReviewedTake } from './trace-progress';

/** One of two takes, with what its sound tells; `null` where that is not known or too unsure to compare. */
export interface TakeToCompare extends Pick<ReviewedTake, 'sentenceTexts' | 'review'> {
  delivery: DeliveryReview | null;
}

/** A sentence in one take. */
export interface SaidOrNot {
  /** `unknown`: nobody can tell whether it was said, or it may be the device's fault. */
  status: 'said' | 'left-out' | 'unknown';
  /** With the pause after it; `null` where the sound does not tell. */
  tookMs: number | null;
  /** How often it was said, as far as the sound tells; 0 where it does not. */
  times: number;
  /** To be heard; `null` where it is not known where it was said. */
  saying: Stretch | null;
}

/** A sentence of either script; `null` in the take whose script did not have it. */
export interface ComparedSentence {
  text: string;
  before: SaidOrNot | null;
  after: SaidOrNot | null;
  /** After less before, ms; `null` where one of the two is not known. */
  differenceMs: number | null;
}

/** Puts the sentences of two takes side by side, in the order of their scripts, which may differ. */
export function compareTakes(before: TakeToCompare, after: TakeToCompare): ComparedSentence[] {
  return pairTexts(before.sentenceTexts, after.sentenceTexts).map(({ text, one, other }) => {
    const [first, second] = [one, other].map((index, side) =>
      index === null ? null : lookAt(side === 0 ? before : after, index),
    );
    const [from, to] = [first?.tookMs ?? null, second?.tookMs ?? null];
    return {
      text,
      before: first ?? null,
      after: second ?? null,
      differenceMs: from === null || to === null ? null : to - from,
    };
  });
}

function lookAt({ review, delivery }: TakeToCompare, index: number): SaidOrNot {
  const heard = delivery?.sentences[index];
  const bySound = heard && heard.sayings.length > 0;
  return {
    status: statusOf(review, heard?.status, index),
    tookMs: bySound ? heard.tookMs : null,
    times: heard?.sayings.length ?? 0,
    saying: (bySound && heard.sayings[0]) || null,
  };
}

/** Words, where they are known, say better what was left out than sound does. */
function statusOf(
  { content }: TakeToCompare['review'],
  heard: DeliveryReview['sentences'][number]['status'] | undefined,
  index: number,
): SaidOrNot['status'] {
  if (content.kind === 'judged') {
    if (content.lostToDevice.includes(index)) return 'unknown';
    return content.omitted.includes(index) ? 'left-out' : 'said';
  }
  if (heard === 'said' || heard === 'repeated' || heard === 'cut-off') return 'said';
  return heard === 'not-heard' ? 'left-out' : 'unknown';
}

interface Pair {
  text: string;
  one: number | null;
  other: number | null;
}

/** The longest run of sentences that both have in the same order; the others stand where they were. */
function pairTexts(one: readonly string[], other: readonly string[]): Pair[] {
  const texts = [one, other].map((script) => script.map((text) => text.trim())) as [string[], string[]];
  const [a, b] = texts;
  const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (common[i] as number[])[j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pairs.push({ text: a[i] as string, one: i++, other: j++ });
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      pairs.push({ text: a[i] as string, one: i++, other: null });
    } else pairs.push({ text: b[j] as string, one: null, other: j++ });
  }
  return pairs;
}
