/** One morpheme (形態素). Field values are IPADIC's; `'*'` stands where a field does not apply. */
export interface Token {
  /** The characters as typed (表層形). */
  surface: string;
  /** UTF-16 offset of `surface` in the tokenised text. */
  start: number;
  /** Part of speech (品詞) and its three subdivisions. */
  pos: string;
  posDetail1: string;
  posDetail2: string;
  posDetail3: string;
  conjugatedType: string;
  conjugatedForm: string;
  /** Dictionary form (原形); `'*'` for a word the dictionary does not know. */
  baseForm: string;
  /** Pronunciation (発音) in katakana; `undefined` for a word the dictionary does not know. */
  pronunciation: string | undefined;
  /** Whether the dictionary has the word. */
  known: boolean;
}

export type Tokenize = (text: string) => Token[];
