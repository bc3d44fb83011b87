import { CLEAR_SCORE, ELEMENTS } from '../../src/domain/coverage/element';
import { readContext } from '../../src/domain/coverage/sentence-context';
import type { LabelledPitch } from './coverage-score';
import { type Example, type FeatureNetwork, scoreExample, trainNetwork } from './feature-network';
import { listOf, packNetwork } from './pack-network';

/** Chosen by cross-validation over writers. */
const SETTINGS = {
  hidden: 16,
  epochs: 15,
  learningRate: 0.006,
  decay: 0.02,
  dropout: 0,
  doubt: 0.02,
  seed: 0,
};
/** A script is judged while it is written: a beginning of each pitch counts half as much as the whole, … */
const BEGINNING_WEIGHT = 0.5;
/** … and each sentence by itself a quarter. */
const ALONE_WEIGHT = 0.25;
/** Steps on either side of nought that a weight can take when it is written. */
const LEVELS = 12;

/** Every figure is there for every sentence. */
const INPUTS = Int32Array.from(readContext([[]], 0).keys());
const SCALES = new Float32Array(INPUTS.length).fill(1);

/** Pitches with the scores that each sentence has by itself, from judges that were not trained on its writer. */
export type ScoredPitches = ReadonlyMap<LabelledPitch, readonly (readonly number[])[]>;

/** Trains what decides in doubt by what is around a sentence. */
export function trainContext(pitches: ScoredPitches): FeatureNetwork {
  const examples: Example[] = [];
  for (const [index, [pitch, scores]] of [...pitches].entries()) {
    const add = (from: number, to: number, weight: number) => {
      const part = scores.slice(from, to);
      for (let at = 0; at < part.length; at++) {
        const { labels } = pitch.sentences[from + at]!;
        examples.push({
          features: INPUTS,
          values: readContext(part, at),
          labels: ELEMENTS.map((element) => labels.includes(element)),
          weight,
        });
      }
    };
    add(0, scores.length, 1);
    // Every length comes up, from one pitch to the next.
    add(0, 1 + (index % scores.length), BEGINNING_WEIGHT);
    for (let at = 0; at < scores.length; at++) add(at, at + 1, ALONE_WEIGHT);
  }
  return trainNetwork(examples, SCALES, SETTINGS);
}

/** The score of every sentence of a pitch among its neighbours. */
export function scoreInContext(network: FeatureNetwork, scores: readonly (readonly number[])[]): number[][] {
  return scores.map((_, at) => scoreExample(network, SCALES, INPUTS, readContext(scores, at)));
}

/** The network as `src/domain/coverage/context.json`. */
export function writeContext(network: FeatureNetwork, thresholds: readonly number[]): string {
  const { lines, rows } = packNetwork(network, SCALES, [...INPUTS], LEVELS);
  return `{
  "thresholds": ${listOf(thresholds)},
${lines.map((line) => `  ${line},`).join('\n')}
  "rows": [
${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}
  ]
}
`;
}

/**
 * The score among its neighbours from which a sentence that leaves an element open is said to carry it: where the element
 * is said as often as it is true. (The threshold of the best F1 is a peak of chance on so few sentences.)
 */
export function chooseContextThreshold(
  sentences: readonly { own: number; among: number; carries: boolean }[],
): number {
  const open = sentences.filter(({ own }) => Math.abs(own) < CLEAR_SCORE);
  const clear = sentences.filter(({ own }) => own >= CLEAR_SCORE).length;
  const said = sentences.filter(({ carries }) => carries).length;
  const descending = open.map(({ among }) => among).sort((a, b) => b - a);
  return Math.round((descending[Math.max(0, said - clear)] ?? 0) * 100) / 100;
}
