/**
 * How well omitted sentences and said clauses are told, per rate of mora errors: `npx tsx tests/evaluate/evaluate-alignment.ts`.
 * Every pitch of tests/fixtures/pitches is corrupted as recognisers and speakers do, from 40 seeds per level.
 */
import { type Alignment, alignReadings } from '../../src/domain/alignment/align-readings';
import { readHeard, readScript } from '../../src/domain/alignment/mora-sequence';
import { corruptScript, type SpokenClause, USUAL_CORRUPTION } from '../domain/alignment/corrupt-script';
import { analyzeText, PITCH_NAMES, readPitch } from '../domain/alignment/fixtures';
import { createRandom } from '../domain/alignment/random';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';

const SEEDS = 40;
const LEVELS = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];

interface Tally {
  hits: number;
  false: number;
  missed: number;
}

const figures = ({ hits, false: wrong, missed }: Tally) => {
  const precision = hits / (hits + wrong || 1);
  const recall = hits / (hits + missed || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
};
const show = (value: number) => value.toFixed(3);
const verbose = process.argv.includes('--wrong');

/** Share of a clause's characters that lie in matched or reworded stretches. */
function heardRatio(alignment: Alignment, offset: number, clause: SpokenClause): number {
  const [start, end] = [clause.start + offset, clause.end + offset];
  const covered = alignment.runs
    .filter((run) => run.kind === 'matched' || run.kind === 'substituted')
    .reduce(
      (sum, { script }) =>
        sum + (script ? Math.max(0, Math.min(end, script.end) - Math.max(start, script.start)) : 0),
      0,
    );
  return covered / (end - start);
}

const tokenize = await createStockTokenize();
const scripts = PITCH_NAMES.map((name) => ({ name, sentences: analyzeText(readPitch(name), tokenize) }));

/** Shorter clauses, in characters (はい、), are left out of the count. */
const SHORTEST_CLAUSE = 5;
/** A clause counts as heard where this share of its characters was matched or said in other words. */
const CLAUSE_HEARD_RATIO = 0.5;

console.log(
  'mora errors | measured | omitted sentences P / R / F1 | clauses heard P / R   | moved R | repeated P / R | said kept as said',
);
for (const level of LEVELS) {
  const omitted: Tally = { hits: 0, false: 0, missed: 0 };
  const moved: Tally = { hits: 0, false: 0, missed: 0 };
  const repeated: Tally = { hits: 0, false: 0, missed: 0 };
  const clauses: Tally = { hits: 0, false: 0, missed: 0 };
  let [said, saidKept, wrong, all] = [0, 0, 0, 0];
  for (const { name, sentences } of scripts) {
    const script = readScript(sentences);
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const random = createRandom(seed * 7919 + Math.round(level * 100));
      const corrupted = corruptScript(sentences, { ...USUAL_CORRUPTION, moraErrors: level }, random);
      const alignment = alignReadings(script, readHeard(analyzeText(corrupted.text, tokenize)));
      for (const clause of corrupted.clauses) {
        if (clause.end - clause.start < SHORTEST_CLAUSE) continue;
        const { status } = alignment.sentences[clause.sentence]!;
        const ratio =
          status === 'moved' ? 1 : heardRatio(alignment, script.sentences[clause.sentence]!.start, clause);
        const found = ratio >= CLAUSE_HEARD_RATIO;
        if (clause.said && found) clauses.hits += 1;
        else if (clause.said) clauses.missed += 1;
        else if (found) clauses.false += 1;
      }
      wrong += corrupted.wrongMorae;
      all += corrupted.saidMorae;
      corrupted.truth.forEach((truth, index) => {
        if (sentences[index]!.length.morae === 0) return;
        const { status, matchedRatio, saidRatio } = alignment.sentences[index]!;
        const count = (tally: Tally, kind: string) => {
          if (truth === kind && status === kind) tally.hits += 1;
          else if (truth === kind) tally.missed += 1;
          else if (status === kind) tally.false += 1;
        };
        count(omitted, 'omitted');
        count(repeated, 'repeated');
        // Of two sentences swapped, one is heard in its place and the other moved: both are right.
        if (truth === 'moved') {
          if (status === 'omitted') moved.missed += 1;
          else moved.hits += 1;
        }
        if (truth === 'said') {
          said += 1;
          if (status === 'said') saidKept += 1;
        }
        if (verbose && (truth === 'omitted') !== (status === 'omitted')) {
          console.log(
            name,
            seed,
            level,
            truth,
            status,
            show(matchedRatio),
            show(saidRatio),
            sentences[index]!.text.trim(),
          );
        }
      });
    }
  }
  const o = figures(omitted);
  const r = figures(repeated);
  const c = figures(clauses);
  console.log(
    [
      `${Math.round(level * 100)} %`.padStart(11),
      `${((100 * wrong) / all).toFixed(1)} %`.padStart(8),
      `${show(o.precision)} / ${show(o.recall)} / ${show(o.f1)}`.padEnd(28),
      `${show(c.precision)} / ${show(c.recall)}`.padEnd(21),
      show(figures(moved).recall).padStart(7),
      `${show(r.precision)} / ${show(r.recall)}`.padStart(14),
      show(saidKept / said),
    ].join(' | '),
  );
}
