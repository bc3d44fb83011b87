import type { Token } from '../reading/token';
import type { Contribution } from './coverage-model';
import type { Evidence } from './element';

/** A phrase counts as evidence from this share of the strongest phrase's weight. */
const SHARE_OF_STRONGEST = 0.55;
/** More places than this show nothing a reader can take in. */
const MOST_PLACES = 3;

/**
 * The phrases (文節) that decided: what spoke for the element is laid over the sentence, each feature's weight spread
 * over the characters it covers; phrases near the strongest are kept, neighbours joined. A feature that was found by
 * its sheer presence everywhere (a kanji, a pair of characters) weighs as it does in the score.
 */
export function findEvidence(
  text: string,
  tokens: readonly Token[],
  contributions: readonly Contribution[],
): Evidence[] {
  const heat = new Float64Array(text.length);
  for (const { weight, places } of contributions) {
    if (weight <= 0) continue;
    for (const { start, end } of places) {
      const share = weight / places.length / Math.max(1, end - start);
      for (let i = start; i < end; i++) heat[i] = (heat[i] ?? 0) + share;
    }
  }
  const phrases = readPhrases(text, tokens).map((phrase) => ({
    ...phrase,
    heat: heat.slice(phrase.start, phrase.end).reduce((sum, value) => sum + value, 0),
  }));
  const strongest = Math.max(0, ...phrases.map((phrase) => phrase.heat));
  const chosen = phrases
    .filter((phrase) => phrase.heat > 0 && phrase.heat >= strongest * SHARE_OF_STRONGEST)
    .sort((a, b) => b.heat - a.heat)
    .slice(0, MOST_PLACES * 2)
    .sort((a, b) => a.start - b.start);
  const merged: Evidence[] = [];
  for (const { start, end } of chosen) {
    const last = merged.at(-1);
    if (
      last &&
      /^[\s、]*$/u.test(text.slice(last.end, start)) &&
      !text.slice(last.end, start).includes('、')
    ) {
      last.end = end;
    } else merged.push({ start, end });
  }
  return merged;
}

/** Content word with what leans on it; punctuation belongs to no phrase. */
function readPhrases(text: string, tokens: readonly Token[]): Evidence[] {
  const phrases: Evidence[] = [];
  let previous: Token | undefined;
  for (const token of tokens) {
    const end = token.start + token.surface.length;
    if (token.pos === '記号' || /^[\p{P}\p{S}\s]*$/u.test(text.slice(token.start, end))) {
      previous = undefined;
      continue;
    }
    const last = phrases.at(-1);
    if (last && previous && leansOn(token, previous)) last.end = end;
    else phrases.push({ start: token.start, end });
    previous = token;
  }
  return phrases;
}

function leansOn(token: Token, previous: Token): boolean {
  if (/^(?:助詞|助動詞)$/u.test(token.pos)) return true;
  if (/^(?:非自立|接尾)$/u.test(token.posDetail1)) return true;
  if (previous.pos === '接頭詞') return true;
  if (token.pos === '名詞') return previous.pos === '名詞';
  // 勉強 + する
  return token.baseForm === 'する' && previous.posDetail1 === 'サ変接続';
}
