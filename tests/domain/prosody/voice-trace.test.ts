import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANALYSIS_HZ } from '../../../src/domain/delivery/band-levels';
import { framesIn, SILENCE_DB, TRACE_FRAME_MS, traceVoice } from '../../../src/domain/prosody/voice-trace';

const MS = ANALYSIS_HZ / 1000;

/** A voice of known height: harmonics up to 3 kHz, as a larynx makes them. `hzAt` takes ms. */
function voice(durationMs: number, hzAt: (ms: number) => number, amplitude = 0.2): Float32Array {
  const samples = new Float32Array(durationMs * MS);
  let phase = 0;
  for (let i = 0; i < samples.length; i++) {
    const hz = hzAt(i / MS);
    phase += (2 * Math.PI * hz) / ANALYSIS_HZ;
    let sum = 0;
    for (let n = 1; n * hz < 3000; n++) sum += Math.sin(n * phase) / n;
    samples[i] = amplitude * sum;
  }
  return samples;
}

/** mulberry32, as noise of deviation 1 / √3. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

const WHOLE = { startMs: 0, endMs: 1000 };
const semitones = (one: number, other: number) => Math.abs(12 * Math.log2(one / other));

describe('the height of a voice', () => {
  test('of any speaker is right within a tenth of a semitone', () => {
    fc.assert(
      fc.property(fc.double({ min: 70, max: 450, noNaN: true }), (hz) => {
        const { fundamentalHz } = traceVoice(
          voice(1000, () => hz),
          [WHOLE],
        );
        for (const found of framesIn(fundamentalHz, { startMs: 100, endMs: 900 }))
          expect(semitones(found, hz)).toBeLessThan(0.1);
      }),
      { numRuns: 40 },
    );
  });

  test('that glides an octave in a second is followed', () => {
    const glide = (ms: number) => 110 * 2 ** (ms / 1000);
    const { fundamentalHz } = traceVoice(voice(1000, glide), [WHOLE]);
    for (let t = 5; t < 45; t++)
      expect(semitones(fundamentalHz[t]!, glide((t + 0.5) * TRACE_FRAME_MS))).toBeLessThan(0.5);
  });

  test('stays right with noise 10 dB below it, wherever one is told', () => {
    const next = noise(5);
    const samples = voice(1000, () => 180);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    const gain = Math.sqrt((3 * power) / 10);
    const { fundamentalHz } = traceVoice(
      samples.map((sample) => sample + gain * next()),
      [WHOLE],
    );
    const found = framesIn(fundamentalHz, WHOLE).filter((hz) => hz > 0);
    expect(found.length).toBeGreaterThan(25);
    for (const hz of found) expect(semitones(hz, 180)).toBeLessThan(0.5);
  });

  test('of noise and of silence there is none, nor outside of speech', () => {
    const next = noise(3);
    const hiss = Float32Array.from({ length: 1000 * MS }, () => 0.2 * next());
    expect(traceVoice(hiss, [WHOLE]).fundamentalHz.filter((hz) => hz > 0)).toHaveLength(0);
    expect(traceVoice(new Float32Array(1000 * MS), [WHOLE]).fundamentalHz.every((hz) => hz === 0)).toBe(true);
    const { fundamentalHz } = traceVoice(
      voice(1000, () => 120),
      [{ startMs: 400, endMs: 600 }],
    );
    expect(framesIn(fundamentalHz, { startMs: 0, endMs: 400 }).every((hz) => hz === 0)).toBe(true);
    expect(framesIn(fundamentalHz, { startMs: 400, endMs: 600 }).every((hz) => hz > 0)).toBe(true);
  });
});

describe('loudness', () => {
  test('goes with the sound, dB for dB', () => {
    const loud = traceVoice(
      voice(400, () => 200, 0.2),
      [],
    ).levelDb;
    const soft = traceVoice(
      voice(400, () => 200, 0.02),
      [],
    ).levelDb;
    loud.forEach((level, t) => {
      expect(level - soft[t]!).toBeCloseTo(20, 1);
    });
  });

  test('has a bottom, and knows nothing of hum below voices', () => {
    expect(traceVoice(new Float32Array(400 * MS), []).levelDb.every((level) => level === SILENCE_DB)).toBe(
      true,
    );
    const wave = (hz: number) =>
      Float32Array.from({ length: 400 * MS }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / ANALYSIS_HZ));
    const settled = { startMs: 100, endMs: 400 };
    const rumble = Math.max(...framesIn(traceVoice(wave(10), []).levelDb, settled));
    const tone = Math.min(...framesIn(traceVoice(wave(200), []).levelDb, settled));
    expect(tone - rumble).toBeGreaterThan(15);
  });
});
