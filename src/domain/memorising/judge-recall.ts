import { alignReadings, type Run, type SentenceAlignment, type TextRange } from '../alignment/align-readings';
import { readHeard, readScript } from '../alignment/mora-sequence';
import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import type { Recollection } from './recall';

/** Where what was said from memory is not the script's words. Other words for the same are no mistake. */
export interface RecallDifference {
  kind: 'left-out' | 'reworded';
  script: string;
  /** What stands in its place; empty where it was left out. */
  said: string;
}

/** One sentence of the script against what was typed of it. */
export interface JudgedRecall {
  recollection: Recollection;
  /** Whether its first words are missing, or it came out of its order. */
  stopped: boolean;
  differences: RecallDifference[];
}

/** So many morae missing at its beginning are a word: the sentence did not begin by itself. */
const MISSING_BEGINNING_MORAE = 3;

/**
 * Holds sentences of a script against what was typed of them, by how it sounds: 出来る is できる. Both may be empty;
 * a sentence of which nothing is spoken counts as recalled.
 */
export function judgeRecall(
  sentences: readonly SentenceAnalysis[],
  typed: readonly SentenceAnalysis[],
): JudgedRecall[] {
  const script = readScript(sentences);
  const { sentences: aligned, runs } = alignReadings(script, readHeard(typed));
  const scriptText = sentences.map(({ text }) => text).join('');
  const typedText = typed.map(({ text }) => text).join('');
  return aligned.map((sentence, index) => {
    const own = runs.filter((run) => run.sentence === index);
    const recollection = recollectionOf(sentence);
    const differences = recollection === 'omitted' ? [] : differencesOf(own, scriptText, typedText);
    const first = own[0];
    const beginningLost =
      first?.kind === 'omitted' && first.scriptMorae.end - first.scriptMorae.start >= MISSING_BEGINNING_MORAE;
    const inPlace = sentence.status !== 'moved' && sentence.status !== 'omitted';
    return {
      recollection,
      stopped: !inPlace || beginningLost,
      differences: sentence.status === 'moved' ? [] : differences,
    };
  });
}

function recollectionOf({ status }: SentenceAlignment): Recollection {
  if (status === 'omitted') return 'omitted';
  return status === 'said-partly' ? 'partly' : 'recalled';
}

function differencesOf(runs: readonly Run[], script: string, typed: string): RecallDifference[] {
  const textOf = (text: string, range: TextRange | null): string =>
    range ? text.slice(range.start, range.end).trim() : '';
  return runs.flatMap((run): RecallDifference[] => {
    if (run.kind !== 'omitted' && run.kind !== 'substituted') return [];
    const difference = { script: textOf(script, run.script), said: textOf(typed, run.heard) };
    if (difference.script === '') return [];
    return [{ kind: difference.said === '' ? 'left-out' : 'reworded', ...difference }];
  });
}
