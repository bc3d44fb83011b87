/** What a pitch must carry: who it is for, what is special, what the customer gains. */
export const ELEMENTS = ['target', 'feature', 'benefit'] as const;
export type Element = (typeof ELEMENTS)[number];

/** Words of a sentence that decided a label; `[start, end)` in UTF-16 offsets of that sentence. */
export interface Evidence {
  start: number;
  end: number;
}

/** One element found in one sentence, with the words that show it. */
export interface Label {
  element: Element;
  evidence: Evidence[];
}

/** How far one sentence by itself, whatever is around it, speaks for an element. */
export interface Leaning {
  element: Element;
  /** Log odds; above nought its own words make it a label. */
  score: number;
  /** Empty where the score is so low that nothing around it could make it a label. */
  evidence: Evidence[];
}

/** From this score on, above or below nought, what is around a sentence changes nothing. */
export const CLEAR_SCORE = 2;
