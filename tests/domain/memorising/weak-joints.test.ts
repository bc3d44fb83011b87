import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemoryRun } from '../../../src/domain/memorising/memory-run';
import { RECOLLECTIONS } from '../../../src/domain/memorising/recall';
import { weakJoints } from '../../../src/domain/memorising/weak-joints';

const SENTENCES = ['はじめまして。', '鍼灸院をしております。', '写真に撮ります。', 'お願いします。'];

/** A run in which these sentences stopped and the others came. */
const runStopping = (...stopped: number[]): MemoryRun => ({
  at: 0,
  how: { way: 'reading', rung: 'title' },
  scope: 'whole',
  fromMemory: true,
  sentences: SENTENCES.map((text, index) => ({
    text,
    recollection: 'recalled',
    stopped: stopped.includes(index),
  })),
});

test('the joint that stopped most often comes first, with how often', () => {
  expect(weakJoints(SENTENCES, [runStopping(2, 3), runStopping(3), runStopping(2, 3)])).toEqual([
    { sentence: 3, stopped: 3, asked: 3 },
    { sentence: 2, stopped: 2, asked: 3 },
  ]);
});

test('a sentence left out stopped before it began', () => {
  const run = runStopping();
  run.sentences[1] = { text: SENTENCES[1]!, recollection: 'omitted', stopped: false };
  expect(weakJoints(SENTENCES, [run])).toEqual([{ sentence: 1, stopped: 1, asked: 1 }]);
});

test('what came twice in a row since is learnt; once may be luck', () => {
  expect(weakJoints(SENTENCES, [runStopping(2), runStopping()])).toHaveLength(1);
  expect(weakJoints(SENTENCES, [runStopping(2), runStopping(), runStopping()])).toEqual([]);
});

test('what was long ago does not count', () => {
  const long = [runStopping(1), runStopping(1), runStopping(1), runStopping(1)];
  const since = [runStopping(), runStopping(2), runStopping(), runStopping(), runStopping(1)];
  expect(weakJoints(SENTENCES, [...long, ...since])).toEqual([{ sentence: 1, stopped: 1, asked: 5 }]);
});

const anyRun = fc.record({
  at: fc.nat(),
  how: fc.constant(null),
  scope: fc.constantFrom('whole', 'part', 'joints'),
  fromMemory: fc.boolean(),
  sentences: fc.subarray(SENTENCES).chain((texts) =>
    fc.tuple(
      ...texts.map((text) =>
        fc.record({
          text: fc.constant(text),
          recollection: fc.constantFrom(...RECOLLECTIONS),
          stopped: fc.boolean(),
        }),
      ),
    ),
  ),
}) as fc.Arbitrary<MemoryRun>;

test('only what stopped is listed, at most what there is, the weakest first', () => {
  fc.assert(
    fc.property(fc.array(anyRun, { maxLength: 12 }), (runs) => {
      const joints = weakJoints(SENTENCES, runs);
      expect(new Set(joints.map(({ sentence }) => sentence)).size).toBe(joints.length);
      for (const { sentence, stopped, asked } of joints) {
        expect(stopped).toBeGreaterThan(0);
        expect(asked).toBeGreaterThanOrEqual(stopped);
        expect(runs.some((run) => run.sentences.some(({ text }) => text === SENTENCES[sentence]))).toBe(true);
      }
      const shares = joints.map(({ stopped, asked }) => stopped / asked);
      expect(shares).toEqual(shares.toSorted((one, other) => other - one));
    }),
  );
});
