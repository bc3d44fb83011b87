import type { SentenceAnalysis } from '../domain/analysis/analyze-sentence';
import type { ReviewedTake } from '../domain/progress/trace-progress';
import type { Take } from '../domain/rehearsal/take';
import { type DeliveryReview, judgeDelivery } from '../domain/review/judge-delivery';
import type { SpeakingRate } from '../domain/timing/estimate-duration';
import type { TimingProgress } from './timing-slice';

/** Whether there may be anything of a take's sound: its recording, or what it told before that was put away. */
export function hasToldOfSound({ recordingType, sayings }: Take): boolean {
  return recordingType !== null || sayings !== undefined;
}

/** What the sound of a reviewed take tells; `null` until its timing is there and its script analysed. */
export function deliveryOf(
  reviewed: ReviewedTake | undefined,
  timing: TimingProgress | undefined,
  analyses: ReadonlyMap<string, SentenceAnalysis>,
  rate: SpeakingRate,
): DeliveryReview | null {
  if (!reviewed || timing?.kind !== 'ready') return null;
  const sentences = reviewed.sentenceTexts.flatMap((text) => analyses.get(text) ?? []);
  if (sentences.length < reviewed.sentenceTexts.length) return null;
  return judgeDelivery(timing.heard, sentences, reviewed.review, rate);
}
