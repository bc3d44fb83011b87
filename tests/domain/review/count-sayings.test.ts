import { describe, expect, test } from 'vitest';
import { countSayings } from '../../../src/domain/review/count-sayings';
import type { RecordingGaps } from '../../../src/domain/review/device-gaps';
import { type Passage, type TakeTiming, TIMING_VERSION } from '../../../src/domain/sound-alignment/time-take';

const NO_GAPS = { silent: [], endsEarly: false };

/** A script of three sentences of which these were said, one second after the other. */
function timing(said: number[], fields: Partial<TakeTiming> = {}, broken: number[] = []): TakeTiming {
  return {
    version: TIMING_VERSION,
    method: 'sound',
    confidence: 0.95,
    snrDb: 20,
    durationMs: 10_000,
    passages: said.map(
      (sentence, index): Passage => ({
        sentence,
        startMs: index * 1000,
        endMs: index * 1000 + 900,
        whole: !broken.includes(index),
        confidence: 0.95,
        spans: [],
      }),
    ),
    omitted: [0, 1, 2].filter((sentence) => !said.includes(sentence)),
    speech: [],
    pauses: [],
    otherSpeech: [],
    ...fields,
  };
}

const count = (heard: TakeTiming, gaps: RecordingGaps = NO_GAPS) => countSayings(heard, 3, gaps);

describe('countSayings', () => {
  test('counts what was left out and what was said again', () => {
    expect(count(timing([0, 1, 2]))?.timesSaid).toEqual([1, 1, 1]);
    expect(count(timing([0, 0, 2]))?.timesSaid).toEqual([2, 0, 1]);
  });

  test('what was broken off is not counted, and its time is told', () => {
    expect(count(timing([0, 1], {}, [1]))).toEqual({
      version: TIMING_VERSION,
      timesSaid: [1, 0, 0],
      brokenOffMs: 900,
    });
  });

  test('a sentence with nothing to say in it is not missing', () => {
    expect(count(timing([0, 2], { omitted: [], confidence: 0.7 }))?.timesSaid).toEqual([1, 0, 1]);
  });

  test('of a sound that is not sure, only a script said whole is believed', () => {
    const fair = { confidence: 0.7 };
    expect(count(timing([0, 1, 2], fair))?.timesSaid).toEqual([1, 1, 1]);
    expect(count(timing([0, 2], fair))?.timesSaid).toBeNull();
    expect(count(timing([0, 1, 1, 2], fair))?.timesSaid).toBeNull();
  });

  test('where the recording has gaps nobody can tell', () => {
    const gap = { startMs: 4000, endMs: 6000 };
    expect(count(timing([0, 2]), { silent: [gap], endsEarly: false })?.timesSaid).toBeNull();
    expect(count(timing([0, 1]), { silent: [], endsEarly: true })?.timesSaid).toBeNull();
  });

  test('lengths alone, or a sound of no use, count nothing', () => {
    expect(count(timing([0, 1, 2], { method: 'duration' }))).toBeNull();
    expect(count(timing([0, 1, 2], { confidence: 0.1 }))).toBeNull();
  });
});
