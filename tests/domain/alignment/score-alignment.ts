import { type Alignment, alignReadings } from '../../../src/domain/alignment/align-readings';
import { readHeard, readScript } from '../../../src/domain/alignment/mora-sequence';
import type { SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import type { Tokenize } from '../../../src/domain/reading/token';
import type { Corrupted, SpokenClause } from './corrupt-script';
import { analyzeText } from './fixtures';
import { createRandom, type Random } from './random';

/** How often something was told rightly, told where it was not, and not told where it was. */
export interface Tally {
  hits: number;
  false: number;
  missed: number;
}

/** How well what became of sentences and clauses was told, over many corrupted scripts. */
export interface Score {
  omitted: Tally;
  repeated: Tally;
  /** Clauses that were said, and were found. */
  clauses: Tally;
  /** Of two sentences swapped, one is heard in its place and the other moved: neither may be called omitted. */
  moved: Tally;
  /** Sentences said as they stand, and how many of them were called so. */
  said: number;
  saidKept: number;
  wrongMorae: number;
  saidMorae: number;
  /** Sentences wrongly called omitted or not, for a look at them. */
  mistakes: string[];
}

/** Shorter clauses, in characters (はい、), are left out of the count. */
const SHORTEST_CLAUSE = 5;
/** A clause counts as heard where this share of its characters was matched or said in other words. */
const CLAUSE_HEARD_RATIO = 0.5;

/** Makes of a script what might be heard of it; every choice comes from `random`. */
export type Corrupt = (sentences: readonly SentenceAnalysis[], random: Random) => Corrupted;

/** So far apart, and odd, that no two scripts draw the same chances. */
const SEEDS_APART = 15_485_863;

/** Corrupts each script once per seed, which no two scripts share, aligns what comes out, and counts. */
export function scoreAlignment(
  scripts: readonly (readonly SentenceAnalysis[])[],
  tokenize: Tokenize,
  corrupt: Corrupt,
  seeds: readonly number[],
): Score {
  const tally = (): Tally => ({ hits: 0, false: 0, missed: 0 });
  const score: Score = {
    omitted: tally(),
    repeated: tally(),
    clauses: tally(),
    moved: tally(),
    said: 0,
    saidKept: 0,
    wrongMorae: 0,
    saidMorae: 0,
    mistakes: [],
  };
  scripts.forEach((sentences, place) => {
    const script = readScript(sentences);
    for (const seed of seeds) {
      const corrupted = corrupt(sentences, createRandom(seed + place * SEEDS_APART));
      const alignment = alignReadings(script, readHeard(analyzeText(corrupted.text, tokenize)));
      score.wrongMorae += corrupted.wrongMorae;
      score.saidMorae += corrupted.saidMorae;
      for (const clause of corrupted.clauses) {
        if (clause.end - clause.start < SHORTEST_CLAUSE) continue;
        const offset = script.sentences[clause.sentence]!.start;
        count(score.clauses, clause.said, heardRatio(alignment, offset, clause) >= CLAUSE_HEARD_RATIO);
      }
      corrupted.truth.forEach((truth, index) => {
        const sentence = sentences[index]!;
        if (sentence.length.morae === 0) return;
        const { status, matchedRatio } = alignment.sentences[index]!;
        count(score.omitted, truth === 'omitted', status === 'omitted');
        count(score.repeated, truth === 'repeated', status === 'repeated');
        if (truth === 'moved') count(score.moved, true, status !== 'omitted');
        if (truth === 'said') {
          score.said += 1;
          if (status === 'said') score.saidKept += 1;
        }
        if ((truth === 'omitted') !== (status === 'omitted')) {
          score.mistakes.push(`${truth} → ${status} ${matchedRatio.toFixed(2)} ${sentence.text.trim()}`);
        }
      });
    }
  });
  return score;
}

/** Precision, recall and their harmonic mean. */
export function ratesOf({ hits, false: wrong, missed }: Tally): {
  precision: number;
  recall: number;
  f1: number;
} {
  const precision = hits / (hits + wrong || 1);
  const recall = hits / (hits + missed || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

function count(tally: Tally, truth: boolean, told: boolean): void {
  if (truth && told) tally.hits += 1;
  else if (truth) tally.missed += 1;
  else if (told) tally.false += 1;
}

/** Share of a clause's characters that lie in matched or reworded stretches; a moved sentence is heard whole. */
function heardRatio(alignment: Alignment, offset: number, clause: SpokenClause): number {
  if (alignment.sentences[clause.sentence]!.status === 'moved') return 1;
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
