import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isTimeBudget,
  LONGEST_BUDGET,
  SHORTEST_BUDGET,
  TIME_BUDGET_PRESETS,
} from '../../../src/domain/pitch/time-budget';

test('every preset can be set', () => {
  expect(TIME_BUDGET_PRESETS.filter((seconds) => !isTimeBudget(seconds))).toEqual([]);
  expect([...TIME_BUDGET_PRESETS].sort((a, b) => a - b)).toEqual([...TIME_BUDGET_PRESETS]);
});

test('whole seconds between the limits and nothing else', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.integer({ min: 0, max: 2000 }), fc.double()), (seconds) => {
      expect(isTimeBudget(seconds)).toBe(
        seconds % 1 === 0 && seconds >= SHORTEST_BUDGET && seconds <= LONGEST_BUDGET,
      );
    }),
  );
  expect([SHORTEST_BUDGET, LONGEST_BUDGET].map(isTimeBudget)).toEqual([true, true]);
  expect([SHORTEST_BUDGET - 1, LONGEST_BUDGET + 1].map(isTimeBudget)).toEqual([false, false]);
});
