import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIKENESS, MORA_KINDS, readMorae, SOUNDS_ALIKE } from '../../../src/domain/alignment/mora';
import { countMorae } from '../../../src/domain/reading/read-aloud';

const ids = (kana: string) => readMorae(kana).map(({ mora }) => mora);

describe('readMorae', () => {
  test.each([
    ['コウショウ', 'コーショー'],
    ['オオキイ', 'オーキー'],
    ['センセイ', 'センセー'],
    ['ツヅク', 'ツズク'],
    ['チヂム', 'チジム'],
    ['ヲ', 'オ'],
    ['ヴァイオリン', 'バイオリン'],
    ['こんにちわ', 'コンニチワ'],
    ['ウィ', 'うぃ'],
  ])('%s sounds as %s', (spelling, other) => {
    expect(ids(spelling)).toEqual(ids(other));
  });

  test.each([
    ['サンボン', 'サンポン'],
    ['ビヨウイン', 'ビョウイン'],
    ['キテ', 'キッテ'],
    ['オバサン', 'オバーサン'],
    ['ティ', 'チ'],
  ])('%s does not sound as %s', (kana, other) => {
    expect(ids(kana)).not.toEqual(ids(other));
  });

  test('counts as the domain counts morae', () => {
    const kana = fc
      .array(
        fc.constantFrom(
          ...'アカサタナハマヤラワガザダバパンッー',
          'キャ',
          'シュ',
          'チョ',
          'ファ',
          'ティ',
          'ヴ',
        ),
      )
      .map((list) => `ア${list.join('')}`);
    fc.assert(
      fc.property(kana, (text) => {
        expect(ids(text)).toHaveLength(countMorae(text));
      }),
    );
  });

  test('points at the character each mora begins with', () => {
    expect(readMorae('キャッチ').map(({ kanaIndex }) => kanaIndex)).toEqual([0, 2, 3]);
  });

  test('anything else is silent', () => {
    expect(ids('ABC、。123 漢字')).toEqual([]);
  });
});

describe('LIKENESS', () => {
  const likeness = (a: string, b: string) => LIKENESS[ids(a)[0]! * MORA_KINDS + ids(b)[0]!]!;

  test.each([
    ['カ', 'ガ'],
    ['シ', 'ジ'],
    ['ハ', 'パ'],
    ['ヌ', 'ム'],
    ['キョ', 'コ'],
    ['ニ', 'ネ'],
  ])('%s may be heard as %s', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(SOUNDS_ALIKE);
  });

  test.each([
    ['カ', 'ミ'],
    ['ソ', 'ル'],
    ['ッ', 'モ'],
  ])('%s is not heard as %s', (a, b) => {
    expect(likeness(a, b)).toBeLessThan(SOUNDS_ALIKE);
  });

  test('is the same both ways', () => {
    for (let a = 0; a < MORA_KINDS; a += 1) {
      for (let b = 0; b < MORA_KINDS; b += 1) {
        expect(LIKENESS[a * MORA_KINDS + b]).toBe(LIKENESS[b * MORA_KINDS + a]);
      }
    }
  });
});
