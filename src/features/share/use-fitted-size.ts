import { type RefObject, useLayoutEffect, useState } from 'react';
import { type CardFormat, largestFitting, SMALLEST_PT } from '../../domain/sharing/card';
import type { CardWords } from './card-face';

/**
 * The size of letters, in points, at which the words fill their card at most; `null` where they do not fit it at any
 * legible one. Measured on `words` as the browser sets them, in a card of its true measures.
 */
export function useFittedSize(
  element: RefObject<HTMLElement | null>,
  words: CardWords,
  format: CardFormat,
): number | null {
  const [sizePt, setSizePt] = useState<number | null>(SMALLEST_PT);
  const key = JSON.stringify(words);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the words, which are on the card by now
  useLayoutEffect(() => {
    const shown = element.current;
    const face = shown?.parentElement;
    if (!shown || !face) return;
    const room = getComputedStyle(face);
    const height =
      face.clientHeight - Number.parseFloat(room.paddingTop) - Number.parseFloat(room.paddingBottom);
    const before = shown.style.fontSize;
    setSizePt(
      largestFitting(format.largestPt, (candidate) => {
        shown.style.fontSize = `${candidate}pt`;
        return shown.offsetHeight <= height && shown.scrollWidth <= shown.clientWidth;
      }),
    );
    shown.style.fontSize = before;
  }, [element, key, format]);
  return sizePt;
}
