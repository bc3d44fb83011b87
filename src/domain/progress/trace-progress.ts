import type { Hearing, Prompter } from '../rehearsal/take-log';
import type { TakeReview } from '../review/review-take';
import { chooseBest } from './best-take';

/** A take of a variant with its review, and the script it was spoken from. */
export interface ReviewedTake {
  takeId: string;
  /** Epoch ms. */
  startedAt: number;
  /** Texts of the script's sentences, in the order the review's indices mean. */
  sentenceTexts: readonly string[];
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

/** All takes of one variant over time (推移). */
export interface Progress {
  /** Oldest first. */
  trend: TrendPoint[];
  last: TrendPoint | null;
  /** By the rule of `chooseBest`. */
  personalBest: TrendPoint | null;
  /** Most often omitted first. */
  regularOmissions: RegularOmission[];
}

/** So many of the latest takes whose words are known say what is left out regularly. */
const RECENT_TAKES = 5;
/** Left out regularly: at least twice, and in at least half of them. */
const REGULAR_TIMES = 2;
const REGULAR_RATIO = 0.5;

/** Compares the takes of one variant, in any order. */
export function traceProgress(takes: readonly ReviewedTake[]): Progress {
  const ordered = takes.toSorted((a, b) => a.startedAt - b.startedAt);
  const trend = ordered.map(pointOf);
  const best = chooseBest(ordered, ({ review }) => review);
  return {
    trend,
    last: trend.at(-1) ?? null,
    personalBest: best && pointOf(best),
    regularOmissions: findRegularOmissions(ordered),
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
