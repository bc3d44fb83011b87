import { ANALYSIS_HZ } from './band-levels';
import type { Stretch } from './detect-speech';

/** Frames in which the sound is looked at: 20 ms. */
const FRAME_MS = 20;
const FRAME = (ANALYSIS_HZ * FRAME_MS) / 1000;
/** A gap of the log lies in the recording to about this, ms: recorders begin and resume late. */
const EDGE_MS = 200;
/** What is copied of the room, frames: longer than a closure, shorter than a pause for breath. */
const ROOM_FRAMES = 10;
/** So far below the room nothing comes through a microphone, dB, and below that no room is, dB to full scale. */
const BELOW_ROOM_DB = 10;
const LEAST_ROOM_DB = -90;

/**
 * Puts the take's own room where no sound came in (`gaps`, ms of the sound). A muted microphone is quieter than any
 * room: whoever learns the room's noise from the quietest frames would then take the room itself for speech. Samples at
 * `ANALYSIS_HZ`; those given stay as they are. Where the take has no room to copy, nothing is filled.
 */
export function fillGaps(samples: Float32Array, gaps: readonly Stretch[]): Float32Array {
  if (gaps.length === 0) return samples;
  const levels = levelsOf(samples);
  const inGap = levels.map((_, t) => {
    const ms = t * FRAME_MS;
    return gaps.some(({ startMs, endMs }) => ms >= startMs - EDGE_MS && ms < endMs + EDGE_MS) ? 1 : 0;
  });
  const room = findRoom(levels, inGap);
  if (!room) return samples;
  const filled = samples.slice();
  const length = ROOM_FRAMES * FRAME;
  levels.forEach((level, t) => {
    if (inGap[t] === 0 || level > room.levelDb - BELOW_ROOM_DB) return;
    for (let i = t * FRAME; i < (t + 1) * FRAME; i++) {
      // To and fro, so that no end meets another beginning.
      const at = i % (2 * length);
      filled[i] = samples[room.frame * FRAME + (at < length ? at : 2 * length - 1 - at)] as number;
    }
  });
  return filled;
}

function levelsOf(samples: Float32Array): Float32Array {
  const levels = new Float32Array(Math.floor(samples.length / FRAME));
  for (let t = 0; t < levels.length; t++) {
    let sum = 0;
    for (let i = t * FRAME; i < (t + 1) * FRAME; i++) sum += (samples[i] as number) ** 2;
    levels[t] = 10 * Math.log10(sum / FRAME + 1e-14);
  }
  return levels;
}

/** The quietest stretch outside the gaps in which a room is heard. */
function findRoom(levels: Float32Array, inGap: Float32Array): { frame: number; levelDb: number } | null {
  let quietest: { frame: number; levelDb: number } | null = null;
  for (let frame = 0; frame + ROOM_FRAMES <= levels.length; frame++) {
    const levelDb = Math.max(...levels.subarray(frame, frame + ROOM_FRAMES));
    const least = Math.min(...levels.subarray(frame, frame + ROOM_FRAMES));
    if (least < LEAST_ROOM_DB || inGap.subarray(frame, frame + ROOM_FRAMES).some((marked) => marked === 1))
      continue;
    if (quietest === null || levelDb < quietest.levelDb) quietest = { frame, levelDb };
  }
  return quietest;
}
