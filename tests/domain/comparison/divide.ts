import type { DividedText } from '../../../src/domain/comparison/compare-phrases';
import { splitBunsetsu } from '../../../src/domain/reading/split-bunsetsu';
import { tokenizeTyped } from '../../../src/domain/reading/tokenize-typed';
import { splitSentences } from '../../../src/domain/text/sentences';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';

const tokenize = await createStockTokenize();

/** A sentence with the division that real tokens give it. */
export function divide(text: string): DividedText {
  const tokens = tokenizeTyped(text, tokenize);
  return { text, tokens, phrases: splitBunsetsu(text, tokens) };
}

export function divideScript(script: string): DividedText[] {
  return splitSentences(script).map(({ text }) => divide(text));
}
