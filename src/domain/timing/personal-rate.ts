import type { Sayings } from '../review/count-sayings';
import {
  addSpokenLengths,
  DEFAULT_SPEAKING_RATE,
  estimateDuration,
  type SpeakingRate,
  type SpokenLength,
} from './estimate-duration';

/** What one take said and how long it took, pauses in. */
export interface RateSample {
  length: SpokenLength;
  durationMs: number;
}

/**
 * A take of `durationMs` as a sample: `lengths` are those of the script's sentences, `sayings` how often each was said.
 * Without the latter all of them count once. `null` where it is not known what was said.
 */
export function sampleRate(
  lengths: readonly SpokenLength[],
  durationMs: number,
  sayings?: Sayings,
): RateSample | null {
  if (!sayings) return { length: addSpokenLengths(lengths), durationMs };
  const { timesSaid, brokenOffMs } = sayings;
  if (!timesSaid) return null;
  const said = lengths.flatMap((length, sentence) =>
    new Array<SpokenLength>(timesSaid[sentence] ?? 0).fill(length),
  );
  return { length: addSpokenLengths(said), durationMs: durationMs - brokenOffMs };
}

/** A person's own rate, told as a range. */
export interface PersonalRate {
  rate: SpeakingRate;
  /** A next take is likely to last between `lowRatio` and `highRatio` times the estimate at `rate`. */
  lowRatio: number;
  highRatio: number;
  /** How many takes stand behind it. */
  takes: number;
}

/** An estimate with its range, in ms. */
export interface DurationRange {
  estimatedMs: number;
  lowMs: number;
  highMs: number;
}

/** Takes that count, the latest ones: people change, and a dozen settle a median. */
const LATEST_TAKES = 12;
/** A take of less says little of a rate: about five seconds. */
const LEAST_MORAE = 40;
/** Slower or faster than this, against the default, something else went on (a break, a tested microphone). */
const PLAUSIBLE_RATIO = { min: 0.5, max: 2.2 };
/** A take further from the median than this many robust standard deviations is odd. */
const ODD_DEVIATIONS = 3;
/** Half-width of the range that one or two takes allow: the spread between people reading alike. */
const SPREAD_OF_FEW = 0.15;
/** Least half-width: pauses alone vary a speaking time by 2–4 %. */
const LEAST_SPREAD = 0.04;
/** Scales a median absolute deviation to a standard deviation of normal errors. */
const MAD_TO_DEVIATION = 1.4826;

/**
 * A person's own rate from their takes, oldest first: the default rate scaled by the median of actual to estimated
 * duration. One take is enough for a first rate, with a wide range; odd takes (too short, implausible, or far from the
 * others once there are four) are left out. `null` where no usable take is left.
 */
export function personalRate(samples: readonly RateSample[]): PersonalRate | null {
  const ratios = samples
    .filter((sample) => sample.length.morae >= LEAST_MORAE)
    .map((sample) => sample.durationMs / estimateDuration(sample.length))
    .filter((ratio) => ratio >= PLAUSIBLE_RATIO.min && ratio <= PLAUSIBLE_RATIO.max)
    .slice(-LATEST_TAKES);
  const kept = withoutOdd(ratios);
  if (kept.length === 0) return null;
  const ratio = median(kept);
  const spread = spreadOf(kept, ratio);
  return {
    rate: {
      msPerMora: DEFAULT_SPEAKING_RATE.msPerMora * ratio,
      msPerComma: DEFAULT_SPEAKING_RATE.msPerComma * ratio,
      msPerSentenceEnd: DEFAULT_SPEAKING_RATE.msPerSentenceEnd * ratio,
    },
    lowRatio: 1 - spread,
    highRatio: 1 + spread,
    takes: kept.length,
  };
}

/** The estimate for a text at a person's own rate, as a range. */
export function estimateDurationRange(length: SpokenLength, personal: PersonalRate): DurationRange {
  const estimatedMs = estimateDuration(length, personal.rate);
  return { estimatedMs, lowMs: estimatedMs * personal.lowRatio, highMs: estimatedMs * personal.highRatio };
}

function withoutOdd(ratios: readonly number[]): number[] {
  if (ratios.length < 4) return [...ratios];
  const middle = median(ratios);
  const limit = ODD_DEVIATIONS * Math.max(deviation(ratios, middle), LEAST_SPREAD * middle);
  return ratios.filter((ratio) => Math.abs(ratio - middle) <= limit);
}

/** Half-width of the range as a share of the estimate; it narrows from a wide start as takes come in. */
function spreadOf(ratios: readonly number[], middle: number): number {
  const measured = Math.max(2 * (deviation(ratios, middle) / middle), LEAST_SPREAD);
  const trust = Math.max(0, 1 - (ratios.length - 1) / 4);
  return Math.min(measured + trust * Math.max(0, SPREAD_OF_FEW - measured), 0.5);
}

function deviation(values: readonly number[], middle: number): number {
  return MAD_TO_DEVIATION * median(values.map((value) => Math.abs(value - middle)));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[half] as number;
  return ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
