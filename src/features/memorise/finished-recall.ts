import type { RecallDifference } from '../../domain/memorising/judge-recall';
import type { Recall, RecalledSentence } from '../../domain/memorising/recall';

/** A run through sentences as it stands before the person has had a look at it. */
export interface FinishedRecall extends Omit<Recall, 'id' | 'variantId' | 'recalledAt' | 'sentences'> {
  sentences: MarkedSentence[];
}

export interface MarkedSentence extends RecalledSentence {
  /** Empty where nobody compared. */
  differences: RecallDifference[];
}
