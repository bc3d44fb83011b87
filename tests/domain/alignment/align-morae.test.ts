import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  alignMorae,
  GAP_BEGINS,
  GAP_ENDS,
  type MoraPartners,
  PAIR_WORTH,
} from '../../../src/domain/alignment/align-morae';
import { MORA_KINDS, readMorae } from '../../../src/domain/alignment/mora';
import { readHeard, readScript } from '../../../src/domain/alignment/mora-sequence';
import type { Tokenize } from '../../../src/domain/reading/token';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { corruptScript, USUAL_CORRUPTION } from './corrupt-script';
import { analyzeText, PITCH_NAMES, readPitch } from './fixtures';
import { createRandom } from './random';

const morae = (kana: string) => Uint8Array.from(readMorae(kana), ({ mora }) => mora);

/** A plain diff of known quality: one longest common subsequence, by its textbook recurrence. */
function diffPlainly(left: Uint8Array, right: Uint8Array): MoraPartners {
  const rows = [new Int32Array(right.length + 1)];
  for (const mora of left) {
    const [row, next] = [rows.at(-1)!, new Int32Array(right.length + 1)];
    for (let j = 1; j <= right.length; j += 1) {
      next[j] = mora === right[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!);
    }
    rows.push(next);
  }
  const partners = new Int32Array(left.length).fill(-1);
  let [i, j] = [left.length, right.length];
  while (i > 0 && j > 0) {
    if (left[i - 1] === right[j - 1]) {
      partners[i - 1] = j - 1;
      i -= 1;
      j -= 1;
    } else if (rows[i - 1]![j]! >= rows[i]![j - 1]!) i -= 1;
    else j -= 1;
  }
  return partners;
}

/** What an alignment is worth, by the published worths and costs. */
function worthOf(
  left: Uint8Array,
  right: Uint8Array,
  boundaries: Uint8Array,
  partners: MoraPartners,
): number {
  const begins = (i: number) => GAP_BEGINS[boundaries[i]!]!;
  const ends = (i: number) => GAP_ENDS[boundaries[i]!]!;
  let worth = 0;
  let [i, j] = [0, 0];
  const skipTo = (nextLeft: number, nextRight: number) => {
    if (nextLeft > i) worth -= begins(i);
    if (nextRight > j) worth -= begins(nextLeft);
    if (nextLeft > i || nextRight > j) worth -= ends(nextLeft);
  };
  partners.forEach((partner, k) => {
    if (partner === -1) return;
    skipTo(k, partner);
    worth += PAIR_WORTH[left[k]! * MORA_KINDS + right[partner]!]!;
    [i, j] = [k + 1, partner + 1];
  });
  skipTo(left.length, right.length);
  return worth;
}

/** Morae the same on both sides within stretches of at least `shortest` of them: what a listener recognises. */
function recognised(left: Uint8Array, right: Uint8Array, partners: MoraPartners, shortest: number): number {
  let [all, run] = [0, 0];
  for (let i = 0; i <= left.length; i += 1) {
    const partner = partners[i] ?? -1;
    const same = partner !== -1 && left[i] === right[partner];
    const goesOn = same && (run === 0 || partners[i - 1]! + 1 === partner);
    if (!goesOn) {
      if (run >= shortest) all += run;
      run = 0;
    }
    if (same) run += 1;
  }
  return all;
}

/** Few kinds of morae, so that much agrees by chance. */
const sequence = (maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 5 }), { maxLength }).map((list) => Uint8Array.from(list));

const boundaries = (left: Uint8Array, seed: number) =>
  Uint8Array.from({ length: left.length + 1 }, (_, index) =>
    (index * 7 + seed) % 5 === 0 ? 2 : index % 3 === 0 ? 1 : 0,
  );

describe('alignMorae', () => {
  test('is worth at least as much as a plain diff', () => {
    fc.assert(
      fc.property(sequence(60), sequence(60), fc.nat(10), (left, right, seed) => {
        const edges = boundaries(left, seed);
        const worth = (partners: MoraPartners) => worthOf(left, right, edges, partners);
        expect(worth(alignMorae(left, right, edges))).toBeGreaterThanOrEqual(worth(diffPlainly(left, right)));
      }),
      { numRuns: 500 },
    );
  });

  test('is worth at least as much as any other alignment', () => {
    const picks = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(sequence(30), sequence(30), picks, (left, right, chosen) => {
        const edges = boundaries(left, 1);
        const lefts = [...left.keys()].filter((i) => chosen[i]![0]);
        const rights = [...right.keys()].filter((j) => chosen[j]![1]);
        const other = new Int32Array(left.length).fill(-1);
        lefts.slice(0, rights.length).forEach((i, k) => {
          other[i] = rights[k]!;
        });
        expect(worthOf(left, right, edges, alignMorae(left, right, edges))).toBeGreaterThanOrEqual(
          worthOf(left, right, edges, other),
        );
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
      fc.property(sequence(900), (left) => {
        expect([...alignMorae(left, left, boundaries(left, 0))]).toEqual([...left.keys()]);
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
    const edges = new Uint8Array(sequenceOfLeft.length + 1);
    expect([...alignMorae(sequenceOfLeft, morae(right), edges)]).toEqual(expected);
  });

  test('two long texts without anything in common are told apart at once', () => {
    const random = createRandom(1);
    const noise = () => Uint8Array.from({ length: 2000 }, () => random.integer(100));
    const left = noise();
    const partners = alignMorae(left, noise(), boundaries(left, 0));
    expect(partners.every((partner) => partner === -1)).toBe(true);
  });
});

describe('of pitches misheard, as much is recognised as by a plain diff', () => {
  let tokenize: Tokenize;
  beforeAll(async () => {
    tokenize = await createStockTokenize();
  });

  test.each([0, 0.1, 0.2, 0.3])(
    'at %d mora errors',
    (moraErrors) => {
      let [all, allPlainly] = [0, 0];
      for (const name of PITCH_NAMES) {
        const sentences = analyzeText(readPitch(name), tokenize);
        const script = readScript(sentences);
        for (let seed = 1; seed <= 4; seed += 1) {
          const corruption = { ...USUAL_CORRUPTION, moraErrors };
          const { text } = corruptScript(sentences, corruption, createRandom(seed));
          const heard = readHeard(analyzeText(text, tokenize)).morae;
          const plain = recognised(script.morae, heard, diffPlainly(script.morae, heard), 5);
          const own = recognised(script.morae, heard, alignMorae(script.morae, heard, script.boundaries), 5);
          expect(own, `${name}, seed ${seed}`).toBeGreaterThanOrEqual(0.9 * plain);
          all += own;
          allPlainly += plain;
        }
      }
      expect(all).toBeGreaterThanOrEqual(allPlainly);
    },
    30_000,
  );
});
