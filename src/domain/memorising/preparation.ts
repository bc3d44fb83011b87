import type { RecallScope, Rung } from './recall';

/** What a person has set for learning one variant by heart, and what they are in the middle of typing. */
export interface Preparation {
  variantId: string;
  /** The day it will be said, as `YYYY-MM-DD` in the person's own time zone; `null` where none is set. */
  eventDate: string | null;
  /** The key words of sentences where the person chose others than the app, held to the sentence by its text. */
  keyWords: { sentenceText: string; words: string[] }[];
  draft: RecallDraft | null;
  /** Epoch ms. */
  updatedAt: number;
}

/** A recall by typing that is not finished. */
export interface RecallDraft {
  rung: Rung;
  scope: RecallScope;
  /** The sentences asked for, by their text. */
  asked: string[];
  /** Whether all of it is typed into one field. */
  atOnce: boolean;
  /** One per sentence asked for, or one for all of them. */
  typed: string[];
  peeks: number;
}

/** What a variant has before anything is set. */
export function newPreparation(variantId: string): Preparation {
  return { variantId, eventDate: null, keyWords: [], draft: null, updatedAt: 0 };
}
