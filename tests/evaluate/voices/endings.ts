import { createNormal, type Random } from './random';
import type { Sound } from './wav';

/** How the end of a sentence is let go: as it is, without voice, or with a voice that breaks up into single pulses. */
export type Ending = 'plain' | 'whispered' | 'creaky';

/** How much of a sentence's end is let go, ms: です or ます, and the word before it in part. */
const ENDING_MS = 350;
/** A whisper has so much less power than the voice it replaces, and a creak, dB. */
const WHISPER_DB = -12;
const CREAK_DB = -8;
/** Pulses of a creaky voice per second. */
const CREAK_HZ = 28;
/** Order and frame of the linear prediction that keeps the vowels while the voice is taken from them. */
const ORDER = 16;
const FRAME_MS = 20;

/** The sound with its last `ENDING_MS` before `endMs` said otherwise. */
export function letGo({ samples, hz }: Sound, endMs: number, ending: Ending, random: Random): Sound {
  if (ending === 'plain') return { samples, hz };
  const out = samples.slice();
  const to = Math.min(out.length, Math.round((endMs * hz) / 1000));
  const from = Math.max(0, Math.round(((endMs - ENDING_MS) * hz) / 1000));
  if (ending === 'whispered') whisper(out, from, to, hz, random);
  else
    for (let i = from; i < to; i++) {
      const phase = (((i - from) / hz) * CREAK_HZ) % 1;
      out[i]! *= 10 ** (CREAK_DB / 20) * Math.exp(-4 * phase);
    }
  return { samples: out, hz };
}

function whisper(out: Float64Array, from: number, to: number, hz: number, random: Random): void {
  const normal = createNormal(random);
  const length = Math.round((FRAME_MS * hz) / 1000);
  const history = new Float64Array(ORDER);
  for (let at = from; at < to; at += length) {
    const frame = out.slice(at, Math.min(to, at + length));
    const { predictor, residual } = predict(frame);
    const gain = Math.sqrt(residual / Math.max(1, frame.length)) * 10 ** (WHISPER_DB / 20);
    for (let i = 0; i < frame.length; i++) {
      let value = gain * normal();
      for (let k = 0; k < ORDER; k++) value += predictor[k]! * history[k]!;
      history.copyWithin(1, 0);
      history[0] = value;
      out[at + i] = value;
    }
  }
}

/** Linear prediction by autocorrelation (Levinson and Durbin), and the power that remains unpredicted. */
function predict(frame: Float64Array): { predictor: Float64Array; residual: number } {
  const lags = Array.from({ length: ORDER + 1 }, (_, lag) => {
    let sum = lag === 0 ? 1e-9 : 0;
    for (let i = lag; i < frame.length; i++) sum += frame[i]! * frame[i - lag]!;
    return sum;
  });
  let predictor = new Float64Array(ORDER);
  let residual = lags[0]!;
  for (let k = 0; k < ORDER; k++) {
    let sum = lags[k + 1]!;
    for (let i = 0; i < k; i++) sum -= predictor[i]! * lags[k - i]!;
    const reflection = sum / residual;
    const next = predictor.slice();
    next[k] = reflection;
    for (let i = 0; i < k; i++) next[i] = predictor[i]! - reflection * predictor[k - 1 - i]!;
    predictor = next;
    residual *= 1 - reflection * reflection;
  }
  return { predictor, residual };
}
