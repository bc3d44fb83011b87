import type { Token } from '../reading/token';

/** As many as help: recognisers weigh each against what is usually said. */
const MOST_PHRASES = 40;

/** Names and terms of a script that a recogniser is likely to take for something else; each once, in order. */
export function findPhrases(sentences: readonly { tokens: readonly Token[] }[]): string[] {
  const phrases = new Set<string>();
  for (const { tokens } of sentences) {
    for (const { surface, pos, posDetail1 } of tokens) {
      if (pos === '名詞' && posDetail1 === '固有名詞' && surface.length >= 2) phrases.add(surface);
    }
  }
  return [...phrases].slice(0, MOST_PHRASES);
}
