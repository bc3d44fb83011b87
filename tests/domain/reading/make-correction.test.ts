import { expect, test } from 'vitest';
import { makeCorrection } from '../../../src/domain/reading/make-correction';

test.each([
  ['陽菜', 'ひな', { surface: '陽菜', kana: 'ヒナ' }],
  [' 髙橋 ', 'ﾀｶﾊｼ', { surface: '髙橋', kana: 'タカハシ' }],
  ['一分', 'いっ ぷん', { surface: '一分', kana: 'イップン' }],
  ['Ippun', 'ip pun', null],
  ['', 'ヒナ', null],
  ['陽菜', '', null],
])('%s を %s と読む', (surface, reading, expected) => {
  expect(makeCorrection(surface, reading)).toEqual(expected);
});
