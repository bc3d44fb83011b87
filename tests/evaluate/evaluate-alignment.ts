/**
 * How well omitted sentences and said clauses are told, per rate of mora errors:
 * `npx tsx tests/evaluate/evaluate-alignment.ts`, with `--mistakes` for the sentences wrongly told. Every pitch of
 * tests/fixtures/pitches is corrupted as recognisers and speakers do, from 40 seeds per level.
 */
import { analyzeText, PITCH_NAMES, readPitch } from '../domain/alignment/fixtures';
import { ratesOf, scoreAlignment } from '../domain/alignment/score-alignment';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';

const SEEDS = 40;
const LEVELS = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];

const tokenize = await createStockTokenize();
const scripts = PITCH_NAMES.map((name) => analyzeText(readPitch(name), tokenize));
const show = (value: number) => value.toFixed(3);

console.log(
  'mora errors | measured | omitted sentences P / R / F1 | clauses heard P / R   | moved R | repeated P / R | said kept as said',
);
for (const level of LEVELS) {
  const score = scoreAlignment(scripts, tokenize, level, SEEDS);
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
