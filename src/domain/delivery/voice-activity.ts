/**
 * Whether a voice is heard right now, from the level of the sound alone. Meant for the sign a person sees before and
 * during a take and for judging the microphone, not for measuring pauses.
 *
 * The noise floor is a running low percentile of the level: it falls fast, so that the gaps between words are enough
 * to find it, and rises slowly, so that words do not lift it.
 */

/** One stretch of sound, about 20 ms long. */
export interface LevelFrame {
  /** End of the stretch, ms on any monotonic clock. */
  atMs: number;
  /** Root mean square, dB relative to full scale (0 is the loudest possible, silence is −Infinity). */
  rmsDb: number;
  /** Largest absolute sample, 0–1. */
  peak: number;
}

/** What is known after some frames. `voiced`, `clipped`, `noiseFloorDb` and `voiceDb` are for reading. */
export interface VoiceActivity {
  /** A voice has been heard for `ONSET_MS` and not been gone for `OFFSET_MS`. */
  voiced: boolean;
  /** A sample reached full scale within the last `CLIP_HOLD_MS`. */
  clipped: boolean;
  /** dB relative to full scale; `null` before the first sound. */
  noiseFloorDb: number | null;
  /** Level of the voice, dB relative to full scale, averaged over about `VOICE_AVERAGE_MS`; `null` before any. */
  voiceDb: number | null;
  /** Time of the last frame; `null` before any. */
  atMs: number | null;
  /** Sound seen so far, ms. */
  soundMs: number;
  /** Loud time less quiet time, never under 0, ms; decides the onset. */
  loudMs: number;
  /** Quiet time since the last loud frame, ms; decides the offset. */
  quietMs: number;
  /** Time since the last frame close to the floor, ms; tells a fan from a voice. */
  unbrokenMs: number;
  clippedAtMs: number | null;
}

/**
 * A frame this much above the noise floor is loud, dB. White noise in 20 ms frames stays within 3 dB of its mean and
 * a room's noise within 6; an ordinary voice at a laptop is 20–40 dB above a quiet room.
 */
export const ONSET_MARGIN_DB = 10;
/** Once voiced, a frame counts as loud down to here, dB: word endings fade. */
export const OFFSET_MARGIN_DB = 6;
/** Below this nothing is a voice, dB: the self-noise of a cheap microphone lies around −65. */
export const QUIETEST_VOICE_DB = -58;
/** Loud time before a voice counts as heard, ms: longer than a key press or a cup put down, shorter than a word. */
export const ONSET_MS = 200;
/** Quiet time before a voice counts as gone, ms: longer than the closure of a consonant (っ is up to 200 ms). */
export const OFFSET_MS = 300;

/** The first half second only learns, ms: devices fade in. */
const LEARNING_MS = 500;
/** Rise of the floor outside and inside speech, and its fall, dB per second. 3 against 60 is a 5th percentile. */
const FLOOR_RISE_DB_PER_SECOND = 3;
const FLOOR_RISE_IN_VOICE_DB_PER_SECOND = 0.5;
const FLOOR_FALL_DB_PER_SECOND = 60;
/** Sound that does not once come down to the floor for this long, ms, is a fan or a train: speech has gaps. */
const STEADY_NOISE_MS = 4_000;
/** What counts as down to the floor, dB above it. */
const FLOOR_REACHED_DB = 3;
/** How fast the floor takes such a noise in, dB per second. */
const FLOOR_RISE_IN_STEADY_NOISE_DB_PER_SECOND = 12;
/** Quieter than 16-bit samples can carry, dB: a device that has not begun or is switched off, not a quiet room. */
const DIGITAL_SILENCE_DB = -95;
/** A gap in the frames longer than this tells nothing about the time in it, ms. */
const LONGEST_FRAME_MS = 100;

/** Within 0.1 dB of full scale, where converters flatten. */
const CLIP_PEAK = 0.99;
/** How long clipping stays reported after it happened, ms: long enough to be read. */
const CLIP_HOLD_MS = 1_000;
const VOICE_AVERAGE_MS = 1_000;

/** Quieter than this, dB, a recording has to be turned up so far that its noise comes with it. */
const TOO_QUIET_DB = -48;
/** The least distance of voice and noise, dB, at which pauses can still be told; a detector by level still works at 10. */
const LEAST_VOICE_OVER_NOISE_DB = 12;
/** A room this loud, dB, is too noisy whatever the voice. */
const TOO_NOISY_DB = -35;

/** Before any sound. */
export const NO_VOICE_YET: VoiceActivity = {
  voiced: false,
  clipped: false,
  noiseFloorDb: null,
  voiceDb: null,
  atMs: null,
  soundMs: 0,
  loudMs: 0,
  quietMs: 0,
  unbrokenMs: 0,
  clippedAtMs: null,
};

function followFloor(before: VoiceActivity, rmsDb: number, frameMs: number): number {
  const floorDb = before.noiseFloorDb;
  if (floorDb === null) return rmsDb;
  if (before.soundMs < LEARNING_MS)
    return floorDb + (rmsDb - floorDb) * (frameMs / (before.soundMs + frameMs));
  if (rmsDb < floorDb) return Math.max(rmsDb, floorDb - (FLOOR_FALL_DB_PER_SECOND * frameMs) / 1_000);
  const rise =
    before.unbrokenMs >= STEADY_NOISE_MS
      ? FLOOR_RISE_IN_STEADY_NOISE_DB_PER_SECOND
      : before.voiced
        ? FLOOR_RISE_IN_VOICE_DB_PER_SECOND
        : FLOOR_RISE_DB_PER_SECOND;
  return Math.min(rmsDb, floorDb + (rise * frameMs) / 1_000);
}

/** What is known after one more frame; frames must come in order. The state given stays as it was. */
export function followVoice(before: VoiceActivity, frame: LevelFrame): VoiceActivity {
  const sinceMs = before.atMs === null ? 0 : Math.max(0, frame.atMs - before.atMs);
  const frameMs = sinceMs > LONGEST_FRAME_MS ? 0 : sinceMs;
  const clippedAtMs = frame.peak >= CLIP_PEAK ? frame.atMs : before.clippedAtMs;
  const clipped = clippedAtMs !== null && frame.atMs - clippedAtMs < CLIP_HOLD_MS;
  const silent = !(frame.rmsDb > DIGITAL_SILENCE_DB);

  const noiseFloorDb = silent ? before.noiseFloorDb : followFloor(before, frame.rmsDb, frameMs);
  const soundMs = before.soundMs + (silent ? 0 : frameMs);
  const marginDb = before.voiced ? OFFSET_MARGIN_DB : ONSET_MARGIN_DB;
  const loud =
    soundMs >= LEARNING_MS &&
    noiseFloorDb !== null &&
    frame.rmsDb >= Math.max(noiseFloorDb + marginDb, QUIETEST_VOICE_DB);

  const atFloor = noiseFloorDb === null || frame.rmsDb < noiseFloorDb + FLOOR_REACHED_DB;

  const quietMs = loud ? 0 : before.quietMs + sinceMs;
  const ended = before.voiced && quietMs >= OFFSET_MS;
  const loudMs = ended ? 0 : Math.min(ONSET_MS, Math.max(0, before.loudMs + (loud ? frameMs : -frameMs)));
  const voiced = before.voiced ? !ended : loudMs >= ONSET_MS;

  let voiceDb = before.voiceDb;
  if (loud && voiced) {
    voiceDb =
      voiceDb === null
        ? frame.rmsDb
        : voiceDb + (frame.rmsDb - voiceDb) * Math.min(1, frameMs / VOICE_AVERAGE_MS);
  }
  return {
    voiced,
    clipped,
    noiseFloorDb,
    voiceDb,
    atMs: frame.atMs,
    soundMs,
    loudMs,
    quietMs,
    unbrokenMs: atFloor ? 0 : before.unbrokenMs + frameMs,
    clippedAtMs,
  };
}

/** What to tell a person about the sound. */
export type SoundCheck = 'no-sound' | 'nothing-heard' | 'clipped' | 'too-noisy' | 'too-quiet' | 'good';

/**
 * Judges the microphone so far: `no-sound` where the device gives digital silence (muted or switched off),
 * `nothing-heard` before any voice, then what is wrong with the voice or the room, or `good`.
 */
export function judgeSound(activity: VoiceActivity): SoundCheck {
  const { noiseFloorDb, voiceDb } = activity;
  if (noiseFloorDb === null) return 'no-sound';
  if (activity.clipped) return 'clipped';
  if (noiseFloorDb >= TOO_NOISY_DB && !activity.voiced) return 'too-noisy';
  if (voiceDb === null) return 'nothing-heard';
  if (voiceDb < TOO_QUIET_DB) return 'too-quiet';
  if (voiceDb - noiseFloorDb < LEAST_VOICE_OVER_NOISE_DB) return 'too-noisy';
  return 'good';
}
