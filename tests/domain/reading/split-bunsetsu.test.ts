import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBunsetsu } from '../../../src/domain/reading/split-bunsetsu';
import { tokenizeTyped } from '../../../src/domain/reading/tokenize-typed';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { japaneseScript } from '../text/japanese-text';

const tokenize = await createStockTokenize();

/** Sentences as they are spoken in pitches, a bar where a phrase ends. */
const DIVIDED = [
  'はじめまして、|山田と|申します。',
  '横浜で|社会保険労務士を|しております、|さくら労務事務所の|山田花子といいます。',
  '従業員10名以下の|会社の|社長さんで、|就業規則が|まだ|ないという|方は|いらっしゃいませんか？',
  '創業から|30年以上、|お客様|お一人|おひとりの|声に|寄り添ってまいりました。',
  '「一分」という|サービスを|（株）|山田商店と|一緒に|作りました。',
  '毎日|忙しい|経営者の|方が、|安心して|本業に|集中できるように|なります。',
  'ご相談いただければ、|約2週間で|見積りを|お出しします。',
  'Webサイト制作・|SNS運用を|お手伝いしています。',
  'Google Workspaceを|使いこなせていないかもしれません。',
  '働き続けられる|職場づくりを|お使いに|なる|お客様が|増えています。',
  '時間管理が|苦手な|方でも、|しっかり|サポートいたします！',
  'お困りごとが|あれば、|いつでも|お声がけください。',
  '私は|生まれ育った|町で、|読み書きが|好きに|なったのです。',
  '期待以上の|仕上がりで、|3つの|ことを|お約束します。',
  '現在|私たちは|5年前に|比べて|1.5倍の|注文を|いただいています。',
  'できない|ことは|ないと|思います。',
  '書類を|準備しなければなりません。',
  '全国各地の|お店で、|第3回の|試食会を|開きました。',
  '今日|お話ししたいのは、|新しい|住まいの|ことです。',
  'どうぞ|よろしく|お願いいたします。',
  '焼きたてパンの|「米の|香」|代表、|佐藤です。',
  '食べやすくて、|飽きにくい|味です。',
  '月々2,980円|（税込）から|ご利用に|なれます。',
  'ひとりで|悩まないでほしいんです。',
  '［笑顔で］はじめまして。',
  '岡田です👋',
];

function phrasesOf(sentence: string): string[] {
  return splitBunsetsu(sentence, tokenizeTyped(sentence, tokenize)).map(({ text }) => text);
}

describe('splitBunsetsu', () => {
  it.each(DIVIDED)('%s', (divided) => {
    expect(phrasesOf(divided.replaceAll('|', ''))).toEqual(divided.split('|'));
  });

  it('gives the sentence again when joined, with every phrase at its place', () => {
    fc.assert(
      fc.property(japaneseScript, (sentence) => {
        const phrases = splitBunsetsu(sentence, tokenizeTyped(sentence, tokenize));
        expect(phrases.map(({ text }) => text).join('')).toBe(sentence);
        for (const { text, start, end } of phrases) {
          expect(sentence.slice(start, end)).toBe(text);
          expect(text).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes a text without tokens as one phrase, and an empty one as none', () => {
    expect(splitBunsetsu('［礼］', [])).toEqual([{ text: '［礼］', start: 0, end: 3 }]);
    expect(splitBunsetsu('', [])).toEqual([]);
  });
});
