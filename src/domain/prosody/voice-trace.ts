import { ANALYSIS_HZ } from '../delivery/band-levels';
import type { Stretch } from '../delivery/detect-speech';
import { measureFundamental } from './fundamental-frequency';

/** Version of the method: stored traces of another version are to be computed again. */
export const TRACE_VERSION = 1;
/** Frame `i` stands for the time from `i * TRACE_FRAME_MS` to `(i + 1) * TRACE_FRAME_MS` of the sound. */
export const TRACE_FRAME_MS = 20;

/** How loud and how high a take sounds over its time; one value a frame. */
export interface VoiceTrace {
  version: typeof TRACE_VERSION;
  /** Root mean square, dB relative to full scale, never below `SILENCE_DB`. */
  levelDb: Float32Array;
  /** Hz; 0 where no height is heard. */
  fundamentalHz: Float32Array;
}

/** A tenth of the last bit of 16-bit sound. */
export const SILENCE_DB = -110;
const FRAME = (ANALYSIS_HZ * TRACE_FRAME_MS) / 1000;
/** Hum and rumble below this tell nothing of a voice, Hz. */
const RUMBLE_HZ = 80;
/** Heights lie below 500 Hz: every second sample is enough. */
const DECIMATION = 2;

/** Levels of sound at `ANALYSIS_HZ`, mono: `VoiceTrace.levelDb`. */
export function traceLevels(samples: Float32Array): Float32Array {
  const frames = Math.floor(samples.length / FRAME);
  const levelDb = new Float32Array(frames);
  const keep = Math.exp((-2 * Math.PI * RUMBLE_HZ) / ANALYSIS_HZ);
  let low = 0;
  for (let t = 0; t < frames; t++) {
    let sum = 0;
    for (let i = t * FRAME; i < (t + 1) * FRAME; i++) {
      low = keep * low + (1 - keep) * (samples[i] as number);
      sum += ((samples[i] as number) - low) ** 2;
    }
    levelDb[t] = Math.max(SILENCE_DB, 10 * Math.log10(sum / FRAME));
  }
  return levelDb;
}

/**
 * Traces sound at `ANALYSIS_HZ`, mono; heights are looked for in the stretches of `speech` alone. `levelDb` are the
 * levels of the same samples, where they are known already.
 */
export function traceVoice(
  samples: Float32Array,
  speech: readonly Stretch[],
  levelDb: Float32Array = traceLevels(samples),
): VoiceTrace {
  const frames = levelDb.length;
  const fundamentalHz = new Float32Array(frames);
  const fewer = decimate(samples);
  for (const { startMs, endMs } of speech) {
    const last = Math.min(frames, Math.floor(endMs / TRACE_FRAME_MS));
    for (let t = Math.ceil(startMs / TRACE_FRAME_MS); t < last; t++) {
      const centre = ((t + 0.5) * FRAME) / DECIMATION;
      fundamentalHz[t] = measureFundamental(fewer, centre, ANALYSIS_HZ / DECIMATION);
    }
  }
  return { version: TRACE_VERSION, levelDb, fundamentalHz };
}

/** Each pair of samples as one, with their neighbours' help against what lies above the new rate. */
function decimate(samples: Float32Array): Float32Array {
  const fewer = new Float32Array(Math.floor(samples.length / DECIMATION));
  for (let k = 0; k < fewer.length; k++) {
    const i = k * DECIMATION;
    const before = samples[i - 1] ?? 0;
    const after = samples[i + 1] ?? 0;
    fewer[k] = (before + 2 * (samples[i] as number) + after) / 4;
  }
  return fewer;
}

/** Values of the frames that lie wholly in a stretch. */
export function framesIn(values: Float32Array, { startMs, endMs }: Stretch): Float32Array {
  return values.subarray(Math.ceil(startMs / TRACE_FRAME_MS), Math.floor(endMs / TRACE_FRAME_MS));
}
