import { FEATURES } from '../sound-alignment/sound-features';
import { rememberVoice, type SoundSums } from '../sound-alignment/sound-model';
import { type TakeTiming, TIMING_VERSION } from '../sound-alignment/time-take';

/**
 * What earlier takes told about a person's voice, kept with their consent: sums over sounds, from which no word and no
 * sound can be had back.
 */
export interface KeptVoice {
  /** Sums of another version of the method mean something else. */
  version: typeof TIMING_VERSION;
  /** Takes it stands on, oldest first; each counts once, however often its timing is worked out. */
  takeIds: string[];
  sums: SoundSums;
}

/** So many takes are remembered by name: a take this old is not timed again. */
const MOST_TAKES = 200;
/** A take teaches where nine of ten sentences are where they were found, and the voice stood clear of the room, dB. */
const SURE_FROM = 0.9;
const LEAST_SNR_DB = 15;

/** The voice with what one more take told; unchanged where that take is in it already or is not sure enough. */
export function learnVoice(
  before: KeptVoice | null,
  takeId: string,
  { method, confidence, snrDb }: Pick<TakeTiming, 'method' | 'confidence' | 'snrDb'>,
  heard: SoundSums | null,
): KeptVoice | null {
  const teaches = method === 'sound' && confidence >= SURE_FROM && snrDb >= LEAST_SNR_DB;
  if (heard === null || !teaches || before?.takeIds.includes(takeId)) return before;
  return {
    version: TIMING_VERSION,
    takeIds: [...(before?.takeIds ?? []), takeId].slice(-MOST_TAKES),
    sums: rememberVoice(before?.sums ?? null, heard),
  };
}

/**
 * So many frames of a sound count at most, as many as the general model does (`MEAN_WEIGHT` there). A person's own
 * voice helps no less for it, and where somebody else speaks on the same device it does no harm: with all frames of
 * another's voice two of 15 sentences left out were missed, with these none (`npm run evaluate:voice-memory`).
 */
const MOST_FRAMES = 20;

/** What the kept voice says to the next take. */
export function hintOf({ sums: { counts, sums, squares } }: KeptVoice): SoundSums {
  const share = counts.map((count) => Math.min(1, MOST_FRAMES / Math.max(1, count)));
  const scaled = (values: Float64Array) =>
    values.map((value, i) => value * (share[Math.floor(i / FEATURES)] as number));
  return {
    counts: counts.map((count, state) => count * (share[state] as number)),
    sums: scaled(sums),
    squares: scaled(squares),
  };
}
