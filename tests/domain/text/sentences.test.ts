import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCharacters } from '../../../src/domain/text/characters';
import { splitSentences } from '../../../src/domain/text/sentences';
import { japaneseScript } from './japanese-text';

/** `|` marks where a sentence ends. */
const table: [why: string, marked: string][] = [
  ['full stops', '皆さま、こんにちは。|高松市の岡田です。'],
  ['questions and exclamations, half-width too', '腰、痛くないですか?|Hello!|英会話です！？|はい。'],
  [
    'a quotation shelters its marks',
    '「ちょっと聞いていい?」が口ぐせの方がいたら、それがサインです。|次です。',
  ],
  ['marks after the mark belong to it', '本当に!!!…」|はい。。（笑）|です。'],
  [
    'a line that is a unit',
    '税理士の岡田です\n|飲食店の帳簿を見ています\n|残業がゼロになります\n|よろしくお願いします',
  ],
  [
    'a breath after particles',
    '毎朝のお弁当作りに\n疲れていませんか？\n|私たちは\n働くお母さんの\n朝の30分を\n取り戻します。',
  ],
  ['a breath after a noun', '訪問病児保育\n「ぽかぽか」代表の\n吉川まどかでした。'],
  ['a breath after commas', '困っている\n社長さん、\nいませんか。\n|そんな方に\n寄り添う\nサービスです。'],
  [
    'a polite form before the name goes on',
    '高松市で\n税理士をしております\n岡田と申します。\n|よろしくお願いします。',
  ],
  ['a noun the next line asks about', '眠れなくて困っている\n社長さん\nいませんか\n|笑顔が増えます'],
  ['bullets', '特徴は3つ。\n|・早い\n|・安い\n|・残業がゼロに\n|よろしくお願いします。'],
  ['numbered lines', '1. 早い\n|2. 安い\n|３．親切\n'],
  ['check marks as bullets', '✨特徴✨\n|✅夜も安心\n|✅朝も安心'],
  ['blank lines', '自己紹介\n\n|税理士の岡田です。\n\n\n|私は'],
  [
    'an emoji ends what is complete',
    '英会話の田村じゅんです😊|いきなりだけど、60歳すぎてから？|はい♪|次です🙏🏻',
  ],
  ['an emoji inside goes on', '美味しい🍎りんごを届けます。'],
  ['an emoji before a particle goes on', 'ラクになりますよ😊ので、ぜひ。'],
  ['a line of pictures belongs to what it follows', 'お願いします♪\n☆☆☆\n|終わり'],
  ['an emoji before a space ends', '家族の笑顔を撮って10年✨ |撮影枚数は50万枚を超えました！'],
  [
    'a noun in a unit already said in breaths',
    '社長、\nその請求書\nまだ手で\n打っていませんか\n\n|私たちのソフトなら\nボタン一つ\n3秒で終わります',
  ],
  [
    'lines without full stops, each a unit',
    'こんにちは\n|地元密着30年\n|でんきのナカムラです\n|電球1個の交換から\nエアコンの掃除まで\n何でもやります',
  ],
  ['labelled lines', 'ターゲット：40代女性\n|特徴：完全個室\n|ベネフィット：自分に自信が持てる'],
  [
    'labelled lines of which some are marked',
    '仕事：ピラティスの先生\n|こんな方に：夕方に腰へ手を当てる30代、40代\n|ひとこと：背骨は、一生の相棒です。',
  ],
  [
    'a list of lines of which only the last is marked',
    'ボイラーの整備、宇野\n|特級ボイラー技士\n|分解、すす落とし、組み戻し\n|夜十時から朝五時にやる\n|三人は要らん\n|食いきれん\n|終わり。',
  ],
  [
    'a mark a particle follows',
    '年商1億円！を目指す社長へ。|え、まだ紙ですか？？って聞かれたこと、ありません？',
  ],
  ['quoted thought goes on', 'やせたい！と思った方、来てください。'],
  ['decimals, No.1, versions', '満足度No.1の2.0版、98.5%です。|次'],
  ['addresses', 'https://a.jp/?q=1 をご覧ください。|info@a.co.jp まで。'],
  ['names with a mark', 'Yahoo!ショッピングで1位です！|はい'],
  ['English', 'Nice to meet you. |My name is Jun. |Mr. Kato から学びました。'],
  ['a cue opens the sentence after it', '支えます。\n|［礼。\n深く］どうぞよろしく。'],
  ['a cue on its own line inside a sentence', '私たちは\n［間］\n働く人を\n支えます。'],
  ['half-width full stop', 'ﾃﾞｽ｡|ﾊｲ'],
  ['an opening bracket never closed', '「こんにちは。|岡田です。'],
];

describe('splitSentences', () => {
  it.each(table)('%s', (_why, marked) => {
    expect(splitSentences(marked.replaceAll('|', '')).map((sentence) => sentence.text)).toEqual(
      marked.split('|'),
    );
  });

  it('has nothing for nothing, and keeps white space alone', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n')).toEqual([{ text: ' \n', start: 0, end: 2 }]);
  });

  it('joins to the script exactly, offsets and all', () => {
    fc.assert(
      fc.property(japaneseScript, (script) => {
        const sentences = splitSentences(script);
        expect(sentences.map((sentence) => sentence.text).join('')).toBe(script);
        let at = 0;
        for (const { text, start, end } of sentences) {
          expect(start).toBe(at);
          expect(script.slice(start, end)).toBe(text);
          expect(text).not.toBe('');
          at = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts the same whole and in sentences', () => {
    fc.assert(
      fc.property(japaneseScript, (script) => {
        const parts = splitSentences(script).map((sentence) => countCharacters(sentence.text).all);
        expect(parts.reduce((sum, count) => sum + count, 0)).toBe(countCharacters(script).all);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no white space at the start of a sentence but the first', () => {
    fc.assert(
      fc.property(japaneseScript, (script) => {
        for (const { text } of splitSentences(script).slice(1)) expect(text).not.toMatch(/^\s/u);
      }),
    );
  });
});
