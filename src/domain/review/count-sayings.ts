import type { TakeTiming } from '../sound-alignment/time-take';
import type { RecordingGaps } from './device-gaps';
import { surenessOfTake } from './sureness';

/** How often each sentence of its script was said in a take, by its sound. */
export interface Sayings {
  /** Of the timing this was counted in. */
  version: number;
  /** Per sentence, broken-off ones left out; `null` where the script was not simply said and more is not certain. */
  timesSaid: number[] | null;
  /** Time that went into what was broken off, ms. */
  brokenOffMs: number;
}

/**
 * Counts the sayings of a script of `sentenceCount` sentences. That it was said whole is believed of any usable
 * sound; what was left out or said again must be sure. Where the recording has gaps nobody can tell. `null` where the
 * sound is of no use.
 */
export function countSayings(
  timing: TakeTiming,
  sentenceCount: number,
  { silent, endsEarly }: RecordingGaps,
): Sayings | null {
  const sureness = surenessOfTake(timing);
  if (timing.method !== 'sound' || sureness === 'poor') return null;
  const { version, passages, omitted } = timing;
  const timesSaid = Array.from(
    { length: sentenceCount },
    (_, sentence) => passages.filter((passage) => passage.sentence === sentence && passage.whole).length,
  );
  const broken = passages.filter(({ whole }) => !whole);
  const brokenOffMs = broken.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  // A sentence without a sound in it is neither said nor left out.
  const simple = omitted.length === 0 && broken.length === 0 && timesSaid.every((times) => times <= 1);
  const certain = silent.length === 0 && !endsEarly && (sureness === 'sure' || simple);
  return { version, timesSaid: certain ? timesSaid : null, brokenOffMs };
}
