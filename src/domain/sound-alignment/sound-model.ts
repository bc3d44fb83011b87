import { CLASS_STATES, SOUND_CLASSES, STATES } from './sound-classes';
import { FEATURES, type SoundFeatures } from './sound-features';

/** What each state of each sound class sounds like: one Gaussian with its own variances, and how long it lasts. */
export interface SoundModel {
  /** `STATES` rows of `FEATURES`. */
  means: Float32Array;
  variances: Float32Array;
  /** Mean length of each state, frames. */
  lengths: Float32Array;
}

/** The model as it is kept: per class, per state, `[length, ...means, ...variances]`. */
export type StoredSoundModel = { version: 1; states: Record<string, number[][]> };

/** Reads a stored model; throws where it does not fit the classes and features of this version. */
export function readSoundModel(stored: StoredSoundModel): SoundModel {
  const model = createSoundModel();
  let state = 0;
  for (const name of SOUND_CLASSES) {
    const rows = stored.states[name];
    if (stored.version !== 1 || rows?.length !== CLASS_STATES[name])
      throw new Error(`The sound model does not fit: class ${name}.`);
    for (const row of rows) {
      if (row.length !== 1 + 2 * FEATURES)
        throw new Error(`The sound model does not fit: ${row.length} numbers.`);
      model.lengths[state] = row[0] as number;
      model.means.set(row.slice(1, 1 + FEATURES), state * FEATURES);
      model.variances.set(row.slice(1 + FEATURES), state * FEATURES);
      state++;
    }
  }
  return model;
}

export function createSoundModel(): SoundModel {
  return {
    means: new Float32Array(STATES * FEATURES),
    variances: new Float32Array(STATES * FEATURES).fill(1),
    lengths: new Float32Array(STATES).fill(3),
  };
}

/** Sums over frames assigned to states, from which a model is made or adapted. */
export interface SoundSums {
  counts: Float64Array;
  sums: Float64Array;
  squares: Float64Array;
}

export function createSoundSums(): SoundSums {
  return {
    counts: new Float64Array(STATES),
    sums: new Float64Array(STATES * FEATURES),
    squares: new Float64Array(STATES * FEATURES),
  };
}

/** Adds frame `t` to the sums of a state. */
export function addFrame(into: SoundSums, features: SoundFeatures, t: number, state: number): void {
  into.counts[state] = (into.counts[state] as number) + 1;
  for (let f = 0; f < FEATURES; f++) {
    const value = features.values[t * FEATURES + f] as number;
    const at = state * FEATURES + f;
    into.sums[at] = (into.sums[at] as number) + value;
    into.squares[at] = (into.squares[at] as number) + value * value;
  }
}

/** What earlier takes told counts half as much with each further take: voices change with microphones and colds. */
const FADING = 0.5;

/** What all takes of a person so far told about the voice; neither argument is changed. */
export function rememberVoice(before: SoundSums | null, heard: SoundSums): SoundSums {
  if (before === null) return heard;
  const fade = (now: Float64Array, earlier: Float64Array) =>
    now.map((value, i) => value + FADING * (earlier[i] as number));
  return {
    counts: fade(heard.counts, before.counts),
    sums: fade(heard.sums, before.sums),
    squares: fade(heard.squares, before.squares),
  };
}

/** Variances below this share of speech's own would make a state deaf to all but its training. */
const LEAST_VARIANCE = 0.1;

/**
 * The model bent towards the sums: each state's mean and variance are averages of the model's own, weighted as
 * `meanWeight` and `varianceWeight` frames, and of what was heard.
 */
export function adaptSoundModel(
  model: SoundModel,
  heard: SoundSums,
  meanWeight: number,
  varianceWeight: number,
): SoundModel {
  const means = model.means.slice();
  const variances = model.variances.slice();
  for (let state = 0; state < STATES; state++) {
    const count = heard.counts[state] as number;
    if (count === 0) continue;
    for (let f = 0; f < FEATURES; f++) {
      const at = state * FEATURES + f;
      const sum = heard.sums[at] as number;
      const before = model.means[at] as number;
      const mean = (meanWeight * before + sum) / (meanWeight + count);
      const spread = (heard.squares[at] as number) - 2 * mean * sum + count * mean * mean;
      const own = (model.variances[at] as number) * varianceWeight;
      means[at] = mean;
      variances[at] = Math.max(LEAST_VARIANCE, (own + spread) / (varianceWeight + count));
    }
  }
  return { means, variances, lengths: model.lengths };
}

/** Number of silence among the states: it follows the last. */
export const SILENCE: number = STATES;
