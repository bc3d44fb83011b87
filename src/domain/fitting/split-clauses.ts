import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import { type Bunsetsu, splitBunsetsu } from '../reading/split-bunsetsu';
import type { Token } from '../reading/token';
import { findBracketed } from '../text/brackets';
import { pointsBack } from './points-back';

/** A part of a sentence that can be left out or must stay; `[start, end)` in UTF-16 offsets of the sentence. */
export interface Clause {
  text: string;
  start: number;
  end: number;
  /** Whether the sentence still reads without it, the clauses after it being there. */
  droppable: boolean;
  /**
   * Where it stops, as an offset of the sentence, if it has to end it: 「～していますが、」 before its が. `null` where it
   * cannot (～して、), and for the last clause, which ends it as it is.
   */
  endsAt: number | null;
}

/** Particles that hang a whole statement on the next: without them it stands alone. */
const JOINING = /^(?:が|けれど|けれども|けど|し|ので|から)$/u;
/** The form that ends a statement. */
const FINAL_FORM = '基本形';
/** Particles without which the predicate lacks something it needs. */
const NEEDED = /^(?:を|が|の|も|って)$/u;
/** What follows quotes or explains what stands before the comma. */
const QUOTES = /^(?:と|って)/u;

/**
 * Divides a sentence into clauses outside brackets: after a whole statement with ので, から, が, けれど or し, with or without 、;
 * and at a 、 where what stands before is any statement (～して、), a
 * circumstance (～で、 ～から、), one of several things joined (～と、), or a word that opens (実は、 そこで、). What the rest
 * needs stays with it: a bare noun of a list (小麦、卵、), an object (～を、). What the sentence is about (～は、) is a
 * clause of its own and stays; so does what the next clause points back at. Joined again they give the sentence exactly; the last one is never droppable, since it
 * carries the predicate.
 */
export function splitClauses({ text, tokens }: Pick<SentenceAnalysis, 'text' | 'tokens'>): Clause[] {
  const bracketed = findBracketed(text);
  const clauses: Clause[] = [];
  let start = 0;
  const phrases = splitBunsetsu(text, tokens);
  phrases.forEach((phrase, index) => {
    const next = phrases[index + 1];
    if (!next || bracketed[phrase.end - 1] || QUOTES.test(next.text)) return;
    const words = wordsOf(phrase, tokens);
    const comma = /[、，]\s*$/u.test(phrase.text);
    if (!comma && !(isJoined(words) && endOfStatement(words) !== null)) return;
    const joint = judgeJoint(words);
    if (joint === 'needed') return;
    clauses.push({
      text: text.slice(start, phrase.end),
      start,
      end: phrase.end,
      droppable: joint !== 'topic',
      endsAt: joint === 'statement' ? endOfStatement(words) : null,
    });
    start = phrase.end;
  });
  if (start < text.length) {
    clauses.push({ text: text.slice(start), start, end: text.length, droppable: false, endsAt: null });
  }
  // その分を、 after it: what is taken up there has to be said.
  return clauses.map((clause, index) =>
    pointsBack(clauses[index + 1]?.text ?? '') ? { ...clause, droppable: false } : clause,
  );
}

type Joint = 'statement' | 'circumstance' | 'topic' | 'needed';

/** How a phrase before a comma hangs on what follows. */
function judgeJoint(words: readonly Token[]): Joint {
  const last = words.at(-1);
  if (!last) return 'needed';
  if (last.posDetail1 === '接続助詞') return 'statement';
  if (['動詞', '形容詞', '助動詞'].includes(last.pos)) return 'statement';
  if (last.pos === '助詞') {
    if (last.surface === 'は') return 'topic';
    return NEEDED.test(last.surface) ? 'needed' : 'circumstance';
  }
  if (['副詞', '接続詞', '感動詞'].includes(last.pos)) return 'circumstance';
  // 今、 昔、: a time by itself; any other noun is one of a list or a name before its bearer.
  return last.posDetail1 === '副詞可能' && words.length === 1 ? 'circumstance' : 'needed';
}

/** The words of a phrase end in a particle that hangs a statement on the next. */
function isJoined(words: readonly Token[]): boolean {
  const last = words.at(-1);
  return last?.posDetail1 === '接続助詞' && JOINING.test(last.surface);
}

function endOfStatement(words: readonly Token[]): number | null {
  const last = words.at(-1);
  const ending = isJoined(words) ? words.at(-2) : last;
  if (!last || ending?.conjugatedForm !== FINAL_FORM) return null;
  return isJoined(words) ? last.start : last.start + last.surface.length;
}

/** The tokens of a phrase without its marks. */
function wordsOf(phrase: Bunsetsu, tokens: readonly Token[]): Token[] {
  return tokens.filter(
    ({ start, surface }) => start >= phrase.start && start < phrase.end && /[\p{L}\p{N}]/u.test(surface),
  );
}
