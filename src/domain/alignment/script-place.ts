// biome-ignore-all lint/style/noNonNullAssertion: indices stay inside arrays whose lengths are known here
import type { ScriptReading } from './mora-sequence';

/** A clause of the script, `[start, end)` in UTF-16 offsets of the script, and the index of its sentence. */
export interface ScriptPlace {
  sentence: number;
  start: number;
  end: number;
}

/** Commas that a speaker breathes at; a comma between digits is none. */
const CLAUSE_END = /(?<!\d)[、，,]+|[、，,]+(?!\d)/gu;

/** Shorter pieces, in characters, are joined to what follows: で、 is no clause to keep one's eye on. */
const SHORTEST_CLAUSE = 4;

/** The clauses of one sentence, up to and with each comma; joined they are the sentence. */
export function splitClauses(text: string): { start: number; end: number }[] {
  const clauses: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index, 0: comma } of text.matchAll(CLAUSE_END)) {
    const end = index + comma.length;
    if (text.slice(start, end).trim().length <= SHORTEST_CLAUSE || text.slice(end).trim() === '') continue;
    clauses.push({ start, end });
    start = end;
  }
  if (start < text.length) clauses.push({ start, end: text.length });
  return clauses;
}

/** All clauses of a script whose sentences these are. */
export function findClauses(sentences: readonly { text: string; start: number }[]): ScriptPlace[] {
  return sentences.flatMap(({ text, start }, sentence) =>
    splitClauses(text).map((clause) => ({ sentence, start: start + clause.start, end: start + clause.end })),
  );
}

/**
 * The clause in which a mora of the script stands; past the last mora, the last clause that is spoken; `null` where
 * nothing of the script is.
 */
export function placeOfMora(
  clauses: readonly ScriptPlace[],
  { starts }: Pick<ScriptReading, 'starts'>,
  mora: number,
): ScriptPlace | null {
  if (starts.length === 0) return null;
  const offset = starts[Math.min(mora, starts.length - 1)]!;
  return clauses.find(({ end }) => offset < end) ?? null;
}
