import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWith } from '../../../src/domain/reading/count-with-counter';
import { COUNTERS, type Counter } from '../../../src/domain/reading/counters';
import {
  numeralValue,
  readDecimal,
  readDigitByDigit,
  readInteger,
} from '../../../src/domain/reading/numbers';
import { countMorae } from '../../../src/domain/reading/read-aloud';

describe('readInteger', () => {
  it.each([
    [0, 'ゼロ'],
    [7, 'ナナ'],
    [10, 'ジュウ'],
    [14, 'ジュウヨン'],
    [100, 'ヒャク'],
    [300, 'サンビャク'],
    [600, 'ロッピャク'],
    [888, 'ハッピャクハチジュウハチ'],
    [1000, 'セン'],
    [3000, 'サンゼン'],
    [8001, 'ハッセンイチ'],
    [10_000, 'イチマン'],
    [15_000_000, 'センゴヒャクマン'],
    [10_000_000, 'イッセンマン'],
    [123_450_000, 'イチオクニセンサンビャクヨンジュウゴマン'],
    [1e12, 'イッチョウ'],
    [1e13, 'ジュッチョウ'],
  ])('%i %s', (value, kana) => {
    expect(readInteger(value)).toBe(kana);
  });

  it('reads round thousands before the rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (upper, lower) => {
        const whole = readInteger(upper * 10_000 + lower);
        expect(whole.endsWith(readInteger(lower))).toBe(true);
        expect(whole.startsWith(readInteger(upper * 10_000))).toBe(true);
      }),
    );
  });
});

describe('readDecimal', () => {
  it.each([
    ['1.5', 'イッテンゴ'],
    ['2.5', 'ニーテンゴ'],
    ['0.25', 'レイテンニーゴ'],
    ['3.14', 'サンテンイチヨン'],
    ['98.5', 'キュウジュウハッテンゴ'],
    ['2.0', 'ニーテンゼロ'],
    ['10.05', 'ジュッテンゼロゴ'],
  ])('%s %s', (decimal, kana) => {
    expect(readDecimal(decimal)).toBe(kana);
  });
});

describe('readDigitByDigit', () => {
  it('gives every digit two morae', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 11 }), (digits) => {
        expect(countMorae(readDigitByDigit(digits.join('')))).toBe(2 * digits.length);
      }),
    );
  });
});

describe('numeralValue', () => {
  it.each([
    ['1,200', 1200],
    ['3億8,000万', 380_000_000],
    ['1万2千', 12_000],
    ['二十', 20],
    ['二〇二六', 2026],
    ['千五百', 1500],
    ['百万', 1_000_000],
    ['十二万八千', 128_000],
  ])('%s = %i', (numeral, value) => {
    expect(numeralValue(numeral)).toBe(value);
  });
});

describe('countWith', () => {
  it.each([
    ['本', 'イッポン ニホン サンボン ヨンホン ゴホン ロッポン ナナホン ハッポン キュウホン ジュッポン'],
    ['人', 'ヒトリ フタリ サンニン ヨニン ゴニン ロクニン シチニン ハチニン キュウニン ジュウニン'],
    ['つ', 'ヒトツ フタツ ミッツ ヨッツ イツツ ムッツ ナナツ ヤッツ ココノツ'],
    [
      '月',
      'イチガツ ニガツ サンガツ シガツ ゴガツ ロクガツ シチガツ ハチガツ クガツ ジュウガツ ジュウイチガツ ジュウニガツ',
    ],
    ['日', 'イチニチ フツカ ミッカ ヨッカ イツカ ムイカ ナノカ ヨウカ ココノカ トオカ ジュウイチニチ'],
    ['分', 'イップン ニフン サンプン ヨンプン ゴフン ロップン ナナフン ハップン キュウフン ジュップン'],
    ['階', 'イッカイ ニカイ サンガイ ヨンカイ ゴカイ ロッカイ ナナカイ ハッカイ キュウカイ ジュッカイ'],
    ['社', 'イッシャ ニシャ サンシャ ヨンシャ ゴシャ ロクシャ ナナシャ ハッシャ キュウシャ ジュッシャ'],
    ['時', 'イチジ ニジ サンジ ヨジ ゴジ ロクジ シチジ ハチジ クジ ジュウジ'],
    ['年', 'イチネン ニネン サンネン ヨネン ゴネン'],
    ['坪', 'ヒトツボ フタツボ サンツボ'],
  ])('%s', (surface, readings) => {
    const counter = COUNTERS[surface] as Counter;
    expect(readings.split(' ').map((_, i) => countWith(i + 1, counter))).toEqual(readings.split(' '));
  });

  it.each([
    [20, '日', 'ハツカ'],
    [24, '日', 'ニジュウヨッカ'],
    [31, '日', 'サンジュウイチニチ'],
    [20, '歳', 'ハタチ'],
    [24, '時間', 'ニジュウヨジカン'],
    [100, '本', 'ヒャッポン'],
    [1000, '本', 'センボン'],
    [600, '軒', 'ロッピャッケン'],
    [100, '社', 'ヒャクシャ'],
    [0, '時', 'レイジ'],
    [14, '人', 'ジュウヨニン'],
    [2024, '年', 'ニセンニジュウヨネン'],
  ])('%i%s %s', (value, surface, kana) => {
    expect(countWith(value, COUNTERS[surface] as Counter)).toBe(kana);
  });

  it('never changes the number of morae by a sound change alone', () => {
    const changing = Object.values(COUNTERS).filter(
      (counter) => counter.change && !counter.special && !counter.digits,
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(...changing), (value, counter) => {
        expect(countMorae(countWith(value, counter))).toBe(
          countMorae(readInteger(value)) + countMorae(counter.kana),
        );
      }),
    );
  });
});
