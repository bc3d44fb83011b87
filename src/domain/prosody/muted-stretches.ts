import type { Stretch } from '../delivery/detect-speech';
import { TRACE_FRAME_MS } from './voice-trace';

/**
 * Below this, dB to full scale, no room is: the last bit of 16-bit sound. Opus takes some 0.4 s to fade so far when the
 * sound is cut off (Chromium's recorder, measured), so that of a mute it shows all but that.
 */
const DIGITAL_SILENCE_DB = -90;
/** A run of it this short, ms, may be anything: a device's hiccup, the closure of a consonant behind a gate. */
const SHORTEST_MS = 300;
/** The room is heard in the quietest stretch of this length, ms, and stays within this of it, dB. */
const ROOM_MS = 200;
const ROOM_RANGE_DB = 4;

const framesOf = (ms: number): number => Math.round(ms / TRACE_FRAME_MS);

/**
 * Where a microphone gave nothing although nobody said so: a headset that mutes itself, a lost radio link. From the
 * levels of a take (`VoiceTrace.levelDb`), in order.
 *
 * Noise suppression and gates bring digital silence into ordinary pauses, which stay the speaker's. They are told apart
 * by the rest of the take: behind a gate the room is never heard for longer than the gate takes to close. So a silence
 * is the microphone's only where the room was heard for clearly longer elsewhere, oftener than there are silences.
 * Where that cannot be told (a take with hardly a pause, a microphone that comes and goes) nothing is found.
 */
export function findMutedStretches(levelDb: Float32Array): Stretch[] {
  const silent = runsWhere(levelDb.length, (t) => (levelDb[t] as number) <= DIGITAL_SILENCE_DB).filter(
    ({ from, to }) => from > 0 && to - from >= framesOf(SHORTEST_MS),
  );
  if (silent.length === 0) return [];
  const roomDb = quietestRoom(levelDb);
  const rooms = runsWhere(
    levelDb.length,
    (t) => Math.abs((levelDb[t] as number) - roomDb + ROOM_RANGE_DB) <= 2 * ROOM_RANGE_DB,
  );
  const closing = Math.max(...silent.map(({ from }) => heardBefore(from, rooms, levelDb)));
  const longer = rooms.filter(({ from, to }) => to - from >= closing + framesOf(SHORTEST_MS));
  if (longer.length <= 2 * silent.length) return [];
  return silent.map(({ from, to }) => ({ startMs: from * TRACE_FRAME_MS, endMs: to * TRACE_FRAME_MS }));
}

/** Frames, `[from, to)`. */
interface Run {
  from: number;
  to: number;
}

function runsWhere(frames: number, holds: (t: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let t = 0; t < frames; t++) {
    if (!holds(t)) continue;
    const from = t;
    while (t < frames && holds(t)) t++;
    runs.push({ from, to: t });
  }
  return runs;
}

/** Level the room does not rise over in its quietest stretch, a codec's fading left out; −Infinity where none is heard. */
function quietestRoom(levelDb: Float32Array): number {
  const length = framesOf(ROOM_MS);
  let quietest = Infinity;
  for (let from = 0; from + length <= levelDb.length; from++) {
    const stretch = levelDb.subarray(from, from + length);
    const fades = stretch.every((level, i) => i === 0 || level < (stretch[i - 1] as number));
    if (!fades && stretch.every((level) => level > DIGITAL_SILENCE_DB))
      quietest = Math.min(quietest, Math.max(...stretch));
  }
  return quietest === Infinity ? -Infinity : quietest;
}

/** Frames for which the room was heard before a silence; a codec's fading is none. */
function heardBefore(silence: number, rooms: readonly Run[], levelDb: Float32Array): number {
  let end = silence;
  while (end > 0 && (levelDb[end - 1] as number) > (levelDb[end] as number)) end--;
  const run = rooms.find(({ from, to }) => from <= end && end <= to + 1);
  return run ? run.to - run.from : 0;
}
