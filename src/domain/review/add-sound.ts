import { ELEMENTS, type Element } from '../coverage/element';
import type { DeliveryReview } from './judge-delivery';
import type { ElementReview } from './judge-elements';
import type { TakeReview } from './review-take';
import { saidBySound } from './said-sentences';

/**
 * Completes a review by what the sound of its take tells: the pace of what was said, the time of each sentence as
 * measured, and, where no words are known, which sentences and elements were said. Words, where they are known, tell
 * better what was left out.
 */
export function addSound(review: TakeReview, delivery: DeliveryReview): TakeReview {
  if (delivery.method !== 'sound' || delivery.sureness === 'poor') return review;
  const said = review.said ?? saidBySound(delivery);
  const { rates, sentences } = delivery;
  return {
    ...review,
    said,
    sentenceMs: review.sentenceMs.map((estimatedMs, index) => {
      const sentence = sentences[index];
      return sentence?.status === 'said' ? sentence.tookMs : estimatedMs;
    }),
    elements: said?.by === 'sound' ? judgeElements(review, delivery) : review.elements,
    pace: rates
      ? {
          kind: 'known',
          of: 'sound',
          characters: rates.characters,
          morae: rates.morae,
          charactersPerMinute: rates.charactersPerMinute,
          moraePerSecond: rates.speech,
        }
      : review.pace,
  };
}

/** An element is said with any of its sentences, and not said where none of them was. */
function judgeElements(
  { elements }: TakeReview,
  { sentences }: DeliveryReview,
): Record<Element, ElementReview> {
  const judge = (element: Element): ElementReview => {
    const review = elements[element];
    const statuses = review.sentences.flatMap((index) => sentences[index]?.status ?? []);
    if (statuses.some((status) => status === 'said' || status === 'repeated'))
      return { ...review, delivered: 'said', by: 'sound' };
    if (statuses.length > 0 && statuses.every((status) => status === 'not-heard'))
      return { ...review, delivered: 'not-said', by: 'sound' };
    return review;
  };
  return Object.fromEntries(ELEMENTS.map((element) => [element, judge(element)])) as Record<
    Element,
    ElementReview
  >;
}
