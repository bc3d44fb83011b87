import { expect, test } from 'vitest';
import { findPhrases } from '../../../src/domain/rehearsal/recognition-phrases';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';

test('names of a script, each once; not its everyday words', async () => {
  const tokenize = await createStockTokenize();
  const phrases = findPhrases(
    ['横浜で花屋をしている小川です。', '小川の店は、毎朝7時に開きます。'].map((text) => ({
      tokens: tokenize(text),
    })),
  );
  expect(phrases).toEqual(['横浜', '小川']);
});
