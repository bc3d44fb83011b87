import { describe, expect, test } from 'vitest';
import { STATES } from '../../../src/domain/sound-alignment/sound-classes';
import { FEATURES, type SoundFeatures } from '../../../src/domain/sound-alignment/sound-features';
import {
  adaptSoundModel,
  addFrame,
  createSoundModel,
  createSoundSums,
  readSoundModel,
  rememberVoice,
} from '../../../src/domain/sound-alignment/sound-model';
import { readModel } from './read-fixture';

const STATE = 3;

/** `count` frames of one state, all of the same value. */
function hear(value: number, count: number) {
  const features: SoundFeatures = { frames: 1, values: new Float32Array(FEATURES).fill(value) };
  const heard = createSoundSums();
  for (let i = 0; i < count; i++) addFrame(heard, features, 0, STATE);
  return heard;
}

describe('the model that is delivered', () => {
  test('has finite means, positive variances and lengths of at least a frame', () => {
    const model = readModel();
    expect(model.means).toHaveLength(STATES * FEATURES);
    expect(model.means.every(Number.isFinite)).toBe(true);
    expect(model.variances.every((variance) => variance > 0 && Number.isFinite(variance))).toBe(true);
    expect(model.lengths.every((length) => length > 1 && length < 20)).toBe(true);
  });

  test('a model for other classes is refused', () => {
    expect(() => readSoundModel({ version: 1, states: { a: [[1]] } })).toThrow('does not fit');
  });
});

describe('bending a model to a voice', () => {
  test('the mean lies between what it was and what was heard, nearer the more was heard', () => {
    const means = [1, 10, 1000].map((count) => {
      const model = adaptSoundModel(createSoundModel(), hear(2, count), 20, 60);
      return model.means[STATE * FEATURES] as number;
    });
    expect(means[0]).toBeCloseTo(2 / 21, 5);
    expect(means[1]).toBeCloseTo(20 / 30, 5);
    expect(means[2]).toBeCloseTo(2000 / 1020, 5);
  });

  test('sounds not heard stay as they were', () => {
    const model = adaptSoundModel(createSoundModel(), hear(2, 10), 20, 60);
    expect(model.means[(STATE + 1) * FEATURES]).toBe(0);
    expect(model.variances[(STATE + 1) * FEATURES]).toBe(1);
  });

  test('a variance never falls to nothing', () => {
    const model = adaptSoundModel(createSoundModel(), hear(2, 1e5), 0, 0);
    expect(model.variances[STATE * FEATURES]).toBeGreaterThan(0.01);
  });

  test('of many takes the last counts most, and the sum stays bounded', () => {
    let voice = hear(1, 100);
    for (let take = 0; take < 20; take++) voice = rememberVoice(voice, hear(3, 100));
    expect(voice.counts[STATE]).toBeLessThanOrEqual(200);
    expect((voice.sums[STATE * FEATURES] as number) / (voice.counts[STATE] as number)).toBeCloseTo(3, 3);
  });
});
