import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardWords, chooseWords, keyWordsOf, ownWords } from '../../../src/domain/memorising/key-words';
import { tokenizeTyped } from '../../../src/domain/reading/tokenize-typed';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { japaneseText } from '../text/japanese-text';

const tokenize = await createStockTokenize();
const tokensOf = (text: string) => tokenizeTyped(text, tokenize);
const card = (text: string, own: string[] | null = null) => cardWords(text, tokensOf(text), own);

describe('the words on the card', () => {
  test.each([
    ['緑町で「はなみずき鍼灸院」をしております、院長の小林です。', ['緑町', 'はなみずき鍼灸院', '小林']],
    ['夜9時まで開けていて、ご予約はLINEで24時間受け付けています。', ['夜9時', 'LINE', '24時間']],
    ['3回ほど通われた経理の方は、薬を飲まずに月末を越せたと喜んでくださいました。', ['3回', '経理', '薬']],
    ['どうぞよろしくお願いいたします。', ['お願い']],
    ['［お辞儀］ありがとうございました。', ['あり…']],
  ])('%s', (sentence, words) => {
    expect(card(sentence)).toEqual(words);
  });

  test('the person has the last word', () => {
    const text = '髪の毛ほどの細い鍼を使いますので、ほとんど痛みはありません。';
    expect(card(text, ['細い', '痛み'])).toEqual(['細い', '痛み']);
    // A word that is not in the sentence any more has nothing to show.
    expect(card(text, ['なにか', '細い'])).toEqual(['細い']);
    expect(card(text, [])).toEqual(['髪の…']);
  });

  test('without an analysis the first characters stand for the sentence', () => {
    expect(cardWords('「首の写真」とお伝えください。', null, null)).toEqual(['「首の…']);
  });
});

test('every word can be put on the card and taken off it, in the order of the sentence', () => {
  fc.assert(
    fc.property(japaneseText, (text) => {
      const tokens = tokensOf(text);
      const all = keyWordsOf(text, tokens, null).map(({ word }) => word);
      expect(new Set(all).size).toBe(all.length);
      expect(keyWordsOf(text, tokens, all.toReversed()).map(({ word }) => word)).toEqual(all);
      expect(keyWordsOf(text, tokens, all).every(({ chosen }) => chosen)).toBe(true);
      expect(keyWordsOf(text, tokens, []).some(({ chosen }) => chosen)).toBe(false);
      expect(keyWordsOf(text, tokens, null).filter(({ chosen }) => chosen).length).toBeLessThanOrEqual(3);
    }),
  );
});

test('a choice is held to its sentence and can be given back', () => {
  const chosen = chooseWords(chooseWords([], '朝。\n', ['朝']), '夜。', ['夜']);
  expect(ownWords(chosen, '朝。')).toEqual(['朝']);
  expect(ownWords(chooseWords(chosen, ' 朝。', ['日']), '朝。\n')).toEqual(['日']);
  expect(ownWords(chooseWords(chosen, '朝。', null), '朝。')).toBeNull();
  expect(ownWords(chooseWords(chosen, '朝。', null), '夜。')).toEqual(['夜']);
});
