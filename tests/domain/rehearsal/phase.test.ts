import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advancePhase, COUNTDOWN_FROM, type PhaseEvent } from '../../../src/domain/rehearsal/advance-phase';
import { isUnderWay, type Phase } from '../../../src/domain/rehearsal/phase';
import { HEARINGS, type Hearing } from '../../../src/domain/rehearsal/take-log';

const IDLE: Phase = { kind: 'idle' };
const hearing = fc.constantFrom(...HEARINGS);

const event: fc.Arbitrary<PhaseEvent> = fc.oneof(
  { weight: 3, arbitrary: hearing.map((heard): PhaseEvent => ({ kind: 'opened', hearing: heard })) },
  {
    weight: 12,
    arbitrary: fc.constantFrom<PhaseEvent>(
      { kind: 'devices-ready' },
      { kind: 'countdown-began' },
      { kind: 'counted' },
      { kind: 'began' },
      { kind: 'paused' },
      { kind: 'resumed' },
      { kind: 'stopped' },
      { kind: 'kept', takeId: 'take' },
    ),
  },
  { weight: 1, arbitrary: fc.constant<PhaseEvent>({ kind: 'microphone-failed', reason: 'lost' }) },
  { weight: 2, arbitrary: hearing.map((heard): PhaseEvent => ({ kind: 'hearing-reduced', hearing: heard })) },
  { weight: 1, arbitrary: fc.constant<PhaseEvent>({ kind: 'left' }) },
);

/** Every phase a sequence of events leads through, each with the event that led there. */
function trace(events: readonly PhaseEvent[]): { before: Phase; event: PhaseEvent; after: Phase }[] {
  let phase: Phase = IDLE;
  return events.map((each) => {
    const before = phase;
    phase = advancePhase(before, each);
    return { before, event: each, after: phase };
  });
}
const sequence = fc.array(event, { maxLength: 60 }).map(trace);

/** The kinds a phase can be followed by, besides itself; `idle` and `preparing` follow from leaving and opening. */
const NEXT: Record<Phase['kind'], readonly Phase['kind'][]> = {
  idle: ['preparing'],
  preparing: ['countdown', 'speaking', 'failed', 'preparing', 'idle'],
  countdown: ['speaking', 'failed', 'preparing', 'idle'],
  speaking: ['paused', 'finishing', 'preparing', 'idle'],
  paused: ['speaking', 'finishing', 'preparing', 'idle'],
  finishing: ['reviewed', 'idle'],
  reviewed: ['preparing', 'idle'],
  failed: ['preparing', 'idle'],
};

describe('whatever happens in whatever order', () => {
  test('the phase is one of the union, whole, and follows from the one before', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        for (const { before, after } of steps) {
          if (after !== before) expect([...NEXT[before.kind], before.kind]).toContain(after.kind);
          switch (after.kind) {
            case 'idle':
              expect(after).toEqual(IDLE);
              break;
            case 'reviewed':
              expect(after.takeId).toBe('take');
              break;
            case 'countdown':
              expect(after.remaining).toBeGreaterThanOrEqual(1);
              expect(after.remaining).toBeLessThanOrEqual(COUNTDOWN_FROM);
              expect(HEARINGS).toContain(after.hearing);
              break;
            default:
              expect(HEARINGS).toContain(after.hearing);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a take is written only from speaking or paused, reviewed only once written', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        for (const { before, event: happened, after } of steps) {
          if (after === before) continue;
          if (after.kind === 'finishing') {
            expect(['speaking', 'paused']).toContain(before.kind);
            expect(happened.kind).toBe('stopped');
          }
          if (after.kind === 'reviewed') expect(before.kind).toBe('finishing');
          if (after.kind === 'speaking' && before.kind !== 'paused' && before.kind !== 'speaking') {
            expect(happened.kind).toBe('began');
            if (before.kind === 'preparing') expect(before.ready).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('hearing is only ever reduced until something is opened anew', () => {
    const rank = (heard: Hearing): number => ['clock-only', 'audio-only', 'audio-and-words'].indexOf(heard);
    fc.assert(
      fc.property(sequence, (steps) => {
        for (const { before, event: happened, after } of steps) {
          if (!('hearing' in before && 'hearing' in after) || happened.kind === 'opened') continue;
          if (before.hearing === 'typed') expect(after.hearing).toBe('typed');
          else expect(rank(after.hearing)).toBeLessThanOrEqual(rank(before.hearing));
          expect(before.hearing !== 'typed' && after.hearing === 'typed').toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('an event that means nothing in a phase leaves the very same phase', () => {
    const meant: Record<Phase['kind'], readonly PhaseEvent['kind'][]> = {
      idle: [],
      preparing: ['devices-ready', 'microphone-failed', 'hearing-reduced', 'countdown-began', 'began'],
      countdown: ['counted', 'microphone-failed', 'hearing-reduced', 'began'],
      speaking: ['paused', 'stopped', 'hearing-reduced'],
      paused: ['resumed', 'stopped', 'hearing-reduced'],
      finishing: ['kept'],
      reviewed: [],
      failed: [],
    };
    fc.assert(
      fc.property(sequence, (steps) => {
        for (const { before, event: happened, after } of steps) {
          const always =
            happened.kind === 'left' || (happened.kind === 'opened' && before.kind !== 'finishing');
          if (!always && !meant[before.kind].includes(happened.kind)) expect(after).toBe(before);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('leaving is always possible and leads to idle', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        expect(advancePhase(steps.at(-1)?.after ?? IDLE, { kind: 'left' })).toEqual(IDLE);
      }),
    );
  });

  test('a take whose loss would hurt is under way exactly from its first second to its last word on disk', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        for (const { after } of steps)
          expect(isUnderWay(after)).toBe(['speaking', 'paused', 'finishing'].includes(after.kind));
      }),
    );
  });
});

test('3, 2, 1: the countdown shows each count and never 0', () => {
  let phase = advancePhase(IDLE, { kind: 'opened', hearing: 'clock-only' });
  phase = advancePhase(phase, { kind: 'countdown-began' });
  const shown = [];
  for (let i = 0; i < 5; i++) {
    shown.push(phase.kind === 'countdown' && phase.remaining);
    phase = advancePhase(phase, { kind: 'counted' });
  }
  expect(shown).toEqual([3, 2, 1, 1, 1]);
});

test('without a microphone the person is ready at once; with one, when it is open', () => {
  for (const heard of HEARINGS) {
    expect(advancePhase(IDLE, { kind: 'opened', hearing: heard })).toEqual({
      kind: 'preparing',
      hearing: heard,
      ready: heard === 'clock-only' || heard === 'typed',
    });
  }
});
