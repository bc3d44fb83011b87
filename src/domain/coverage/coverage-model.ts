import { ELEMENTS, type Element } from './element';
import model from './model.json';
import type { SentenceFeature } from './sentence-features';

/** A feature of a sentence with what it adds to the score of one element. */
export interface Contribution extends SentenceFeature {
  weight: number;
}

/** Weights are kept in hundredths, in the order of `ELEMENTS`; see tests/evaluate/train-coverage.ts. */
const HUNDREDTHS = 100;
const weights = new Map<string, readonly number[]>(Object.entries(model.weights));

/** What each feature adds to one element, and their sum: the sentence carries the element where it is above 0. */
export function weighFeatures(
  features: readonly SentenceFeature[],
  element: Element,
): { score: number; contributions: Contribution[] } {
  const index = ELEMENTS.indexOf(element);
  const contributions = features.flatMap((feature) => {
    const weight = (weights.get(feature.name)?.[index] ?? 0) / HUNDREDTHS;
    return weight === 0 ? [] : [{ ...feature, weight }];
  });
  const bias = (model.bias[index] ?? 0) / HUNDREDTHS;
  return { score: contributions.reduce((sum, { weight }) => sum + weight, bias), contributions };
}
