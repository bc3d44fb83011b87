/** What a person has set for learning one variant by heart. */
export interface Preparation {
  variantId: string;
  /** The day it will be said, as `YYYY-MM-DD` in the person's own time zone; `null` where none is set. */
  eventDate: string | null;
  /** The key words of sentences where the person chose others than the app, held to the sentence by its text. */
  keyWords: { sentenceText: string; words: string[] }[];
  /** Epoch ms. */
  updatedAt: number;
}
