/** A sparse example: the features that are present, and for each output whether it is true. */
export interface Example {
  features: Int32Array;
  /** How much of each feature is there; 1 unless said otherwise. */
  values?: readonly number[];
  labels: readonly boolean[];
  /** As how many sentences it counts; 1 unless said otherwise. */
  weight?: number;
}

/**
 * One layer of rectified units over sparse features, beside a linear path. `rows` holds for each feature first its
 * weights to the hidden units, then those to the outputs; `outgoing` the hidden units' weights, unit by unit.
 */
export interface FeatureNetwork {
  hidden: number;
  outputs: number;
  rows: Float32Array;
  hiddenBias: Float32Array;
  outgoing: Float32Array;
  outputBias: Float32Array;
}

export interface TrainingSettings {
  hidden: number;
  epochs: number;
  learningRate: number;
  /** Share of each weight that a step of full rate takes away. */
  decay: number;
  /** Share of a sentence's features left out each time it is seen: no single word may decide alone. */
  dropout: number;
  /** How far from certain a label is taken to be: readers disagree, and a network pressed to be sure learns their slips. */
  doubt: number;
  seed: number;
}

const BATCH = 32;
/** Adam's usual constants (Kingma & Ba 2015). */
const FIRST_MOMENT = 0.9;
const SECOND_MOMENT = 0.999;
const EPSILON = 1e-8;
/** The learning rate falls in a straight line to this share. */
const LAST_RATE_SHARE = 0.1;
const FIRST_OUTPUT_BIAS = -1.5;
const FIRST_ROW_SPREAD = 0.045;

/**
 * Trains by Adam on the cross entropy of every output, rows only where a batch touches them. `scales` is the value a
 * present feature takes. Deterministic: the seed decides the first weights, the order and what is left out.
 */
export function trainNetwork(
  examples: readonly Example[],
  scales: Float32Array,
  settings: TrainingSettings,
): FeatureNetwork {
  const { hidden, epochs, decay, dropout, doubt } = settings;
  const outputs = examples[0]?.labels.length ?? 0;
  const width = hidden + outputs;
  const random = createRandom(settings.seed);
  const rows = new Float32Array(scales.length * width);
  for (let i = 0; i < rows.length; i++) if (i % width < hidden) rows[i] = normal(random) * FIRST_ROW_SPREAD;
  const tail = new Float32Array(hidden + hidden * outputs + outputs);
  const hiddenBias = tail.subarray(0, hidden);
  const outgoing = tail.subarray(hidden, hidden + hidden * outputs);
  const outputBias = tail.subarray(hidden + hidden * outputs);
  for (let i = 0; i < outgoing.length; i++) outgoing[i] = normal(random) / Math.sqrt(hidden);
  outputBias.fill(FIRST_OUTPUT_BIAS);

  const rowAdam = createAdam(rows);
  const tailAdam = createAdam(tail);
  const rowGradient = new Float32Array(rows.length);
  const tailGradient = new Float32Array(tail.length);
  const lastStep = new Int32Array(scales.length);
  const touched = new Uint8Array(scales.length);
  const order = Int32Array.from(examples.keys());
  const sums = new Float64Array(hidden);
  const slopes = new Float64Array(hidden);
  const errors = new Float64Array(outputs);
  const kept = new Int32Array(Math.max(...examples.map(({ features }) => features.length)));
  const amounts = new Float64Array(kept.length);
  const steps = epochs * Math.ceil(examples.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += BATCH) {
      const to = Math.min(order.length, from + BATCH);
      const touchedNow: number[] = [];
      step += 1;
      const rate = settings.learningRate * (1 - ((1 - LAST_RATE_SHARE) * step) / steps);
      for (let at = from; at < to; at++) {
        const { features, values, labels, weight = 1 } = examples[order[at]!]!;
        let count = 0;
        for (let k = 0; k < features.length; k++) {
          if (random() < dropout) continue;
          amounts[count] = (scales[features[k]!]! * (values?.[k] ?? 1)) / (1 - dropout);
          kept[count++] = features[k]!;
        }
        sums.set(hiddenBias);
        errors.set(outputBias);
        for (let k = 0; k < count; k++) {
          const value = amounts[k]!;
          const row = kept[k]! * width;
          for (let j = 0; j < hidden; j++) sums[j]! += value * rows[row + j]!;
          for (let o = 0; o < outputs; o++) errors[o]! += value * rows[row + hidden + o]!;
        }
        for (let j = 0; j < hidden; j++) {
          if (sums[j]! <= 0) continue;
          for (let o = 0; o < outputs; o++) errors[o]! += sums[j]! * outgoing[j * outputs + o]!;
        }
        for (let o = 0; o < outputs; o++) {
          const wanted = labels[o] ? 1 - doubt : doubt;
          errors[o] = ((1 / (1 + Math.exp(-errors[o]!)) - wanted) * weight) / (to - from);
          tailGradient[hidden + hidden * outputs + o]! += errors[o]!;
        }
        for (let j = 0; j < hidden; j++) {
          slopes[j] = 0;
          if (sums[j]! <= 0) continue;
          for (let o = 0; o < outputs; o++) {
            tailGradient[hidden + j * outputs + o]! += errors[o]! * sums[j]!;
            slopes[j]! += errors[o]! * outgoing[j * outputs + o]!;
          }
          tailGradient[j]! += slopes[j]!;
        }
        for (let k = 0; k < count; k++) {
          const feature = kept[k]!;
          const value = amounts[k]!;
          const row = feature * width;
          if (touched[feature] === 0) {
            touched[feature] = 1;
            touchedNow.push(feature);
          }
          for (let j = 0; j < hidden; j++) rowGradient[row + j]! += value * slopes[j]!;
          for (let o = 0; o < outputs; o++) rowGradient[row + hidden + o]! += value * errors[o]!;
        }
      }
      for (const feature of touchedNow) {
        const gap = step - lastStep[feature]!;
        rowAdam(rowGradient, feature * width, width, step, gap, rate, decay);
        lastStep[feature] = step;
        touched[feature] = 0;
      }
      tailAdam(tailGradient, 0, hidden, step, 1, rate, 0);
      tailAdam(tailGradient, hidden, hidden * outputs, step, 1, rate, decay);
      tailAdam(tailGradient, hidden + hidden * outputs, outputs, step, 1, rate, 0);
    }
  }
  return { hidden, outputs, rows, hiddenBias, outgoing, outputBias };
}

/** Several networks as one whose scores are the mean of theirs. */
export function joinNetworks(networks: readonly FeatureNetwork[]): FeatureNetwork {
  const outputs = networks[0]?.outputs ?? 0;
  const hidden = networks.reduce((sum, network) => sum + network.hidden, 0);
  const features = (networks[0]?.rows.length ?? 0) / ((networks[0]?.hidden ?? 0) + outputs);
  const mean = (values: Float32Array[]) =>
    Float32Array.from(
      values[0] ?? [],
      (_, i) => values.reduce((sum, each) => sum + each[i]!, 0) / values.length,
    );
  const rows = new Float32Array(features * (hidden + outputs));
  for (let feature = 0; feature < features; feature++) {
    const own = networks.map((network) => {
      const width = network.hidden + outputs;
      return network.rows.subarray(feature * width, (feature + 1) * width);
    });
    const inner = own.flatMap((row) => [...row.subarray(0, row.length - outputs)]);
    const direct = mean(own.map((row) => row.subarray(row.length - outputs)));
    rows.set([...inner, ...direct], feature * (hidden + outputs));
  }
  return {
    hidden,
    outputs,
    rows,
    hiddenBias: Float32Array.from(networks.flatMap((network) => [...network.hiddenBias])),
    outgoing: Float32Array.from(
      networks.flatMap((network) => [...network.outgoing].map((weight) => weight / networks.length)),
    ),
    outputBias: mean(networks.map((network) => network.outputBias)),
  };
}

/** Adam over stretches of `weights`; `gap` is how many steps ago the stretch was last touched. Clears the gradient. */
function createAdam(weights: Float32Array) {
  const first = new Float32Array(weights.length);
  const second = new Float32Array(weights.length);
  return (
    gradient: Float32Array,
    start: number,
    length: number,
    step: number,
    gap: number,
    rate: number,
    decay: number,
  ) => {
    const firstFade = FIRST_MOMENT ** gap;
    const secondFade = SECOND_MOMENT ** gap;
    const firstBias = 1 - FIRST_MOMENT ** step;
    const secondBias = 1 - SECOND_MOMENT ** step;
    const shrink = (1 - rate * decay) ** gap;
    for (let i = start; i < start + length; i++) {
      const slope = gradient[i]!;
      gradient[i] = 0;
      first[i] = first[i]! * firstFade + (1 - FIRST_MOMENT) * slope;
      second[i] = second[i]! * secondFade + (1 - SECOND_MOMENT) * slope * slope;
      weights[i] =
        weights[i]! * shrink -
        (rate * (first[i]! / firstBias)) / (Math.sqrt(second[i]! / secondBias) + EPSILON);
    }
  };
}

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A standard normal number (Box & Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function shuffle(items: Int32Array, random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}

/** The outputs (log odds) for one sentence's features. */
export function scoreExample(
  { hidden, outputs, rows, hiddenBias, outgoing, outputBias }: FeatureNetwork,
  scales: Float32Array,
  features: Int32Array,
  values?: readonly number[],
): number[] {
  const width = hidden + outputs;
  const sums = Float64Array.from(hiddenBias);
  const scores = [...outputBias];
  for (const [index, feature] of features.entries()) {
    const value = scales[feature]! * (values?.[index] ?? 1);
    for (let j = 0; j < hidden; j++) sums[j]! += value * rows[feature * width + j]!;
    for (let o = 0; o < outputs; o++) scores[o]! += value * rows[feature * width + hidden + o]!;
  }
  for (let j = 0; j < hidden; j++) {
    for (let o = 0; o < outputs; o++) scores[o]! += Math.max(0, sums[j]!) * outgoing[j * outputs + o]!;
  }
  return scores;
}
