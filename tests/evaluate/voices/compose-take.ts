import { type Ending, letGo } from './endings';
import type { Fault } from './faults';
import { addEcho, makeBreath, makeNoise, makeSmack, type Noise, rms } from './noises';
import type { Phone, Utterance } from './open-jtalk';
import type { Random } from './random';
import { resample, type Sound } from './wav';

export const TAKE_HZ = 16_000;

/** What is said in a take, in order. */
export type Part =
  /** `saidAs`: what is really said for the sentence. */
  | { kind: 'sentence'; sentence: number; saidAs?: string }
  | { kind: 'skipped'; sentence: number }
  | { kind: 'filler'; text: string };

/** The room a take is made in. `null` noise is a room in which only the microphone is heard. */
export interface Room {
  noise: Noise | null;
  /** Speech to noise, dB; of the speech alone, without pauses. */
  snrDb: number;
  /** Reverberation time; 0 for none. */
  echoSeconds: number;
  breaths: boolean;
  /** Lips and tongue are heard just before speech. */
  smacks?: boolean;
  ending?: Ending;
  fault?: Fault;
}

export interface Truth {
  script: string;
  /** In the order said; `null` where the next sentence of the script was skipped. */
  sentences: ({ text: string; startMs: number; endMs: number } | null)[];
  /** Silences of at least `MIN_PAUSE_MS` between the first and the last sound. */
  pauses: [number, number][];
}

export interface MadeTake {
  samples: Float64Array;
  truth: Truth;
  /** Every phone said, for training. */
  phones: Phone[];
}

const MIN_PAUSE_MS = 200;
const LEAD_MS = 1_500;
const TAIL_MS = 1_000;
/** RMS of the microphone's own noise under a voice of RMS 0.08: about 58 dB. */
const MICROPHONE_NOISE = 1e-4;
const VOICE_RMS = 0.08;

/** A っ at the end of a phrase (えっ、) is silence like any other. */
const isSilent = (phone: Phone, i: number, phones: readonly Phone[]) =>
  phone.name === 'pau' ||
  phone.name === 'sil' ||
  (phone.name === 'cl' && /^(pau|sil)$/u.test(phones[i + 1]?.name ?? 'sil'));

/** Joins utterances into a take: silence between them as long as `pauseMs` says, then the room. */
export function composeTake(
  script: readonly string[],
  parts: readonly Part[],
  say: (text: string) => Utterance,
  pauseMs: () => number,
  room: Room,
  random: Random,
  others: readonly Float64Array[],
): MadeTake {
  const pieces: { at: number; samples: Float64Array }[] = [];
  const phones: Phone[] = [];
  const sentences: Truth['sentences'] = [];
  let atMs = LEAD_MS;
  for (const part of parts) {
    if (part.kind === 'skipped') {
      sentences.push(null);
      continue;
    }
    const text = part.kind === 'sentence' ? script[part.sentence]! : part.text;
    const utterance = say((part.kind === 'sentence' && part.saidAs) || text);
    const spoken = utterance.phones.filter((phone, i, all) => !isSilent(phone, i, all));
    const fromMs = spoken[0]!.startMs;
    const toMs = spoken.at(-1)!.endMs;
    const sound = letGo(utterance.sound, toMs, room.ending ?? 'plain', random);
    pieces.push({ at: Math.round((atMs * TAKE_HZ) / 1000), samples: cut(sound, fromMs, toMs) });
    const shift = atMs - fromMs;
    for (const phone of utterance.phones) {
      if (phone.startMs < fromMs || phone.endMs > toMs) continue;
      phones.push({ ...phone, startMs: phone.startMs + shift, endMs: phone.endMs + shift });
    }
    if (part.kind === 'sentence')
      sentences.push({ text, startMs: Math.round(atMs), endMs: Math.round(atMs + toMs - fromMs) });
    atMs += toMs - fromMs + pauseMs();
  }
  const lastMs = phones.at(-1)!.endMs;
  const voice = new Float64Array(Math.round(((lastMs + TAIL_MS) * TAKE_HZ) / 1000));
  for (const { at, samples } of pieces) {
    for (let i = 0; i < samples.length && at + i < voice.length; i++) voice[at + i]! += samples[i]!;
  }
  const silences = silencesOf(phones);
  const samples = placeInRoom(voice, silences, room, random, others);
  const pauses = silences.filter(([start, end]) => end - start >= MIN_PAUSE_MS);
  return { samples, phones, truth: { script: script.join(''), sentences, pauses } };
}

/** Part of a sound at the take's rate, faded over 5 ms so that joining makes no click. */
function cut(sound: Sound, fromMs: number, toMs: number): Float64Array {
  const margin = 5;
  const from = Math.max(0, Math.round(((fromMs - margin) * sound.hz) / 1000));
  const to = Math.min(sound.samples.length, Math.round(((toMs + margin) * sound.hz) / 1000));
  const { samples } = resample({ samples: sound.samples.slice(from, to), hz: sound.hz }, TAKE_HZ);
  const fade = (margin * TAKE_HZ) / 1000;
  for (let i = 0; i < fade && i < samples.length; i++) {
    samples[i]! *= i / fade;
    samples[samples.length - 1 - i]! *= i / fade;
  }
  return samples.slice(fade);
}

function silencesOf(phones: readonly Phone[]): [number, number][] {
  const spoken = phones.filter((phone, i, all) => !isSilent(phone, i, all));
  const silences: [number, number][] = [];
  for (let i = 1; i < spoken.length; i++) {
    const [start, end] = [Math.round(spoken[i - 1]!.endMs), Math.round(spoken[i]!.startMs)];
    if (end > start) silences.push([start, end]);
  }
  return silences;
}

function placeInRoom(
  voice: Float64Array,
  silences: readonly [number, number][],
  room: Room,
  random: Random,
  others: readonly Float64Array[],
): Float64Array {
  const active = voice.filter((sample) => sample !== 0);
  const gain = VOICE_RMS / rms(active);
  let samples: Float64Array = voice.map((sample) => sample * gain);
  if (room.echoSeconds > 0) samples = addEcho(samples, room.echoSeconds, random);
  if (room.breaths) {
    for (const [start, end] of silences) {
      if (end - start < 450 || random() < 0.4) continue;
      const breath = makeBreath(Math.round(0.35 * TAKE_HZ), random);
      const from = Math.round(((end - 50) * TAKE_HZ) / 1000) - breath.length;
      const level = VOICE_RMS * 10 ** (-(22 + 8 * random()) / 20);
      for (let i = 0; i < breath.length; i++) samples[from + i]! += level * breath[i]!;
    }
  }
  if (room.smacks) {
    for (const [start, end] of silences) {
      if (end - start < 300 || random() < 0.3) continue;
      const smack = makeSmack(random);
      const from = Math.round(((start + (end - start) * (0.4 + 0.4 * random())) * TAKE_HZ) / 1000);
      const level = VOICE_RMS * 10 ** (-(6 + 12 * random()) / 20);
      for (let i = 0; i < smack.length; i++) samples[from + i]! += level * smack[i]!;
    }
  }
  const microphone = makeNoise('white', samples.length, random, []);
  const level = room.noise === null ? 0 : VOICE_RMS * 10 ** (-room.snrDb / 20);
  const noise = makeNoise(room.noise ?? 'white', samples.length, random, others);
  const mixed = samples.map((sample, i) => sample + MICROPHONE_NOISE * microphone[i]! + level * noise[i]!);
  // Clipping is another fault than noise: the loudest sample stays below full scale.
  const peak = mixed.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
  return peak > 0.98 ? mixed.map((sample) => (sample * 0.98) / peak) : mixed;
}
