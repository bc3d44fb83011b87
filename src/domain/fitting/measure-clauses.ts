import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import { estimateDuration, type SpeakingRate } from '../timing/estimate-duration';
import { measureSpokenLength } from '../timing/measure-spoken-length';
import type { Clause } from './split-clauses';

/** Estimated speaking time in ms of each clause with the pause after it; together the sentence's. */
export function measureClauses(
  analysis: SentenceAnalysis,
  clauses: readonly Clause[],
  rate: SpeakingRate,
): number[] {
  return clauses.map((clause, index) => {
    const spans = analysis.spans.filter(({ start }) => start >= clause.start && start < clause.end);
    const { morae, commas, sentenceEnds } = measureSpokenLength(analysis.text, spans);
    const spokenAfter = analysis.spans.some(({ start, morae: said }) => start >= clause.end && said > 0);
    // Only what ends the sentence ends; before another clause there is a comma's pause.
    const between = index < clauses.length - 1 && spokenAfter && sentenceEnds > 0 ? 1 : 0;
    return estimateDuration({ morae, commas: commas + between, sentenceEnds: sentenceEnds - between }, rate);
  });
}
