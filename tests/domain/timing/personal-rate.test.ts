import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateDuration, type SpokenLength } from '../../../src/domain/timing/estimate-duration';
import {
  estimateDurationRange,
  personalRate,
  type RateSample,
  sampleRate,
} from '../../../src/domain/timing/personal-rate';

const minute: SpokenLength = { morae: 390, commas: 15, sentenceEnds: 9 };

function take(ratio: number, length: SpokenLength = minute): RateSample {
  return { length, durationMs: estimateDuration(length) * ratio };
}

const length = fc.record({
  morae: fc.integer({ min: 40, max: 2000 }),
  commas: fc.integer({ min: 0, max: 60 }),
  sentenceEnds: fc.integer({ min: 1, max: 40 }),
});

describe('sampleRate', () => {
  const sentences: SpokenLength[] = [
    { morae: 60, commas: 1, sentenceEnds: 1 },
    { morae: 50, commas: 0, sentenceEnds: 1 },
    { morae: 40, commas: 2, sentenceEnds: 1 },
  ];
  const sayings = (timesSaid: number[] | null, brokenOffMs = 0) => ({ version: 1, timesSaid, brokenOffMs });

  it('takes the script to have been said once where nobody asked the sound', () => {
    expect(sampleRate(sentences, 20_000)).toEqual({
      length: { morae: 150, commas: 3, sentenceEnds: 3 },
      durationMs: 20_000,
    });
  });

  it('counts what was said: nothing of what was left out, twice what was said twice', () => {
    expect(sampleRate(sentences, 20_000, sayings([2, 0, 1]))?.length).toEqual({
      morae: 160,
      commas: 4,
      sentenceEnds: 3,
    });
  });

  it('leaves out the time of what was broken off', () => {
    expect(sampleRate(sentences, 20_000, sayings([1, 1, 0], 1500))?.durationMs).toBe(18_500);
  });

  it('is none where it is not certain what was said', () => {
    expect(sampleRate(sentences, 20_000, sayings(null))).toBeNull();
  });

  it('a person keeps their rate whatever they leave out or say again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(length, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0.6, max: 2, noNaN: true }),
        (spoken, ratio) => {
          const lengths = spoken.map(([one]) => one);
          const timesSaid = spoken.map(([, times]) => times);
          const durationMs = spoken.reduce(
            (sum, [one, times]) => sum + times * ratio * estimateDuration(one),
            0,
          );
          const sample = sampleRate(lengths, durationMs, sayings(timesSaid));
          const rate = personalRate(sample ? [sample] : []);
          if (timesSaid.every((times) => times === 0)) expect(rate).toBeNull();
          else expect(rate?.rate.msPerMora).toBeCloseTo(121 * ratio);
        },
      ),
    );
  });
});

describe('personalRate', () => {
  it('has nothing to say without takes, or with takes too short or implausible', () => {
    expect(personalRate([])).toBeNull();
    expect(
      personalRate([take(1, { morae: 10, commas: 0, sentenceEnds: 1 }), take(9), take(0.01)]),
    ).toBeNull();
  });

  it('takes one take as a first rate, with a wide range', () => {
    const rate = personalRate([take(1.1)]);
    expect(rate?.takes).toBe(1);
    expect(rate?.rate.msPerMora).toBeCloseTo(121 * 1.1);
    expect(rate?.lowRatio).toBeCloseTo(0.85);
    expect(rate?.highRatio).toBeCloseTo(1.15);
  });

  it('narrows the range as like takes come in', () => {
    const widths = [1, 2, 3, 5, 8].map((takes) => {
      const rate = personalRate(Array.from({ length: takes }, (_, i) => take(1 + (i % 2) * 0.01)));
      return (rate?.highRatio ?? 0) - (rate?.lowRatio ?? 0);
    });
    expect(widths).toEqual([...widths].sort((one, other) => other - one));
    expect(widths.at(-1)).toBeCloseTo(0.08);
  });

  it('leaves an odd take out and says how many it stands on', () => {
    const rate = personalRate([take(1.1), take(1.12), take(1.9), take(1.08), take(1.11)]);
    expect(rate?.takes).toBe(4);
    expect(rate?.rate.msPerMora).toBeCloseTo(121 * 1.105);
  });

  it('follows the latest twelve takes', () => {
    const rate = personalRate([
      ...Array.from({ length: 20 }, () => take(1.5)),
      ...Array.from({ length: 12 }, () => take(0.9)),
    ]);
    expect(rate?.takes).toBe(12);
    expect(rate?.rate.msPerMora).toBeCloseTo(121 * 0.9);
  });

  it('gives back the rate of a steady speaker, whatever the texts', () => {
    fc.assert(
      fc.property(
        fc.array(length, { minLength: 1, maxLength: 10 }),
        fc.double({ min: 0.6, max: 2, noNaN: true }),
        (texts, ratio) => {
          const personal = personalRate(texts.map((text) => take(ratio, text)));
          expect(personal?.rate.msPerMora).toBeCloseTo(121 * ratio, 6);
          expect(personal?.takes).toBe(texts.length);
        },
      ),
    );
  });

  it('keeps the rate between the fastest and the slowest take, inside its own range', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.6, max: 2, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (ratios) => {
          const personal = personalRate(ratios.map((ratio) => take(ratio)));
          expect(personal).not.toBeNull();
          if (!personal) return;
          const ratio = personal.rate.msPerMora / 121;
          expect(ratio).toBeGreaterThanOrEqual(Math.min(...ratios) - 1e-9);
          expect(ratio).toBeLessThanOrEqual(Math.max(...ratios) + 1e-9);
          const range = estimateDurationRange(minute, personal);
          expect(range.lowMs).toBeLessThan(range.estimatedMs);
          expect(range.highMs).toBeGreaterThan(range.estimatedMs);
          expect(range.lowMs).toBeGreaterThan(0);
        },
      ),
    );
  });
});
