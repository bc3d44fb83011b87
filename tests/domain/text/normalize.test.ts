import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText, typedRange } from '../../../src/domain/text/normalize';
import { japaneseScript } from './japanese-text';

describe('normalizeText', () => {
  it.each([
    ['２０％のＷｅｂ', '20%のWeb'],
    ['ｶﾞﾗｽとﾊﾟﾝ｡', 'ガラスとパン。'],
    ['か\u3099ん', 'がん'],
    ['髙橋と山﨑と𠮷野と濵田', '高橋と山崎と吉野と浜田'],
    ['葛\u{E0100}城', '葛城'],
    ['はい👨‍👩‍👧！', 'はい☆!'],
    ['田\u200B中［礼］です\n', '田中です '],
    ['①㈱㎡', '①㈱㎡'],
    ['𝗪𝗲𝗯', 'Web'],
    ['𩸽', '〓'],
  ])('%s → %s', (typed, expected) => {
    expect(normalizeText(typed).text).toBe(expected);
  });

  it('points back at whole typed characters', () => {
    const normalized = normalizeText('私は髙橋、𠮷野［間］のﾊﾟﾊﾟ');
    const at = normalized.text.indexOf('吉野のパパ');
    const { start, end } = typedRange(normalized, at, at + 5);
    expect('私は髙橋、𠮷野［間］のﾊﾟﾊﾟ'.slice(start, end)).toBe('𠮷野［間］のﾊﾟﾊﾟ');
  });

  it('has one entry per unit, in order, on grapheme boundaries, and changes nothing the second time', () => {
    fc.assert(
      fc.property(japaneseScript, (typed) => {
        const { text, starts, ends } = normalizeText(typed);
        expect(starts).toHaveLength(text.length);
        expect(ends).toHaveLength(text.length);
        const boundaries = new Set(
          [...new Intl.Segmenter('ja').segment(typed)].map(({ index }) => index).concat(typed.length),
        );
        starts.forEach((start, i) => {
          expect(boundaries.has(start) && boundaries.has(ends[i] as number)).toBe(true);
          expect(start).toBeLessThan(ends[i] as number);
          expect(start).toBeGreaterThanOrEqual(ends[i - 1] ?? 0);
        });
        if (!/[[\]［］]/u.test(typed)) expect(normalizeText(text).text).toBe(text);
      }),
    );
  });
});
