import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type RecognisedPart,
  type TakeEvent,
  type TakeLog,
  transcriptText,
} from '../../../src/domain/rehearsal/take-log';
import { createWordTimer } from '../../../src/domain/review/time-words';

const parts = (...transcripts: string[]): RecognisedPart[] =>
  transcripts.map((transcript) => ({ transcript, confidence: 0.9, final: true }));
const heard = (atMs: number, session: number, ...transcripts: string[]): TakeEvent => ({
  kind: 'recognised',
  atMs,
  by: 'speaker',
  session,
  parts: parts(...transcripts),
});
const logOf = (...events: TakeEvent[]): TakeLog => ({
  version: 2,
  startedAt: 0,
  hearing: 'audio-and-words',
  prompter: 'script',
  timeBudget: 60,
  events: [...events, { kind: 'stopped', atMs: 60_000, by: 'speaker' }],
});

/** Where words stand in the transcript, and when they were said. */
function timeOf(log: TakeLog, words: string) {
  const start = (transcriptText(log) ?? '').indexOf(words);
  return createWordTimer(log)({ start, end: start + words.length });
}

describe('when words were said', () => {
  test('between the sign before they were there and the one that brought them', () => {
    const log = logOf(
      heard(2_000, 1, 'はじめまして'),
      heard(3_000, 1, 'はじめまして花屋の'),
      heard(4_200, 1, 'はじめまして花屋の小川です'),
    );
    expect(timeOf(log, '花屋の')).toEqual({ startMs: 1_000, endMs: 3_000 });
    expect(timeOf(log, '小川です')).toEqual({ startMs: 2_000, endMs: 4_200 });
    expect(timeOf(log, 'はじめまして花屋の小川です')).toEqual({ startMs: 0, endMs: 4_200 });
  });

  test('over the sessions of a recogniser, of which one heard nothing', () => {
    const log = logOf(
      heard(2_000, 1, 'はじめまして'),
      heard(9_000, 2, ''),
      heard(20_000, 3, '花屋の小川です'),
    );
    expect(timeOf(log, '花屋')).toEqual({ startMs: 15_000, endMs: 20_000 });
  });

  test('in the time of the recording: pauses of the clock and its late beginning are left out', () => {
    const log = logOf(
      { kind: 'recording-began', atMs: 500, by: 'device' },
      heard(2_500, 1, 'はじめまして'),
      { kind: 'paused', atMs: 3_000, by: 'speaker' },
      { kind: 'resumed', atMs: 13_000, by: 'speaker' },
      heard(14_500, 2, '小川です'),
    );
    expect(timeOf(log, '小川です')).toEqual({ startMs: 2_500, endMs: 4_000 });
  });

  test('nothing was heard', () => {
    expect(createWordTimer(logOf())({ start: 0, end: 3 })).toBeNull();
  });

  test('whatever was heard: every word has its time, and later words are not told to be earlier', () => {
    const events = fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3_000 }),
        fc.string({ maxLength: 12 }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(events, (list) => {
        let atMs = 0;
        const inOrder = list.toSorted(([one], [other]) => one - other);
        const log = logOf(
          ...inOrder.map(([session, afterMs, words]) => {
            atMs += afterMs;
            return heard(atMs, session, words);
          }),
        );
        const timer = createWordTimer(log);
        const length = transcriptText(log)?.length ?? 0;
        let before = 0;
        for (let start = 0; start < length; start += 1) {
          const time = timer({ start, end: start + 1 });
          expect(time).not.toBeNull();
          expect(time!.startMs).toBeGreaterThanOrEqual(before);
          expect(time!.endMs).toBeGreaterThanOrEqual(time!.startMs);
          before = time!.startMs;
        }
      }),
    );
  });
});
