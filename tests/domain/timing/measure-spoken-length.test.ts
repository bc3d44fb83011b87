import { describe, expect, it } from 'vitest';
import { readAloud } from '../../../src/domain/reading/read-aloud';
import { tokenizeTyped } from '../../../src/domain/reading/tokenize-typed';
import { measureSpokenLength } from '../../../src/domain/timing/measure-spoken-length';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';

const tokenize = await createStockTokenize();

function measure(text: string) {
  return measureSpokenLength(text, readAloud(text, tokenizeTyped(text, tokenize)));
}

describe('measureSpokenLength', () => {
  it.each([
    ['', 0, 0, 0],
    ['……\n', 0, 0, 0],
    ['👋✨', 0, 0, 0],
    ['［ここで一礼、間。］', 0, 0, 0],
    ['こんにちは。', 5, 0, 1],
    ['こんにちは', 5, 0, 1],
    ['皆さま、こんにちは。', 9, 1, 1],
    ['5,000円です。', 7, 0, 1],
    ['2、3日で。', 6, 0, 1],
    ['私たちは\n働く人を\n支えます。', 18, 2, 1],
    ['朝、\n昼、夜。', 6, 2, 1],
    ['そんな…、夜。', 5, 1, 1],
    ['「痛い。」と言う方。', 8, 0, 2],
    ['はい！？夜。', 4, 0, 2],
    ['はい［間、長く］夜。', 4, 0, 1],
    ['特徴：早い——安い', 10, 2, 1],
  ])('%j: %i morae, %i commas, %i ends', (text, morae, commas, sentenceEnds) => {
    expect(measure(text)).toEqual({ morae, commas, sentenceEnds });
  });
});
