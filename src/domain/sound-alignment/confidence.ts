import type { SpeechDetection } from '../delivery/detect-speech';
import type { LikelyPassage } from './align-by-duration';
import type { SoundAlignment } from './align-by-sound';
import type { HeardPassage } from './hear-passage';

/**
 * Confidence is the probability that a sentence begins within this of where it is said to, ms: from about there on
 * the wrong word is heard when one presses play.
 */
export const RIGHT_WITHIN_MS = 150;

/** What speaks for or against the start of a passage found by its sound. */
export interface SoundSigns {
  /** Share of the 300 ms before it that are taken for speech: a start out of silence is clear. */
  speechBefore: number;
  /** ln of the passage's misfit. */
  misfit: number;
  /** Share of the take outside its passages that sounds more like speech than like silence: other voices, remarks. */
  roomSpeaks: number;
  /** ln of how far its first 300 ms stand out from silence, in fifties of ln likelihood. */
  rise: number;
  /** Neighbours, 0–2, that are not the sentences before and after it in the script. */
  outOfTurn: number;
}

/** The same where only lengths and pauses were compared. */
export interface DurationSigns {
  /** `DurationAlignment.spread`. */
  spread: number;
  /** ln of stretches of speech for each passage, over the `USUAL_STRETCHES`: noise breaks speech into pieces. */
  fragments: number;
  /** ln of the silence before it in ms, up to a second, over that of `USUAL_PAUSE_MS`. */
  pause: number;
}

type Weights<Signs> = Record<keyof Signs | 'base', number>;

/**
 * Logistic regressions over takes of the tuning voices in quiet, noise, babble and beside a second voice, a third of
 * them held against another script as well (`npm run fit:confidence`).
 */
const SOUND: Weights<SoundSigns> = {
  base: 5.72,
  speechBefore: -2.57,
  misfit: -3.08,
  roomSpeaks: -4.24,
  rise: 1.53,
  outOfTurn: -1.51,
};
/** By lengths the script is taken to be the one that was said: lengths cannot tell. */
const DURATION: Weights<DurationSigns> = { base: -0.48, spread: -4.97, fragments: -1.55, pause: 1.34 };

/** Frames looked at before a start and from it on. */
const BEFORE_FRAMES = 30;
const AFTER_FRAMES = 30;
/** Brings speech as soft as the room above 0, ln likelihood. */
const SOFT_SPEECH = 10;
const USUAL_RISE = 50;
/** A sentence with its commas. */
const USUAL_STRETCHES = 3.3;
const USUAL_PAUSE_MS = 150;
const LEAST_PAUSE_MS = 50;
/** Longer ones are as often hesitations within a sentence. */
const MOST_PAUSE_MS = 1_000;

/** Confidence of each of the passages kept of a take, in order. */
export function confidencesBySound(
  passages: readonly HeardPassage[],
  alignment: Pick<SoundAlignment, 'overSilence'>,
  detection: Pick<SpeechDetection, 'speechFrames'>,
): number[] {
  return soundSignsOf(passages, alignment, detection).map((signs) => probability(signs, SOUND));
}

/** The signs of each of the passages kept of a take, in order. */
export function soundSignsOf(
  passages: readonly HeardPassage[],
  { overSilence }: Pick<SoundAlignment, 'overSilence'>,
  { speechFrames }: Pick<SpeechDetection, 'speechFrames'>,
): SoundSigns[] {
  const outside = new Uint8Array(overSilence.length).fill(1);
  for (const { startFrame, endFrame } of passages) outside.fill(0, startFrame, endFrame);
  const roomSpeaks = mean(overSilence.filter((_, t) => outside[t] === 1).map((over) => (over > 0 ? 1 : 0)));
  return passages.map(({ sentence, startFrame, misfit }, i) => {
    const before = passages[i - 1];
    const after = passages[i + 1];
    const rise = mean(overSilence.subarray(startFrame, startFrame + AFTER_FRAMES));
    return {
      speechBefore: mean(speechFrames.subarray(Math.max(0, startFrame - BEFORE_FRAMES), startFrame)),
      misfit: Math.log(Math.max(0.1, misfit)),
      roomSpeaks,
      rise: Math.log(Math.max(1, rise + SOFT_SPEECH) / USUAL_RISE),
      outOfTurn:
        (before && before.sentence !== sentence - 1 ? 1 : 0) +
        (after && after.sentence !== sentence + 1 ? 1 : 0),
    };
  });
}

/** Confidence of each passage, in order; `stretches`: how many stretches of speech the take has. */
export function confidencesByDuration(
  passages: readonly LikelyPassage[],
  spread: number,
  stretches: number,
): number[] {
  return durationSignsOf(passages, spread, stretches).map((signs) => probability(signs, DURATION));
}

export function durationSignsOf(
  passages: readonly LikelyPassage[],
  spread: number,
  stretches: number,
): DurationSigns[] {
  const fragments = Math.max(0, Math.log(stretches / Math.max(1, passages.length) / USUAL_STRETCHES));
  return passages.map(({ startMs }, i) => ({
    spread,
    fragments,
    pause: Math.log(
      (LEAST_PAUSE_MS + Math.min(MOST_PAUSE_MS, startMs - (passages[i - 1]?.endMs ?? 0))) / USUAL_PAUSE_MS,
    ),
  }));
}

function probability<Signs extends SoundSigns | DurationSigns>(
  signs: Signs,
  weights: Weights<Signs>,
): number {
  let logit = weights.base;
  for (const sign of Object.keys(signs) as (keyof Signs)[]) logit += weights[sign] * (signs[sign] as number);
  return 1 / (1 + Math.exp(-logit));
}

function mean(values: Float32Array | Uint8Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / Math.max(1, values.length);
}
