/** The steps of the ladder from the page to the head, by what is in view; each shows less than the one before. */
export const RUNGS = ['script', 'bunsetsu-heads', 'sentence-heads', 'key-words', 'title'] as const;
export type Rung = (typeof RUNGS)[number];

/** How a recall was done: in one's head, typing, or saying it aloud; what was neither typed nor recognised the person ticked. */
export const RECALL_WAYS = ['reading', 'typing', 'voice'] as const;
export type RecallWay = (typeof RECALL_WAYS)[number];

export const RECOLLECTIONS = ['recalled', 'partly', 'omitted'] as const;
/** What came of one sentence. */
export type Recollection = (typeof RECOLLECTIONS)[number];

/** What was asked for: the whole script, some of its sentences, or the beginnings of some after the sentence before. */
export const RECALL_SCOPES = ['whole', 'part', 'joints'] as const;
export type RecallScope = (typeof RECALL_SCOPES)[number];

export interface RecalledSentence {
  text: string;
  /** Of a joint, whether the beginning came: nothing is known of the rest. */
  recollection: Recollection;
  /** Whether its beginning did not come by itself: it was looked up, or something else was said in its place. */
  stopped: boolean;
}

/** One run through the script from memory, or through some of its sentences; never changed once kept. */
export interface Recall {
  id: string;
  variantId: string;
  /** Epoch ms of its end. */
  recalledAt: number;
  durationMs: number;
  rung: Rung;
  way: RecallWay;
  scope: RecallScope;
  /** How often more of the script was looked at than the rung shows. */
  peeks: number;
  /** The sentences that were asked for, in order, by their text. */
  sentences: RecalledSentence[];
}
