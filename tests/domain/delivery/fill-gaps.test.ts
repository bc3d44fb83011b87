import { describe, expect, test, vi } from 'vitest';
import { ANALYSIS_HZ } from '../../../src/domain/delivery/band-levels';
import { fillGaps } from '../../../src/domain/delivery/fill-gaps';
import { timeTake } from '../../../src/domain/sound-alignment/time-take';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { measureSpectrum, readModel, readScript, readSpokenPitch } from '../sound-alignment/read-fixture';

vi.setConfig({ testTimeout: 30_000 });

const { samples: spoken, script } = readSpokenPitch();
const whole = Float32Array.from(spoken);
/** Where the second of three sentences is in the middle. */
const GAP = { startMs: 5400, endMs: 8200 };
const samplesAt = (ms: number) => (ms * ANALYSIS_HZ) / 1000;
const muted = whole.slice().fill(0, samplesAt(GAP.startMs), samplesAt(GAP.endMs));

describe('a take whose microphone was muted for a while', () => {
  test('is timed around that as if the room had gone on', async () => {
    const readings = readScript(script, await createStockTokenize());
    const time = (sound: Float32Array) =>
      timeTake(sound, readings, { model: readModel(), measureSpectrum }).timing;
    const before = time(whole).passages;
    const timing = time(fillGaps(muted, [GAP]));
    const startOf = (sentence: number, passages = timing.passages) =>
      passages.find((passage) => passage.sentence === sentence)?.startMs ?? Number.NaN;
    expect(timing.method).toBe('sound');
    for (const sentence of [0, 2])
      expect(Math.abs(startOf(sentence) - startOf(sentence, before))).toBeLessThanOrEqual(50);
    // Nothing in the gap is taken for speech.
    const speaks = timing.speech.filter(
      ({ startMs, endMs }) => startMs < GAP.endMs - 100 && endMs > GAP.startMs + 100,
    );
    expect(speaks).toEqual([]);
  });

  test('keeps every sample that came in, and has the room where none did', () => {
    const filled = fillGaps(muted, [GAP]);
    const rms = (sound: Float32Array, fromMs: number, toMs: number) => {
      const part = sound.subarray(samplesAt(fromMs), samplesAt(toMs));
      return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
    };
    expect(filled.subarray(0, samplesAt(GAP.startMs))).toEqual(whole.subarray(0, samplesAt(GAP.startMs)));
    expect(filled.subarray(samplesAt(GAP.endMs))).toEqual(whole.subarray(samplesAt(GAP.endMs)));
    expect(rms(filled, 6000, 8000) / rms(whole, 500, 1500)).toBeGreaterThan(0.8);
    expect(rms(filled, 6000, 8000) / rms(whole, 500, 1500)).toBeLessThan(1.25);
    expect(rms(muted, 6000, 8000)).toBe(0);
  });
});

test('a gap of the log in which sound came in all the same is left as it is', () => {
  expect(fillGaps(whole, [GAP])).toEqual(whole);
});

test('without a gap, or without any room to copy, nothing is filled', () => {
  expect(fillGaps(muted, [])).toBe(muted);
  const silence = new Float32Array(ANALYSIS_HZ);
  expect(fillGaps(silence, [{ startMs: 100, endMs: 500 }])).toBe(silence);
});
