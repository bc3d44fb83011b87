import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEATURES } from '../../../src/domain/sound-alignment/sound-features';
import { createSoundSums } from '../../../src/domain/sound-alignment/sound-model';
import { TIMING_VERSION } from '../../../src/domain/sound-alignment/time-take';
import { hintOf, type KeptVoice, learnVoice } from '../../../src/domain/voice-memory/kept-voice';

const SURE = { method: 'sound', confidence: 0.95, snrDb: 30 } as const;

/** A sound heard for so many frames, at one mean and variance in every feature. */
function heard(state: number, frames: number, mean: number, variance: number) {
  const sums = createSoundSums();
  sums.counts[state] = frames;
  sums.sums.fill(frames * mean, state * FEATURES, (state + 1) * FEATURES);
  sums.squares.fill(frames * (mean * mean + variance), state * FEATURES, (state + 1) * FEATURES);
  return sums;
}

test('a hint keeps the mean and the variance of every sound, whatever its length', () => {
  fc.assert(
    fc.property(
      fc.nat(29),
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 0.1, max: 4, noNaN: true }),
      (state, frames, mean, variance) => {
        const kept: KeptVoice = {
          version: TIMING_VERSION,
          takeIds: ['take'],
          sums: heard(state, frames, mean, variance),
        };
        const hint = hintOf(kept);
        const count = hint.counts[state]!;
        expect(count).toBeCloseTo(Math.min(20, frames));
        expect(hint.sums[state * FEATURES]! / count).toBeCloseTo(mean);
        expect(hint.squares[state * FEATURES + FEATURES - 1]! / count).toBeCloseTo(mean * mean + variance);
        // What is kept stays as it is.
        expect(kept.sums.counts[state]).toBe(frames);
      },
    ),
  );
});

test('the names of takes do not grow without end, and the latest are there', () => {
  let voice: KeptVoice | null = null;
  for (let i = 0; i < 230; i++) voice = learnVoice(voice, `take ${i}`, SURE, heard(1, 10, 0, 1));
  expect(voice?.takeIds).toHaveLength(200);
  expect(voice?.takeIds.at(-1)).toBe('take 229');
});
