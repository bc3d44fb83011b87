import { countCharacters } from '../text/characters';
import { type Sentence, splitSentences } from '../text/sentences';

/** The sentences of a script that are to be said; those of stage cues and white space alone are none. */
export function recitedSentences(script: string): Sentence[] {
  return splitSentences(script).filter(({ text }) => countCharacters(text).all > 0);
}
