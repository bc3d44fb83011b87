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
