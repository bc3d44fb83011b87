import type { Dictionary } from './dictionary';
import { createLattice } from './lattice';

/** One morpheme. Field values are IPADIC's; `'*'` stands where a field does not apply. */
export interface IpadicToken {
  surface: string;
  /** UTF-16 offset in the text. */
  start: number;
  pos: string;
  posDetail1: string;
  posDetail2: string;
  posDetail3: string;
  conjugatedType: string;
  conjugatedForm: string;
  baseForm: string;
  /** `undefined` for a word the dictionary does not know. */
  pronunciation: string | undefined;
  known: boolean;
}

const COMMA = 0x3001;
const FULL_STOP = 0x3002;

/** A tokenizer that gives kuromoji's tokens. It keeps its working memory from text to text. */
export function createTokenizer(dictionary: Dictionary): (text: string) => IpadicToken[] {
  const lattice = createLattice(dictionary);

  function tokenAt(text: string, node: number): IpadicToken {
    const start = lattice.startOf(node);
    const surface = text.slice(start, lattice.endOf(node));
    const word = lattice.wordOf(node);
    const known = word >= 0;
    const unknown = known ? undefined : lattice.unknownWordOf(node);
    const context = unknown ? unknown.context : (dictionary.contexts[word] as number);
    const features = dictionary.featuresOf(context) as [string, string, string, string, string, string];
    return {
      surface,
      start,
      pos: features[0],
      posDetail1: features[1],
      posDetail2: features[2],
      posDetail3: features[3],
      conjugatedType: features[4],
      conjugatedForm: features[5],
      baseForm: unknown ? unknown.baseForm : dictionary.baseFormOf(word, surface),
      pronunciation: known ? dictionary.pronunciationOf(word, surface) : undefined,
      known,
    };
  }

  return (text) => {
    const tokens: IpadicToken[] = [];
    // kuromoji takes each stretch up to and with 、 or 。 by itself.
    for (let start = 0; start < text.length; ) {
      let end = start;
      while (end < text.length && text.charCodeAt(end) !== COMMA && text.charCodeAt(end) !== FULL_STOP)
        end += 1;
      end = Math.min(end + 1, text.length);
      for (const node of lattice.bestPath(text, start, end)) tokens.push(tokenAt(text, node));
      start = end;
    }
    return tokens;
  };
}
