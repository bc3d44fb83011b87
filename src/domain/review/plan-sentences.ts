import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import { estimateDuration, type SpeakingRate } from '../timing/estimate-duration';
import { UNDER_BELOW_RATIO } from './judge-time';

/**
 * How long each sentence may take, the pause after it included, so that the script fills its budget: its estimate,
 * scaled. A script too short for its budget is not drawn out beyond what the budget calls full: it lacks words, not
 * slowness. The last sentence has no pause after it. All in ms.
 */
export function planSentences(
  sentences: readonly SentenceAnalysis[],
  budgetMs: number,
  rate: SpeakingRate,
): number[] {
  const last = sentences.findLastIndex(({ length }) => length.morae > 0);
  const estimates = sentences.map(({ length }, index) => {
    const estimate = estimateDuration(length, rate);
    return index === last ? Math.max(0, estimate - rate.msPerSentenceEnd) : estimate;
  });
  const total = estimates.reduce((sum, ms) => sum + ms, 0);
  const scale = total === 0 ? 1 : Math.min(budgetMs / total, 1 / UNDER_BELOW_RATIO);
  return estimates.map((ms) => ms * scale);
}
