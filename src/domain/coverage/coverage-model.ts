import { ELEMENTS, type Element } from './element';
import model from './model.json';
import { levelAt, runNetwork } from './packed-network';
import type { SentenceFeature } from './sentence-features';

/** A feature of a sentence with what it adds to the score of one element. */
export interface Contribution extends SentenceFeature {
  weight: number;
}

export interface JudgedElement {
  element: Element;
  /** Log odds above those from which the sentence by itself is said to carry the element. */
  score: number;
  /** What spoke for and against, as parts of the score. */
  contributions: () => Contribution[];
}

const HIDDEN = model.hiddenBias.length;
/** Each known feature's weights, which follow its name. */
const rows = new Map(
  model.rows.map((row) => {
    const end = row.length - HIDDEN - ELEMENTS.length;
    return [row.slice(0, end), row.slice(end)] as const;
  }),
);

/** How far what was noticed in a sentence speaks for each element, in the order of `ELEMENTS`. */
export function judgeFeatures(features: readonly SentenceFeature[]): JudgedElement[] {
  const known = features.flatMap((feature) => {
    const row = rows.get(feature.name);
    return row === undefined ? [] : [{ ...feature, row }];
  });
  const { scores, hidden } = runNetwork(
    model,
    known.map(({ row }) => row),
  );
  return ELEMENTS.map((element, index) => ({
    element,
    score: (scores[index] ?? 0) - (model.thresholds[index] ?? 0),
    contributions: () => {
      // Above zero a unit passes its sum on as it is, so that each feature's share of the score is exact.
      const paths = hidden.map((sum, unit) =>
        sum > 0 ? (model.outgoing[unit * ELEMENTS.length + index] ?? 0) * model.hiddenStep : 0,
      );
      return known.map(({ name, places, row }) => {
        const direct = levelAt(row, HIDDEN + index) * model.directStep;
        return {
          name,
          places,
          weight: paths.reduce((sum, path, unit) => sum + levelAt(row, unit) * path, direct),
        };
      });
    },
  }));
}
