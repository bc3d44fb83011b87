/**
 * Trains the judge of ターゲット, 特徴, ベネフィット on the tuning pitches and writes its weights into the domain: a network over
 * what a sentence itself says, and one that decides in doubt by what is around it.
 *   npx tsx tests/evaluate/train-coverage.ts [--dry]
 * Deterministic: same pitches, same weights. Prints the scores cross-validated by writer and, unless `--dry`, the fitted
 * one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { CLEAR_SCORE, ELEMENTS } from '../../src/domain/coverage/element';
import { extractFeatures } from '../../src/domain/coverage/sentence-features';
import { tokenizeTyped } from '../../src/domain/reading/tokenize-typed';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';
import { type LabelledPitch, printScore, scorePitches } from './coverage-score';
import { type FeatureNetwork, joinNetworks, scoreExample, trainNetwork } from './feature-network';
import { listOf, packNetwork } from './pack-network';
import {
  chooseContextThreshold,
  type ScoredPitches,
  scoreInContext,
  trainContext,
  writeContext,
} from './train-context';

const TUNING = new URL('../fixtures/coverage/tuning.json', import.meta.url);
const CONTRAST = new URL('../fixtures/coverage/contrast.json', import.meta.url);
const REGRESSIONS = new URL('../fixtures/coverage/regressions.json', import.meta.url);
const MODEL = new URL('../../src/domain/coverage/model.json', import.meta.url);
const CONTEXT = new URL('../../src/domain/coverage/context.json', import.meta.url);

/** A feature must occur in this many pitches: a word of one pitch says nothing about the next. */
const FEWEST_PITCHES = 5;
const FOLDS = 5;
/** Chosen by cross-validation, like the settings below; by kind of feature (its prefix), a smaller one learns slower. */
const SCALES: Record<string, number> = { g: 1, u: 0.7, k: 0.4, p: 0.8 };
const OTHER_SCALE = 0.5;
const SETTINGS = { hidden: 16, epochs: 20, learningRate: 0.006, decay: 0.02, dropout: 0.65, doubt: 0.02 };
/** The mean of so many networks is steadier than any of them. */
const NETWORKS = 2;
/** Share of the features that the written model keeps, those that move scores most: the rest changes one label in a hundred. */
const KEPT_SHARE = 0.6;

/** Steps on either side of nought that a weight can take when it is written. */
const LEVELS = 5;

/** Mistakes that were mended count as so many sentences, so that new pitches do not bring them back. */
const FIXED_COUNT = 5;
const fixed = new Set(
  (JSON.parse(readFileSync(REGRESSIONS, 'utf8')) as { sentence: string }[]).map(({ sentence }) =>
    sentence.trim(),
  ),
);

/** Labelled sentences outside any pitch, in near-miss groups. */
const contrast = JSON.parse(readFileSync(CONTRAST, 'utf8')) as LabelledPitch['sentences'];

const tokenize = await createStockTokenize();
const known = new Map<string, string[]>();
function featuresOf(sentence: string): string[] {
  const names =
    known.get(sentence) ??
    extractFeatures(sentence, tokenizeTyped(sentence, tokenize)).map(({ name }) => name);
  known.set(sentence, names);
  return names;
}

interface Trained {
  names: string[];
  /** In how many pitches (or sentences outside pitches) each feature occurs. */
  pitchesWith: Map<string, number>;
  scales: Float32Array;
  network: FeatureNetwork;
  score: (sentence: string) => number[];
}

function train(pitches: readonly LabelledPitch[]): Trained {
  const pitchesWith = new Map<string, number>();
  for (const pitch of pitches) {
    const inPitch = new Set(pitch.sentences.flatMap((sentence) => featuresOf(sentence.text)));
    for (const name of inPitch) pitchesWith.set(name, (pitchesWith.get(name) ?? 0) + 1);
  }
  for (const { text } of contrast)
    for (const name of featuresOf(text)) pitchesWith.set(name, (pitchesWith.get(name) ?? 0) + 1);
  const names = [...pitchesWith].filter(([, count]) => count >= FEWEST_PITCHES).map(([name]) => name);
  const indices = new Map(names.map((name, index) => [name, index]));
  const encode = (sentence: string) =>
    Int32Array.from(featuresOf(sentence).flatMap((name) => indices.get(name) ?? []));
  const scales = Float32Array.from(names, (name) => SCALES[name.slice(0, 1)] ?? OTHER_SCALE);
  const examples = [...pitches.flatMap((pitch) => pitch.sentences), ...contrast].map(({ text, labels }) => ({
    features: encode(text),
    labels: ELEMENTS.map((element) => labels.includes(element)),
    weight: fixed.has(text.trim()) ? FIXED_COUNT : 1,
  }));
  const network = joinNetworks(
    Array.from({ length: NETWORKS }, (_, seed) => trainNetwork(examples, scales, { ...SETTINGS, seed })),
  );
  return {
    names,
    pitchesWith,
    scales,
    network,
    score: (sentence) => scoreExample(network, scales, encode(sentence)),
  };
}

/** Who wrote a pitch: batches written apart have ids that begin with w and the letter of the batch. */
function writerOf({ id }: LabelledPitch): string {
  return id.startsWith('w') ? id.slice(0, 2) : '';
}

/** In which part of a cross-validation each pitch is: one writer's are together, but for the one who wrote over a quarter. */
function divide(pitches: readonly LabelledPitch[]): Map<LabelledPitch, number> {
  const writers = [...new Set(pitches.map(writerOf))].filter((writer) => writer !== '');
  return new Map(
    pitches.map((pitch, index) => {
      const place = writerOf(pitch) === '' ? index : writers.indexOf(writerOf(pitch));
      return [pitch, place % FOLDS];
    }),
  );
}

/** What a model gives for each pitch that was made without the pitches of its part. */
function crossValidate<T>(
  pitches: readonly LabelledPitch[],
  make: (others: readonly LabelledPitch[]) => (pitch: LabelledPitch) => T,
): Map<LabelledPitch, T> {
  const parts = divide(pitches);
  const given = new Map<LabelledPitch, T>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const judge = make(pitches.filter((pitch) => parts.get(pitch) !== fold));
    for (const pitch of pitches) if (parts.get(pitch) === fold) given.set(pitch, judge(pitch));
  }
  return given;
}

/** The score from which an element is said as often as it is true, among writers not trained on. */
function chooseThresholds(pitches: readonly LabelledPitch[], scores: ScoredPitches): number[] {
  return ELEMENTS.map((element, index) => {
    const descending = pitches
      .flatMap((pitch) => scores.get(pitch)!)
      .map((row) => row[index]!)
      .sort((a, b) => b - a);
    const said = pitches.flatMap(({ sentences }) =>
      sentences.filter((sentence) => sentence.labels.includes(element)),
    );
    return Math.round(descending[said.length]! * 100) / 100;
  });
}

const less = (scores: readonly number[], thresholds: readonly number[]) =>
  scores.map((score, element) => score - thresholds[element]!);

/** Prints how right it is to say an element where `carries` says so of a pitch's sentence. */
function report(
  title: string,
  pitches: readonly LabelledPitch[],
  carries: (pitch: LabelledPitch, sentence: number, element: number) => boolean,
): void {
  console.log(`\n${title}`);
  const { score } = scorePitches(pitches, (pitch) => {
    let start = 0;
    return pitch.sentences.map(({ text }, sentence) => {
      const at = { start, end: start + text.length };
      start = at.end;
      return { ...at, labels: ELEMENTS.filter((_, element) => carries(pitch, sentence, element)) };
    });
  });
  printScore(score);
}

/** How much one hidden unit moves the scores, whichever way. */
function sizeOut({ outgoing, outputs }: FeatureNetwork, unit: number): number {
  return outgoing
    .subarray(unit * outputs, (unit + 1) * outputs)
    .reduce((sum, weight) => sum + Math.abs(weight), 0);
}

function writeModel({ names, scales, network, pitchesWith }: Trained, thresholds: readonly number[]): string {
  const { hidden, outputs, rows } = network;
  const width = hidden + outputs;
  const sizes = Array.from({ length: width }, (_, unit) => (unit < hidden ? sizeOut(network, unit) : 1));
  const moved = names.map((name, feature) => {
    const row = rows.subarray(feature * width, (feature + 1) * width);
    const size = row.reduce((sum, weight, unit) => sum + Math.abs(weight) * sizes[unit]!, 0);
    return (pitchesWith.get(name) ?? 0) * scales[feature]! * size;
  });
  const least = [...moved].sort((a, b) => b - a)[Math.floor(moved.length * KEPT_SHARE)] ?? 0;
  const kept = [...names.keys()]
    .filter((feature) => moved[feature]! > least)
    .sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
  const packed = packNetwork(network, scales, kept, LEVELS);
  return `{
  "thresholds": ${listOf(thresholds)},
${packed.lines.map((line) => `  ${line},`).join('\n')}
  "rows": [
${kept.map((feature, at) => `    ${JSON.stringify(names[feature]! + packed.rows[at]!)}`).join(',\n')}
  ]
}
`;
}

const tuning = JSON.parse(readFileSync(TUNING, 'utf8')) as LabelledPitch[];
const others = tuning.filter((pitch) => writerOf(pitch) !== '');
const scored = crossValidate(tuning, (pitches) => {
  const { score } = train(pitches);
  return ({ sentences }) => sentences.map(({ text }) => score(text));
});
const thresholds = chooseThresholds(others, scored);
const own: ScoredPitches = new Map(
  [...scored].map(([pitch, scores]) => [pitch, scores.map((row) => less(row, thresholds))]),
);
const among: ScoredPitches = crossValidate(tuning, (pitches) => {
  const network = trainContext(new Map(pitches.map((pitch) => [pitch, own.get(pitch)!])));
  return (pitch) => scoreInContext(network, own.get(pitch)!);
});
const contextThresholds = ELEMENTS.map((element, index) =>
  chooseContextThreshold(
    others.flatMap((pitch) =>
      pitch.sentences.map(({ labels }, at) => ({
        own: own.get(pitch)![at]![index]!,
        among: among.get(pitch)![at]![index]!,
        carries: labels.includes(element),
      })),
    ),
  ),
);
/** As the domain decides: what is clear by itself stands. */
const decide = (alone: number, amongOthers: number, element: number) =>
  Math.abs(alone) < CLEAR_SCORE ? amongOthers > contextThresholds[element]! : alone > 0;
console.log(
  `thresholds ${thresholds.join(' ')}, in doubt among its neighbours ${contextThresholds.join(' ')}`,
);
report(
  'cross-validated by writer, writers not trained on, each sentence by itself',
  others,
  (pitch, sentence, element) => own.get(pitch)![sentence]![element]! > 0,
);
for (const [title, pitches] of [
  ['writers not trained on', others],
  ['all', tuning],
] as const) {
  report(`cross-validated by writer, ${title}`, pitches, (pitch, sentence, element) =>
    decide(own.get(pitch)![sentence]![element]!, among.get(pitch)![sentence]![element]!, element),
  );
}
if (!process.argv.includes('--dry')) {
  const trained = train(tuning);
  const context = trainContext(own);
  const fitted = new Map(
    tuning.map((pitch) => {
      const alone = pitch.sentences.map(({ text }) => less(trained.score(text), thresholds));
      return [pitch, { alone, together: scoreInContext(context, alone) }];
    }),
  );
  report('fitted', tuning, (pitch, sentence, element) => {
    const { alone, together } = fitted.get(pitch)!;
    return decide(alone[sentence]![element]!, together[sentence]![element]!, element);
  });
  const json = writeModel(trained, thresholds);
  console.log(`\n${trained.names.length} features, ${(json.length / 1000).toFixed(0)} thousand characters`);
  writeFileSync(MODEL, json);
  writeFileSync(CONTEXT, writeContext(context, contextThresholds));
}
