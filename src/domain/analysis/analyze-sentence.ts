import type { Label } from '../coverage/element';
import { labelSentence } from '../coverage/label-sentence';
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
  labels: Label[];
}

/** Tokenises one sentence and derives its reading, its length when spoken, and the elements it carries. */
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
    labels: labelSentence(text, tokens),
  };
}
