/**
 * Trains the judge of ターゲット, 特徴, ベネフィット on the tuning pitches and writes its weights into the domain.
 *   npx tsx tests/evaluate/train-coverage.ts [--dry]
 * Deterministic: same pitches, same weights. Prints the score cross-validated by pitch and the fitted one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { ELEMENTS, type Element } from '../../src/domain/coverage/element';
import { weighRivals } from '../../src/domain/coverage/rival-scores';
import { extractFeatures } from '../../src/domain/coverage/sentence-features';
import { tokenizeTyped } from '../../src/domain/reading/tokenize-typed';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';
import { type LabelledPitch, printScore, scorePitches } from './coverage-score';
import { fitLogistic, type LogisticFit, scoreOf } from './logistic-regression';

const TUNING = new URL('../fixtures/coverage/tuning.json', import.meta.url);
const MODEL = new URL('../../src/domain/coverage/model.json', import.meta.url);

/** A feature must occur in this many pitches: a word of one pitch says nothing about the next. */
const FEWEST_PITCHES = 4;
const FOLDS = 5;
const ITERATIONS = 150;
/** Chosen by cross-validation; `scale` by kind of feature (its prefix), a smaller one is trusted less. */
const PENALTIES = { l1: 0, l2: 4 };
const SCALES: Record<string, number> = { g: 1, u: 0.7, k: 0.4, p: 0.8 };
const OTHER_SCALE = 0.5;
/** Weights are kept in hundredths, and left out below this many. */
const LEAST_HUNDREDTHS = 6;

/** Mistakes that were mended count as so many sentences, so that new pitches do not bring them back. */
const FIXED_COUNT = 5;
const REGRESSIONS = new URL('../fixtures/coverage/regressions.json', import.meta.url);
const fixed = new Set(
  (JSON.parse(readFileSync(REGRESSIONS, 'utf8')) as { sentence: string }[]).map(({ sentence }) =>
    sentence.trim(),
  ),
);

const tokenize = await createStockTokenize();
const known = new Map<string, string[]>();
function featuresOf(sentence: string): string[] {
  const names =
    known.get(sentence) ??
    extractFeatures(sentence, tokenizeTyped(sentence, tokenize)).map(({ name }) => name);
  known.set(sentence, names);
  return names;
}

interface Model {
  names: string[];
  fits: LogisticFit[];
  score: (sentence: string) => number[];
}

function train(pitches: readonly LabelledPitch[]): Model {
  const pitchesWith = new Map<string, number>();
  for (const pitch of pitches) {
    const inPitch = new Set(pitch.sentences.flatMap((sentence) => featuresOf(sentence.text)));
    for (const name of inPitch) pitchesWith.set(name, (pitchesWith.get(name) ?? 0) + 1);
  }
  const names = [...pitchesWith].filter(([, count]) => count >= FEWEST_PITCHES).map(([name]) => name);
  const indices = new Map(names.map((name, index) => [name, index]));
  const encode = (sentence: string) =>
    Int32Array.from(featuresOf(sentence).flatMap((name) => indices.get(name) ?? []));
  const scales = Float64Array.from(names, (name) => SCALES[name.slice(0, 1)] ?? OTHER_SCALE);
  const sentences = pitches
    .flatMap((pitch) => pitch.sentences)
    .flatMap((sentence) =>
      Array<typeof sentence>(fixed.has(sentence.text.trim()) ? FIXED_COUNT : 1).fill(sentence),
    );
  const encoded = sentences.map((sentence) => encode(sentence.text));
  const fits = ELEMENTS.map((element) =>
    fitLogistic(
      sentences.map((sentence, i) => ({ features: encoded[i]!, label: sentence.labels.includes(element) })),
      scales,
      PENALTIES,
      ITERATIONS,
    ),
  );
  return {
    names,
    fits,
    score: (sentence) => {
      const features = encode(sentence);
      return weighRivals(fits.map((fit) => scoreOf(features, fit.weights, fit.bias)));
    },
  };
}

/** Scores of sentences by models that have not seen their pitch. */
function crossValidate(pitches: readonly LabelledPitch[]): Map<LabelledPitch, number[][]> {
  const scores = new Map<LabelledPitch, number[][]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = train(pitches.filter((_, index) => index % FOLDS !== fold));
    for (const pitch of pitches.filter((_, index) => index % FOLDS === fold)) {
      scores.set(
        pitch,
        pitch.sentences.map((sentence) => model.score(sentence.text)),
      );
    }
  }
  return scores;
}

/**
 * The score from which an element is said to be there: where, cross-validated, it is said as often as it is true.
 * (The threshold of the best F1 is a peak of chance on so few sentences.)
 */
function chooseThreshold(scores: Map<LabelledPitch, number[][]>, element: Element): number {
  const index = ELEMENTS.indexOf(element);
  const descending = [...scores.values()]
    .flat()
    .map((row) => row[index]!)
    .sort((a, b) => b - a);
  const said = [...scores.keys()].flatMap(({ sentences }) =>
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

const tuning = JSON.parse(readFileSync(TUNING, 'utf8')) as LabelledPitch[];
const held = crossValidate(tuning);
const thresholds = ELEMENTS.map((element) => chooseThreshold(held, element));
console.log(`thresholds ${thresholds.join(' ')}\n\ncross-validated by pitch`);
printScore(
  scorePitches(
    tuning,
    judgeBy((_, pitch, index) => held.get(pitch)![index]!),
  ).score,
);

const model = train(tuning);
const weights = Object.fromEntries(
  model.names
    .map((name, i) => [name, model.fits.map((fit) => Math.round(fit.weights[i]! * 100))] as const)
    .filter(([, row]) => row.some((weight) => Math.abs(weight) >= LEAST_HUNDREDTHS))
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
const bias = model.fits.map((fit) => Math.round(fit.bias * 100));
const inHundredths = thresholds.map((threshold) => Math.round(threshold * 100));
const rows = Object.entries(weights).map(([name, row]) => `    ${JSON.stringify(name)}: [${row.join(', ')}]`);
const json = `{\n  "bias": [${bias.join(', ')}],\n  "thresholds": [${inHundredths.join(', ')}],\n  "weights": {\n${rows.join(',\n')}\n  }\n}\n`;
console.log(`\nfitted`);
printScore(scorePitches(tuning, judgeBy(model.score)).score);
console.log(
  `\n${Object.keys(weights).length} weights, ${(json.length / 1000).toFixed(0)} thousand characters`,
);
if (!process.argv.includes('--dry')) writeFileSync(MODEL, json);
