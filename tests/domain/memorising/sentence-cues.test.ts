import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recitedSentences } from '../../../src/domain/memorising/recited-sentences';
import { firstCharacters, phraseHeads, sentenceTail } from '../../../src/domain/memorising/sentence-cues';
import { tokenizeTyped } from '../../../src/domain/reading/tokenize-typed';
import { countCharacters } from '../../../src/domain/text/characters';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { japaneseText } from '../text/japanese-text';

const tokenize = await createStockTokenize();
const tokensOf = (text: string) => tokenizeTyped(text, tokenize);

test('a phrase is shown by its first character and the room of the rest', () => {
  const text = '緑町で「はなみずき鍼灸院」をしております。';
  expect(phraseHeads(text, tokensOf(text))).toEqual([
    { head: '緑', hidden: 2 },
    { head: '「は', hidden: 9 },
    { head: 'し', hidden: 6 },
  ]);
});

test('a sentence is shown by its first two characters, marks and cues aside', () => {
  expect(firstCharacters('［一歩前へ］「首の写真」とお伝えください。')).toBe('「首の');
  expect(firstCharacters('え。')).toBe('え。');
});

test('the end of a sentence is whole phrases', () => {
  const text = '当院では、こりの原因を一緒に確かめてから施術に入ります。';
  expect(sentenceTail(text, tokensOf(text))).toBe('確かめてから施術に入ります。');
  expect(sentenceTail(text, null)).toBe('確かめてから施術に入ります。');
});

test('heads with the room they leave are as long as the sentence; ends and beginnings are parts of it', () => {
  fc.assert(
    fc.property(japaneseText, (text) => {
      const tokens = tokensOf(text);
      const heads = phraseHeads(text, tokens);
      const shown = heads.reduce((sum, { head, hidden }) => sum + countCharacters(head).all + hidden, 0);
      expect(shown).toBe(countCharacters(text).all);
      expect(heads.every(({ hidden }) => hidden >= 0)).toBe(true);
      const visible = (part: string) =>
        part.replaceAll(/[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
      if (!/[[［]/u.test(text)) {
        expect(visible(text).startsWith(visible(firstCharacters(text)))).toBe(true);
        expect(visible(text).endsWith(visible(sentenceTail(text, tokens)))).toBe(true);
      }
    }),
  );
});

test('what is said is recalled, what is only shown is not', () => {
  expect(recitedSentences('［立ち上がる］\n\nおはようございます。').map(({ text }) => text.trim())).toEqual([
    '［立ち上がる］\n\nおはようございます。',
  ]);
  expect(recitedSentences('［立ち上がる］')).toEqual([]);
  expect(recitedSentences(' \n')).toEqual([]);
});
