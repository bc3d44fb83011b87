import { describe, expect, test } from 'vitest';
import { analyzeSentence } from '../../../src/domain/analysis/analyze-sentence';
import { judgeRecall } from '../../../src/domain/memorising/judge-recall';
import { splitSentences } from '../../../src/domain/text/sentences';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';

const tokenize = await createStockTokenize();
const analysed = (text: string) =>
  splitSentences(text).map((sentence) => analyzeSentence(sentence.text, tokenize));
const judge = (script: string, typed: string) => judgeRecall(analysed(script), analysed(typed));

const SENTENCES = [
  '緑町で「はなみずき鍼灸院」をしております、院長の小林です。',
  '最初の20分で姿勢と首の動きを写真に撮ってから施術に入ります。',
  '髪の毛ほどの細い鍼を使いますので、ほとんど痛みはありません。',
  '夜9時まで開けていて、ご予約はいつでもできます。',
];
const SCRIPT = SENTENCES.join('');

describe('what is written otherwise and read the same', () => {
  test.each([
    ['予約はいつでも出来ます。', '予約はいつでもできます。'],
    ['最初の20分で写真を撮ります。', '最初の二十分で、しゃしんをとります'],
    ['ＬＩＮＥで受け付けています。', 'LINEで受けつけています。'],
    ['三回ほどで楽になります。', '３回ほどで らくになります！'],
  ])('%s ← %s', (script, typed) => {
    expect(judge(script, typed)).toEqual([{ recollection: 'recalled', stopped: false, differences: [] }]);
  });
});

test('a sentence left out is named, and the others came', () => {
  const typed = SENTENCES.filter((_, index) => index !== 2).join('');
  expect(judge(SCRIPT, typed).map(({ recollection }) => recollection)).toEqual([
    'recalled',
    'recalled',
    'omitted',
    'recalled',
  ]);
});

test('other words for the same are shown and are no mistake', () => {
  const [judged] = judge('髪の毛ほどの細い鍼を使います。', '髪の毛くらいの細い針をつかいます。');
  expect(judged?.recollection).toBe('recalled');
  expect(judged?.stopped).toBe(false);
});

test('half a sentence is partly there, and what is missing of it is shown', () => {
  const [judged] = judge(
    '最初の20分で姿勢と首の動きを写真に撮ってから、施術に入ります。',
    '最初の20分で姿勢と首の動きを。',
  );
  expect(judged).toMatchObject({ recollection: 'partly', stopped: false });
  expect(judged?.differences).toEqual([
    { kind: 'left-out', script: expect.stringContaining('撮ってから'), said: '' },
  ]);
});

test('a beginning that did not come stops at the joint, also where the rest came', () => {
  const [judged] = judge('夜9時まで開けていて、ご予約はいつでもできます。', 'ご予約はいつでもできます。');
  expect(judged?.stopped).toBe(true);
});

test('sentences in another order came, and stopped where the order broke', () => {
  const [a, b, c, d] = SENTENCES;
  const judged = judge(SCRIPT, `${a}${c}${d}${b}`);
  expect(judged.every(({ recollection }) => recollection === 'recalled')).toBe(true);
  expect(judged.some(({ stopped }) => stopped)).toBe(true);
});

test('nothing typed is nothing recalled', () => {
  expect(judge(SCRIPT, '').every(({ recollection, stopped }) => recollection === 'omitted' && stopped)).toBe(
    true,
  );
});

test('a script typed as it stands, whole or any part in order, is recalled there and nowhere else', () => {
  for (let chosen = 1; chosen < 2 ** SENTENCES.length; chosen += 1) {
    const kept = SENTENCES.filter((_, index) => chosen & (1 << index));
    const judged = judge(SCRIPT, kept.join(''));
    expect(judged.map(({ recollection }) => recollection)).toEqual(
      SENTENCES.map((sentence) => (kept.includes(sentence) ? 'recalled' : 'omitted')),
    );
  }
});
