import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMutedStretches } from '../../../src/domain/prosody/muted-stretches';
import { SILENCE_DB, TRACE_FRAME_MS, traceLevels } from '../../../src/domain/prosody/voice-trace';
import { readSpokenPitch } from '../sound-alignment/read-fixture';

const VOICE_DB = -25;
const ROOM_DB = -62;
type Piece = [ms: number, db: number];

/** Levels as given, a little restless as rooms and voices are. */
function levels(...pieces: Piece[]): Float32Array {
  const frames = pieces.flatMap(([ms, db]) => new Array<number>(ms / TRACE_FRAME_MS).fill(db));
  return Float32Array.from(frames, (db, t) => (db === SILENCE_DB ? db : db + ((t * 7) % 5) / 5));
}

/** What Chromium's Opus makes of a sound that is cut off: 3 dB less each frame. */
const faded = (fromDb: number): Piece[] =>
  Array.from({ length: Math.ceil((fromDb + 90) / 3) }, (_, k): Piece => [TRACE_FRAME_MS, fromDb - 3 * k]);

/** Five sentences between pauses; the third breaks off for `silentMs` of nothing. */
const muted = (silentMs: number, cut: Piece[] = []): Float32Array =>
  levels(
    [1500, ROOM_DB],
    [2000, VOICE_DB],
    [600, ROOM_DB],
    [2000, VOICE_DB],
    [400, ROOM_DB],
    [1000, VOICE_DB],
    ...cut,
    [silentMs, SILENCE_DB],
    [600, VOICE_DB],
    [700, ROOM_DB],
    [2000, VOICE_DB],
    [1000, ROOM_DB],
  );

describe('a microphone that falls silent without a word', () => {
  test('is found', () => {
    expect(findMutedStretches(muted(2000))).toEqual([{ startMs: 7500, endMs: 9500 }]);
  });

  test('also through a codec that fades', () => {
    const [stretch, ...further] = findMutedStretches(muted(2000, faded(-40)));
    expect(further).toEqual([]);
    expect(stretch?.endMs).toBe(7500 + 2000 + faded(-40).length * TRACE_FRAME_MS);
  });

  test('in a real recording', () => {
    const samples = Float32Array.from(readSpokenPitch().samples);
    expect(findMutedStretches(traceLevels(samples))).toEqual([]);
    samples.fill(0, 5.4 * 16_000, 8.2 * 16_000);
    const [stretch, ...further] = findMutedStretches(traceLevels(samples));
    expect(further).toEqual([]);
    expect(Math.abs((stretch?.startMs ?? 0) - 5400)).toBeLessThanOrEqual(2 * TRACE_FRAME_MS);
    expect(stretch?.endMs).toBe(8200);
  });

  test('a hiccup of less than 300 ms is none', () => {
    expect(findMutedStretches(muted(280))).toEqual([]);
  });
});

describe('silence that noise suppression makes of ordinary pauses is not the microphone’s', () => {
  test.each([
    ['at once', 0],
    ['200 ms after the voice', 200],
    ['600 ms after the voice', 600],
  ])('where it closes %s', (_, heldMs) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 80 }), { minLength: 3, maxLength: 12 }), (pauses) => {
        const pieces = pauses.flatMap((frames): Piece[] => {
          const ms = frames * TRACE_FRAME_MS;
          const held = Math.min(heldMs, ms);
          return [
            [1200, VOICE_DB],
            [held, ROOM_DB],
            [ms - held, SILENCE_DB],
          ];
        });
        expect(findMutedStretches(levels([1000, SILENCE_DB], ...pieces, [1200, VOICE_DB]))).toEqual([]);
      }),
    );
  });

  test('nor where it has to learn the room first', () => {
    const pauses = [600, 900, 500].flatMap((ms): Piece[] => [
      [1500, VOICE_DB],
      [ms, SILENCE_DB],
    ]);
    expect(findMutedStretches(levels([2000, ROOM_DB], ...pauses, [1500, VOICE_DB]))).toEqual([]);
  });
});

test('a take that is nothing but silence has none', () => {
  expect(findMutedStretches(levels([5000, SILENCE_DB]))).toEqual([]);
});
