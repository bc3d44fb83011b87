import { splitBunsetsu } from '../reading/split-bunsetsu';
import type { Token } from '../reading/token';
import { countCharacters, isPunctuation, visibleGraphemes } from '../text/characters';
import { withoutStageCues } from '../text/stage-cues';

/** What a phrase begins with, and how many characters of it are left to recall. */
export interface PhraseHead {
  head: string;
  hidden: number;
}

/** The rung asks for the first two characters; marks before them come on top. */
const SENTENCE_HEAD_CHARACTERS = 2;
const PHRASE_HEAD_CHARACTERS = 1;

/** The first characters of each phrase (文節) of a sentence; of the whole sentence where it is not analysed yet. */
export function phraseHeads(text: string, tokens: readonly Token[] | null): PhraseHead[] {
  const phrases = tokens ? splitBunsetsu(text, tokens).map((phrase) => phrase.text) : [text];
  return phrases.flatMap((phrase) => {
    const head = beginning(phrase, PHRASE_HEAD_CHARACTERS);
    if (head === '') return [];
    return [{ head, hidden: countCharacters(phrase).all - countCharacters(head).all }];
  });
}

/** The first two characters of a sentence, with the marks before them; stage cues are none of it. */
export function firstCharacters(text: string): string {
  return beginning(text, SENTENCE_HEAD_CHARACTERS);
}

/** So much of the end of a sentence is enough to know where one is, in characters. */
const TAIL_CHARACTERS = 14;

/** The last phrases of a sentence: what its speaker has just said when the next one has to come. */
export function sentenceTail(text: string, tokens: readonly Token[] | null): string {
  const body = withoutStageCues(text).trim();
  if (!tokens) return visibleGraphemes(body).slice(-TAIL_CHARACTERS).join('');
  let tail = '';
  for (const phrase of splitBunsetsu(text, tokens).toReversed()) {
    const longer = withoutStageCues(phrase.text) + tail;
    if (tail.trim() !== '' && countCharacters(longer).all > TAIL_CHARACTERS) break;
    tail = longer;
  }
  return tail.trim();
}

/** The first `most` characters that are read, and any marks before and among them. */
function beginning(text: string, most: number): string {
  let [head, read] = ['', 0];
  for (const grapheme of visibleGraphemes(text)) {
    if (read === most) break;
    head += grapheme;
    if (!isPunctuation(grapheme)) read += 1;
  }
  return head;
}
