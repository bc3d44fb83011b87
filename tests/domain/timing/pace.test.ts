import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterTarget } from '../../../src/domain/timing/character-target';
import { articulationRate, charactersPerMinute, speechRate } from '../../../src/domain/timing/pace';

describe('characterTarget', () => {
  it.each([
    [60, 300, 350],
    [15, 75, 88],
    [30, 150, 175],
    [40, 200, 233],
    [90, 450, 525],
    [180, 900, 1050],
    [300, 1500, 1750],
  ])('%i s: %i–%i', (seconds, min, max) => {
    expect(characterTarget(seconds)).toEqual({ min, max });
  });

  it('follows the setting', () => {
    expect(characterTarget(30, { min: 240, max: 260 })).toEqual({ min: 120, max: 130 });
  });

  it('never turns the range round, and grows with the budget', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 1800 }), fc.nat(600), fc.nat(200), (seconds, min, width) => {
        const setting = { min, max: min + width };
        const target = characterTarget(seconds, setting);
        expect(target.min).toBeLessThanOrEqual(target.max);
        expect(characterTarget(seconds + 60, setting).min).toBeGreaterThanOrEqual(target.min);
        expect(characterTarget(60, setting)).toEqual(setting);
      }),
    );
  });
});

describe('rates', () => {
  it('say how many in how long', () => {
    expect(charactersPerMinute(325, 60_000)).toBe(325);
    expect(charactersPerMinute(100, 20_000)).toBe(300);
    expect(speechRate(390, 60_000)).toBe(6.5);
    expect(articulationRate(390, 60_000, 8_000)).toBe(7.5);
  });

  it('are zero without time', () => {
    expect(charactersPerMinute(10, 0)).toBe(0);
    expect(speechRate(10, 0)).toBe(0);
    expect(articulationRate(10, 5000, 5000)).toBe(0);
  });

  it('articulation is never slower than speech', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.integer({ min: 2, max: 100_000 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (morae, elapsed, share) => {
          expect(articulationRate(morae, elapsed, elapsed * share)).toBeGreaterThanOrEqual(
            speechRate(morae, elapsed),
          );
        },
      ),
    );
  });
});
