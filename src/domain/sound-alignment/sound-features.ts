import { BANDS } from '../delivery/band-levels';
import type { SpeechDetection } from '../delivery/detect-speech';

/** Cepstra of order 0 (loudness) to 12. */
const CEPSTRA = 13;
/** Numbers that describe one frame: cepstra and their slopes. */
export const FEATURES: number = 2 * CEPSTRA;
/** Frames on either side that a slope is taken over. */
const SLOPE_REACH = 2;

/** `FEATURES` numbers a frame, row after row; over the frames of speech each has mean 0 and deviation 1. */
export interface SoundFeatures {
  frames: number;
  values: Float32Array;
}

/** What lies further below the voice's mean in a band, dB, is not looked at: a noisy room hides it anyway. */
const VOICE_RANGE_DB = 27;
/** Power of a band that carries nothing at all: see band-levels. */
const LEAST_POWER = 1e-13;

/**
 * Cepstra of the sound with the room taken off: each band is flattened at its noise floor, so that the same voice
 * looks alike in a quiet room and in a noisy one, and normalised over speech, so that it looks alike on any microphone.
 */
export function describeSound({ levels, noise, voice, speechFrames }: SpeechDetection): SoundFeatures {
  const { frames } = levels;
  const cosines = Float64Array.from({ length: CEPSTRA * BANDS }, (_, i) =>
    Math.cos((Math.PI * Math.floor(i / BANDS) * ((i % BANDS) + 0.5)) / BANDS),
  );
  const floor = noise.map((level, b) =>
    Math.max(level, (voice[b] as number) * 10 ** (-VOICE_RANGE_DB / 10), LEAST_POWER),
  );
  const values = new Float32Array(frames * FEATURES);
  const logs = new Float64Array(BANDS);
  for (let t = 0; t < frames; t++) {
    for (let b = 0; b < BANDS; b++) {
      const power = (levels.power[t * BANDS + b] as number) - (noise[b] as number);
      logs[b] = Math.log(Math.max(power, 0) + (floor[b] as number));
    }
    for (let c = 0; c < CEPSTRA; c++) {
      let sum = 0;
      for (let b = 0; b < BANDS; b++) sum += (cosines[c * BANDS + b] as number) * (logs[b] as number);
      values[t * FEATURES + c] = sum;
    }
  }
  addSlopes(values, frames);
  normalise(values, frames, speechFrames);
  return { frames, values };
}

function addSlopes(values: Float32Array, frames: number): void {
  let weight = 0;
  for (let d = 1; d <= SLOPE_REACH; d++) weight += 2 * d * d;
  for (let t = 0; t < frames; t++) {
    for (let c = 0; c < CEPSTRA; c++) {
      let sum = 0;
      for (let d = 1; d <= SLOPE_REACH; d++) {
        const after = values[Math.min(frames - 1, t + d) * FEATURES + c] as number;
        const before = values[Math.max(0, t - d) * FEATURES + c] as number;
        sum += d * (after - before);
      }
      values[t * FEATURES + CEPSTRA + c] = sum / weight;
    }
  }
}

function normalise(values: Float32Array, frames: number, speechFrames: Uint8Array): void {
  for (let f = 0; f < FEATURES; f++) {
    let sum = 0;
    let squares = 0;
    let count = 0;
    for (let t = 0; t < frames; t++) {
      if (speechFrames[t] !== 1) continue;
      const value = values[t * FEATURES + f] as number;
      sum += value;
      squares += value * value;
      count++;
    }
    const mean = count > 0 ? sum / count : 0;
    const deviation = count > 0 ? Math.sqrt(Math.max(squares / count - mean * mean, 1e-6)) : 1;
    for (let t = 0; t < frames; t++) {
      const at = t * FEATURES + f;
      values[at] = ((values[at] as number) - mean) / deviation;
    }
  }
}
