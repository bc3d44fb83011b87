import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CARD_FORMATS,
  codeSideMm,
  isReadableOn,
  largestFitting,
  SMALLEST_PT,
} from '../../../src/domain/sharing/card';

describe('the size of letters on a card', () => {
  test('is the largest that fits, in quarters of a point', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.integer({ min: 7, max: 24 }),
        (room, largest) => {
          const size = largestFitting(largest, (candidate) => candidate <= room);
          const expected = Math.floor(Math.min(room, largest) * 4) / 4;
          expect(size).toBe(room < SMALLEST_PT ? null : expected);
        },
      ),
    );
  });

  test('never asks whether an illegible size fits', () => {
    const asked: number[] = [];
    largestFitting(13, (candidate) => {
      asked.push(candidate);
      return false;
    });
    expect(Math.min(...asked)).toBe(SMALLEST_PT);
    expect(asked.length).toBeLessThan(8);
  });
});

describe('a QR code on the back of a card', () => {
  test('has its square within the margins, above its line of words', () => {
    expect(codeSideMm(CARD_FORMATS.business)).toBe(40);
    expect(codeSideMm(CARD_FORMATS.a6)).toBe(87);
  });

  test('is printed as long as a phone can tell its dots apart', () => {
    // Version 13, which a one-minute script takes, and version 40.
    expect(isReadableOn(CARD_FORMATS.business, 69 + 8)).toBe(true);
    expect(isReadableOn(CARD_FORMATS.business, 177 + 8)).toBe(false);
    expect(isReadableOn(CARD_FORMATS.a6, 177 + 8)).toBe(true);
  });
});
