import type { ContentReview } from './judge-content';
import type { DeliveryReview } from './judge-delivery';

/** Which sentences of a script were said, as far as anything tells. Indices are those of the script. */
export interface SaidSentences {
  /** `words`: what a recogniser heard, or the person typed or recalled; where there are none, the `sound` may tell. */
  by: 'words' | 'sound';
  leftOut: number[];
  /** Said more than once, with what the take would be shorter by had they been said once, ms. */
  repeated: { sentence: number; savesMs: number }[];
}

/** From what was heard; `sentenceMs` is the time each sentence takes. `null` where no words are known. */
export function saidByWords(content: ContentReview, sentenceMs: readonly number[]): SaidSentences | null {
  if (content.kind === 'unknown') return null;
  return {
    by: 'words',
    leftOut: content.omitted,
    repeated: content.alignment.sentences.flatMap(({ repeats }, sentence) =>
      repeats.length === 0 ? [] : { sentence, savesMs: repeats.length * (sentenceMs[sentence] ?? 0) },
    ),
  };
}

/** From the sound alone; `null` where it is not sure enough to say that something was left out. */
export function saidBySound({ method, sureness, sentences }: DeliveryReview): SaidSentences | null {
  if (method !== 'sound' || sureness !== 'sure') return null;
  return {
    by: 'sound',
    leftOut: sentences.flatMap(({ status }, index) => (status === 'not-heard' ? index : [])),
    repeated: sentences.flatMap(({ status, sayings, tookMs }, sentence) =>
      status === 'repeated' ? { sentence, savesMs: tookMs * (1 - 1 / sayings.length) } : [],
    ),
  };
}
