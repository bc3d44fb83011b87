import { toKatakana } from '../../src/domain/reading/kana';
import { countMorae, readAloud, type SpokenSpan } from '../../src/domain/reading/read-aloud';
import type { Tokenize } from '../../src/domain/reading/token';
import { tokenizeTyped } from '../../src/domain/reading/tokenize-typed';
import { countCharacters } from '../../src/domain/text/characters';
import { splitSentences } from '../../src/domain/text/sentences';

interface Answer {
  reading?: string;
  morae?: number;
  chars_all?: number;
  chars_no_punct?: number;
}

/** One phrase with what is expected of it. */
export interface ReadingCase extends Answer {
  id?: string;
  text: string;
  also_acceptable?: Answer[];
}

export interface Mistake {
  id: string;
  text: string;
  what: string;
}

/** Shares are ratios (0–1); `moraError` is the sum of differences by the sum of expected morae. */
export interface Evaluation {
  cases: number;
  countExact: number;
  moraExact: number;
  moraWithinOne: number;
  moraError: number;
  mistakes: Mistake[];
}

/** Reads a text as the app does: sentence by sentence. */
function readText(text: string, tokenize: Tokenize): SpokenSpan[] {
  return splitSentences(text).flatMap((sentence) =>
    readAloud(sentence.text, tokenizeTyped(sentence.text, tokenize)),
  );
}

/**
 * Scores character counts and readings. A case without `chars_all` is scored on morae alone, and any of
 * `also_acceptable` counts as right.
 */
export function scoreReading(cases: readonly ReadingCase[], tokenize: Tokenize): Evaluation {
  const mistakes: Mistake[] = [];
  const tally = { counted: 0, countExact: 0, scored: 0, exact: 0, withinOne: 0, error: 0, morae: 0 };
  cases.forEach((one, index) => {
    const id = one.id ?? String(index + 1);
    const others = one.also_acceptable ?? [];
    if (one.chars_all !== undefined) {
      const count = countCharacters(one.text);
      const all = new Set([one, ...others].map((answer) => answer.chars_all));
      const bare = new Set([one, ...others].map((answer) => answer.chars_no_punct));
      const right =
        all.has(count.all) && (one.chars_no_punct === undefined || bare.has(count.withoutPunctuation));
      tally.counted += 1;
      if (right) tally.countExact += 1;
      else {
        const what = `counted ${count.all} / ${count.withoutPunctuation}, expected ${one.chars_all} / ${one.chars_no_punct}`;
        mistakes.push({ id, text: one.text, what });
      }
    }
    const wanted = [one, ...others].flatMap((answer) => moraeOf(answer) ?? []);
    if (wanted.length === 0) return;
    const spans = readText(one.text, tokenize);
    const morae = spans.reduce((sum, span) => sum + span.morae, 0);
    const nearest = wanted.reduce((best, next) =>
      Math.abs(next - morae) < Math.abs(best - morae) ? next : best,
    );
    const error = Math.abs(nearest - morae);
    tally.scored += 1;
    tally.error += error;
    tally.morae += nearest;
    if (error === 0) tally.exact += 1;
    else {
      const kana = spans.map((span) => span.kana || (span.morae > 0 ? '□'.repeat(span.morae) : '')).join('');
      mistakes.push({
        id,
        text: one.text,
        what: `${morae} morae, expected ${nearest}: ${kana} ≠ ${one.reading ?? '?'}`,
      });
    }
    if (error <= 1) tally.withinOne += 1;
  });
  return {
    cases: cases.length,
    countExact: ratio(tally.countExact, tally.counted),
    moraExact: ratio(tally.exact, tally.scored),
    moraWithinOne: ratio(tally.withinOne, tally.scored),
    moraError: tally.morae === 0 ? 0 : tally.error / tally.morae,
    mistakes,
  };
}

/** The morae an answer states, or those of its reading. */
function moraeOf({ morae, reading }: Answer): number | undefined {
  return morae ?? (reading === undefined ? undefined : countMorae(toKatakana(reading)));
}

/** A share of nothing is whole. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
