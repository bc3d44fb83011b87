import type { DeliveryReview } from '../../domain/review/judge-delivery';
import type { SpokenSentence } from './use-recording-player';

/** Whether the times of sentences are good enough to be shown. */
export function isReliable(delivery: DeliveryReview | null): delivery is DeliveryReview {
  return delivery !== null && delivery.sureness !== 'poor';
}

/** Every saying of every sentence that the sound tells of. */
export function spokenSentences(delivery: DeliveryReview | null): SpokenSentence[] {
  if (!isReliable(delivery)) return [];
  return delivery.sentences.flatMap(({ sayings }, sentence) =>
    sayings.map((saying) => ({ ...saying, sentence })),
  );
}
