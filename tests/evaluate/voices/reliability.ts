import { RIGHT_WITHIN_MS } from '../../../src/domain/sound-alignment/confidence';
import { saidSentences } from './score-timing';
import type { FileTiming } from './time-file';
import type { TimingTruth } from './timing-truth';

/** How sure a start was said to be, and whether it was right. */
export interface JudgedStart {
  confidence: number;
  right: boolean;
}

/** Tells whether a sentence begins at `startMs` in truth; one that was never said begins nowhere. */
export function isRightStart(
  truth: TimingTruth,
  sentences: readonly string[],
): (sentence: number, startMs: number) => boolean {
  const said = saidSentences(truth, sentences);
  return (sentence, startMs) =>
    said.some((one) => one.sentence === sentence && Math.abs(one.startMs - startMs) <= RIGHT_WITHIN_MS);
}

/** Judges every sentence that was found. */
export function judgeStarts(
  truth: TimingTruth,
  { timing, sentences }: Pick<FileTiming, 'timing' | 'sentences'>,
): JudgedStart[] {
  const isRight = isRightStart(truth, sentences);
  return timing.passages.map(({ sentence, startMs, confidence }) => ({
    confidence,
    right: isRight(sentence, startMs),
  }));
}

/** Lower bounds of the rows of a reliability table. */
const BINS = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99];

/** Confidence against the share that was right, and the Brier score (mean squared difference of the two). */
export function reliabilityTable(starts: readonly JudgedStart[]): string {
  const rows = BINS.map((from, i) => {
    const to = BINS[i + 1] ?? 1.01;
    return summariseStarts(
      `${from}–${BINS[i + 1] ?? 1}`,
      starts.filter(({ confidence }) => confidence >= from && confidence < to),
    );
  });
  const brier = mean(starts.map(({ confidence, right }) => (confidence - (right ? 1 : 0)) ** 2));
  return [...rows, `${summariseStarts('all', starts)}, Brier ${brier.toFixed(4)}`, ''].join('\n');
}

function summariseStarts(name: string, starts: readonly JudgedStart[]): string {
  if (starts.length === 0) return `  ${name}: 0 starts`;
  const confidence = mean(starts.map((start) => start.confidence));
  const right = mean(starts.map((start) => (start.right ? 1 : 0)));
  return `  ${name}: ${starts.length} starts, confidence ${confidence.toFixed(3)}, right ${right.toFixed(3)}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
