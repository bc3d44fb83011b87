import { ELEMENTS } from './element';

/**
 * A network with one layer of rectified units beside a linear path to the elements; tests/evaluate/train-coverage.ts
 * makes it. `outgoing` is hidden unit by hidden unit; elements are in the order of `ELEMENTS`. A feature's row has a
 * character per weight, to the hidden units and then to the elements: see `levelAt`.
 */
export interface PackedNetwork {
  hiddenStep: number;
  directStep: number;
  hiddenBias: readonly number[];
  outgoing: readonly number[];
  outputBias: readonly number[];
}

/** The character code that stands for a weight of nought. */
const ZERO = 63;

/** One weight of a row in steps: its character's code less that of nought. */
export function levelAt(row: string, index: number): number {
  return row.charCodeAt(index) - ZERO;
}

/**
 * The score (log odds) of each element where the features with these rows are present, and what the hidden units take in.
 * `values` says how much of each is there; 1 unless given.
 */
export function runNetwork(
  { hiddenStep, directStep, hiddenBias, outgoing, outputBias }: PackedNetwork,
  rows: readonly string[],
  values: readonly number[] = [],
): { scores: number[]; hidden: number[] } {
  const levels = new Float64Array(hiddenBias.length + ELEMENTS.length);
  for (const [index, row] of rows.entries()) {
    const value = values[index] ?? 1;
    for (let i = 0; i < levels.length; i++) levels[i] = (levels[i] ?? 0) + value * levelAt(row, i);
  }
  const hidden = hiddenBias.map((bias, unit) => (levels[unit] ?? 0) * hiddenStep + bias);
  const scores = outputBias.map((bias, element) =>
    hidden.reduce(
      (score, sum, unit) => score + Math.max(0, sum) * (outgoing[unit * ELEMENTS.length + element] ?? 0),
      (levels[hidden.length + element] ?? 0) * directStep + bias,
    ),
  );
  return { scores, hidden };
}
