import type { SentenceChain } from './sentence-chain';
import { FIRST_STATE, isVoiced, STATES } from './sound-classes';
import type { SoundModel } from './sound-model';

/** Usual length of a closure after silence, frames: those of k, t, p at the start of phrases in the training texts. */
const CLOSURE_FRAMES = 6;
/** Voiceless sounds are drowned in a room this far below the voice, dB, and all heard in one that far below. */
const ALL_DROWNED_DB = 20;
const NONE_DROWNED_DB = 32;

/** In a quiet room windows and slopes carry the last sound this far into the silence after it, frames. */
const SMEAR_FRAMES = 1;
/** In a noisy room any sound has begun this long before it rises out of the noise, frames. */
const SOFT_ONSET_FRAMES = 1.5;

/** What hides the voiceless sounds at the edges of speech, and how long they usually are. */
export interface EdgeHearing {
  /** Mean length of each state, frames. */
  lengths: Float32Array;
  /** Length of the sounds of this take as a multiple of the model's. */
  pace: number;
  /** Share of voiceless sound that the room hides, 0–1. */
  drowned: number;
}

export function hearEdges(model: SoundModel, pace: number, snrDb: number): EdgeHearing {
  const drowned = (NONE_DROWNED_DB - snrDb) / (NONE_DROWNED_DB - ALL_DROWNED_DB);
  return { lengths: model.lengths, pace, drowned: Math.min(1, Math.max(0, drowned)) };
}

/**
 * Frames by which speech reaches further into silence than it is heard (less than 0: not so far), from frame `i` of a path on (`step` 1, a start)
 * or back (`step` −1, an end). A closure is as silent as what comes before it, and the room hides an s, a devoiced
 * す or a breathed h: where they are heard for shorter than usual, their usual length tells where speech begins or ends.
 */
export function drownedFrames(
  path: Int32Array,
  i: number,
  step: 1 | -1,
  chain: SentenceChain,
  hearing: EdgeHearing,
): number {
  let closure = 0;
  let voiceless = 0;
  let previous = -1;
  for (let at = i; at >= 0 && at < path.length; at += step) {
    const node = path[at] as number;
    const state = chain.sounds[node] as number;
    if (state >= STATES || isVoiced(state)) break;
    const isClosure = state === FIRST_STATE.q;
    if (node !== previous) {
      // A closure ends no phrase that could be heard.
      if (isClosure) closure += step === 1 ? CLOSURE_FRAMES : 0;
      else voiceless += (hearing.lengths[state] as number) * hearing.pace;
      previous = node;
    }
    if (isClosure) closure--;
    else voiceless--;
  }
  const edge = step === 1 ? hearing.drowned * SOFT_ONSET_FRAMES : (hearing.drowned - 1) * SMEAR_FRAMES;
  return Math.round(Math.max(0, closure) + hearing.drowned * Math.max(0, voiceless) + edge);
}
