import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readKuromojiDictionary } from '../../../../src/adapters/tokenizer/packed-ipadic/pack/read-kuromoji-dictionary';
import type { Tokenize } from '../../../../src/domain/reading/token';
import { createStockTokenize } from '../../../tokenizer/stock-kuromoji';
import { createPackedTokenize } from '../packed-dictionary-file';
import { createRandom, generateText, realTexts } from './generate-text';

/** Another seed: `TOKENIZER_SEED=… npx vitest run …`. */
const SEED = Number(process.env.TOKENIZER_SEED ?? 20_07_08_01);
const LEAST_TOKENS = 200_000;

let packed: Tokenize;
let stock: Tokenize;
let surfaces: string[];

beforeAll(async () => {
  packed = createPackedTokenize();
  stock = await createStockTokenize();
  surfaces = [...readKuromojiDictionary().words.keys()];
}, 60_000);

/** Compares text by text; gives the number of tokens, and fails with the first text that differs. */
function compare(texts: Iterable<string>, enough = Number.POSITIVE_INFINITY): number {
  let tokens = 0;
  for (const text of texts) {
    const expected = stock(text);
    const actual = packed(text);
    // Comparing as JSON is many times faster; the assertion then says what differs.
    if (JSON.stringify(actual) !== JSON.stringify(expected))
      expect({ text, tokens: actual }).toEqual({ text, tokens: expected });
    tokens += expected.length;
    if (tokens >= enough) break;
  }
  return tokens;
}

describe("kuromoji's tokens, every field", () => {
  test('on the fixtures', { timeout: 60_000 }, () => {
    expect(compare(realTexts(), 20_000)).toBeGreaterThan(3000);
  });

  test(`on ${LEAST_TOKENS.toLocaleString('en')} tokens of generated text, seed ${SEED}`, {
    timeout: 60_000,
  }, () => {
    const random = createRandom(SEED);
    function* texts(): Generator<string> {
      while (true) yield generateText(random, surfaces);
    }
    expect(compare(texts(), LEAST_TOKENS)).toBeGreaterThanOrEqual(LEAST_TOKENS);
  });
});

describe('where kuromoji loses its place', () => {
  test('tokens after emoji are kept', () => {
    expect(stock('😀😀だ。').map(({ surface }) => surface)).toEqual(['😀😀']);
    expect(packed('😀😀だ。').map(({ surface, start, known }) => [surface, start, known])).toEqual([
      ['😀😀', 0, false],
      ['だ', 4, true],
      ['。', 5, true],
    ]);
  });

  test('one character beyond the basic plane is one unknown word, and offsets are UTF-16', () => {
    expect(packed('𠮷野家です').map(({ surface, start }) => [surface, start])).toEqual([
      ['𠮷', 0],
      ['野家', 2],
      ['です', 4],
    ]);
  });

  test('any string at all is covered by its tokens, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const tokens = packed(text);
        expect(tokens.map(({ surface }) => surface).join('')).toBe(text);
        for (const { surface, start } of tokens)
          expect(text.slice(start, start + surface.length)).toBe(surface);
      }),
      { numRuns: 500 },
    );
    for (const text of ['\ud83d', 'あ\ud83dい', '\ude00', '\ude00\ud83d', 'ab\ud83d']) {
      expect(
        packed(text)
          .map(({ surface }) => surface)
          .join(''),
      ).toBe(text);
    }
  });

  test('100,000 characters without 、 or 。 take time in proportion', { timeout: 60_000 }, () => {
    const text = 'すもももももももものうちAIとIT '.repeat(5000);
    const started = performance.now();
    const tokens = packed(text);
    // A quarter of a second; looking at the whole rest from each place, as kuromoji does, it would be minutes.
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(tokens.length).toBeGreaterThan(40_000);
  });
});
