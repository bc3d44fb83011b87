/** The steps of the ladder from the page to the head, by what is in view; each shows less than the one before. */
export const RUNGS = ['script', 'bunsetsu-heads', 'sentence-heads', 'key-words', 'title'] as const;
export type Rung = (typeof RUNGS)[number];

/** How a recall was done: reading along in one's head, typing, or saying it aloud. */
export const RECALL_WAYS = ['reading', 'typing', 'voice'] as const;
export type RecallWay = (typeof RECALL_WAYS)[number];

export const RECOLLECTIONS = ['recalled', 'partly', 'omitted'] as const;
/** What came of one sentence. */
export type Recollection = (typeof RECOLLECTIONS)[number];

/** One run through the script from memory, or through some of its sentences; never changed once kept. */
export interface Recall {
  id: string;
  variantId: string;
  /** Epoch ms of its end. */
  recalledAt: number;
  durationMs: number;
  rung: Rung;
  way: RecallWay;
  /** How often more of the script was looked at than the rung shows. */
  peeks: number;
  /** The sentences that were asked for, in order, by their text. */
  sentences: { text: string; recollection: Recollection }[];
}
