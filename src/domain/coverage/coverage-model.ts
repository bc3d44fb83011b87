import { ELEMENTS, type Element } from './element';
import model from './model.json';
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

/**
 * A network with one layer of rectified units beside a linear path; tests/evaluate/train-coverage.ts makes it. A row is a
 * feature's name and then a character per weight, to the hidden units and to the elements: its code less `ZERO`, times
 * the step. `outgoing` is hidden unit by hidden unit; elements are in the order of `ELEMENTS`.
 */
const { hiddenStep, directStep, hiddenBias, outgoing, outputBias, thresholds } = model;
const HIDDEN = hiddenBias.length;
const ZERO = 63;
const rows = new Map(
  model.rows.map((row) => {
    const end = row.length - HIDDEN - ELEMENTS.length;
    return [row.slice(0, end), row.slice(end)] as const;
  }),
);

/** The elements whose score (log odds) passes its threshold. */
export function judgeFeatures(features: readonly SentenceFeature[]): JudgedElement[] {
  const known = features.flatMap((feature) => {
    const row = rows.get(feature.name);
    return row === undefined ? [] : [{ ...feature, row }];
  });
  const sums = sumRows(known.map(({ row }) => row));
  return ELEMENTS.flatMap((element, index) => {
    let score = sums[HIDDEN + index] ?? 0;
    for (let unit = 0; unit < HIDDEN; unit++) score += Math.max(0, sums[unit] ?? 0) * weightOut(unit, index);
    if (score <= (thresholds[index] ?? 0)) return [];
    // Above zero a unit passes its sum on as it is, so that each feature's share of the score is exact.
    const paths = hiddenBias.map((_, unit) =>
      (sums[unit] ?? 0) > 0 ? weightOut(unit, index) * hiddenStep : 0,
    );
    const contributions = known.map(({ name, places, row }) => {
      let weight = (row.charCodeAt(HIDDEN + index) - ZERO) * directStep;
      for (let unit = 0; unit < HIDDEN; unit++) weight += (row.charCodeAt(unit) - ZERO) * (paths[unit] ?? 0);
      return { name, places, weight };
    });
    return [{ element, contributions }];
  });
}

function weightOut(unit: number, element: number): number {
  return outgoing[unit * ELEMENTS.length + element] ?? 0;
}

/** What arrives at each hidden unit and, by the linear path, at each element. */
function sumRows(known: readonly string[]): number[] {
  const levels = new Int32Array(HIDDEN + ELEMENTS.length);
  for (const row of known) {
    for (let i = 0; i < levels.length; i++) levels[i] = (levels[i] ?? 0) + row.charCodeAt(i) - ZERO;
  }
  return Array.from(levels, (level, i) =>
    i < HIDDEN
      ? level * hiddenStep + (hiddenBias[i] ?? 0)
      : level * directStep + (outputBias[i - HIDDEN] ?? 0),
  );
}
