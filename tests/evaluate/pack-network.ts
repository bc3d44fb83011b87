import type { FeatureNetwork } from './feature-network';

/** The character that stands for a weight of nought, as in src/domain/coverage/packed-network.ts. */
const ZERO = 63;

/** A network ready to be written: its own figures as lines of JSON, and each feature's weights as characters. */
export interface PackedLines {
  lines: string[];
  /** In the order of the features asked for. */
  rows: string[];
}

/**
 * Packs a network in steps, a character a weight: few enough `levels` on either side of nought that the file packs well,
 * enough that no label changes. Only the features asked for get a row.
 */
export function packNetwork(
  { hidden, outputs, rows, hiddenBias, outgoing, outputBias }: FeatureNetwork,
  scales: Float32Array,
  features: readonly number[],
  levels: number,
): PackedLines {
  const width = hidden + outputs;
  const scaled = features.map((feature) =>
    [...rows.subarray(feature * width, (feature + 1) * width)].map((weight) => weight * scales[feature]!),
  );
  const hiddenStep = chooseStep(
    scaled.flatMap((row) => row.slice(0, hidden)),
    levels,
  );
  const directStep = chooseStep(
    scaled.flatMap((row) => row.slice(hidden)),
    levels,
  );
  return {
    lines: [
      `"hiddenStep": ${hiddenStep}`,
      `"directStep": ${directStep}`,
      `"hiddenBias": ${listOf(hiddenBias)}`,
      `"outgoing": ${listOf(outgoing)}`,
      `"outputBias": ${listOf(outputBias)}`,
    ],
    rows: scaled.map((row) =>
      String.fromCharCode(
        ...row.map((weight, index) => {
          const level = Math.round(weight / (index < hidden ? hiddenStep : directStep));
          return ZERO + Math.max(-levels, Math.min(levels, level));
        }),
      ),
    ),
  };
}

/** Numbers as JSON, to four digits. */
export function listOf(values: Iterable<number>): string {
  return `[${[...values].map(round).join(', ')}]`;
}

/** A step with which one weight in two hundred is cut off. */
function chooseStep(values: readonly number[], levels: number): number {
  const sizes = Float64Array.from(values, Math.abs).sort();
  return round(sizes[Math.floor(sizes.length * 0.995)]! / levels);
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
