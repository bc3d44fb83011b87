import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizeTyped } from '../../../src/domain/reading/tokenize-typed';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { japaneseScript } from '../text/japanese-text';

const tokenize = await createStockTokenize();

describe('tokenizeTyped', () => {
  it('knows the word and keeps what was typed', () => {
    const [name] = tokenizeTyped('髙橋です', tokenize);
    expect(name).toMatchObject({
      surface: '髙橋',
      start: 0,
      baseForm: '高橋',
      pronunciation: 'タカハシ',
      known: true,
    });
  });

  it('gives a number as one token, its counter after it', () => {
    const tokens = tokenizeTyped('月5,000円、20名、98.5%', tokenize);
    expect(tokens.map((token) => token.surface)).toEqual([
      '月',
      '5,000',
      '円',
      '、',
      '20',
      '名',
      '、',
      '98.5',
      '%',
    ]);
    expect(tokens[1]).toMatchObject({ posDetail1: '数', start: 1 });
  });

  it('finds words behind emoji and stage cues where they stand', () => {
    const text = '😀😀［礼］の夢だ。';
    const tokens = tokenizeTyped(text, tokenize);
    expect(tokens.map(({ surface, start }) => [surface, start])).toEqual([
      ['😀', 0],
      ['😀', 2],
      ['の', 7],
      ['夢', 8],
      ['だ', 9],
      ['。', 10],
    ]);
  });

  it('gives tokens whose surface stands at their start, in order', () => {
    fc.assert(
      fc.property(japaneseScript, (script) => {
        let at = 0;
        for (const { surface, start } of tokenizeTyped(script, tokenize)) {
          expect(script.slice(start, start + surface.length)).toBe(surface);
          expect(start).toBeGreaterThanOrEqual(at);
          at = start + surface.length;
        }
      }),
      { numRuns: 200 },
    );
  });
});
