import { isKatakana, toKatakana } from './kana';
import type { ReadingCorrection } from './read-aloud';

/** A person's reading of a word, from what they typed; `null` where the word is empty or the reading is not kana. */
export function makeCorrection(surface: string, reading: string): ReadingCorrection | null {
  const word = surface.trim();
  const kana = toKatakana(reading.normalize('NFKC').replaceAll(/\s/gu, ''));
  return word !== '' && isKatakana(kana) ? { surface: word, kana } : null;
}
