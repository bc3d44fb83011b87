import type { RecallDifference } from '../../domain/memorising/judge-recall';
import type { Recall, RecalledSentence } from '../../domain/memorising/recall';

/** A run through sentences that has no place among those kept yet. */
export interface FinishedRecall extends Omit<Recall, 'id' | 'variantId' | 'recalledAt' | 'sentences'> {
  sentences: MarkedSentence[];
}

export interface MarkedSentence extends RecalledSentence {
  /** Empty where nobody compared. */
  differences: RecallDifference[];
}
