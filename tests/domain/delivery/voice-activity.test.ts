import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  followVoice,
  judgeSound,
  type LevelFrame,
  NO_VOICE_YET,
  OFFSET_MS,
  ONSET_MS,
  type VoiceActivity,
} from '../../../src/domain/delivery/voice-activity';

const FRAME_MS = 20;

/** Levels in dB, one per 20 ms, as frames; the peak lies 10 dB above the RMS, as in speech. */
function framesOf(levels: number[]): LevelFrame[] {
  return levels.map((rmsDb, i) => ({
    atMs: 5_000 + i * FRAME_MS,
    rmsDb,
    peak: Math.min(1, 10 ** ((rmsDb + 10) / 20)),
  }));
}
const steady = (rmsDb: number, ms: number) =>
  // ±1 dB, as noise in 20 ms frames.
  Array.from({ length: ms / FRAME_MS }, (_, i) => rmsDb + Math.sin(i * 7.3));

function follow(frames: LevelFrame[]): VoiceActivity[] {
  const states: VoiceActivity[] = [];
  for (const frame of frames) states.push(followVoice(states.at(-1) ?? NO_VOICE_YET, frame));
  return states;
}
const last = (levels: number[]) => follow(framesOf(levels)).at(-1)!;

/** Levels of the spoken pitch in frames of 20 ms, with steady noise of `noiseDb` added (power for power). */
function levelsOfPitch({ gainDb = 0, noiseDb = -120 } = {}): number[] {
  const wav = readFileSync(join(import.meta.dirname, '../../fixtures/audio/pitch-15s.wav'));
  const samples = FRAME_MS * 16;
  return Array.from({ length: Math.floor((wav.length - 44) / 2 / samples) }, (_, frame) => {
    let squares = 0;
    for (let i = 0; i < samples; i++)
      squares += (wav.readInt16LE(44 + 2 * (frame * samples + i)) / 32_768) ** 2;
    const power = (squares / samples) * 10 ** (gainDb / 10) + 10 ** (noiseDb / 10);
    return 10 * Math.log10(power);
  });
}

describe('the spoken pitch, after two seconds of a quiet room', () => {
  test.each([
    ['as it is', {}],
    ['20 dB quieter', { gainDb: -20, noiseDb: -72 }],
    ['in noise 20 dB below the voice', { noiseDb: -42 }],
  ])('%s: silent before, voiced through, silent after', (_, how) => {
    const states = follow(framesOf(levelsOfPitch(how)));
    const voiced = states.map((state) => state.voiced);
    expect(voiced.slice(0, 2_000 / FRAME_MS)).not.toContain(true);
    const began = voiced.indexOf(true) * FRAME_MS;
    expect(began).toBeGreaterThan(2_000 + ONSET_MS);
    expect(began).toBeLessThan(3_000);
    // Twelve seconds with three full stops: no more than a third of it may be silence.
    const inSpeech = voiced.slice(began / FRAME_MS, 14_000 / FRAME_MS);
    expect(inSpeech.filter(Boolean).length / inSpeech.length).toBeGreaterThan(0.66);
    expect(voiced.at(-1)).toBe(false);
    expect(states.some(({ clipped }) => clipped)).toBe(false);
  });

  test('is judged good as it is, too quiet when turned far down, too noisy in much noise', () => {
    expect(judgeSound(last(levelsOfPitch()))).toBe('good');
    expect(judgeSound(last(levelsOfPitch({ gainDb: -32 })))).toBe('too-quiet');
    expect(judgeSound(last(levelsOfPitch({ noiseDb: -32 })))).toBe('too-noisy');
  });

  test('begun in mid-word the floor is found at the first gap', () => {
    const levels = levelsOfPitch().slice(3_000 / FRAME_MS);
    expect(follow(framesOf(levels)).slice(0, 150).at(-1)!.noiseFloorDb).toBeLessThan(-50);
  });
});

describe('onset and offset', () => {
  const room = steady(-60, 2_000);
  const voice = (ms: number) => steady(-30, ms);
  const voicedMs = (levels: number[]) =>
    follow(framesOf(levels)).filter(({ voiced }) => voiced).length * FRAME_MS;

  test('a voice counts as heard after 200 ms, not before', () => {
    const states = follow(framesOf([...room, ...voice(400)]));
    const began = states.findIndex(({ voiced }) => voiced);
    expect((began - room.length + 1) * FRAME_MS).toBe(ONSET_MS);
  });

  test('a key press, and a row of them, is no voice', () => {
    const press = [...voice(60), ...steady(-60, 140)];
    expect(voicedMs([...room, ...Array.from({ length: 20 }, () => press).flat()])).toBe(0);
  });

  test('the closure of a consonant does not break the onset', () => {
    expect(voicedMs([...room, ...voice(120), ...steady(-58, 60), ...voice(300)])).toBeGreaterThan(0);
  });

  test('the voice is gone 300 ms after the last sound, and a shorter silence is bridged', () => {
    const states = follow(framesOf([...room, ...voice(600), ...steady(-60, 1_000)]));
    const ended = states.findLastIndex(({ voiced }) => voiced) + 1;
    expect((ended - room.length) * FRAME_MS).toBe(600 + OFFSET_MS - FRAME_MS);
    const bridged = follow(framesOf([...room, ...voice(600), ...steady(-60, 260), ...voice(400)]));
    expect(bridged.slice(room.length + 10).every(({ voiced }) => voiced)).toBe(true);
  });

  test('a fading ending still counts, though it would not begin a voice', () => {
    const ending = steady(-52.5, 600);
    expect(voicedMs([...room, ...ending])).toBe(0);
    expect(voicedMs([...room, ...voice(600), ...ending])).toBeGreaterThan(1_000);
  });
});

describe('the noise floor', () => {
  test.each([15, 30])('a fan %i dB above the room is a voice for seven seconds at most', (overDb) => {
    const states = follow(framesOf([...steady(-62, 3_000), ...steady(-62 + overDb, 12_000)]));
    expect(states.slice(10_000 / FRAME_MS).some(({ voiced }) => voiced)).toBe(false);
    expect(states.at(-1)!.noiseFloorDb).toBeGreaterThan(-62 + overDb - 3);
  });

  test('a minute of speech does not lift it out of the gaps', () => {
    const words = Array.from({ length: 60 }, () => [...steady(-28, 900), ...steady(-60, 100)]).flat();
    const states = follow(framesOf([...steady(-60, 1_000), ...words]));
    expect(states.at(-1)!.noiseFloorDb).toBeLessThan(-55);
    expect(states.slice(100).every(({ voiced }) => voiced)).toBe(true);
  });

  test('digital silence is no floor: a device that fades in is not heard as a voice', () => {
    const states = follow(framesOf([...Array(50).fill(-Infinity), ...steady(-50, 3_000)]));
    expect(states[49]).toMatchObject({ noiseFloorDb: null, voiced: false });
    expect(judgeSound(states[49]!)).toBe('no-sound');
    expect(states.some(({ voiced }) => voiced)).toBe(false);
    expect(judgeSound(states.at(-1)!)).toBe('nothing-heard');
  });

  test.each([
    ['slow', [-75, -74, -72, -68, -62, -56]],
    ['sudden', [-85, -85, -85, -85, -85, -85]],
  ])('the first half second only learns: a %s fade-in is not heard as a voice', (_, fade) => {
    const states = follow(framesOf([...fade, ...steady(-50, 6_000)]));
    expect(states.some(({ voiced }) => voiced)).toBe(false);
  });

  test('a microphone muted in mid-take is not voiced, and is back when unmuted', () => {
    const states = follow(
      framesOf([...steady(-60, 1_000), ...steady(-30, 1_000), ...Array(100).fill(-Infinity)]),
    );
    expect(states.at(-1)!.voiced).toBe(false);
    const back = states.at(-1)!;
    const frames = framesOf([...Array(200).fill(0), ...steady(-30, 400)]).slice(200);
    expect(frames.reduce(followVoice, back).voiced).toBe(true);
  });
});

describe('what is told', () => {
  test('clipping is reported for a second after it happened', () => {
    const frames = framesOf([...steady(-60, 1_000), ...steady(-20, 2_000)]);
    frames[60] = { ...frames[60]!, peak: 1 };
    const states = follow(frames);
    expect(states[59]!.clipped).toBe(false);
    expect(states.slice(60).findIndex(({ clipped }) => !clipped) * FRAME_MS).toBe(1_000);
    expect(judgeSound(states[60]!)).toBe('clipped');
  });

  test('a loud room is too noisy before anyone has spoken', () => {
    expect(judgeSound(last(steady(-30, 2_000)))).toBe('too-noisy');
    expect(judgeSound(last(steady(-55, 2_000)))).toBe('nothing-heard');
  });

  test('a gap in the frames counts as neither voice nor sound learned', () => {
    const frames = framesOf([...steady(-60, 1_000), ...steady(-30, 100)]);
    const late = { ...frames.at(-1)!, atMs: frames.at(-1)!.atMs + 1_000 };
    expect([...frames, late].reduce(followVoice, NO_VOICE_YET).voiced).toBe(false);
  });

  test('the state given stays as it was', () => {
    const frozen = Object.freeze({ ...last(steady(-60, 1_000)) });
    expect(() => followVoice(frozen, framesOf([-20])[0]!)).not.toThrow();
  });
});
