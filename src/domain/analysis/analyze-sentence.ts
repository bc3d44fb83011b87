import type { Leaning } from '../coverage/element';
import { judgeSentence } from '../coverage/judge-sentence';
import { type ReadingCorrection, readAloud, type SpokenSpan } from '../reading/read-aloud';
import type { Token, Tokenize } from '../reading/token';
import { tokenizeTyped } from '../reading/tokenize-typed';
import type { SpokenLength } from '../timing/estimate-duration';
import { measureSpokenLength } from '../timing/measure-spoken-length';

/** Everything the app derives from one sentence's text alone; offsets are UTF-16 offsets of `text`. */
export interface SentenceAnalysis {
  text: string;
  tokens: Token[];
  spans: SpokenSpan[];
  length: SpokenLength;
  /** For each element, in the order of `ELEMENTS`. */
  leanings: Leaning[];
}

/** Tokenises one sentence and derives its reading, its length when spoken, and how far it speaks for each element. */
export function analyzeSentence(
  text: string,
  tokenize: Tokenize,
  corrections: readonly ReadingCorrection[] = [],
): SentenceAnalysis {
  const tokens = tokenizeTyped(text, tokenize);
  const spans = readAloud(text, tokens, corrections);
  return {
    text,
    tokens,
    spans,
    length: measureSpokenLength(text, spans),
    leanings: judgeSentence(text, tokens),
  };
}
