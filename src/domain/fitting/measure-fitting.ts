import { ELEMENTS, type Element } from '../coverage/element';
import type { Fitting } from './fitting';
import type { WeighedSentence } from './suggest-fitting';

/** What choices come to, as far as it follows from the whole sentences. */
export interface FittingMeasure {
  /** Estimated ms of what is said. */
  durationMs: number;
  characters: number;
  /** Per element, the sentences that still carry it, by their place in the script. */
  carriers: Record<Element, number[]>;
}

/** Adds up what is on: at once, before the shortened sentences are analysed themselves. */
export function measureFitting(
  { choices }: Pick<Fitting, 'choices'>,
  weighed: readonly WeighedSentence[],
): FittingMeasure {
  const carriers: Record<Element, number[]> = { target: [], feature: [], benefit: [] };
  let durationMs = 0;
  let characters = 0;
  for (const { index, on, left } of choices) {
    const sentence = weighed[index];
    if (!on || !sentence) continue;
    const said = (costs: readonly number[]): number =>
      costs.reduce((sum, cost, clause) => sum + (left.includes(clause) ? 0 : cost), 0);
    durationMs += said(sentence.clauseMs);
    characters += said(sentence.clauseCharacters);
    const carried = new Set(sentence.clauseElements.filter((_, clause) => !left.includes(clause)).flat());
    for (const element of ELEMENTS) if (carried.has(element)) carriers[element].push(index);
  }
  return { durationMs, characters, carriers };
}
