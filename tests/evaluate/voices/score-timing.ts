import { MIN_PAUSE_MS } from '../../../src/domain/delivery/detect-speech';
import type { FileTiming } from './time-file';
import { bare, type TimingTruth } from './timing-truth';

/** Counts and errors over one take or many. */
export interface TimingScore {
  takes: number;
  soundMs: number;
  processorMs: number;
  byDuration: number;
  confidence: number[];
  /** |start − true start| of every sentence said, ms; Infinity where it was not found. */
  startErrors: number[];
  endErrors: number[];
  skipped: Counts;
  repeated: Counts;
  pauses: Counts;
  /** |edge − true edge| of every pause found, ms. */
  pauseEdges: number[];
}

export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

const noCounts = (): Counts => ({ right: 0, wrong: 0, missed: 0 });

export const emptyScore = (): TimingScore => ({
  takes: 0,
  soundMs: 0,
  processorMs: 0,
  byDuration: 0,
  confidence: [],
  startErrors: [],
  endErrors: [],
  skipped: noCounts(),
  repeated: noCounts(),
  pauses: noCounts(),
  pauseEdges: [],
});

interface Said {
  sentence: number;
  startMs: number;
  endMs: number;
}

/** The sentences said, by their index in the script; what the script has not counts as a filler. */
export function saidSentences(truth: TimingTruth, sentences: readonly string[]): Said[] {
  const texts = sentences.map(bare);
  let next = 0;
  return truth.sentences.flatMap((said) => {
    if (said === null) {
      next++;
      return [];
    }
    const text = bare(said.text);
    const sentence = texts[next] === text ? next : texts.indexOf(text);
    if (sentence < 0) return [];
    next = sentence + 1;
    return [{ sentence, startMs: said.startMs, endMs: said.endMs }];
  });
}

/** Pauses of the length that counts, between the first sound and the last: silence before and after is none. */
function scoredPauses({ pauses }: TimingTruth, durationMs: number): [number, number][] {
  return pauses.filter(
    ([startMs, endMs]) =>
      endMs - startMs >= MIN_PAUSE_MS && startMs > FILE_EDGE_MS && endMs < durationMs - FILE_EDGE_MS,
  );
}

/** So close to an end of the file a silence begins or ends with it. */
const FILE_EDGE_MS = 20;

const overlap = (aStart: number, aEnd: number, bStart: number, bEnd: number) =>
  Math.min(aEnd, bEnd) - Math.max(aStart, bStart);

/** Scores one take against its truth, into `score`. */
export function addTake(score: TimingScore, truth: TimingTruth, file: FileTiming): void {
  const { timing, sentences, readings } = file;
  const said = saidSentences(truth, sentences);
  score.takes++;
  score.soundMs += timing.durationMs;
  score.processorMs += file.processorMs;
  score.confidence.push(timing.confidence);
  if (timing.method === 'duration') score.byDuration++;

  const free = new Set(timing.passages);
  for (const { sentence, startMs, endMs } of said) {
    const candidates = [...free].filter(
      (p) => p.sentence === sentence && overlap(p.startMs, p.endMs, startMs, endMs) > 0,
    );
    candidates.sort((a, b) => Math.abs(a.startMs - startMs) - Math.abs(b.startMs - startMs));
    const found = candidates[0];
    if (found) free.delete(found);
    score.startErrors.push(found ? Math.abs(found.startMs - startMs) : Infinity);
    if (found) score.endErrors.push(Math.abs(found.endMs - endMs));
  }

  const omitted = new Set(timing.omitted);
  readings.forEach((reading, sentence) => {
    if (reading.pieces.length === 0) return;
    const times = said.filter((one) => one.sentence === sentence).length;
    const found = timing.passages.filter((one) => one.sentence === sentence).length;
    if (omitted.has(sentence)) score.skipped[times === 0 ? 'right' : 'wrong']++;
    else if (times === 0) score.skipped.missed++;
    const again = Math.max(0, times - 1);
    const foundAgain = Math.max(0, found - 1);
    score.repeated.right += Math.min(again, foundAgain);
    score.repeated.wrong += Math.max(0, foundAgain - again);
    score.repeated.missed += Math.max(0, again - foundAgain);
  });

  const pauses = new Set(timing.pauses);
  for (const [startMs, endMs] of scoredPauses(truth, timing.durationMs)) {
    // One and the same pause: what they share is more than half of the longer.
    const found = [...pauses].find(
      (p) => 2 * overlap(p.startMs, p.endMs, startMs, endMs) > Math.max(p.endMs - p.startMs, endMs - startMs),
    );
    score.pauses[found ? 'right' : 'missed']++;
    if (!found) continue;
    pauses.delete(found);
    score.pauseEdges.push(Math.abs(found.startMs - startMs), Math.abs(found.endMs - endMs));
  }
  score.pauses.wrong += pauses.size;
}

/** The share of values at or below the result is at least `share`; `null` without values or where it is infinite. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return value === undefined || !Number.isFinite(value) ? null : value;
}

const ratio = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((1000 * part) / whole) / 1000;
const summarise = ({ right, wrong, missed }: Counts) => ({
  precision: ratio(right, right + wrong),
  recall: ratio(right, right + missed),
  right,
  wrong,
  missed,
});

/** The score as figures; times in ms. `null` where there was nothing to measure (or a percentile was never reached). */
export function summariseScore(score: TimingScore) {
  return {
    takes: score.takes,
    takesTimedByDuration: score.byDuration,
    sentences: score.startErrors.length,
    sentencesNotFound: score.startErrors.filter((error) => !Number.isFinite(error)).length,
    startErrorMs: { median: percentile(score.startErrors, 0.5), p95: percentile(score.startErrors, 0.95) },
    endErrorMs: { median: percentile(score.endErrors, 0.5), p95: percentile(score.endErrors, 0.95) },
    skipped: summarise(score.skipped),
    repeated: summarise(score.repeated),
    pauses: {
      ...summarise(score.pauses),
      edgeErrorMs: { median: percentile(score.pauseEdges, 0.5), p95: percentile(score.pauseEdges, 0.95) },
    },
    medianConfidence: percentile(score.confidence, 0.5),
    processorMsPerMinute: Math.round((60_000 * score.processorMs) / Math.max(1, score.soundMs)),
  };
}
