import type { SpeechDetection } from '../delivery/detect-speech';
import type { SentenceChain } from './sentence-chain';
import { FIRST_STATE, isVoiced, STATES } from './sound-classes';
import type { SoundModel } from './sound-model';

/**
 * Usual length of a closure after silence, frames: at the start of phrases in the training texts t lasts 115 ms and k
 * 125, of which the model's burst is 31.
 */
const CLOSURE_FRAMES = 8;
/**
 * The bands that s, sh and the breath of a devoiced vowel are heard in, from 3.3 kHz on; how far the voice's mean stands
 * above the room there, dB, when the room hides all of them (they stand some 9 dB above that mean, being a tenth of
 * speech) and when it hides none where speech begins.
 */
const FIRST_HISS_BAND = 14;
const ALL_DROWNED_DB = -4;
const NONE_DROWNED_DB = 16;
/**
 * The same where speech ends: the す of です fades away as it lasts. Taken for as loud as one that begins a word, it ended
 * 50 ms early in half of the sentences and some 150 in one of ten (tuning and training voices with a fan at 20 dB, which
 * leaves 3–10 dB in these bands).
 */
const NONE_DROWNED_AT_END_DB = 28;
/**
 * At the end of a phrase voiceless sounds last longer than elsewhere: す of です and ます 249 ms in the training texts,
 * the same sounds on average 165.
 */
const LONGER_AT_END = 1.5;

/**
 * In a noisy room any sound has begun this long before it rises out of the noise, and goes on this long after it has
 * sunk into it, frames. The second is set so that ends err to neither side over four speakers, whose phone timing ends
 * vowels 45 ms (NIT ATR503) and 40 ms (Mei) after they are last heard, 10 ms after (tohoku-f01) and 10 ms before (jp2).
 */
const SOFT_ONSET_FRAMES = 1.5;
const SOFT_END_FRAMES = 1;

/** What hides the voiceless sounds at the edges of speech, and how long they usually are. */
export interface EdgeHearing {
  /** Mean length of each state, frames. */
  lengths: Float32Array;
  /** Length of the sounds of this take as a multiple of the model's. */
  pace: number;
  /** Share of voiceless sound that the room hides where speech begins, and where it fades away, 0–1. */
  drowned: number;
  drownedAtEnd: number;
}

export function hearEdges(
  model: SoundModel,
  pace: number,
  { voice, noise }: Pick<SpeechDetection, 'voice' | 'noise'>,
): EdgeHearing {
  const hiss = (powers: Float32Array) =>
    powers.slice(FIRST_HISS_BAND).reduce((sum, power) => sum + power, 1e-13);
  const hissDb = 10 * Math.log10(hiss(voice) / hiss(noise));
  const drownedBelow = (noneDb: number) =>
    Math.min(1, Math.max(0, (noneDb - hissDb) / (noneDb - ALL_DROWNED_DB)));
  return {
    lengths: model.lengths,
    pace,
    drowned: drownedBelow(NONE_DROWNED_DB),
    drownedAtEnd: drownedBelow(NONE_DROWNED_AT_END_DB),
  };
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
      if (isClosure) closure += step === 1 ? CLOSURE_FRAMES * hearing.pace : 0;
      else voiceless += (hearing.lengths[state] as number) * hearing.pace * (step === 1 ? 1 : LONGER_AT_END);
      previous = node;
    }
    if (isClosure) closure--;
    else voiceless--;
  }
  const edge = hearing.drowned * (step === 1 ? SOFT_ONSET_FRAMES : SOFT_END_FRAMES);
  const hidden = step === 1 ? hearing.drowned : hearing.drownedAtEnd;
  return Math.round(Math.max(0, closure) + hidden * Math.max(0, voiceless) + edge);
}
