import { TAKE_HZ } from './compose-take';
import { type EspeakVoice, sayWithEspeak } from './espeak';
import { type MbrolaVoice, sayWithMbrola } from './mbrola';
import { type JtalkVoice, sayWithJtalk, type Utterance } from './open-jtalk';
import type { Random } from './random';
import { resample } from './wav';

export type Voice = { name: string } & (
  | { jtalk: JtalkVoice }
  | { mbrola: MbrolaVoice }
  | { espeak: EspeakVoice }
);

const jtalk = (name: string, alpha: number, halfTone: number, rate: number): Voice => ({
  name,
  jtalk: { alpha, halfTone, rate },
});
const further = (name: string, file: string, halfTone: number, rate: number): Voice => ({
  name,
  jtalk: { file, alpha: null, halfTone, rate },
});
const mbrola = (
  name: string,
  speaker: MbrolaVoice['speaker'],
  lowHz: number,
  rangeSemitones: number,
  rate: number,
  tract: number,
): Voice => ({ name, mbrola: { speaker, lowHz, rangeSemitones, rate, tract } });
const espeak = (name: string, voice: string, wordsPerMinute: number, pitch: number): Voice => ({
  name,
  espeak: { voice, wordsPerMinute, pitch },
});

/**
 * NIT ATR503 M001, from a large man to a child, and a woman, tohoku-f01 (Tohoku University, CC BY 4.0): a man's voice
 * made smaller is no woman's, and without hers high voices were at times not recognised at all.
 */
export const TRAINING_VOICES: readonly Voice[] = [
  jtalk('nitech', 0.55, 0, 1),
  jtalk('nitech-large', 0.5, -2, 0.9),
  jtalk('nitech-larger', 0.47, -3, 1.1),
  jtalk('nitech-small', 0.58, 4, 1.05),
  jtalk('nitech-smaller', 0.61, 8, 0.95),
  jtalk('nitech-child', 0.64, 11, 1.2),
  jtalk('nitech-brisk', 0.53, 2, 1.3),
  jtalk('nitech-slow', 0.56, 1, 0.8),
  further('tohoku', 'tohoku-f01-neutral', 0, 1),
  further('tohoku-low', 'tohoku-f01-neutral', -4, 1.15),
  further('tohoku-angry', 'tohoku-f01-angry', -2, 0.95),
  further('tohoku-sad', 'tohoku-f01-sad', 0, 1.1),
];
export const TUNING_VOICES: readonly Voice[] = [
  mbrola('jp2', 'jp2', 190, 5, 1, 1),
  mbrola('jp2-low-brisk', 'jp2', 150, 4, 1.2, 0.92),
];
export const HELD_OUT_VOICES: readonly Voice[] = [
  mbrola('jp1', 'jp1', 105, 5, 1, 1),
  mbrola('jp1-large-slow', 'jp1', 85, 3, 0.85, 0.92),
  mbrola('jp3', 'jp3', 175, 5, 1, 1),
  mbrola('jp3-small-brisk', 'jp3', 220, 7, 1.2, 1.08),
];
/** Held out, one of the moods of the woman trained on for choosing constants; Mei is somebody else (CC BY 3.0). */
export const FURTHER_TUNING_VOICES: readonly Voice[] = [
  further('tohoku-happy', 'tohoku-f01-happy', 0, 1.1),
  further('tohoku-happy-low', 'tohoku-f01-happy', -5, 0.9),
];
export const FURTHER_HELD_OUT_VOICES: readonly Voice[] = [
  further('mei', 'mei_normal', 0, 1),
  further('mei-happy-brisk', 'mei_happy', 1, 1.2),
  further('mei-bashful-slow', 'mei_bashful', 0, 0.85),
];
/** For the stress sets: one side for choosing constants, the other held out. */
export const STRESS_TUNING_VOICES: readonly Voice[] = [
  mbrola('jp2', 'jp2', 190, 5, 1, 1),
  mbrola('jp2-fast', 'jp2', 200, 5, 1.5, 1),
  mbrola('jp2-very-slow', 'jp2', 175, 6, 0.7, 1.06),
  espeak('espeak-woman', 'ja+f2', 150, 55),
];
export const STRESS_VOICES: readonly Voice[] = [
  mbrola('jp1-fast', 'jp1', 110, 5, 1.5, 1),
  mbrola('jp3-very-slow', 'jp3', 180, 6, 0.7, 1),
  mbrola('jp3-tall', 'jp3', 140, 3, 1, 0.85),
  espeak('espeak-man', 'ja', 160, 40),
];

/** Open JTalk loads its dictionary anew for every sentence, which takes longer than saying it. */
const saidByJtalk = new Map<string, Utterance>();

function sayOnce(text: string, voice: JtalkVoice): Utterance {
  const key = JSON.stringify([text, voice]);
  let utterance = saidByJtalk.get(key);
  if (!utterance) {
    const { sound, phones } = sayWithJtalk(text, voice);
    utterance = { sound: resample(sound, TAKE_HZ), phones };
    saidByJtalk.set(key, utterance);
  }
  return utterance;
}

/** Says a text; what another voice says gets its phones, and MBROLA's their timing, from Open JTalk first. */
export function createSpeaker(voice: Voice, random: Random): (text: string) => Utterance {
  return (text) => {
    if ('jtalk' in voice) return sayOnce(text, voice.jtalk);
    const { phones } = sayOnce(text, { alpha: 0.55, halfTone: 0, rate: 1 });
    return 'mbrola' in voice
      ? sayWithMbrola(phones, voice.mbrola, random)
      : sayWithEspeak(phones, voice.espeak);
  };
}
