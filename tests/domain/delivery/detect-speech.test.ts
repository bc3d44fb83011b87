import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANALYSIS_HZ, measureBandLevels } from '../../../src/domain/delivery/band-levels';
import { detectPauses, detectSpeech, stretchesOf } from '../../../src/domain/delivery/detect-speech';
import { makeNoise } from '../../evaluate/voices/noises';
import { createRandom } from '../../evaluate/voices/random';
import { measureSpectrum, readSpokenPitch } from '../sound-alignment/read-fixture';

const detect = (samples: Float64Array) => detectSpeech(measureBandLevels(samples, measureSpectrum));
const { samples } = readSpokenPitch();
const quiet = detect(samples);
const pauses = detectPauses(quiet.speech);

describe('speech in a quiet room', () => {
  test('begins after the 2 s of the room and ends before its last second', () => {
    expect(quiet.speech[0]?.startMs).toBeGreaterThan(2_200);
    expect(quiet.speech[0]?.startMs).toBeLessThan(2_500);
    expect(quiet.speech.at(-1)?.endMs).toBeLessThan((samples.length / ANALYSIS_HZ) * 1000 - 1_000);
    expect(quiet.snrDb).toBeGreaterThan(30);
  });

  test('pauses at 。 and 、 are heard: three commas’ and two sentences’', () => {
    expect(pauses.length).toBeGreaterThanOrEqual(5);
    expect(pauses.length).toBeLessThanOrEqual(7);
  });

  test('the level of the recording changes nothing', () => {
    for (const gain of [0.1, 1.5]) {
      const { speech } = detect(samples.map((sample) => sample * gain));
      expect(speech).toEqual(quiet.speech);
    }
  });
});

describe('speech in a noisy room', () => {
  test.each(['white', 'pink', 'fan'] as const)(
    '%s noise at about 15 dB: the same pauses within 60 ms',
    (kind) => {
      const noise = makeNoise(kind, samples.length, createRandom(7), []);
      const voiceRms = 0.08;
      const level = voiceRms * 10 ** (-15 / 20);
      const noisy = detect(samples.map((sample, i) => sample + level * noise[i]!));
      expect(noisy.snrDb).toBeGreaterThan(8);
      expect(noisy.snrDb).toBeLessThan(22);
      const heard = detectPauses(noisy.speech);
      for (const pause of pauses.filter(({ startMs, endMs }) => endMs - startMs > 300)) {
        const same = heard.find(
          (one) => Math.abs(one.startMs - pause.startMs) < 120 && Math.abs(one.endMs - pause.endMs) < 120,
        );
        expect(same, `pause at ${pause.startMs} ms`).toBeDefined();
      }
    },
  );
});

test('a room that grows louder by 12 dB within 18 s hides one of six pauses at most', () => {
  const noise = makeNoise('pink', samples.length, createRandom(7), []);
  const louder = samples.map((sample, i) => {
    const levelDb = -32 + (12 * i) / samples.length;
    return sample + 0.08 * 10 ** (levelDb / 20) * noise[i]!;
  });
  const heard = detectPauses(detect(louder).speech);
  const found = pauses.filter(({ startMs, endMs }) =>
    heard.some((one) => Math.abs(one.startMs - startMs) < 120 && Math.abs(one.endMs - endMs) < 120),
  );
  expect(pauses.length).toBe(6);
  expect(found.length).toBeGreaterThanOrEqual(5);
});

test('deep sounds of a high voice that hissing noise leaves in few bands are not learnt as the room', () => {
  // Two seconds of the room, then vowels that turn from deep to bright, with a pause every two seconds.
  const length = 20 * ANALYSIS_HZ;
  const noise = makeNoise('white', length, createRandom(3), []);
  const spoken = (seconds: number) => seconds > 2 && seconds < 19 && seconds % 2 < 1.6;
  const take = Float64Array.from(noise, (value, i) => {
    const seconds = i / ANALYSIS_HZ;
    const sine = (hz: number) => Math.sin(2 * Math.PI * hz * seconds);
    const vowel = seconds % 0.3 < 0.2 ? sine(210) + sine(240) : 0.5 * (sine(600) + sine(700));
    return 0.03 * value + (spoken(seconds) ? 0.08 * vowel : 0);
  });
  const { speechFrames } = detect(take);
  const right = speechFrames.filter((speaks, t) => (speaks === 1) === spoken((t + 0.5) / 100)).length;
  expect(right / speechFrames.length).toBeGreaterThan(0.95);
});

describe('no speech', () => {
  test('in digital silence, in no sound, and in steady noise', () => {
    expect(detect(new Float64Array(ANALYSIS_HZ)).speech).toEqual([]);
    expect(detect(new Float64Array(0)).speech).toEqual([]);
    const noise = makeNoise('white', ANALYSIS_HZ * 5, createRandom(1), []).map((sample) => sample * 0.01);
    expect(detect(noise).speech).toEqual([]);
  });
});

test('stretches and pauses take turns and cover the frames marked', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1)), (bits) => {
      const marks = Uint8Array.from(bits);
      const stretches = stretchesOf(marks);
      const spoken = stretches.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
      expect(spoken).toBe(10 * marks.reduce((sum, mark) => sum + mark, 0));
      expect(detectPauses(stretches, 0)).toHaveLength(Math.max(0, stretches.length - 1));
    }),
  );
});
