import { expect, test } from 'vitest';
import { createStockTokenize } from './stock-kuromoji';

test('the real dictionary answers', async () => {
  const tokenize = await createStockTokenize();
  expect(tokenize('税理士です。').map((token) => [token.surface, token.start, token.pronunciation])).toEqual([
    ['税理士', 0, 'ゼイリシ'],
    ['です', 3, 'デス'],
    ['。', 5, '。'],
  ]);
});
