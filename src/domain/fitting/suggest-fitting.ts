import { ELEMENTS, type Element } from '../coverage/element';
import type { SentenceChoice } from './fitting';
import { clauseCosts, type Limit } from './limit';
import type { Clause } from './split-clauses';

/** What a suggestion has to know of a sentence. */
export interface WeighedSentence {
  clauses: readonly Clause[];
  /** Per clause, estimated ms with the pause after it. */
  clauseMs: readonly number[];
  clauseCharacters: readonly number[];
  /** Per clause, the elements whose deciding words stand in it. */
  clauseElements: readonly (readonly Element[])[];
  /** Elements the sentence carries. */
  elements: readonly Element[];
  /** Whether the speaker's name is in it. */
  named: boolean;
  /** Whether it takes up the sentence before it, without which it cannot be said. */
  pointsBack: boolean;
  /** Whether it asks for something at the end: an introduction, a word afterwards. */
  asks: boolean;
}

/** How much an element weighs against being there at all, where a sentence or a clause is judged by what it serves. */
const ELEMENT_WEIGHT = 2;
/** How much it weighs that a sentence asks for something: as much as an element. */
const ASKING_WEIGHT = 2;
/** What a clause serves beside a whole sentence: less, for the sentence still says its thing without it. */
const CLAUSE_WEIGHT = 0.5;

interface Piece {
  sentence: number;
  /** `null` for the whole sentence. */
  clause: number | null;
  cost: number;
  worth: number;
}

/**
 * Proposes what to leave out so that a script keeps to a limit: piece by piece what costs most time (or characters) and
 * serves least, sentences and clauses alike; then whatever fits again is put back, the most worthy first. The first
 * sentence, the one with the name, the last, and the last carrier of each element stay, even where there is not room
 * enough for them; so does a sentence for as long as the next one points back at it. Order is left as it is.
 */
export function suggestFitting(
  sentences: readonly WeighedSentence[],
  { unit, most }: Limit,
): SentenceChoice[] {
  const costs = sentences.map((sentence) => clauseCosts(sentence, unit));
  const off = new Set<number>();
  const left = sentences.map(() => new Set<number>());
  const dropped: Piece[] = [];
  const costOf = (sentence: number): number =>
    off.has(sentence)
      ? 0
      : (costs[sentence] ?? []).reduce(
          (sum, cost, clause) => sum + (left[sentence]?.has(clause) ? 0 : cost),
          0,
        );
  const total = (): number => sentences.reduce((sum, _, index) => sum + costOf(index), 0);
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

  /** Whether a sentence that is said points back at one that is not. */
  const hangs = (): boolean =>
    sentences.some(({ pointsBack }, index) => pointsBack && !off.has(index) && off.has(index - 1));

  const candidates = (): Piece[] =>
    sentences.flatMap((sentence, index) => {
      if (off.has(index)) return [];
      const alone = sole(index);
      const pieces: Piece[] = [];
      const taken = sentences[index + 1]?.pointsBack === true && !off.has(index + 1);
      if (!isFramed(index) && !taken && alone.length === 0) {
        const worth = 1 + ELEMENT_WEIGHT * sentence.elements.length + (sentence.asks ? ASKING_WEIGHT : 0);
        pieces.push({ sentence: index, clause: null, cost: costOf(index), worth });
      }
      sentence.clauses.forEach((clause, at) => {
        const carried = sentence.clauseElements[at] ?? [];
        if (!clause.droppable || left[index]?.has(at) || alone.some((element) => carried.includes(element)))
          return;
        const worth = CLAUSE_WEIGHT + ELEMENT_WEIGHT * carried.length;
        pieces.push({ sentence: index, clause: at, cost: costs[index]?.[at] ?? 0, worth });
      });
      return pieces.filter(({ cost }) => cost > 0);
    });
  const put = ({ sentence, clause }: Piece, back: boolean): void => {
    if (clause === null) back ? off.delete(sentence) : off.add(sentence);
    else back ? left[sentence]?.delete(clause) : left[sentence]?.add(clause);
  };

  while (total() > most) {
    const worst = candidates().reduce<Piece | null>(
      (found, piece) =>
        found === null || piece.cost / piece.worth > found.cost / found.worth ? piece : found,
      null,
    );
    if (!worst) break;
    put(worst, false);
    dropped.push(worst);
  }
  for (const piece of dropped.sort((a, b) => b.worth - a.worth)) {
    put(piece, true);
    if (total() > most || hangs()) put(piece, false);
  }
  return sentences.map((_, index) => ({
    index,
    on: !off.has(index),
    left: off.has(index) ? [] : [...(left[index] ?? [])].sort((a, b) => a - b),
  }));
}
