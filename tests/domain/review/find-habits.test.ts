import { beforeAll, expect, test } from 'vitest';
import type { Tokenize } from '../../../src/domain/reading/token';
import { findHabits } from '../../../src/domain/review/find-habits';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { analyzeText } from '../alignment/fixtures';

const SCRIPT =
  '花屋の小川です。忙しい家庭に向けて、小さな花束を届けています。水を替えるだけで食卓が明るくなります。';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await createStockTokenize();
});
const habits = (heard: string, script = SCRIPT) =>
  findHabits(analyzeText(script, tokenize), analyzeText(heard, tokenize)).map(
    ({ kind, words, times, ranges }) => {
      for (const { start, end } of ranges) expect(heard.slice(start, end)).toBe(words);
      return [kind, words, times];
    },
  );

test('an ending and a word that come again and again, the longer of two endings that are one', () => {
  expect(
    habits(
      '花屋の小川なんですけどやっぱり忙しい家庭に向けて花束を届けてるんですけどやっぱり水を替えるだけなんですけどやっぱり食卓が明るくなります',
    ),
  ).toEqual([
    ['ending', 'んですけど', 3],
    ['word', 'やっぱり', 3],
  ]);
});

test('what the script has as often is no habit, nor is what was said twice', () => {
  expect(habits(SCRIPT)).toEqual([]);
  expect(habits('やっぱり花屋の小川ですやっぱり花束を届けています')).toEqual([]);
  const script = 'やっぱり花です。やっぱり水です。やっぱり土です。';
  expect(habits(script, script)).toEqual([]);
  expect(habits('', SCRIPT)).toEqual([]);
});
