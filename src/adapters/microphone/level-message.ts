/** What the sound thread tells the page about each stretch of sound. */
export interface LevelMessage {
  /** End of the stretch on the sound's own clock, ms. */
  atMs: number;
  /** Mean of the squared samples, 0–1. */
  meanSquare: number;
  /** Largest absolute sample, 0–1. */
  peak: number;
}

/** Name under which the sound thread registers its processor. */
export const LEVEL_PROCESSOR = 'ippun-level';
