import type { Random } from './random';

/** What a microphone, a line or a level setting does to a whole take. */
export const FAULTS = [
  'telephone',
  'quiet',
  'loud',
  'clipped',
  'pumping',
  'dc-offset',
  'drifting-floor',
  'narrow-codec',
] as const;
export type Fault = (typeof FAULTS)[number];

const HZ = 16_000;
/** RMS of the quiet and the loud take, full scale 1: −45 and, at the peaks, −6 dB. */
const QUIET_RMS = 10 ** (-45 / 20);
const LOUD_PEAK = 10 ** (-6 / 20);
/** Where a clipped take is cut, as a multiple of its RMS: about 3 % of the samples of speech. */
const CLIP_AT_RMS = 2.2;
/** An automatic gain: how quickly it goes down and up, as a time constant in s, and how far up at most, dB. */
const GAIN_DOWN_SECONDS = 0.02;
const GAIN_UP_SECONDS = 0.8;
const MOST_GAIN_DB = 20;

/** The take with the fault; its length stays. */
export function addFault(samples: Float64Array, fault: Fault, random: Random): Float64Array {
  switch (fault) {
    case 'telephone':
      return bandPass(samples, 300, 3_400);
    case 'narrow-codec':
      return bandPass(samples, 50, 5_500);
    case 'quiet':
      return toSixteenBits(scaled(samples, QUIET_RMS / rootMeanSquare(samples)));
    case 'loud':
      return scaled(
        samples,
        LOUD_PEAK / samples.reduce((top, value) => Math.max(top, Math.abs(value)), 1e-9),
      );
    case 'clipped': {
      const limit = CLIP_AT_RMS * rootMeanSquare(samples);
      const gain = 0.98 / limit;
      return samples.map((value) => gain * Math.max(-limit, Math.min(limit, value)));
    }
    case 'pumping':
      return pump(samples);
    case 'dc-offset':
      return samples.map((value) => 0.9 * value + 0.05);
    case 'drifting-floor':
      return addDrift(samples, random);
  }
}

const scaled = (samples: Float64Array, gain: number) => samples.map((value) => gain * value);
const toSixteenBits = (samples: Float64Array) => samples.map((value) => Math.round(value * 32_767) / 32_767);

function rootMeanSquare(samples: Float64Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length)) || 1;
}

/** Two resonant sections of second order at either edge (Butterworth of order 4): 24 dB an octave. */
function bandPass(samples: Float64Array, lowHz: number, highHz: number): Float64Array {
  let out = samples;
  for (const q of [0.541, 1.307]) {
    out = section(out, highHz, q, 'low');
    out = section(out, lowHz, q, 'high');
  }
  return out;
}

/** A biquad (R. Bristow-Johnson's formulas). */
function section(samples: Float64Array, hz: number, q: number, pass: 'low' | 'high'): Float64Array {
  const w = (2 * Math.PI * hz) / HZ;
  const alpha = Math.sin(w) / (2 * q);
  const cos = Math.cos(w);
  const sign = pass === 'low' ? -1 : 1;
  const edge = (1 + sign * cos) / 2 / (1 + alpha);
  const [b0, b1, b2] = [edge, -sign * 2 * edge, edge];
  const [a1, a2] = [(-2 * cos) / (1 + alpha), (1 - alpha) / (1 + alpha)];
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x) => {
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  });
}

function pump(samples: Float64Array): Float64Array {
  const wanted = rootMeanSquare(samples) * 1.5;
  const down = Math.exp(-1 / (GAIN_DOWN_SECONDS * HZ));
  const up = Math.exp(-1 / (GAIN_UP_SECONDS * HZ));
  const least = wanted / 10 ** (MOST_GAIN_DB / 20);
  let level = wanted;
  const out = samples.map((value) => {
    const loud = Math.abs(value) * 1.5;
    const keep = loud > level ? down : up;
    level = Math.max(least, keep * level + (1 - keep) * loud);
    return (value * wanted) / level;
  });
  const peak = out.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  return scaled(out, 0.7 / peak);
}

/** Pink-like noise that swells by 12 dB and sinks again over the take, as when a bus stands outside; 15–27 dB below. */
function addDrift(samples: Float64Array, random: Random): Float64Array {
  const level = rootMeanSquare(samples);
  let state = 0;
  return samples.map((value, i) => {
    state = 0.9 * state + 0.1 * (2 * random() - 1);
    const swell = -21 - 6 * Math.cos((2 * Math.PI * i) / samples.length);
    return value + level * 10 ** (swell / 20) * 7.5 * state;
  });
}
