import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeUnrecognised } from '../../../src/domain/sound-alignment/place-unrecognised';
import type { SentenceReading } from '../../../src/domain/sound-alignment/sentence-reading';

/** Sentences of so many morae; said at 100 ms a mora. */
const script = (...morae: number[]): SentenceReading[] =>
  morae.map((count) => ({ pieces: [{ kind: 'unknown', morae: count }], morae: count, commas: 0 }));
const said = (sentence: number, startMs: number, endMs: number) => ({ sentence, startMs, endMs });
const speech = (startMs: number, endMs: number) => ({ startMs, endMs });

const readings = script(20, 30, 20);
const around = [said(0, 1_000, 3_000), said(2, 7_000, 9_000)];

describe('a sentence missing between two', () => {
  test('was said where speech of about its length stands in its place', () => {
    const stretches = [speech(3_500, 4_500), speech(4_700, 6_500)];
    expect(placeUnrecognised(around, stretches, readings)).toEqual([
      { sentence: 1, startMs: 3_500, endMs: 6_500, stretches },
    ]);
  });

  test.each([
    ['there is silence', []],
    ['there is a filler', [speech(3_500, 4_500)]],
    ['there is a long remark', [speech(3_100, 6_900), speech(6_900, 9_000)]],
    ['the speech is elsewhere', [speech(9_500, 12_500)]],
  ])('was left out where %s', (_, stretches) => {
    expect(placeUnrecognised(around, stretches, script(20, 25, 20))).toEqual([]);
  });

  test('is no single one where two are missing: which of them it was, lengths alone do not tell', () => {
    const two = script(20, 30, 30, 20);
    const apart = [said(0, 1_000, 3_000), said(3, 7_000, 9_000)];
    expect(placeUnrecognised(apart, [speech(3_500, 6_500)], two)).toEqual([]);
  });

  test('one without anything to say is not waited for', () => {
    const withSign = script(20, 0, 30, 20);
    const apart = [said(0, 1_000, 3_000), said(3, 7_000, 9_000)];
    expect(placeUnrecognised(apart, [speech(3_500, 6_500)], withSign)).toHaveLength(1);
  });
});

test('the first and the last sentence are looked for before and after all others', () => {
  const both = [speech(500, 2_400), speech(6_100, 8_000)];
  const placed = placeUnrecognised([said(1, 3_000, 6_000)], both, readings);
  expect(placed.map(({ sentence, startMs }) => [sentence, startMs])).toEqual([
    [0, 500],
    [2, 6_100],
  ]);
});

test('no sentence that was found is placed, and none onto another or onto speech that another has', () => {
  const lengths = fc.array(fc.nat(40), { minLength: 1, maxLength: 8 });
  const marks = fc.array(fc.tuple(fc.nat(7), fc.boolean(), fc.integer({ min: 100, max: 5_000 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(lengths, marks, (morae, steps) => {
      let at = 0;
      const passages: ReturnType<typeof said>[] = [];
      const others: ReturnType<typeof speech>[] = [];
      for (const [sentence, scripted, ms] of steps) {
        if (!scripted || sentence >= morae.length) others.push(speech(at, at + ms));
        else passages.push(said(sentence, at, at + ms));
        at += ms;
      }
      const placed = placeUnrecognised(passages, others, script(...morae));
      const known = passages.map(({ sentence }) => sentence);
      const sentences = placed.map(({ sentence }) => sentence);
      expect(sentences.filter((sentence) => known.includes(sentence))).toEqual([]);
      for (const { startMs, endMs } of placed)
        for (const other of passages) expect(other.endMs <= startMs || other.startMs >= endMs).toBe(true);
      expect(new Set(placed.flatMap(({ stretches }) => stretches)).size).toBe(
        placed.flatMap(({ stretches }) => stretches).length,
      );
    }),
  );
});
