import { ELEMENTS, type Element } from '../coverage/element';
import type { SentenceChoice } from './fitting';
import type { Clause } from './split-clauses';

/** What a suggestion has to know of a sentence. */
export interface WeighedSentence {
  clauses: readonly Clause[];
  /** Per clause, estimated ms with the pause after it. */
  clauseMs: readonly number[];
  /** Per clause, the elements whose deciding words stand in it. */
  clauseElements: readonly (readonly Element[])[];
  /** Elements the sentence carries. */
  elements: readonly Element[];
  /** Whether the speaker's name is in it. */
  named: boolean;
}

/** How much an element weighs against being there at all, where a sentence or a clause is judged by what it serves. */
const ELEMENT_WEIGHT = 2;
/** What a clause serves beside a whole sentence: less, for the sentence still says its thing without it. */
const CLAUSE_WEIGHT = 0.5;

interface Piece {
  sentence: number;
  /** `null` for the whole sentence. */
  clause: number | null;
  ms: number;
  worth: number;
}

/**
 * Proposes what to leave out so that a script fits into `budgetMs`: piece by piece what costs most time and serves
 * least, sentences and clauses alike; then whatever fits again is put back, the most worthy first. The first sentence,
 * the one with the name, the last, and the last carrier of each element stay, even where the time is too short for them.
 * Order is left as it is.
 */
export function suggestFitting(sentences: readonly WeighedSentence[], budgetMs: number): SentenceChoice[] {
  const off = new Set<number>();
  const left = sentences.map(() => new Set<number>());
  const dropped: Piece[] = [];
  const msOf = (sentence: number): number =>
    off.has(sentence)
      ? 0
      : (sentences[sentence]?.clauseMs ?? []).reduce(
          (sum, ms, clause) => sum + (left[sentence]?.has(clause) ? 0 : ms),
          0,
        );
  const total = (): number => sentences.reduce((sum, _, index) => sum + msOf(index), 0);
  const named = sentences.findIndex((sentence) => sentence.named);
  const isFramed = (index: number): boolean =>
    index === 0 || index === sentences.length - 1 || index === named;
  /** Elements that only this sentence still carries. */
  const sole = (index: number): Element[] =>
    ELEMENTS.filter(
      (element) =>
        sentences[index]?.elements.includes(element) &&
        sentences.every((other, at) => at === index || off.has(at) || !other.elements.includes(element)),
    );

  const candidates = (): Piece[] =>
    sentences.flatMap((sentence, index) => {
      if (off.has(index)) return [];
      const alone = sole(index);
      const pieces: Piece[] = [];
      if (!isFramed(index) && alone.length === 0) {
        const worth = 1 + ELEMENT_WEIGHT * sentence.elements.length;
        pieces.push({ sentence: index, clause: null, ms: msOf(index), worth });
      }
      sentence.clauses.forEach((clause, at) => {
        const carried = sentence.clauseElements[at] ?? [];
        if (!clause.droppable || left[index]?.has(at) || alone.some((element) => carried.includes(element)))
          return;
        const worth = CLAUSE_WEIGHT + ELEMENT_WEIGHT * carried.length;
        pieces.push({ sentence: index, clause: at, ms: sentence.clauseMs[at] ?? 0, worth });
      });
      return pieces.filter(({ ms }) => ms > 0);
    });
  const put = ({ sentence, clause }: Piece, back: boolean): void => {
    if (clause === null) back ? off.delete(sentence) : off.add(sentence);
    else back ? left[sentence]?.delete(clause) : left[sentence]?.add(clause);
  };

  while (total() > budgetMs) {
    const worst = candidates().reduce<Piece | null>(
      (found, piece) => (found === null || piece.ms / piece.worth > found.ms / found.worth ? piece : found),
      null,
    );
    if (!worst) break;
    put(worst, false);
    dropped.push(worst);
  }
  for (const piece of dropped.sort((a, b) => b.worth - a.worth)) {
    put(piece, true);
    if (total() > budgetMs) put(piece, false);
  }
  return sentences.map((_, index) => ({
    index,
    on: !off.has(index),
    left: off.has(index) ? [] : [...(left[index] ?? [])].sort((a, b) => a - b),
  }));
}
