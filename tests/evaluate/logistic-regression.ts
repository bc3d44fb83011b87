/** A sparse example: indices of the features that are present. */
export interface Example {
  features: Int32Array;
  label: boolean;
}

export interface LogisticFit {
  bias: number;
  weights: Float64Array;
}

/**
 * Elastic-net logistic regression by accelerated proximal gradient descent (FISTA, Beck & Teboulle 2009). `scales`
 * is the value a present feature takes: the smaller, the stronger its penalty. Deterministic: the order of the
 * examples is the order of the sums.
 */
export function fitLogistic(
  examples: readonly Example[],
  scales: Float64Array,
  penalties: { l1: number; l2: number },
  iterations: number,
): LogisticFit {
  const width = scales.length;
  let weights = new Float64Array(width);
  let bias = 0;
  let aheadWeights = weights.slice();
  let aheadBias = 0;
  let momentum = 1;
  const step = 1 / (penalties.l2 + 0.25 * largestSquaredNorm(examples, scales));
  for (let iteration = 0; iteration < iterations; iteration++) {
    const gradient = new Float64Array(width);
    let biasGradient = 0;
    for (const { features, label } of examples) {
      const error = 1 / (1 + Math.exp(-scoreOf(features, aheadWeights, aheadBias, scales))) - (label ? 1 : 0);
      biasGradient += error;
      for (const feature of features) gradient[feature]! += error * scales[feature]!;
    }
    const nextWeights = new Float64Array(width);
    for (let i = 0; i < width; i++) {
      const moved = aheadWeights[i]! - step * (gradient[i]! + penalties.l2 * aheadWeights[i]!);
      nextWeights[i] = Math.sign(moved) * Math.max(0, Math.abs(moved) - step * penalties.l1);
    }
    const nextBias = aheadBias - step * biasGradient;
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2;
    const drive = (momentum - 1) / nextMomentum;
    aheadWeights = nextWeights.map((weight, i) => weight + drive * (weight - weights[i]!));
    aheadBias = nextBias + drive * (nextBias - bias);
    weights = nextWeights;
    bias = nextBias;
    momentum = nextMomentum;
  }
  return { bias, weights: weights.map((weight, i) => weight * scales[i]!) };
}

/** Sum of weights and bias; `scales` only while fitting. */
export function scoreOf(
  features: Int32Array,
  weights: Float64Array,
  bias: number,
  scales?: Float64Array,
): number {
  let sum = bias;
  for (const feature of features) sum += weights[feature]! * (scales ? scales[feature]! : 1);
  return sum;
}

/** Largest eigenvalue of XᵀX (with the bias), by power iteration: the curvature that bounds the step. */
function largestSquaredNorm(examples: readonly Example[], scales: Float64Array): number {
  let vector = Float64Array.from(scales);
  let bias = 1;
  let norm = 1;
  for (let iteration = 0; iteration < 20; iteration++) {
    const next = new Float64Array(scales.length);
    let nextBias = 0;
    for (const { features } of examples) {
      const product = scoreOf(features, vector, bias, scales);
      nextBias += product;
      for (const feature of features) next[feature]! += product * scales[feature]!;
    }
    norm = Math.sqrt(next.reduce((sum, value) => sum + value ** 2, nextBias ** 2));
    vector = next.map((value) => value / norm);
    bias = nextBias / norm;
  }
  return norm * 1.02;
}
