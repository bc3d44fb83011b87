import { STATES } from './sound-classes';
import { FEATURES, type SoundFeatures } from './sound-features';
import type { SoundModel } from './sound-model';

/** Log likelihoods: for each frame one of each state and, last, one of silence. */
export interface Likelihoods {
  frames: number;
  /** `STATES + 1` numbers a frame. */
  logs: Float32Array;
  /** The best state's, silence left out. */
  best: Float32Array;
  bestState: Uint8Array;
}

/** A Gaussian of one kind of sound in the take itself. */
export interface Gaussian {
  means: Float32Array;
  variances: Float32Array;
}

/** Silence varies at least this much: breaths, rustle, the fading of a room are no speech. As a share of speech's own variance. */
const LEAST_SILENCE_VARIANCE = 0.2;
/** How far below speech silence lies where a take has none, in deviations of its loudness. */
const SILENCE_WITHOUT_ANY = -2;

/** The take's own silence, from the frames where nobody speaks. */
export function learnSilence(features: SoundFeatures, speechFrames: Uint8Array): Gaussian {
  const means = new Float32Array(FEATURES);
  const variances = new Float32Array(FEATURES);
  for (let f = 0; f < FEATURES; f++) {
    let sum = 0;
    let squares = 0;
    let count = 0;
    for (let t = 0; t < features.frames; t++) {
      if (speechFrames[t] === 1) continue;
      const value = features.values[t * FEATURES + f] as number;
      sum += value;
      squares += value * value;
      count++;
    }
    means[f] = count > 0 ? sum / count : f === 0 ? SILENCE_WITHOUT_ANY : 0;
    const mean = means[f] as number;
    variances[f] = count > 1 ? Math.max(squares / count - mean * mean, LEAST_SILENCE_VARIANCE) : 1;
  }
  return { means, variances };
}

/** Measures every frame against every state and silence. */
export function measureLikelihoods(
  features: SoundFeatures,
  model: SoundModel,
  silence: Gaussian,
): Likelihoods {
  const { frames, values } = features;
  const width = STATES + 1;
  const means = new Float32Array(width * FEATURES);
  const halves = new Float32Array(width * FEATURES);
  means.set(model.means);
  means.set(silence.means, STATES * FEATURES);
  const constants = new Float64Array(width);
  for (let s = 0; s < width; s++) {
    let sum = 0;
    for (let f = 0; f < FEATURES; f++) {
      const variance = (s < STATES ? model.variances[s * FEATURES + f] : silence.variances[f]) as number;
      halves[s * FEATURES + f] = 0.5 / variance;
      sum += Math.log(2 * Math.PI * variance);
    }
    constants[s] = -0.5 * sum;
  }
  const logs = new Float32Array(frames * width);
  const best = new Float32Array(frames);
  const bestState = new Uint8Array(frames);
  for (let t = 0; t < frames; t++) {
    let highest = -Infinity;
    for (let s = 0; s < width; s++) {
      let log = constants[s] as number;
      for (let f = 0, at = s * FEATURES, from = t * FEATURES; f < FEATURES; f++, at++, from++) {
        const distance = (values[from] as number) - (means[at] as number);
        log -= distance * distance * (halves[at] as number);
      }
      logs[t * width + s] = log;
      if (s < STATES && log > highest) {
        highest = log;
        bestState[t] = s;
      }
    }
    best[t] = highest;
  }
  return { frames, logs, best, bestState };
}
