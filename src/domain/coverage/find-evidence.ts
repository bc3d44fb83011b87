import type { Token } from '../reading/token';
import type { Contribution } from './coverage-model';
import type { Evidence } from './element';

/** A phrase counts as evidence from this share of the strongest phrase's weight. */
const SHARE_OF_STRONGEST = 0.55;
/** More places than this show nothing a reader can take in. */
const MOST_PLACES = 3;
/** How many phrases a chosen one takes along that lead to it: 残業が → ゼロに → なりました, 従業員10名の → 社長さんに. */
const MOST_MODIFIERS = 2;

interface Phrase extends Evidence {
  /** Whether it leads to the phrase right after it, as its modifier or its object. */
  leads: boolean;
}

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
  const strong = phrases
    .flatMap((phrase, index) =>
      phrase.heat > 0 && phrase.heat >= strongest * SHARE_OF_STRONGEST ? [index] : [],
    )
    .sort((a, b) => (phrases[b]?.heat ?? 0) - (phrases[a]?.heat ?? 0))
    .slice(0, MOST_PLACES);
  const taken = new Set<number>();
  for (const index of strong) {
    taken.add(index);
    for (let at = index; at > 0 && index - at < MOST_MODIFIERS; at--) {
      const [before, phrase] = [phrases[at - 1], phrases[at]];
      if (!before?.leads || before.end !== phrase?.start) break;
      taken.add(at - 1);
    }
  }
  const chosen = phrases.filter((_, index) => taken.has(index));
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
function readPhrases(text: string, tokens: readonly Token[]): Phrase[] {
  const phrases: Phrase[] = [];
  let previous: Token | undefined;
  for (const token of tokens) {
    const end = token.start + token.surface.length;
    if (token.pos === '記号' || /^[\p{P}\p{S}\s]*$/u.test(text.slice(token.start, end))) {
      previous = undefined;
      continue;
    }
    const last = phrases.at(-1);
    if (last && previous && leansOn(token, previous)) {
      last.end = end;
      last.leads = leads(token);
    } else phrases.push({ start: token.start, end, leads: leads(token) });
    previous = token;
  }
  return phrases;
}

function leads(last: Token): boolean {
  if (last.pos === '助詞') return /^(?:が|を|に|の|も|で|と)$/u.test(last.surface);
  return (
    /^(?:動詞|形容詞|助動詞|連体詞)$/u.test(last.pos) && /^(?:基本形|体言接続|\*)$/u.test(last.conjugatedForm)
  );
}

function leansOn(token: Token, previous: Token): boolean {
  if (/^(?:助詞|助動詞)$/u.test(token.pos)) return true;
  if (/^(?:非自立|接尾)$/u.test(token.posDetail1)) return true;
  if (previous.pos === '接頭詞') return true;
  if (token.pos === '名詞') return previous.pos === '名詞';
  // なる in ようになる, する in 楽にする carry no content of their own.
  if (
    /^(?:なる|する|いう|できる|ない)$/u.test(token.baseForm) &&
    /^(?:助詞|形容詞|助動詞)$/u.test(previous.pos)
  )
    return true;
  // 勉強 + する, お預かり + する
  return token.baseForm === 'する' && previous.pos === '名詞';
}
