/**
 * How well omitted sentences and said clauses are told, per rate of mora errors. `npm run evaluate:alignment` takes the
 * pitches and the corruption that the limits of the alignment were chosen with, from 40 seeds per level;
 * `npm run evaluate:alignment -- --held-out` takes pitches nobody tuned the alignment on
 * (tests/fixtures/coverage/validation.json) and another corruption (`retellScript`), with errors spread and in
 * bursts; `--developing` the same over an eighth of tuning.json, which may be read. `--mistakes` lists the sentences
 * wrongly told.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SentenceAnalysis } from '../../src/domain/analysis/analyze-sentence';
import { corruptScript, USUAL_CORRUPTION } from '../domain/alignment/corrupt-script';
import { readWordsBySound } from '../domain/alignment/dictionary-words';
import { analyzeText, PITCH_NAMES, readPitch } from '../domain/alignment/fixtures';
import { retellScript } from '../domain/alignment/retell-script';
import { type Corrupt, ratesOf, scoreAlignment } from '../domain/alignment/score-alignment';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';

const LEVELS = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];
/** Seeds per pitch: of the 13 pitches, of the 127 to read, of the 119 held out. Apart from each other by their offsets. */
const SEEDS = { tuned: 40, developing: 3, heldOut: 4 };
/** One in so many of tuning.json. */
const DEVELOPING_EVERY = 8;

const tokenize = await createStockTokenize();
const show = (value: number) => value.toFixed(3);

function seedsFrom(first: number, step: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + (index + 1) * step);
}

function readLabelled(name: string): SentenceAnalysis[][] {
  const file = resolve(import.meta.dirname, `../fixtures/coverage/${name}.json`);
  const pitches = JSON.parse(readFileSync(file, 'utf8')) as { text: string }[];
  return pitches.map(({ text }) => analyzeText(text, tokenize));
}

function print(
  scripts: readonly SentenceAnalysis[][],
  corruptAt: (moraErrors: number) => Corrupt,
  seedsAt: (moraErrors: number) => number[],
): void {
  console.log(
    'mora errors | measured | omitted sentences P / R / F1 | clauses heard P / R   | moved R | repeated P / R | said kept as said',
  );
  for (const level of LEVELS) {
    const score = scoreAlignment(scripts, tokenize, corruptAt(level), seedsAt(level));
    if (process.argv.includes('--mistakes')) console.log(score.mistakes.join('\n'));
    const [omitted, clauses, repeated] = [score.omitted, score.clauses, score.repeated].map(ratesOf);
    console.log(
      [
        `${Math.round(level * 100)} %`.padStart(11),
        `${((100 * score.wrongMorae) / score.saidMorae).toFixed(1)} %`.padStart(8),
        `${show(omitted!.precision)} / ${show(omitted!.recall)} / ${show(omitted!.f1)}`.padEnd(28),
        `${show(clauses!.precision)} / ${show(clauses!.recall)}`.padEnd(21),
        show(ratesOf(score.moved).recall).padStart(7),
        `${show(repeated!.precision)} / ${show(repeated!.recall)}`.padStart(14),
        show(score.saidKept / score.said),
      ].join(' | '),
    );
  }
}

const heldOut = process.argv.includes('--held-out');
if (heldOut || process.argv.includes('--developing')) {
  const scripts = heldOut
    ? readLabelled('validation')
    : readLabelled('tuning').filter((_, index) => index % DEVELOPING_EVERY === 0);
  const source = { words: readWordsBySound(), others: scripts.flat() };
  const seeds = heldOut ? seedsFrom(5, 611_953, SEEDS.heldOut) : seedsFrom(1, 104_729, SEEDS.developing);
  for (const errors of ['spread', 'bursts'] as const) {
    console.log(`\n${scripts.length} pitches, errors in ${errors === 'spread' ? 'no order' : 'bursts'}`);
    print(
      scripts,
      (moraErrors) => (sentences, random) => retellScript(sentences, { moraErrors, errors }, source, random),
      () => seeds,
    );
  }
} else {
  print(
    PITCH_NAMES.map((name) => analyzeText(readPitch(name), tokenize)),
    (moraErrors) => (sentences, random) =>
      corruptScript(sentences, { ...USUAL_CORRUPTION, moraErrors }, random),
    (moraErrors) => seedsFrom(Math.round(moraErrors * 100), 7919, SEEDS.tuned),
  );
}
