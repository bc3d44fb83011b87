import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayBeDevoiced, phonesOfKana } from '../../../src/domain/sound-alignment/kana-phones';
import { classesOfPhone } from '../../../src/domain/sound-alignment/sound-classes';

describe('phones of kana', () => {
  test.each([
    ['ハジメマシテ', 'h a j i m e m a sh i t e'],
    ['キョーワ', 'ky o o w a'],
    ['シュッチョー', 'sh u cl ch o o'],
    ['ショクインサン', 'sh o k u i N s a N'],
    ['ファッション', 'f a cl sh o N'],
    ['パーティー', 'p a a t i i'],
    ['ウェブ', 'w e b u'],
    ['ヴァイオリン', 'v a i o r i N'],
    ['チェック', 'ch e cl k u'],
    ['ヂカヅケル', 'j i k a z u k e r u'],
    ['。ー', ''],
  ])('%s', (kana, phones) => {
    expect(phonesOfKana(kana).join(' ')).toBe(phones);
  });

  test('every phone of any katakana has a sound class', () => {
    const katakana = fc.string({
      unit: fc.integer({ min: 0x30a1, max: 0x30fc }).map((code) => String.fromCodePoint(code)),
    });
    fc.assert(
      fc.property(katakana, (kana) => {
        for (const phone of phonesOfKana(kana)) expect(classesOfPhone(phone)).not.toEqual([]);
      }),
    );
  });
});

describe('devoicing', () => {
  test.each([
    ['デス', 3, true],
    ['シタ', 1, true],
    ['シマ', 1, false],
    ['ツクエ', 1, true],
    ['アサ', 2, false],
    ['ミズ', 1, false],
  ])('%s, phone %i: %s', (kana, at, expected) => {
    expect(mayBeDevoiced(phonesOfKana(kana), at)).toBe(expected);
  });
});
