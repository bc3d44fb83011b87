import { ELEMENTS, type Element } from './element';
import model from './model.json';
import { weighRivals } from './rival-scores';
import type { SentenceFeature } from './sentence-features';

/** A feature of a sentence with what it adds to the score of one element. */
export interface Contribution extends SentenceFeature {
  weight: number;
}

export interface JudgedElement {
  element: Element;
  /** What spoke for and against, as parts of the score. */
  contributions: Contribution[];
}

/** Numbers are kept in hundredths, in the order of `ELEMENTS`; see tests/evaluate/train-coverage.ts. */
const HUNDREDTHS = 100;
const weights = new Map<string, readonly number[]>(Object.entries(model.weights));

/** The elements whose score, weighed against the other elements, passes its threshold. */
export function judgeFeatures(features: readonly SentenceFeature[]): JudgedElement[] {
  const contributions = ELEMENTS.map((_, index) =>
    features.flatMap((feature): Contribution[] => {
      const weight = (weights.get(feature.name)?.[index] ?? 0) / HUNDREDTHS;
      return weight === 0 ? [] : [{ ...feature, weight }];
    }),
  );
  const scores = weighRivals(
    contributions.map((parts, index) =>
      parts.reduce((sum, { weight }) => sum + weight, (model.bias[index] ?? 0) / HUNDREDTHS),
    ),
  );
  return ELEMENTS.flatMap((element, index) =>
    (scores[index] ?? 0) > (model.thresholds[index] ?? 0) / HUNDREDTHS
      ? [{ element, contributions: contributions[index] ?? [] }]
      : [],
  );
}
