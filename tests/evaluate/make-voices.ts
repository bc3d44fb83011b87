/**
 * Makes takes with known timing: WAV files of 16 kHz with their truth beside them, in folders under .cache/voices.
 *
 *   npx tsx tests/evaluate/make-voices.ts [training|tuning|held-out|noisy|long] …
 *
 * Needs Debian's open-jtalk, open-jtalk-mecab-naist-jdic, hts-voice-nitech-jp-atr503-m001, mbrola, mbrola-jp1, -jp2
 * and -jp3. MBROLA's voices may only be used for synthesis: the model is trained on NIT ATR503 alone.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitSentences } from '../../src/domain/text/sentences';
import { composeTake, type Part, type Room, TAKE_HZ } from './voices/compose-take';
import { type MbrolaVoice, sayWithMbrola } from './voices/mbrola';
import type { Noise } from './voices/noises';
import { type JtalkVoice, sayWithJtalk, type Utterance } from './voices/open-jtalk';
import { createNormal, createRandom, type Random, seedOf } from './voices/random';
import { resample, wavOf } from './voices/wav';

const ROOT = join(import.meta.dirname, '../..');
const PITCHES = join(ROOT, 'tests/fixtures/pitches');
const OUT = join(ROOT, '.cache/voices');

/** Texts constants were tuned on; all other pitches are held out. */
const TUNING_TEXTS = ['gardener', 'photographer', 'tutoring', 'bicycle-repair'];
const HELD_OUT_TEXTS = [
  'english-coach',
  'judicial-scrivener',
  'labor-consultant',
  'rice-flour-bakery',
  'visiting-nurse',
  'web-production',
  'insurance',
  'locksmith',
];

type Voice = { name: string } & ({ jtalk: JtalkVoice } | { mbrola: MbrolaVoice });

const jtalk = (name: string, alpha: number, halfTone: number, rate: number): Voice => ({
  name,
  jtalk: { alpha, halfTone, rate },
});
const mbrola = (
  name: string,
  speaker: MbrolaVoice['speaker'],
  lowHz: number,
  rangeSemitones: number,
  rate: number,
  tract: number,
): Voice => ({ name, mbrola: { speaker, lowHz, rangeSemitones, rate, tract } });

/** NIT ATR503 M001, from a large man to a child. */
const TRAINING_VOICES = [
  jtalk('nitech', 0.55, 0, 1),
  jtalk('nitech-large', 0.5, -2, 0.9),
  jtalk('nitech-larger', 0.47, -3, 1.1),
  jtalk('nitech-small', 0.58, 4, 1.05),
  jtalk('nitech-smaller', 0.61, 8, 0.95),
  jtalk('nitech-child', 0.64, 11, 1.2),
  jtalk('nitech-brisk', 0.53, 2, 1.3),
  jtalk('nitech-slow', 0.56, 1, 0.8),
];
const TUNING_VOICES = [mbrola('jp2', 'jp2', 190, 5, 1, 1), mbrola('jp2-low-brisk', 'jp2', 150, 4, 1.2, 0.92)];
const HELD_OUT_VOICES = [
  mbrola('jp1', 'jp1', 105, 5, 1, 1),
  mbrola('jp1-large-slow', 'jp1', 85, 3, 0.85, 0.92),
  mbrola('jp3', 'jp3', 175, 5, 1, 1),
  mbrola('jp3-small-brisk', 'jp3', 220, 7, 1.2, 1.08),
];

const PLANS = ['plain', 'skipped', 'repeated', 'fillers', 'skipped-and-repeated', 'long-pauses'] as const;
type Plan = (typeof PLANS)[number];
const FILLERS = ['えーと、', 'あのー、', 'まあ、', 'そうですね、', 'えー、', 'なんて言うか、'];

/** Says a text; what an MBROLA voice says gets its phones and their timing from Open JTalk first. */
function createSpeaker(voice: Voice, random: Random): (text: string) => Utterance {
  const said = new Map<string, Utterance>();
  return (text) => {
    if ('mbrola' in voice) {
      const timed = said.get(text) ?? sayWithJtalk(text, { alpha: 0.55, halfTone: 0, rate: 1 });
      said.set(text, timed);
      return sayWithMbrola(timed.phones, voice.mbrola, random);
    }
    const utterance = said.get(text) ?? downsampled(sayWithJtalk(text, voice.jtalk));
    said.set(text, utterance);
    return utterance;
  };
}

const downsampled = ({ sound, phones }: Utterance): Utterance => ({
  sound: resample(sound, TAKE_HZ),
  phones,
});

function planParts(count: number, plan: Plan, random: Random): Part[] {
  const parts: Part[] = Array.from({ length: count }, (_, sentence) => ({ kind: 'sentence', sentence }));
  const pick = (from: number, to: number) => from + Math.floor(random() * (to - from));
  if (plan === 'repeated' || plan === 'skipped-and-repeated') {
    const at = pick(0, count - 2);
    // Said twice in a row, or begun again one sentence back.
    if (random() < 0.6) parts.splice(at, 0, { kind: 'sentence', sentence: at });
    else parts.splice(at + 2, 0, { kind: 'sentence', sentence: at }, { kind: 'sentence', sentence: at + 1 });
  }
  if (plan === 'skipped' || plan === 'skipped-and-repeated') {
    const once = parts.filter(
      (part) =>
        part.kind === 'sentence' &&
        parts.filter((other) => 'sentence' in other && other.sentence === part.sentence).length === 1,
    );
    const skipped = new Set<Part>([once[pick(0, once.length)]!]);
    if (plan === 'skipped' && count > 5) skipped.add(once[pick(0, once.length)]!);
    parts.forEach((part, i) => {
      if (skipped.has(part) && part.kind === 'sentence')
        parts[i] = { kind: 'skipped', sentence: part.sentence };
    });
  }
  if (plan === 'fillers' || plan === 'long-pauses') {
    for (let k = 0; k < 3; k++)
      parts.splice(pick(1, parts.length), 0, { kind: 'filler', text: FILLERS[pick(0, FILLERS.length)]! });
  }
  return parts;
}

interface Order {
  folder: string;
  text: string;
  script: string;
  voice: Voice;
  plan: Plan;
  room: Room;
}

function makeTake(order: Order, others: readonly Float64Array[], withPhones: boolean): void {
  const { folder, text, script, voice, plan, room } = order;
  const noise = room.noise === null ? 'clean' : `${room.noise}-${room.snrDb}dB`;
  const extras = `${room.echoSeconds > 0 ? '+echo' : ''}${room.breaths ? '+breaths' : ''}`;
  const name = `${voice.name}_${noise}${extras}_${plan}_${text}`;
  const random = createRandom(seedOf(name));
  const normal = createNormal(random);
  const sentences = splitSentences(script)
    .map((sentence) => sentence.text.trim())
    .filter(Boolean);
  const pauseMs = () => {
    if (plan === 'long-pauses' && random() < 0.25) return 2_000 + 3_000 * random();
    return Math.min(2_500, Math.max(40, 600 * Math.exp(0.6 * normal())));
  };
  const say = createSpeaker(voice, random);
  const parts = planParts(sentences.length, plan, random);
  const made = composeTake(sentences, parts, say, pauseMs, room, random, others);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.wav`), wavOf({ samples: made.samples, hz: TAKE_HZ }));
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ ...made.truth, script })}\n`);
  if (withPhones) writeFileSync(join(folder, `${name}.phones`), JSON.stringify(made.phones));
}

const room = (noise: Noise | null, snrDb: number, echoSeconds = 0, breaths = false): Room => ({
  noise,
  snrDb,
  echoSeconds,
  breaths,
});

const readPitch = (text: string) => readFileSync(join(PITCHES, `${text}.txt`), 'utf8').trim();

/** Voices for babble, of other speakers than the take's. */
function makeOthers(voices: readonly Voice[], texts: readonly string[]): Float64Array[] {
  return voices.map((voice, i) => {
    const say = createSpeaker(voice, createRandom(i));
    const sentences = splitSentences(texts[i % texts.length]!)
      .map((sentence) => sentence.text.trim())
      .filter(Boolean);
    const parts: Part[] = sentences.slice(0, 6).map((_, sentence) => ({ kind: 'sentence', sentence }));
    return composeTake(sentences, parts, say, () => 300, room(null, 0), createRandom(i), []).samples.slice(
      TAKE_HZ * 1.5,
    );
  });
}

const SETS: Record<string, () => void> = {
  training() {
    const scripts = readFileSync(join(ROOT, 'tests/fixtures/voices/training-texts.txt'), 'utf8').split(
      /\n\n+/u,
    );
    const rooms = [
      room(null, 0),
      room('white', 20),
      room('speech-shaped', 20, 0.3),
      room('white', 10),
      room('speech-shaped', 10),
      room(null, 0, 0.4),
    ];
    let k = 0;
    for (const voice of TRAINING_VOICES) {
      scripts.forEach((script, i) => {
        // Every voice says half of the texts; voices, texts and rooms meet in all combinations over the set.
        if ((k + i) % 2 === 0) return;
        const order = {
          folder: join(OUT, 'training'),
          text: `t${i}`,
          script,
          voice,
          plan: 'plain' as const,
          room: rooms[(k * 5 + i) % rooms.length]!,
        };
        makeTake(order, [], true);
      });
      k++;
    }
  },
  tuning() {
    const rooms = [
      room(null, 0),
      room('white', 20),
      room('white', 10),
      room('speech-shaped', 10),
      room('speech-shaped', 20, 0.3, true),
    ];
    let k = 0;
    for (const voice of TUNING_VOICES)
      for (const text of TUNING_TEXTS)
        for (const room of rooms) {
          const plan = PLANS[k++ % PLANS.length]!;
          makeTake(
            { folder: join(OUT, 'tuning'), text, script: readPitch(text), voice, plan, room },
            [],
            false,
          );
        }
  },
  'held-out'() {
    const rooms = [
      room(null, 0),
      room('pink', 20),
      room('fan', 20, 0, true),
      room('pink', 10),
      room('fan', 10, 0.3),
    ];
    let k = 0;
    for (const voice of HELD_OUT_VOICES)
      for (const text of HELD_OUT_TEXTS)
        for (const room of rooms) {
          const folder = join(OUT, 'held-out', room.noise === null ? 'clean' : `${room.snrDb}dB`);
          const plan = PLANS[k++ % PLANS.length]!;
          makeTake({ folder, text, script: readPitch(text), voice, plan, room }, [], false);
        }
  },
  noisy() {
    const others = makeOthers(TUNING_VOICES.concat(TRAINING_VOICES.slice(0, 4)), TUNING_TEXTS.map(readPitch));
    const rooms = [
      room('babble', 20),
      room('babble', 10),
      room('second-voice', 20),
      room('second-voice', 10),
      room('pink', 5),
      room('pink', 0),
    ];
    let k = 0;
    for (const voice of [HELD_OUT_VOICES[0]!, HELD_OUT_VOICES[2]!])
      for (const text of HELD_OUT_TEXTS.slice(0, 6))
        for (const room of rooms) {
          const folder = join(OUT, 'noisy', `${room.noise}-${room.snrDb}dB`);
          const plan = PLANS[k++ % PLANS.length]!;
          makeTake({ folder, text, script: readPitch(text), voice, plan, room }, others, false);
        }
  },
  long() {
    for (const voice of HELD_OUT_VOICES) {
      const text = 'disaster-seminar';
      const plan = 'skipped-and-repeated';
      makeTake(
        { folder: join(OUT, 'long'), text, script: readPitch(text), voice, plan, room: room('pink', 20) },
        [],
        false,
      );
    }
  },
};

const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : Object.keys(SETS)) {
  const make = SETS[name];
  if (!make) throw new Error(`There is no set called ${name}.`);
  make();
  process.stdout.write(`${name}: made\n`);
}
