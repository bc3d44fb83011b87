import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignMorae, type MoraPartners } from '../../../src/domain/alignment/align-morae';
import { alignUnlike } from '../../../src/domain/alignment/align-unlike';
import { readMorae } from '../../../src/domain/alignment/mora';
import { createRandom, type Random } from './random';

const morae = (kana: string) => Uint8Array.from(readMorae(kana), ({ mora }) => mora);

/** An own, plain diff of known quality: longest common subsequence by its textbook recurrence. */
function longestCommonSubsequence(left: Uint8Array, right: Uint8Array): number {
  let row = new Int32Array(right.length + 1);
  for (const mora of left) {
    const next = new Int32Array(right.length + 1);
    for (let j = 1; j <= right.length; j += 1) {
      next[j] = mora === right[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!);
    }
    row = next;
  }
  return row[right.length]!;
}

const kept = (left: Uint8Array, right: Uint8Array, partners: MoraPartners) =>
  partners.reduce((sum, partner, i) => sum + (partner !== -1 && left[i] === right[partner] ? 1 : 0), 0);

/** Few kinds of morae, so that much agrees by chance. */
const sequence = (maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 5 }), { maxLength }).map((list) => Uint8Array.from(list));

const boundaries = (left: Uint8Array, seed: number) =>
  Uint8Array.from({ length: left.length + 1 }, (_, index) =>
    (index * 7 + seed) % 5 === 0 ? 2 : index % 3 === 0 ? 1 : 0,
  );

describe('alignMorae', () => {
  test('keeps as many of the same morae as the longest common subsequence', () => {
    fc.assert(
      fc.property(sequence(60), sequence(60), fc.nat(10), (left, right, seed) => {
        const partners = alignMorae(left, right, boundaries(left, seed));
        expect(kept(left, right, partners)).toBe(longestCommonSubsequence(left, right));
      }),
      { numRuns: 500 },
    );
  });

  test('partners rise and stay inside the right sequence', () => {
    fc.assert(
      fc.property(sequence(80), sequence(80), (left, right) => {
        const partners = [...alignMorae(left, right, boundaries(left, 0))].filter(
          (partner) => partner !== -1,
        );
        expect(partners).toEqual(partners.toSorted((a, b) => a - b));
        expect(new Set(partners).size).toBe(partners.length);
        expect(partners.every((partner) => partner >= 0 && partner < right.length)).toBe(true);
      }),
    );
  });

  test('a sequence against itself keeps everything', () => {
    fc.assert(
      fc.property(sequence(1500), (left) => {
        expect(kept(left, left, alignMorae(left, left, boundaries(left, 0)))).toBe(left.length);
      }),
      { numRuns: 30 },
    );
  });

  test('a gap opens where a sentence ends, not where the same ending would also fit', () => {
    // シテイマス。デキマス。ドウゾ with the middle sentence left out: マス could come from either.
    const left = morae('シテイマスデキマスドウゾ');
    const edges = new Uint8Array(left.length + 1);
    for (const index of [0, 5, 9, left.length]) edges[index] = 2;
    expect([...alignMorae(left, morae('シテイマスドウゾ'), edges)]).toEqual([
      0, 1, 2, 3, 4, -1, -1, -1, -1, 5, 6, 7,
    ]);
  });

  test.each([
    ['', 'アイウ', []],
    ['アイウ', '', [-1, -1, -1]],
    ['カサタ', 'ガザダ', [0, 1, 2]],
  ])('%s against %s', (left, right, expected) => {
    const sequenceOfLeft = morae(left);
    expect([...alignMorae(sequenceOfLeft, morae(right), new Uint8Array(sequenceOfLeft.length + 1))]).toEqual(
      expected,
    );
  });
});

describe('alignUnlike', () => {
  test('keeps as many of the same morae as the longest common subsequence', () => {
    fc.assert(
      fc.property(sequence(150), sequence(150), (left, right) => {
        expect(kept(left, right, alignUnlike(left, right))).toBe(longestCommonSubsequence(left, right));
      }),
      { numRuns: 300 },
    );
  });

  test('two long texts that have nothing in common are still aligned', () => {
    const random = createRandom(1);
    const noise = () => Uint8Array.from({ length: 2000 }, () => random.integer(100));
    const [left, right] = [noise(), noise()];
    expect(kept(left, right, alignMorae(left, right, boundaries(left, 0)))).toBe(
      longestCommonSubsequence(left, right),
    );
  });
});

describe('long texts, cut at anchors', () => {
  /** Morae replaced, dropped and added at a rate, and a stretch left out. */
  const corrupt = (left: Uint8Array, rate: number, random: Random) => {
    const gap = random.integer(left.length - 100);
    return Uint8Array.from(
      [...left].flatMap((mora, index) => {
        if (index >= gap && index < gap + 100) return [];
        if (!random.chance(rate)) return [mora];
        return random.pick([[], [random.integer(100)], [mora, random.integer(100)]]);
      }),
    );
  };

  test.each([
    [0, 1],
    [0.1, 0.999],
    [0.2, 0.995],
    [0.3, 0.99],
  ])('at %d errors keep at least %d of the longest common subsequence', (rate, share) => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const random = createRandom(seed);
      const left = Uint8Array.from({ length: 2000 }, () => Math.floor(100 * random.next() ** 2));
      const right = corrupt(left, rate, random);
      const keeps = kept(left, right, alignMorae(left, right, boundaries(left, 0)));
      expect(keeps).toBeGreaterThanOrEqual(share * longestCommonSubsequence(left, right));
    }
  });
});
