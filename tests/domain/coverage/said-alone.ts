import { analyzeSentence } from '../../../src/domain/analysis/analyze-sentence';
import type { Leaning } from '../../../src/domain/coverage/element';
import type { Tokenize } from '../../../src/domain/reading/token';

/** The elements that a sentence's own words say, whatever might be around it. */
export function saidAlone(text: string, tokenize: Tokenize): Leaning[] {
  return analyzeSentence(text, tokenize).leanings.filter(({ score }) => score > 0);
}
