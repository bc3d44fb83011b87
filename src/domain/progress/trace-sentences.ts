import type { DeliveryReview } from '../review/judge-delivery';

/** A take whose sound has been worked out. */
export interface TimedTake {
  /** Epoch ms. */
  startedAt: number;
  /** Texts of the sentences that the indices of `delivery` mean. */
  sentenceTexts: readonly string[];
  delivery: DeliveryReview;
}

/** A sentence whose time differs from take to take. */
export interface Drift {
  text: string;
  takes: number;
  shortestMs: number;
  longestMs: number;
}

/** A sentence that the sound lacked in `notHeard` of `takes`. */
export interface SilentSentence {
  text: string;
  notHeard: number;
  takes: number;
}

/** What the sound of several takes of one script tells. */
export interface SentenceTrends {
  /** Takes it stands on. */
  takes: number;
  /** The widest first. */
  drifts: Drift[];
  /** The most often missing first. */
  silent: SilentSentence[];
}

/** So many of the latest takes count. */
export const RECENT_TAKES = 5;
/** With fewer sayings a difference is chance. */
const LEAST_SAYINGS = 3;
/** Drifts: by this much at least, ms, and by this share of its own length. */
const LEAST_DRIFT_MS = 1500;
const LEAST_DRIFT_RATIO = 0.3;
/** Regularly missing: at least twice, and in at least half of the takes. */
const REGULAR_TIMES = 2;
const REGULAR_RATIO = 0.5;

/** Compares the sentences of the latest take's script over the latest takes whose sound is known well enough. */
export function traceSentences(takes: readonly TimedTake[]): SentenceTrends {
  const recent = takes
    .filter(({ delivery }) => delivery.method === 'sound' && delivery.sureness !== 'poor')
    .sort((one, other) => one.startedAt - other.startedAt)
    .slice(-RECENT_TAKES);
  const texts = recent.at(-1)?.sentenceTexts ?? [];
  const drifts: Drift[] = [];
  const silent: SilentSentence[] = [];
  for (const text of texts) {
    const found = recent.flatMap(({ sentenceTexts, delivery }) => {
      const index = sentenceTexts.findIndex((other) => other.trim() === text.trim());
      const sentence = delivery.sentences[index];
      return sentence && sentence.status !== 'lost-to-device' ? sentence : [];
    });
    const notHeard = found.filter(({ status }) => status === 'not-heard').length;
    if (notHeard >= REGULAR_TIMES && notHeard >= REGULAR_RATIO * found.length)
      silent.push({ text: text.trim(), notHeard, takes: found.length });
    // Said twice is another matter than said slowly.
    const times = found.filter(({ status }) => status === 'said').map(({ tookMs }) => tookMs);
    if (times.length < LEAST_SAYINGS) continue;
    const drift = {
      text: text.trim(),
      takes: times.length,
      shortestMs: Math.min(...times),
      longestMs: Math.max(...times),
    };
    const width = widthOf(drift);
    if (width >= LEAST_DRIFT_MS && width >= LEAST_DRIFT_RATIO * drift.longestMs) drifts.push(drift);
  }
  return {
    takes: recent.length,
    drifts: drifts.sort((one, other) => widthOf(other) - widthOf(one)),
    silent: silent.sort((one, other) => other.notHeard / other.takes - one.notHeard / one.takes),
  };
}

function widthOf({ shortestMs, longestMs }: Drift): number {
  return longestMs - shortestMs;
}
