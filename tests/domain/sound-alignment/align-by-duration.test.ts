import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignByDuration } from '../../../src/domain/sound-alignment/align-by-duration';
import type { SentenceReading } from '../../../src/domain/sound-alignment/sentence-reading';

const reading = (morae: number, commas = 0): SentenceReading => ({ pieces: [], morae, commas });

/** Speech of the given lengths and the silences after them, ms, from 1 s on. */
function speak(...parts: [speechMs: number, pauseMs: number][]) {
  let at = 1_000;
  return parts.map(([speechMs, pauseMs]) => {
    const stretch = { startMs: at, endMs: at + speechMs };
    at += speechMs + pauseMs;
    return stretch;
  });
}

describe('sentences by their lengths and the pauses', () => {
  test('one stretch each', () => {
    const speech = speak([2_400, 700], [1_200, 700], [3_600, 700]);
    const { passages, spread } = alignByDuration(speech, [reading(20), reading(10), reading(30)]);
    expect(passages).toEqual(speech.map((stretch, sentence) => ({ sentence, ...stretch })));
    expect(spread).toBeLessThan(0.05);
  });

  test('a short pause at a comma stays inside its sentence', () => {
    const speech = speak([1_200, 250], [1_200, 800], [2_400, 700]);
    const { passages } = alignByDuration(speech, [reading(20, 1), reading(20)]);
    expect(passages.map(({ startMs }) => startMs)).toEqual([1_000, 4_450]);
  });

  test('two sentences in one breath are divided by their morae', () => {
    const speech = speak([3_600, 700], [2_400, 700]);
    const { passages } = alignByDuration(speech, [reading(10), reading(20), reading(20)]);
    expect(passages[1]).toMatchObject({ sentence: 1, startMs: 2_200 });
  });

  test('a long sentence left out', () => {
    const speech = speak([2_400, 700], [1_200, 700], [3_600, 700], [2_400, 700]);
    const readings = [reading(20), reading(10), reading(55), reading(30), reading(20)];
    expect(alignByDuration(speech, readings).passages.map(({ sentence }) => sentence)).toEqual([0, 1, 3, 4]);
  });

  test('nothing said, or nothing to say', () => {
    expect(alignByDuration([], [reading(10)]).passages).toEqual([]);
    expect(alignByDuration(speak([1_000, 0]), [reading(0)]).passages).toEqual([]);
  });

  test('passages are in order, apart, and inside the speech, whatever was said', () => {
    const parts = fc.array(
      fc.tuple(fc.integer({ min: 60, max: 6_000 }), fc.integer({ min: 90, max: 4_000 })),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    const readings = fc.array(
      fc.tuple(fc.nat(60), fc.nat(3)).map(([morae, commas]) => reading(morae, commas)),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(parts, readings, (lengths, script) => {
        const speech = speak(...(lengths as [number, number][]));
        const { passages } = alignByDuration(speech, script);
        let last = speech[0]!.startMs;
        let sentence = -1;
        for (const passage of passages) {
          expect(passage.sentence).toBeGreaterThan(sentence);
          expect(passage.startMs).toBeGreaterThanOrEqual(last);
          expect(passage.endMs).toBeGreaterThanOrEqual(passage.startMs);
          last = passage.endMs;
          sentence = passage.sentence;
        }
        expect(last).toBeLessThanOrEqual(speech.at(-1)!.endMs);
      }),
    );
  });
});
