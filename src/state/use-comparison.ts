import { useEffect, useMemo } from 'react';
import type { DividedText } from '../domain/comparison/compare-phrases';
import { type ComparisonRow, compareScripts } from '../domain/comparison/compare-scripts';
import { splitBunsetsu } from '../domain/reading/split-bunsetsu';
import { splitSentences } from '../domain/text/sentences';
import type { AppState } from './app-state';
import { useAppActions, useAppStore } from './use-app-store';

interface Comparison {
  rows: ComparisonRow[];
  /** Whether every sentence that differs is divided into its words; until then it is compared as a whole. */
  complete: boolean;
}

/** What became of one script in another, as fine as the analysis has come; asks for what is missing. */
export function useComparison(before: string, after: string): Comparison {
  const { analysisWanted } = useAppActions();
  const analyses = useAppStore((state) => state.analyses);
  const comparison = useMemo(() => {
    const olds = divide(before, analyses);
    const nows = divide(after, analyses);
    const rows = compareScripts(olds, nows);
    const complete = rows.every(
      (row) =>
        row.kind === 'same' ||
        !('before' in row && 'after' in row) ||
        isDivided(olds[row.before], nows[row.after]),
    );
    return { rows, complete };
  }, [before, after, analyses]);
  useEffect(() => {
    if (!comparison.complete) analysisWanted([before, after]);
  }, [comparison, before, after, analysisWanted]);
  return comparison;
}

function divide(script: string, analyses: AppState['analyses']): DividedText[] {
  return splitSentences(script).map(({ text }) => {
    const tokens = analyses.get(text)?.tokens ?? [];
    return { text, tokens, phrases: splitBunsetsu(text, tokens) };
  });
}

function isDivided(...texts: (DividedText | undefined)[]): boolean {
  return texts.every((text) => text !== undefined && text.tokens.length > 0);
}
