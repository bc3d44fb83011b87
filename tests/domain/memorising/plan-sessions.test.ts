import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/domain/memorising/calendar-day';
import { type PracticeToPlan, planSessions } from '../../../src/domain/memorising/plan-sessions';

const TODAY = '2026-11-25';

const plan = (fields: Partial<PracticeToPlan>) =>
  planSessions({
    eventDay: addDays(TODAY, 14),
    today: TODAY,
    practised: [],
    sentences: 6,
    weak: [],
    ...fields,
  });
const offsets = (fields: Partial<PracticeToPlan>) =>
  plan(fields).map(({ day }) => daysBetween(fields.today ?? TODAY, day));

describe('the days', () => {
  test.each([
    [0, [0]],
    [1, [0, 1]],
    [3, [0, 1, 3]],
    [7, [0, 1, 2, 4, 7]],
    [14, [0, 1, 3, 6, 10, 14]],
    [30, [0, 1, 3, 5, 8, 12, 17, 23, 30]],
  ])('%i days before the event', (days, expected) => {
    expect(offsets({ eventDay: addDays(TODAY, days) })).toEqual(expected);
  });

  test('a session that was done today is not asked for again; the next is where it was', () => {
    expect(offsets({ practised: [TODAY] })).toEqual([1, 3, 6, 10, 14]);
  });

  test('between two sessions nothing is due', () => {
    expect(offsets({ practised: [addDays(TODAY, -4), addDays(TODAY, -3), addDays(TODAY, -1)] })[0]).toBe(2);
  });

  test('after missed days it begins again today, as if nothing had been missed', () => {
    expect(offsets({ practised: [addDays(TODAY, -20), addDays(TODAY, -19)] })).toEqual(offsets({}));
  });

  test('a day past the event, and an empty script, have no plan', () => {
    expect(plan({ eventDay: addDays(TODAY, -1) })).toEqual([]);
    expect(plan({ sentences: 0 })).toEqual([]);
  });

  test('days are counted over the end of a year, a leap day and a change of clocks', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});

const situation = fc
  .record({
    ahead: fc.nat(200),
    practised: fc.array(fc.nat(60), { maxLength: 12 }),
    sentences: fc.integer({ min: 1, max: 20 }),
    weak: fc.uniqueArray(fc.nat(19), { maxLength: 8 }),
  })
  .map(
    ({ ahead, practised, sentences, weak }): PracticeToPlan => ({
      today: TODAY,
      eventDay: addDays(TODAY, ahead),
      practised: practised.map((days) => addDays(TODAY, -days)),
      sentences,
      weak: weak.filter((index) => index < sentences),
    }),
  );

/** Half a year ahead, with one sentence and none that is weak. */
const situationOf = (fields: Partial<PracticeToPlan>): PracticeToPlan => ({
  today: TODAY,
  eventDay: '2027-05-22',
  practised: [],
  sentences: 1,
  weak: [],
  ...fields,
});

test('a plan ends on the day, never lies in the past, and its intervals grow and stay within a week', () => {
  fc.assert(
    fc.property(situation, (asked) => {
      const days = planSessions(asked).map(({ day }) => day);
      if (!(asked.practised.includes(TODAY) && asked.eventDay === TODAY))
        expect(days.at(-1)).toBe(asked.eventDay);
      expect(days.every((day) => day >= TODAY)).toBe(true);
      const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
      expect(gaps).toEqual(gaps.toSorted((one, other) => one - other));
      expect(gaps.every((gap) => gap >= 1 && gap <= 7)).toBe(true);
    }),
  );
});

test('the opening and the closing are asked for at least as often as any other sentence', () => {
  fc.assert(
    fc.property(situation, (asked) => {
      const sessions = planSessions(asked);
      const times = (sentence: number) =>
        sessions.filter(({ sentences }) => sentences.includes(sentence)).length;
      for (let sentence = 0; sentence < asked.sentences; sentence += 1) {
        expect(times(0)).toBeGreaterThanOrEqual(times(sentence));
        expect(times(asked.sentences - 1)).toBeGreaterThanOrEqual(times(sentence));
      }
      for (const { sentences } of sessions) expect(sentences).toEqual(sentences.toSorted((a, b) => a - b));
    }),
  );
});

test('the same situation has the same plan, in whatever order and however often the days are given', () => {
  fc.assert(
    fc.property(situation, (asked) => {
      const shuffled = [...asked.practised, ...asked.practised].reverse();
      expect(planSessions({ ...asked, practised: shuffled })).toEqual(planSessions(asked));
    }),
  );
});

test('keeping to the plan never changes what is left of it', () => {
  fc.assert(
    fc.property(situation, (asked) => {
      const [next, ...rest] = planSessions(asked);
      if (!next) return;
      const kept = { ...asked, today: next.day, practised: [...asked.practised, next.day] };
      expect(planSessions(kept)).toEqual(rest);
    }),
    {
      examples: [
        // What is left over of half a year is a single day, and has gone by, or is today.
        [situationOf({ practised: ['2026-11-20', '2026-11-21', '2026-11-23'] })],
        [situationOf({ practised: ['2026-11-21', '2026-11-22', '2026-11-24'], eventDay: '2027-05-23' })],
      ],
    },
  );
});
