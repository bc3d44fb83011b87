import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RECOGNITION_ERRORS } from '../../../src/domain/rehearsal/recognition-error';
import {
  decideRestart,
  EMPTY_SESSIONS_LIMIT,
  type EndedSession,
  FAILURES_LIMIT,
  FIRST_BACK_OFF_MS,
  LONGEST_BACK_OFF_MS,
  NO_RESTARTS_YET,
  RESTARTS_LIMIT,
  type RestartDecision,
} from '../../../src/domain/rehearsal/recognition-restart';

const words: EndedSession = { error: null, heard: true, lastedMs: 60_000 };
const silence: EndedSession = { error: 'no-speech', heard: false, lastedMs: 8_000 };
const cutOff: EndedSession = { error: 'network', heard: false, lastedMs: 20 };
const quick: EndedSession = { error: null, heard: false, lastedMs: 50 };

/** The decisions after one session after the other, up to the first that gives up. */
function decisions(sessions: EndedSession[]): RestartDecision[] {
  let record = NO_RESTARTS_YET;
  const made: RestartDecision[] = [];
  for (const session of sessions) {
    const next = decideRestart(record, session);
    record = next.record;
    made.push(next.decision);
    if (next.decision.kind === 'give-up') break;
  }
  return made;
}

describe('after a session that ended by itself', () => {
  test('with words: at once', () => {
    expect(decisions([words])).toEqual([{ kind: 'restart', afterMs: 20 }]);
  });

  test('with silence: after the moment Chrome needs, again and again, then no more', () => {
    const made = decisions(Array.from({ length: 20 }, () => silence));
    expect(made).toHaveLength(EMPTY_SESSIONS_LIMIT);
    expect(made.slice(0, -1)).toEqual(
      Array.from({ length: EMPTY_SESSIONS_LIMIT - 1 }, () => ({ kind: 'restart', afterMs: 250 })),
    );
    expect(made.at(-1)).toEqual({ kind: 'give-up', error: 'no-speech' });
  });

  test('with words after silence: the count begins anew', () => {
    const thinking = Array.from({ length: EMPTY_SESSIONS_LIMIT - 1 }, () => silence);
    expect(decisions([...thinking, words, ...thinking]).every(({ kind }) => kind === 'restart')).toBe(true);
  });

  test('at once and without a reason: at doubled distances, then it counts as no backend', () => {
    const made = decisions(Array.from({ length: 20 }, () => quick));
    expect(made.map((decision) => ('afterMs' in decision ? decision.afterMs : decision.error))).toEqual([
      250,
      500,
      1_000,
      2_000,
      4_000,
      'no-backend',
    ]);
  });

  test.each([
    'not-allowed',
    'service-not-allowed',
    'audio-capture',
    'language-not-supported',
    'bad-grammar',
    'unsupported',
  ] as const)('%s: gives up, even after words', (error) => {
    expect(decisions([{ ...words, error }])).toEqual([{ kind: 'give-up', error }]);
  });

  test.each(['network', 'no-backend'] as const)('%s before any words: gives up', (error) => {
    expect(decisions([{ ...cutOff, error }])).toEqual([{ kind: 'give-up', error }]);
  });

  test('network after words: tries to come back, a limited number of times', () => {
    const made = decisions([words, cutOff, cutOff, cutOff, cutOff]);
    expect(made).toHaveLength(1 + FAILURES_LIMIT);
    expect(made.slice(1)).toEqual([
      { kind: 'restart', afterMs: FIRST_BACK_OFF_MS },
      { kind: 'restart', afterMs: 2 * FIRST_BACK_OFF_MS },
      { kind: 'give-up', error: 'network' },
    ]);
    expect(decisions([words, cutOff, cutOff, words, cutOff, cutOff]).at(-1)?.kind).toBe('restart');
  });

  test('an endless row of utterances has an end as well', () => {
    const made = decisions(Array.from({ length: 1_000 }, () => words));
    expect(made).toHaveLength(RESTARTS_LIMIT + 1);
    expect(made.at(-1)).toEqual({ kind: 'give-up', error: 'aborted' });
  });
});

test('whatever happens, waits are within bounds and the run comes to an end', () => {
  const session = fc.record({
    error: fc.constantFrom(null, ...RECOGNITION_ERRORS),
    heard: fc.boolean(),
    lastedMs: fc.nat({ max: 120_000 }),
  });
  fc.assert(
    fc.property(
      fc.array(session, { minLength: RESTARTS_LIMIT + 1, maxLength: RESTARTS_LIMIT + 1 }),
      (sessions) => {
        const made = decisions(sessions);
        expect(made.at(-1)?.kind).toBe('give-up');
        for (const decision of made)
          if (decision.kind === 'restart') {
            expect(decision.afterMs).toBeGreaterThan(0);
            expect(decision.afterMs).toBeLessThanOrEqual(LONGEST_BACK_OFF_MS);
          }
      },
    ),
    { numRuns: 30 },
  );
});
