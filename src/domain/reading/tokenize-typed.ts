import { type NormalizedText, normalizeText } from '../text/normalize';
import type { Token, Tokenize } from './token';

const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * The form the dictionary of IPADIC knows: digits in full width (３つ and ４月 are words there, 3つ and 4月 are not),
 * with the comma and the point between them. As long as the normalised text, so offsets stay.
 */
function toDictionaryForm(normalized: string): string {
  return normalized.replace(/[0-9]|(?<=[0-9])[.,](?=[0-9])/gu, (character) =>
    String.fromCharCode(character.charCodeAt(0) + FULL_WIDTH_OFFSET),
  );
}

/**
 * Tokenises a typed text in its normalised form and gives tokens that refer to what was typed: `start` and `surface`
 * are of the typed text, every other field is the analysis of the normalised word (髙橋 has the reading of 高橋). Digits
 * that belong to one number make one token. Stage cues and invisible characters have no tokens of their own.
 */
export function tokenizeTyped(typed: string, tokenize: Tokenize): Token[] {
  const normalized = normalizeText(typed);
  const tokens: Token[] = [];
  let number: Token | undefined;
  for (const token of tokenize(toDictionaryForm(normalized.text))) {
    const restored = restore(token, typed, normalized);
    if (number && isDigits(token) && number.start + number.surface.length === restored.start) {
      number.surface = typed.slice(number.start, restored.start + restored.surface.length);
      number.pronunciation = undefined;
      number.baseForm = number.surface;
      continue;
    }
    tokens.push(restored);
    number = isDigits(token) ? restored : undefined;
  }
  return tokens;
}

function restore(token: Token, typed: string, normalized: NormalizedText): Token {
  const start = normalized.starts[token.start] ?? typed.length;
  const end = normalized.ends[token.start + token.surface.length - 1] ?? typed.length;
  return { ...token, start, surface: typed.slice(start, end) };
}

function isDigits(token: Token): boolean {
  return token.posDetail1 === '数' && /^[０-９．，]+$/u.test(token.surface);
}
