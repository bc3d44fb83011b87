import { useEffect, useMemo } from 'react';
import type { SentenceReport } from '../../domain/analysis/report-script';
import { type JudgedRecall, judgeRecall } from '../../domain/memorising/judge-recall';
import type { RecallDraft } from '../../domain/memorising/preparation';
import { analysedSentences } from '../../state/analysed-sentences';
import { useAppActions, useAppStore } from '../../state/use-app-store';

/** What came of the sentences asked for, in their order; `null` until it is `wanted` and what was typed is analysed. */
export function useJudgedRecall(
  asked: readonly SentenceReport[],
  { atOnce, typed }: RecallDraft,
  wanted: boolean,
): JudgedRecall[] | null {
  const { analysisWanted } = useAppActions();
  const analyses = useAppStore((state) => state.analyses);
  useEffect(() => {
    if (wanted) analysisWanted(typed);
  }, [wanted, analysisWanted, typed]);
  return useMemo(() => {
    if (!wanted) return null;
    const script = asked.flatMap(({ analysis }) => analysis ?? []);
    const answers = typed.map((text) => analysedSentences(text, analyses));
    if (script.length < asked.length || !answers.every((answer) => answer !== null)) return null;
    if (atOnce) return judgeRecall(script, answers.flat());
    return script.flatMap((sentence, index) => judgeRecall([sentence], answers[index] ?? []));
  }, [wanted, asked, atOnce, typed, analyses]);
}
