import { normalizeText } from '../text/normalize';
import { toKatakana } from './kana';
import type { ReadingCorrection } from './read-aloud';

/** The same list comes with every sentence of a script. */
const normalizedLists = new WeakMap<readonly ReadingCorrection[], ReadingCorrection[]>();

/** Corrections in normalised form, the longest first. */
export function normalizeCorrections(corrections: readonly ReadingCorrection[]): ReadingCorrection[] {
  let normalized = normalizedLists.get(corrections);
  if (!normalized) {
    normalized = normalizeEach(corrections);
    normalizedLists.set(corrections, normalized);
  }
  return normalized;
}

function normalizeEach(corrections: readonly ReadingCorrection[]): ReadingCorrection[] {
  return corrections
    .map(({ surface, kana }) => ({
      surface: normalizeText(surface).text.trim(),
      kana: toKatakana(normalizeText(kana).text),
    }))
    .filter(({ surface }) => surface !== '')
    .sort((one, other) => other.surface.length - one.surface.length);
}

/**
 * The correction that applies at `at` of normalised text. One of a single character must be a word of its own (林, not
 * 林檎); a Latin one must not sit inside a word.
 */
export function findCorrection(
  text: string,
  at: number,
  corrections: readonly ReadingCorrection[],
  startsWord: (offset: number) => boolean,
  endsWord: (offset: number) => boolean,
): { end: number; kana: string } | undefined {
  for (const { surface, kana } of corrections) {
    if (!text.startsWith(surface, at)) continue;
    const end = at + surface.length;
    if (surface.length === 1 && !(startsWord(at) && endsWord(end))) continue;
    if (/^[A-Za-z]/u.test(surface) && /[A-Za-z]/u.test(text[at - 1] ?? '')) continue;
    if (/[A-Za-z]$/u.test(surface) && /[A-Za-z]/u.test(text[end] ?? '')) continue;
    return { end, kana };
  }
  return undefined;
}
