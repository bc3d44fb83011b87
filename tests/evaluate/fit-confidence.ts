/**
 * Fits the weights of `src/domain/sound-alignment/confidence.ts` to takes with known timing, and prints them.
 *
 *   npm run fit:confidence -- DIR …
 *
 * Every third take is held against the script of another as well: what is found of that is always wrong. DIR are sets
 * of tuning voices: `tuning stress-tuning noisy-tuning` of make-voices.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FRAME_MS, measureBandLevels } from '../../src/domain/delivery/band-levels';
import { detectSpeech } from '../../src/domain/delivery/detect-speech';
import { readAloud } from '../../src/domain/reading/read-aloud';
import { alignByDuration } from '../../src/domain/sound-alignment/align-by-duration';
import { alignBySound } from '../../src/domain/sound-alignment/align-by-sound';
import { durationSignsOf, soundSignsOf } from '../../src/domain/sound-alignment/confidence';
import { readSentence } from '../../src/domain/sound-alignment/sentence-reading';
import { isUsable, passagesOfScript } from '../../src/domain/sound-alignment/time-take';
import { measureSpectrum, readModel } from '../domain/sound-alignment/read-fixture';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';
import { isRightStart } from './voices/reliability';
import { readTruth, sentencesOf, type TimingTruth } from './voices/timing-truth';
import { readWav } from './voices/wav';

interface Example {
  signs: Record<string, number>;
  right: boolean;
}

const OTHER_SCRIPT_EVERY = 3;
/** Pulls weights towards 0, as much as a sign of deviation 1 in this many starts. */
const RIDGE = 1;
const ROUNDS = 30;

const tokenize = await createStockTokenize();
const model = readModel();
const bySound: Example[] = [];
const byDuration: Example[] = [];

for (const folder of process.argv.slice(2)) {
  const wavs = readdirSync(folder)
    .filter((name) => name.endsWith('.wav'))
    .sort();
  const truths = wavs.map((wav) => readTruth(join(folder, wav.replace('.wav', '.json'))));
  wavs.forEach((wav, i) => {
    const truth = truths[i]!;
    const levels = measureBandLevels(readWav(readFileSync(join(folder, wav))).samples, measureSpectrum);
    const detection = detectSpeech(levels);
    addTake(detection, sentencesOf(truth), truth);
    const other = truths.find(({ script }) => script !== truth.script);
    if (other && i % OTHER_SCRIPT_EVERY === 0)
      addTake(detection, sentencesOf(other), { ...other, sentences: [], pauses: [] });
  });
}
report('SOUND', bySound);
report('DURATION', byDuration);

function addTake(
  detection: ReturnType<typeof detectSpeech>,
  sentences: readonly string[],
  truth: TimingTruth,
): void {
  const isRight = isRightStart(truth, sentences);
  const readings = sentences.map((text) => readSentence(text, readAloud(text, tokenize(text))));
  const alignment = alignBySound(detection, readings, model);
  if (isUsable(alignment, detection, readings)) {
    const passages = passagesOfScript(alignment);
    soundSignsOf(passages, alignment, detection).forEach((signs, k) => {
      const { sentence, startFrame } = passages[k]!;
      bySound.push({ signs: { ...signs }, right: isRight(sentence, startFrame * FRAME_MS) });
    });
  }
  if (truth.sentences.length === 0) return;
  const { passages, spread } = alignByDuration(detection.speech, readings);
  durationSignsOf(passages, spread, detection.speech.length).forEach((signs, k) => {
    const { sentence, startMs } = passages[k]!;
    byDuration.push({ signs: { ...signs }, right: isRight(sentence, startMs) });
  });
}

function report(name: string, examples: readonly Example[]): void {
  const names = Object.keys(examples[0]?.signs ?? {});
  const weights = fitLogistic(
    examples.map(({ signs }) => [1, ...names.map((sign) => signs[sign]!)]),
    examples.map(({ right }) => (right ? 1 : 0)),
  );
  const right = examples.filter((example) => example.right).length;
  const squares = examples.map((example) => {
    const logit = names.reduce((sum, sign, k) => sum + weights[k + 1]! * example.signs[sign]!, weights[0]!);
    return (1 / (1 + Math.exp(-logit)) - (example.right ? 1 : 0)) ** 2;
  });
  const brier = squares.reduce((sum, square) => sum + square, 0) / Math.max(1, squares.length);
  const lines = ['base', ...names].map((sign, k) => `  ${sign}: ${weights[k]!.toFixed(2)},`);
  process.stdout.write(
    `${name}: ${examples.length} starts, ${right} right, Brier ${brier.toFixed(4)}\n${lines.join('\n')}\n`,
  );
}

/** Logistic regression by Newton's method; the first column is 1 and not pulled. */
function fitLogistic(rows: readonly number[][], targets: readonly number[]): number[] {
  const size = rows[0]?.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, a) => (a === 0 ? 0 : -RIDGE * weight));
    const bend = weights.map((_, a) => weights.map((__, b) => (a === b ? (a === 0 ? 1e-9 : RIDGE) : 0)));
    rows.forEach((row, i) => {
      const guess = 1 / (1 + Math.exp(-row.reduce((sum, value, a) => sum + value * weights[a]!, 0)));
      for (let a = 0; a < size; a++) {
        slope[a]! += row[a]! * (targets[i]! - guess);
        for (let b = 0; b < size; b++) bend[a]![b]! += row[a]! * row[b]! * guess * (1 - guess);
      }
    });
    solve(bend, slope).forEach((step, a) => {
      weights[a]! += step;
    });
  }
  return weights;
}

/** Gauss–Jordan elimination of a positive definite system, in place. */
function solve(matrix: number[][], values: number[]): number[] {
  for (let a = 0; a < values.length; a++) {
    const pivot = matrix[a]![a]!;
    for (let b = 0; b < values.length; b++) {
      if (b === a) continue;
      const share = matrix[b]![a]! / pivot;
      for (let c = a; c < values.length; c++) matrix[b]![c]! -= share * matrix[a]![c]!;
      values[b]! -= share * values[a]!;
    }
  }
  return values.map((value, a) => value / matrix[a]![a]!);
}
