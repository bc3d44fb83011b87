import type { Token } from './token';

/** How a stretch of text `[start, end)` (UTF-16 offsets) is said: katakana, empty where it is silent. */
export interface SpokenSpan {
  start: number;
  end: number;
  kana: string;
  morae: number;
}

/** A person's own reading of a word, e.g. 陽菜 → ヒナ. */
export interface ReadingCorrection {
  surface: string;
  /** Katakana. */
  kana: string;
}

/** Turns the tokens of a text into how it is read aloud. Spans are in order and do not overlap. */
export function readAloud(
  _text: string,
  tokens: readonly Token[],
  _corrections: readonly ReadingCorrection[] = [],
): SpokenSpan[] {
  return tokens.map((token) => {
    const kana = token.pronunciation ?? '';
    return { start: token.start, end: token.start + token.surface.length, kana, morae: countMorae(kana) };
  });
}

/** Number of morae (拍) in katakana: small vowels and ャュョヮ join the kana before; ッ ン ー count one each. */
export function countMorae(kana: string): number {
  return [...kana].filter(
    (character) => /[ァ-ヴー]/u.test(character) && !/[ァィゥェォャュョヮ]/u.test(character),
  ).length;
}
