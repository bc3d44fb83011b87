import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSpokenLengths, estimateDuration } from '../../../src/domain/timing/estimate-duration';

const length = fc.record({ morae: fc.nat(3000), commas: fc.nat(100), sentenceEnds: fc.nat(80) });

describe('estimateDuration', () => {
  it('puts a pitch of 390 morae, 15 commas and 9 sentences at 59 s', () => {
    expect(estimateDuration({ morae: 390, commas: 15, sentenceEnds: 9 }) / 1000).toBeCloseTo(58.9, 1);
  });

  it('says nothing for nothing, and adds up', () => {
    expect(estimateDuration(addSpokenLengths([]))).toBe(0);
    fc.assert(
      fc.property(fc.array(length, { maxLength: 20 }), (lengths) => {
        const sum = lengths.reduce((total, one) => total + estimateDuration(one), 0);
        expect(estimateDuration(addSpokenLengths(lengths))).toBe(sum);
      }),
    );
  });

  it('scales with the rate', () => {
    fc.assert(
      fc.property(length, fc.double({ min: 0.5, max: 2, noNaN: true }), (one, factor) => {
        const rate = { msPerMora: 121 * factor, msPerComma: 270 * factor, msPerSentenceEnd: 850 * factor };
        expect(estimateDuration(one, rate)).toBeCloseTo(estimateDuration(one) * factor, 4);
      }),
    );
  });
});
