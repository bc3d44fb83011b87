import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceHead } from '../../../src/domain/rehearsal/sentence-head';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { japaneseText } from '../text/japanese-text';

const tokenize = await createStockTokenize();

test.each([
  ['緑町で「はなみずき鍼灸院」をしております、院長の小林です。', '緑町で'],
  ['最初の20分で姿勢を写真に撮ります。', '最初の'],
  ['夜9時まで開けていて、ご予約はLINEで受け付けています。', '夜'],
  ['「首の写真を撮ってくれる先生がいるよ」とお伝えください。', '「首の'],
  ['３回ほど通われた方は、喜んでくださいました。', '３回ほど'],
  ['お子さんと遊ぶ元気が残っている。', 'お子さんと'],
  ['みなさん、はじめまして。', 'みなさん'],
  ['  はい。', 'はい'],
])('%s → %s', (sentence, head) => {
  expect(sentenceHead(sentence, tokenize(sentence))).toBe(head);
});

test('a sentence not analysed yet is shown by its first characters', () => {
  expect(sentenceHead('\n夕方になっても頭が軽い。', null)).toBe('夕方にな');
});

test('a head is the beginning of its sentence, never empty, and too little to read the sentence by', () => {
  fc.assert(
    fc.property(japaneseText, fc.boolean(), (text, analysed) => {
      const head = sentenceHead(text, analysed ? tokenize(text) : null);
      // Stock kuromoji loses what stands beside emoji; of all else the head is a prefix.
      if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text))
        expect(text.trim().startsWith(head)).toBe(true);
      expect(head === '').toBe(text.trim() === '');
      const longestWord = Math.max(0, ...tokenize(text).map((token) => token.surface.length));
      expect(head.length).toBeLessThan(8 + Math.max(1, longestWord));
    }),
  );
});
