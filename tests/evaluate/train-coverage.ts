/**
 * Trains the judge of ターゲット, 特徴, ベネフィット on the tuning pitches and writes its weights into the domain.
 *   npx tsx tests/evaluate/train-coverage.ts [--dry] [--fast]
 * Deterministic: same pitches, same weights. Prints the score cross-validated by writer and, unless `--dry`, the fitted
 * one; `--fast` leaves the cross-validation out and keeps the thresholds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { ELEMENTS, type Element } from '../../src/domain/coverage/element';
import { extractFeatures } from '../../src/domain/coverage/sentence-features';
import { tokenizeTyped } from '../../src/domain/reading/tokenize-typed';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';
import { type LabelledPitch, printScore, scorePitches } from './coverage-score';
import { type FeatureNetwork, joinNetworks, scoreExample, trainNetwork } from './feature-network';

const TUNING = new URL('../fixtures/coverage/tuning.json', import.meta.url);
const CONTRAST = new URL('../fixtures/coverage/contrast.json', import.meta.url);
const REGRESSIONS = new URL('../fixtures/coverage/regressions.json', import.meta.url);
const MODEL = new URL('../../src/domain/coverage/model.json', import.meta.url);

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

/** Mistakes that were mended count as so many sentences, so that new pitches do not bring them back. */
const FIXED_COUNT = 3;
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
  const examples = [...pitches.flatMap((pitch) => pitch.sentences), ...contrast].flatMap(
    ({ text, labels }) => {
      const example = {
        features: encode(text),
        labels: ELEMENTS.map((element) => labels.includes(element)),
      };
      return Array<typeof example>(fixed.has(text.trim()) ? FIXED_COUNT : 1).fill(example);
    },
  );
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

/**
 * Scores of sentences by models that have not seen their writer; the pitches of the one writer who wrote
 * more than a quarter are divided by pitch.
 */
function crossValidate(pitches: readonly LabelledPitch[]): Map<LabelledPitch, number[][]> {
  const writers = [...new Set(pitches.map(writerOf))].filter((writer) => writer !== '');
  const foldOf = (pitch: LabelledPitch, index: number) =>
    (writerOf(pitch) === '' ? index : writers.indexOf(writerOf(pitch))) % FOLDS;
  const scores = new Map<LabelledPitch, number[][]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = train(pitches.filter((pitch, index) => foldOf(pitch, index) !== fold));
    for (const pitch of pitches.filter((each, index) => foldOf(each, index) === fold)) {
      scores.set(
        pitch,
        pitch.sentences.map((sentence) => model.score(sentence.text)),
      );
    }
  }
  return scores;
}

/**
 * The score from which an element is said to be there: where, cross-validated over writers not trained on, it is said as
 * often as it is true. (The threshold of the best F1 is a peak of chance on so few sentences.)
 */
function chooseThreshold(scores: Map<LabelledPitch, number[][]>, element: Element): number {
  const index = ELEMENTS.indexOf(element);
  const others = [...scores].filter(([pitch]) => writerOf(pitch) !== '');
  const descending = others
    .flatMap(([, rows]) => rows)
    .map((row) => row[index]!)
    .sort((a, b) => b - a);
  const said = others.flatMap(([{ sentences }]) =>
    sentences.filter((sentence) => sentence.labels.includes(element)),
  );
  return Math.round(descending[said.length]! * 100) / 100;
}

function judgeBy(score: (sentence: string, pitch: LabelledPitch, index: number) => number[]) {
  return (pitch: LabelledPitch) => {
    let start = 0;
    return pitch.sentences.map((sentence, index) => {
      const scores = score(sentence.text, pitch, index);
      const at = { start, end: start + sentence.text.length };
      start = at.end;
      return { ...at, labels: ELEMENTS.filter((_, element) => scores[element]! > thresholds[element]!) };
    });
  };
}

/** Weights in steps, a character each: few enough levels that the file packs well, enough that no label changes. */
const LEVELS = 5;
const ZERO = 63;
function writeRow(values: readonly number[], step: number): string {
  return String.fromCharCode(
    ...values.map((value) => ZERO + Math.max(-LEVELS, Math.min(LEVELS, Math.round(value / step)))),
  );
}

/** A step with which one weight in two hundred is cut off. */
function chooseStep(values: readonly number[]): number {
  const sizes = Float64Array.from(values, Math.abs).sort();
  return round(sizes[Math.floor(sizes.length * 0.995)]! / LEVELS);
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

/** How much one hidden unit moves the scores, whichever way. */
function sizeOut({ outgoing, outputs }: FeatureNetwork, unit: number): number {
  return outgoing
    .subarray(unit * outputs, (unit + 1) * outputs)
    .reduce((sum, weight) => sum + Math.abs(weight), 0);
}

function writeModel({ names, scales, network, pitchesWith }: Trained): string {
  const { hidden, outputs, rows } = network;
  const all = names.map((name, feature) => {
    const scaled = [...rows.subarray(feature * (hidden + outputs), (feature + 1) * (hidden + outputs))].map(
      (weight) => weight * scales[feature]!,
    );
    return { name, inner: scaled.slice(0, hidden), direct: scaled.slice(hidden) };
  });
  const moved = all.map(
    ({ name, inner, direct }) =>
      (pitchesWith.get(name) ?? 0) *
      (direct.reduce((sum, weight) => sum + Math.abs(weight), 0) +
        inner.reduce((sum, weight, unit) => sum + Math.abs(weight) * sizeOut(network, unit), 0)),
  );
  const least = [...moved].sort((a, b) => b - a)[Math.floor(moved.length * KEPT_SHARE)] ?? 0;
  const parts = all.filter((_, index) => moved[index]! > least);
  const hiddenStep = chooseStep(parts.flatMap(({ inner }) => inner));
  const directStep = chooseStep(parts.flatMap(({ direct }) => direct));
  const lines = parts
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      ({ name, inner, direct }) =>
        `    ${JSON.stringify(name + writeRow(inner, hiddenStep) + writeRow(direct, directStep))}`,
    );
  const list = (values: Iterable<number>) => `[${[...values].map(round).join(', ')}]`;
  return `{
  "thresholds": ${list(thresholds)},
  "hiddenStep": ${hiddenStep},
  "directStep": ${directStep},
  "hiddenBias": ${list(network.hiddenBias)},
  "outgoing": ${list(network.outgoing)},
  "outputBias": ${list(network.outputBias)},
  "rows": [
${lines.join(',\n')}
  ]
}
`;
}

const tuning = JSON.parse(readFileSync(TUNING, 'utf8')) as LabelledPitch[];
let thresholds: number[];
if (process.argv.includes('--fast')) {
  thresholds = (JSON.parse(readFileSync(MODEL, 'utf8')) as { thresholds: number[] }).thresholds;
} else {
  const held = crossValidate(tuning);
  thresholds = ELEMENTS.map((element) => chooseThreshold(held, element));
  const judge = judgeBy((_, pitch, index) => held.get(pitch)![index]!);
  console.log(`thresholds ${thresholds.join(' ')}\n\ncross-validated by writer, writers not trained on`);
  const others = tuning.filter((pitch) => writerOf(pitch) !== '');
  printScore(scorePitches(others, judge).score);
  console.log('\ncross-validated, all');
  printScore(scorePitches(tuning, judge).score);
}
if (!process.argv.includes('--dry')) {
  const trained = train(tuning);
  const json = writeModel(trained);
  console.log('\nfitted');
  printScore(scorePitches(tuning, judgeBy(trained.score)).score);
  console.log(`\n${trained.names.length} features, ${(json.length / 1000).toFixed(0)} thousand characters`);
  writeFileSync(MODEL, json);
}
