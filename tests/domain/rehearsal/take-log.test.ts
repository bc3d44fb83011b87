import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendEvent,
  type TakeEvent,
  type TakeLog,
  takeDurationMs,
  transcriptText,
  typedText,
} from '../../../src/domain/rehearsal/take-log';

const EMPTY: TakeLog = {
  version: 1,
  startedAt: 1_760_000_000_000,
  hearing: 'audio-and-words',
  prompter: 'nothing',
  timeBudget: 60,
  events: [],
};

const words = fc.constantFrom(
  '緑町の',
  '鍼灸師の',
  '小林です',
  ' 頭が軽くなります ',
  '',
  'えーと',
  '𠮷野さん',
);
const parts = fc.array(
  fc.record({
    transcript: words,
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    final: fc.boolean(),
  }),
  { maxLength: 5 },
);

/** Everything that can happen in a take but its end; stamped later. */
const event = fc.oneof(
  fc.constantFrom<TakeEvent>(
    { kind: 'paused', atMs: 0, by: 'speaker' },
    { kind: 'resumed', atMs: 0, by: 'speaker' },
    { kind: 'hidden', atMs: 0, by: 'device' },
    { kind: 'shown', atMs: 0, by: 'device' },
    { kind: 'microphone-lost', atMs: 0, by: 'device' },
  ),
  words.map((text): TakeEvent => ({ kind: 'typed', atMs: 0, by: 'speaker', text })),
  fc
    .record({ session: fc.integer({ min: 1, max: 4 }), parts })
    .map((heard): TakeEvent => ({ kind: 'recognised', atMs: 0, by: 'speaker', ...heard })),
  fc
    .integer({ min: 1, max: 4 })
    .map(
      (session): TakeEvent => ({ kind: 'recognition-ended', atMs: 0, by: 'device', session, error: null }),
    ),
);

const pass = fc.integer({ min: 0, max: 20_000 });

/** Events with the time that passes before each, and before the end. */
const happenings = fc.record({
  steps: fc.array(fc.record({ event, afterMs: pass }), { maxLength: 30 }),
  endAfterMs: pass,
});
type Happenings = typeof happenings extends fc.Arbitrary<infer T> ? T : never;

function stamp({ steps, endAfterMs }: Happenings): { events: TakeEvent[]; endMs: number } {
  let atMs = 0;
  const events = steps.map(({ event, afterMs }) => {
    atMs += afterMs;
    return { ...event, atMs };
  });
  return { events, endMs: atMs + endAfterMs };
}

function logOf(happened: Happenings): TakeLog {
  const { events, endMs } = stamp(happened);
  const log = events.reduce(appendEvent, EMPTY);
  return appendEvent(log, { kind: 'stopped', atMs: endMs, by: 'speaker' });
}

describe('appending', () => {
  test('keeps every event before it, in order, and leaves the log given as it was', () => {
    fc.assert(
      fc.property(happenings, (happened) => {
        const { events } = stamp(happened);
        let log = EMPTY;
        events.forEach((each, index) => {
          const before = log;
          const copy = structuredClone(before);
          log = appendEvent(before, each);
          expect(before).toEqual(copy);
          expect(log.events).toEqual(events.slice(0, index + 1));
          expect({ ...log, events: [] }).toEqual(EMPTY);
        });
      }),
    );
  });

  test('refuses time that runs backwards, and anything after the end', () => {
    fc.assert(
      fc.property(happenings, event, fc.integer({ min: 1, max: 5000 }), (happened, next, backMs) => {
        const ended = logOf(happened);
        const endMs = ended.events.at(-1)!.atMs;
        expect(() => appendEvent(ended, { ...next, atMs: endMs + 1 })).toThrow('ended');
        const running = { ...ended, events: ended.events.slice(0, -1) };
        const last = running.events.at(-1);
        if (last)
          expect(() => appendEvent(running, { ...next, atMs: last.atMs - backMs })).toThrow('cannot follow');
      }),
    );
  });
});

describe('the duration', () => {
  test('is the sum of the stretches in which the clock ran, millisecond by millisecond', () => {
    fc.assert(
      fc.property(happenings, (happened) => {
        const log = logOf(happened);
        // Reckoned another way: each gap between events counts if the last word on it was not a pause.
        let [running, atMs, total] = [true, 0, 0];
        for (const each of log.events) {
          if (running) total += each.atMs - atMs;
          atMs = each.atMs;
          if (each.kind === 'paused') running = false;
          if (each.kind === 'resumed') running = true;
        }
        expect(takeDurationMs(log)).toBe(total);
        expect(takeDurationMs(log)).toBeGreaterThanOrEqual(0);
        expect(takeDurationMs(log)).toBeLessThanOrEqual(atMs);
      }),
    );
  });

  test('never shrinks while a take goes on, and only the speaker’s pause holds it', () => {
    fc.assert(
      fc.property(happenings, pass, (happened, laterMs) => {
        const { events, endMs } = stamp(happened);
        const log = events.reduce(appendEvent, EMPTY);
        const now = takeDurationMs(log, endMs);
        const later = takeDurationMs(log, endMs + laterMs);
        const lastWord = events.findLast(({ kind }) => kind === 'paused' || kind === 'resumed');
        expect(later - now).toBe(lastWord?.kind === 'paused' ? 0 : laterMs);
        const ofSpeaker = { ...log, events: events.filter(({ by }) => by === 'speaker') };
        expect(takeDurationMs(ofSpeaker, endMs)).toBe(now);
      }),
    );
  });

  test('of a take in which nothing happened', () => {
    expect(takeDurationMs(EMPTY)).toBe(0);
    expect(takeDurationMs(EMPTY, 1234)).toBe(1234);
  });
});

describe('the words', () => {
  test('what was typed is the last text, however often it was told', () => {
    fc.assert(
      fc.property(happenings, (happened) => {
        const log = logOf(happened);
        const texts = log.events.flatMap((each) => (each.kind === 'typed' ? [each.text] : []));
        expect(typedText(log)).toBe(texts.at(-1) ?? null);
      }),
    );
  });

  test('of each session only what it said last counts, in the order in which sessions began', () => {
    fc.assert(
      fc.property(happenings, (happened) => {
        const log = logOf(happened);
        const heard = log.events.filter((each) => each.kind === 'recognised');
        const sessions = [...new Set(heard.map(({ session }) => session))];
        const expected = sessions
          .map((session) => heard.findLast((each) => each.session === session)!)
          .map(({ parts: said }) => said.map(({ transcript }) => transcript.trim()).join(''))
          .filter((text) => text !== '');
        expect(transcriptText(log)).toBe(heard.length === 0 ? null : expected.join('\n'));
        // Whatever each session said before its last word makes no difference.
        const lastOnly = {
          ...log,
          events: log.events.filter(
            (each) =>
              each.kind !== 'recognised' ||
              heard.findLast(({ session }) => session === each.session) === each,
          ),
        };
        expect(transcriptText(lastOnly)?.split('\n').sort()).toEqual(transcriptText(log)?.split('\n').sort());
      }),
    );
  });

  test('a recogniser that heard nothing is not the same as none', () => {
    const silent = appendEvent(EMPTY, { kind: 'recognised', atMs: 1, by: 'speaker', session: 1, parts: [] });
    expect(transcriptText(silent)).toBe('');
    expect(transcriptText(EMPTY)).toBeNull();
  });
});
