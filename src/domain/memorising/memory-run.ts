import type { ReviewedTake } from '../progress/trace-progress';
import type { DeliveryReview } from '../review/judge-delivery';
import type { TakeReview } from '../review/review-take';
import type { Recall, RecalledSentence, RecallScope, Recollection, Rung } from './recall';

/** What one recall, or one take, tells of what sits in the memory. */
export interface MemoryRun {
  /** Epoch ms. */
  at: number;
  /** How it was recalled; `null` of a take. */
  how: Pick<Recall, 'way' | 'rung'> | null;
  scope: RecallScope;
  /** Whether the script was out of view. */
  fromMemory: boolean;
  /** The sentences it tells something of, in order. */
  sentences: RecalledSentence[];
}

/** A take as far as its words are known or its sound was worked out (`delivery`). */
export interface RememberedTake {
  take: ReviewedTake;
  delivery: DeliveryReview | null;
}

/** What is known from recalls and takes together, the oldest first. A recall with the script in view tells nothing. */
export function memoryRuns(recalls: readonly Recall[], takes: readonly RememberedTake[]): MemoryRun[] {
  return [
    ...recalls.filter(({ rung }) => !showsAll(rung)).map(runOfRecall),
    ...takes.map(runOfTake).filter(({ sentences }) => sentences.length > 0),
  ].sort((one, other) => one.at - other.at);
}

const showsAll = (rung: Rung): boolean => rung === 'script';

function runOfRecall({ recalledAt, scope, way, rung, sentences }: Recall): MemoryRun {
  return { at: recalledAt, how: { way, rung }, scope, fromMemory: true, sentences };
}

function runOfTake({ take, delivery }: RememberedTake): MemoryRun {
  const { review, sentenceTexts, startedAt } = take;
  const known = recollections(review, delivery);
  // Silence before a sentence is silence after the one before it.
  const longPauses = new Set(
    delivery?.moments.flatMap((moment) => (moment.kind === 'long-pause' ? moment.sentence + 1 : [])),
  );
  return {
    at: startedAt,
    how: null,
    scope: 'whole',
    fromMemory: review.prompter !== 'script',
    sentences: sentenceTexts.flatMap((text, index) => {
      const found = known[index];
      if (!found) return [];
      return [{ text: text.trim(), ...found, stopped: found.stopped || longPauses.has(index) }];
    }),
  };
}

type Known = { recollection: Recollection; stopped: boolean } | null;

const CAME = { recollection: 'recalled', stopped: false } as const;
const OUT_OF_PLACE = { recollection: 'recalled', stopped: true } as const;
const PARTLY = { recollection: 'partly', stopped: false } as const;
const OMITTED = { recollection: 'omitted', stopped: true } as const;

/** Per sentence what became of it, `null` where that is not known. Words tell more than sound. */
function recollections({ content }: TakeReview, delivery: DeliveryReview | null): Known[] {
  if (content.kind === 'judged') {
    return content.alignment.sentences.map(({ status }, index) => {
      if (content.lostToDevice.includes(index)) return null;
      if (status === 'omitted') return OMITTED;
      if (status === 'moved') return OUT_OF_PLACE;
      return status === 'said-partly' ? PARTLY : CAME;
    });
  }
  if (delivery?.method !== 'sound' || delivery.sureness === 'poor') return [];
  return delivery.sentences.map(({ status }) => {
    if (status === 'said' || status === 'repeated') return CAME;
    if (status === 'cut-off') return PARTLY;
    return status === 'not-heard' ? OMITTED : null;
  });
}
