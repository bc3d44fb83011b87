import { describe, expect, test, vi } from 'vitest';
import { ANALYSIS_HZ } from '../../../src/domain/delivery/band-levels';
import { type TakeTiming, timeTake } from '../../../src/domain/sound-alignment/time-take';
import { createRandom } from '../../evaluate/voices/random';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { measureSpectrum, readModel, readScript, readSpokenPitch } from './read-fixture';

// Real sound takes real time: about 0.1 s each on an idle machine, seconds on a busy one.
vi.setConfig({ testTimeout: 30_000 });

const tokenize = await createStockTokenize();
const model = readModel();
const { samples, script } = readSpokenPitch();
const time = (text: string, sound: Float64Array): TakeTiming =>
  timeTake(sound, readScript(text, tokenize), { model, measureSpectrum }).timing;
const ms = (from: number, to: number) =>
  samples.subarray((from * ANALYSIS_HZ) / 1000, (to * ANALYSIS_HZ) / 1000);
const join = (...parts: Float64Array[]) => {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
const plain = time(script, samples);
const [first, second, third] = plain.passages as [
  TakeTiming['passages'][0],
  TakeTiming['passages'][0],
  TakeTiming['passages'][0],
];

describe('a take read as written', () => {
  test('every sentence is found once, in order, by its sound', () => {
    expect(plain.method).toBe('sound');
    expect(plain.passages.map((passage) => passage.sentence)).toEqual([0, 1, 2]);
    expect(plain.omitted).toEqual([]);
    expect(plain.otherSpeech).toEqual([]);
    expect(plain.confidence).toBeGreaterThan(0.7);
  });

  test('the first sentence begins where the voice does, 2.3 s in, and the last ends before the room’s last second', () => {
    expect(first.startMs).toBeGreaterThan(2_200);
    expect(first.startMs).toBeLessThan(2_500);
    expect(third.endMs).toBeLessThanOrEqual(plain.durationMs - 1_000);
  });

  test('the words of a sentence follow one another inside it', () => {
    for (const passage of plain.passages) {
      let last = passage.startMs;
      for (const span of passage.spans) {
        expect(span.startMs).toBeGreaterThanOrEqual(last);
        expect(span.endMs).toBeGreaterThan(span.startMs);
        last = span.endMs;
      }
      expect(last).toBeLessThanOrEqual(passage.endMs);
    }
  });
});

describe('a take that departs from the script', () => {
  const between = (a: { endMs: number }, b: { startMs: number }) => (a.endMs + b.startMs) / 2;
  const one = ms(0, between(first, second));
  const two = ms(between(first, second), between(second, third));
  const three = ms(between(second, third), plain.durationMs);

  test('a sentence left out is told', () => {
    const timing = time(script, join(one, three));
    expect(timing.passages.map((passage) => passage.sentence)).toEqual([0, 2]);
    expect(timing.omitted).toEqual([1]);
  });

  test('a sentence said twice is found twice', () => {
    const timing = time(script, join(one, two, two, three));
    expect(timing.passages.map((passage) => passage.sentence)).toEqual([0, 1, 1, 2]);
    expect(timing.omitted).toEqual([]);
  });

  test('a sentence that is not in the script is other speech', () => {
    const timing = time(script.replace(/。忙しい[^。]*。/u, '。'), samples);
    expect(timing.passages.map((passage) => passage.sentence)).toEqual([0, 1]);
    const other = timing.otherSpeech.reduce((sum, stretch) => sum + stretch.endMs - stretch.startMs, 0);
    expect(other).toBeGreaterThan(0.7 * (second.endMs - second.startMs));
  });
});

describe('a take that ends early', () => {
  test('its last sentence is found, and known not to be whole', () => {
    const timing = time(script, ms(0, third.startMs + 0.6 * (third.endMs - third.startMs)));
    expect(timing.passages.map(({ sentence, whole }) => [sentence, whole])).toEqual([
      [0, true],
      [1, true],
      [2, false],
    ]);
  });
});

describe('what else a take tells', () => {
  test('the voice, with which the same sentences are found the next time', () => {
    const readings = readScript(script, tokenize);
    const shares: number[] = [];
    const { heard } = timeTake(samples, readings, { model, measureSpectrum });
    const onProgress = (share: number) => shares.push(share);
    const again = timeTake(samples, readings, { model, measureSpectrum, voice: heard!, onProgress }).timing;
    expect(again.passages.map((passage) => passage.sentence)).toEqual([0, 1, 2]);
    again.passages.forEach((passage, i) => {
      expect(Math.abs(passage.startMs - plain.passages[i]!.startMs)).toBeLessThanOrEqual(50);
    });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('lengths alone find the same sentences, with less certainty', () => {
    const readings = readScript(script, tokenize);
    const { timing, heard } = timeTake(samples, readings, { model, measureSpectrum, byDurationOnly: true });
    expect(timing.method).toBe('duration');
    expect(heard).toBeNull();
    expect(timing.confidence).toBeLessThan(plain.confidence);
    timing.passages.forEach((passage, i) => {
      expect(passage.sentence).toBe(i);
      expect(Math.abs(passage.startMs - plain.passages[i]!.startMs)).toBeLessThan(300);
    });
  });
});

describe('sound that cannot be used', () => {
  test('noise that drowns the voice is not searched for sounds', () => {
    const random = createRandom(3);
    const drowned = samples.map((sample) => sample * 0.1 + 0.2 * (random() - 0.5));
    expect(time(script, drowned).method).toBe('duration');
  });

  test('silence has no passages', () => {
    const timing = time(script, new Float64Array(ANALYSIS_HZ * 5));
    expect(timing.passages).toEqual([]);
    expect(timing.omitted).toEqual([0, 1, 2]);
  });

  test('no sound at all', () => {
    expect(time(script, new Float64Array(0))).toMatchObject({ durationMs: 0, passages: [], pauses: [] });
  });

  test('a script without sentences', () => {
    expect(time('', samples)).toMatchObject({ passages: [], omitted: [] });
  });
});
