import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKatakana } from '../../../src/domain/reading/kana';
import { readLatin } from '../../../src/domain/reading/latin';
import { LATIN_WORDS } from '../../../src/domain/reading/latin-words';
import { readRomaji } from '../../../src/domain/reading/romaji';

describe('readLatin', () => {
  it.each([
    ['DX', 'ディーエックス'],
    ['IT', 'アイティー'],
    ['it', 'イット'],
    ['SNS', 'エスエヌエス'],
    ['SDGs', 'エスディージーズ'],
    ['LINE', 'ライン'],
    ['Web', 'ウェブ'],
    ['ChatGPT', 'チャットジーピーティー'],
    ['GPT-4', 'ジーピーティーフォー'],
    ['No.1', 'ナンバーワン'],
    ['No. 2', 'ナンバーツー'],
    ['B2B', 'ビーツービー'],
    ['A4', 'エーヨン'],
    ['CO2', 'シーオーツー'],
    ['Q&A', 'キューアンドエー'],
    ['Wi-Fi', 'ワイファイ'],
    ['See you', 'シーユー'],
    ['Windows 11', 'ウィンドウズイレブン'],
    ['Tanaka', 'タナカ'],
    ["Jun'ichi", 'ジュンイチ'],
    ['YUKI', 'ユキ'],
    ['PCs', 'ピーシーズ'],
    ['SmileHair', 'スマイルヘアー'],
    ['apps', 'アプリ'],
    ['teachers', 'ティーチャーズ'],
    ['café', 'カフェ'],
    ['Brisk', 'ブリスク'],
    ['Anchor', 'アンカー'],
    ['Sprout', 'スプラウト'],
    ['Compass', 'コンパス'],
    ['Velvet', 'ベルベット'],
  ])('%s %s', (word, kana) => {
    expect(readLatin(word, 0)).toMatchObject({ end: word.length, kana });
  });

  it('says when it guessed', () => {
    expect(readLatin('Google', 0)?.guessed).toBeUndefined();
    expect(readLatin('KPI', 0)?.guessed).toBeUndefined();
    expect(readLatin('Zenith', 0)?.guessed).toBe(true);
  });

  it('reads any word as katakana, to its end', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{1,14}$/), (word) => {
        const read = readLatin(word, 0);
        expect(read?.end).toBe(word.length);
        expect(isKatakana(read?.kana ?? '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the table of Latin words', () => {
  it('holds katakana only, keyed in lower case', () => {
    for (const [word, kana] of LATIN_WORDS) {
      expect(isKatakana(kana), `${word}: ${kana}`).toBe(true);
      expect(word).toBe(word.toLowerCase());
    }
    expect(LATIN_WORDS.size).toBeGreaterThan(800);
  });
});

describe('readRomaji', () => {
  it.each([
    ['sakura', 'サクラ'],
    ['shinjuku', 'シンジュク'],
    ['tsuchiya', 'ツチヤ'],
    ['kappa', 'カッパ'],
    ['matcha', 'マッチャ'],
    ['gunma', 'グンマ'],
    ['shimbashi', 'シンバシ'],
    ['syashin', 'シャシン'],
    ['kyoto', 'キョト'],
    ['ohno', 'オーノ'],
  ])('%s %s', (word, kana) => {
    expect(readRomaji(word)).toBe(kana);
  });
  it.each(['smile', 'web', 'trust', 'hello'])('%s is none', (word) => {
    expect(readRomaji(word)).toBeUndefined();
  });
});
