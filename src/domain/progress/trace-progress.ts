import type { Hearing, Prompter } from '../rehearsal/take-log';
import type { TakeReview } from '../review/review-take';
import type { SpokenLength } from '../timing/estimate-duration';

/** A take of a variant with its review, and the script it was spoken from. */
export interface ReviewedTake {
  takeId: string;
  /** Epoch ms. */
  startedAt: number;
  /** Texts of the script's sentences, in the order the review's indices mean. */
  sentenceTexts: readonly string[];
  /** What of the whole script takes time. */
  scriptLength: SpokenLength;
  review: TakeReview;
}

/** One take in the chart of time against the budget. */
export interface TrendPoint {
  takeId: string;
  startedAt: number;
  /** Spoken time in ms; of a typed take, what its text would take to say. */
  timeMs: number;
  /** Seconds. */
  timeBudget: number;
  verdict: TakeReview['time']['verdict'];
  hearing: Hearing;
  prompter: Prompter;
}

/** A sentence left out in `omitted` of the `heard` takes whose words are known and whose script had it. */
export interface RegularOmission {
  text: string;
  omitted: number;
  heard: number;
}

/** How long one whole script took one person: what a personal rate is fitted to. */
export interface RateSample {
  length: SpokenLength;
  durationMs: number;
}

/** All takes of one variant over time (推移). */
export interface Progress {
  /** Oldest first. */
  trend: TrendPoint[];
  last: TrendPoint | null;
  /**
   * The spoken take closest to its budget without being over (with the tolerance of `judgeTime`), ended by the
   * speaker, at the budget of the latest take; of equals the latest. `null` where every take was over or broken off.
   */
  personalBest: TrendPoint | null;
  /** Most often omitted first. */
  regularOmissions: RegularOmission[];
  rateSamples: RateSample[];
}

/** So many of the latest takes whose words are known say what is left out regularly. */
const RECENT_TAKES = 5;
/** Left out regularly: at least twice, and in at least half of them. */
const REGULAR_TIMES = 2;
const REGULAR_RATIO = 0.5;
/** A take shorter than this share of its budget was broken off and is no best. */
const BROKEN_OFF_RATIO = 0.2;

/** Compares the takes of one variant, in any order. */
export function traceProgress(takes: readonly ReviewedTake[]): Progress {
  const ordered = takes.toSorted((a, b) => a.startedAt - b.startedAt);
  const trend = ordered.map(pointOf);
  return {
    trend,
    last: trend.at(-1) ?? null,
    personalBest: choosePersonalBest(ordered),
    regularOmissions: findRegularOmissions(ordered),
    rateSamples: ordered.filter(saidWhole).map(({ scriptLength, review }) => ({
      length: scriptLength,
      durationMs: review.durationMs,
    })),
  };
}

function pointOf({ takeId, startedAt, review }: ReviewedTake): TrendPoint {
  return {
    takeId,
    startedAt,
    timeMs: review.time.timeMs,
    timeBudget: review.time.budgetMs / 1000,
    verdict: review.time.verdict,
    hearing: review.hearing,
    prompter: review.prompter,
  };
}

function choosePersonalBest(takes: readonly ReviewedTake[]): TrendPoint | null {
  const budgetMs = takes.at(-1)?.review.time.budgetMs;
  let best: ReviewedTake | null = null;
  for (const take of takes) {
    const { time, endedBy } = take.review;
    if (time.basis !== 'spoken' || endedBy !== 'speaker' || time.budgetMs !== budgetMs) continue;
    if (time.verdict === 'over' || time.timeMs < BROKEN_OFF_RATIO * time.budgetMs) continue;
    if (best === null || Math.abs(time.differenceMs) <= Math.abs(best.review.time.differenceMs)) best = take;
  }
  return best && pointOf(best);
}

function findRegularOmissions(takes: readonly ReviewedTake[]): RegularOmission[] {
  const current = takes.at(-1)?.sentenceTexts ?? [];
  const judged = takes.filter((take) => take.review.content.kind === 'judged').slice(-RECENT_TAKES);
  const omissions = new Map<string, RegularOmission>();
  for (const text of current) omissions.set(text.trim(), { text: text.trim(), omitted: 0, heard: 0 });
  for (const { sentenceTexts, review } of judged) {
    if (review.content.kind !== 'judged') continue;
    for (const [index, text] of sentenceTexts.entries()) {
      const omission = omissions.get(text.trim());
      if (omission === undefined || review.content.lostToDevice.includes(index)) continue;
      omission.heard += 1;
      if (review.content.omitted.includes(index)) omission.omitted += 1;
    }
  }
  return [...omissions.values()]
    .filter(({ omitted, heard }) => omitted >= REGULAR_TIMES && omitted >= REGULAR_RATIO * heard)
    .sort((a, b) => b.omitted / b.heard - a.omitted / a.heard);
}

/** Whether a take's time is the time of its whole script and nothing else. */
function saidWhole({ review }: ReviewedTake): boolean {
  if (review.time.basis !== 'spoken' || review.endedBy !== 'speaker') return false;
  if (review.content.kind === 'unknown') return review.pace.kind === 'known';
  const { alignment, lostToDevice } = review.content;
  return (
    lostToDevice.length === 0 &&
    alignment.added.length === 0 &&
    alignment.sentences.every(({ status }) => status === 'said' || status === 'moved')
  );
}
