/**
 * Makes takes with known timing: WAV files of 16 kHz with their truth beside them, in folders under .cache/voices.
 *
 *   npx tsx tests/evaluate/make-voices.ts [training|tuning|held-out|stress-tuning|stress|noisy-tuning|noisy|long|further-tuning|further-held-out] …
 *
 * Without a name, all but the last two. Needs Debian's open-jtalk, open-jtalk-mecab-naist-jdic, hts-voice-nitech-jp-atr503-m001, mbrola, mbrola-jp1, -jp2
 * and -jp3, and espeak-ng. MBROLA's voices may only be used for synthesis: the model is trained on NIT ATR503 alone.
 * The last two sets need voices that Debian has not: those of icn-lab/htsvoice-tohoku-f01 on GitHub, and Mei's of
 * MMDAgent, in .cache/hts-voices or wherever HTS_VOICES says.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitSentences } from '../../src/domain/text/sentences';
import {
  createSpeaker,
  FURTHER_HELD_OUT_VOICES,
  FURTHER_TUNING_VOICES,
  HELD_OUT_VOICES,
  STRESS_TUNING_VOICES,
  STRESS_VOICES,
  TRAINING_VOICES,
  TUNING_VOICES,
  type Voice,
} from './voices/cast';
import { composeTake, type Part, type Room, TAKE_HZ } from './voices/compose-take';
import { addFault } from './voices/faults';
import { PLANS, type Plan, planParts, RARE_PLANS } from './voices/plan-take';
import { createNormal, createRandom, seedOf } from './voices/random';
import { wavOf } from './voices/wav';

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
/** Of tests/fixtures/coverage/held-back.json, as people write: line breaks, figures, jokes, signs. */
const FURTHER_HELD_OUT_TEXTS = ['x01', 'x06', 'x08', 'x11', 'x14', 'x18', 'x20', 'x22'];

interface Order {
  folder: string;
  text: string;
  script: string;
  voice: Voice;
  plan: Plan;
  room: Room;
}

/** What a room is called in the name of a take. */
function nameOf({ noise, snrDb, echoSeconds, breaths, smacks, ending, fault }: Room): string {
  return [
    noise === null ? 'clean' : `${noise}-${snrDb}dB`,
    ...(echoSeconds > 0 ? [echoSeconds > 0.5 ? 'long-echo' : 'echo'] : []),
    ...(breaths ? ['breaths'] : []),
    ...(smacks ? ['smacks'] : []),
    ...(ending && ending !== 'plain' ? [ending] : []),
    ...(fault ? [fault] : []),
  ].join('+');
}

function makeTake(order: Order, others: readonly Float64Array[]): void {
  const { folder, text, script, voice, plan, room } = order;
  const name = `${voice.name}_${nameOf(room)}_${plan}_${text}`;
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
  const parts = planParts(sentences, plan, random);
  const made = composeTake(sentences, parts, say, pauseMs, room, random, others);
  const samples = room.fault ? addFault(made.samples, room.fault, random) : made.samples;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.wav`), wavOf({ samples, hz: TAKE_HZ }));
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ ...made.truth, script })}\n`);
  writeFileSync(join(folder, `${name}.phones`), JSON.stringify(made.phones));
}

const room = (
  noise: Room['noise'],
  snrDb: number,
  echoSeconds = 0,
  breaths = false,
  further: Partial<Room> = {},
): Room => ({ noise, snrDb, echoSeconds, breaths, ...further });

const trainingTexts = readFileSync(join(ROOT, 'tests/fixtures/voices/training-texts.txt'), 'utf8').split(
  /\n\n+/u,
);
const heldBack: { id: string; text: string }[] = JSON.parse(
  readFileSync(join(ROOT, 'tests/fixtures/coverage/held-back.json'), 'utf8'),
);
const readPitch = (text: string): string =>
  heldBack.find(({ id }) => id === text)?.text ?? readFileSync(join(PITCHES, `${text}.txt`), 'utf8').trim();

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

const faulty = (further: Partial<Room>, noise: Room['noise'] = 'pink', snrDb = 25) =>
  room(noise, snrDb, 0, false, further);

const TUNING_ROOMS = [
  room(null, 0),
  room('white', 20),
  room('white', 10),
  room('speech-shaped', 10),
  room('speech-shaped', 20, 0.3, true),
];
const HELD_OUT_ROOMS = [
  room(null, 0),
  room('pink', 20),
  room('fan', 20, 0, true),
  room('pink', 10),
  room('fan', 10, 0.3),
];
/** Noises that no other set has but `stress`. */
const FURTHER_HELD_OUT_ROOMS = [
  room(null, 0),
  room('brown', 20),
  room('air-conditioner', 20, 0, true),
  room('violet', 10),
  room('air-conditioner', 10, 0.3),
];

/** Every voice says every text in every room; the plans follow in turn. */
function makeEvery(
  set: string,
  voices: readonly Voice[],
  texts: readonly string[],
  rooms: readonly Room[],
  others: readonly Float64Array[] = [],
): void {
  let k = 0;
  for (const voice of voices)
    for (const text of texts)
      for (const room of rooms) {
        const plan = PLANS[k++ % PLANS.length]!;
        makeTake({ folder: join(OUT, set), text, script: readPitch(text), voice, plan, room }, others);
      }
}

/** Rooms and faults for choosing constants, and others, some of kinds nothing was chosen on, for holding out. */
const STRESS_TUNING_ROOMS = [
  room('hum-50', 15),
  room('pink', 12, 0.3, true, { smacks: true }),
  room('fan', 10, 0, true),
  room('white', 25, 0.8),
  room('music', 20),
  faulty({ fault: 'narrow-codec', ending: 'whispered' }),
  faulty({ fault: 'quiet' }),
  faulty({ fault: 'clipped', smacks: true }),
  faulty({ fault: 'drifting-floor', ending: 'creaky' }, null),
];
const STRESS_ROOMS = [
  room('hum-60', 12),
  room('air-conditioner', 10),
  room('air-conditioner', 20, 0, true, { smacks: true }),
  room('brown', 10, 0, true),
  room('violet', 15),
  room('keyboard', 20),
  room('pink', 25, 0.9),
  room('chords', 20),
  faulty({ fault: 'telephone' }),
  faulty({ fault: 'quiet', ending: 'whispered' }, 'brown', 20),
  faulty({ fault: 'loud' }, null),
  faulty({ fault: 'clipped' }, 'brown', 20),
  faulty({ fault: 'pumping' }, 'brown', 20),
  faulty({ fault: 'dc-offset' }, 'brown', 20),
  faulty({ fault: 'drifting-floor' }, null),
  faulty({ ending: 'whispered' }, 'brown', 20),
  faulty({ ending: 'creaky' }, 'brown', 20),
];

/** Every voice in every room; texts and plans follow in turn, each voice once through all rare plans at least. */
function makeStress(
  set: string,
  voices: readonly Voice[],
  texts: readonly string[],
  rooms: readonly Room[],
  times: number,
): void {
  const plans: Plan[] = [...RARE_PLANS, 'plain', 'skipped', 'repeated'];
  let k = 0;
  for (const voice of voices)
    for (const room of rooms)
      for (let time = 0; time < times; time++) {
        const plan = plans[k % plans.length]!;
        const text = texts[(k + Math.floor(k / plans.length)) % texts.length]!;
        k++;
        makeTake({ folder: join(OUT, set), text, script: readPitch(text), voice, plan, room }, []);
      }
}

const SETS: Record<string, () => void> = {
  training() {
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
      trainingTexts.forEach((script, i) => {
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
        makeTake(order, []);
      });
      k++;
    }
  },
  tuning() {
    makeEvery('tuning', TUNING_VOICES, TUNING_TEXTS, TUNING_ROOMS);
  },
  'further-tuning'() {
    const rooms = [...TUNING_ROOMS, room('fan', 20, 0, true), room('fan', 10, 0.3), room('pink', 10)];
    makeEvery('further-tuning', FURTHER_TUNING_VOICES, TUNING_TEXTS, rooms);
  },
  'held-out'() {
    makeEvery('held-out', HELD_OUT_VOICES, HELD_OUT_TEXTS, HELD_OUT_ROOMS);
  },
  'further-held-out'() {
    makeEvery('further-held-out', FURTHER_HELD_OUT_VOICES, FURTHER_HELD_OUT_TEXTS, FURTHER_HELD_OUT_ROOMS);
  },
  'stress-tuning'() {
    makeStress('stress-tuning', STRESS_TUNING_VOICES, TUNING_TEXTS, STRESS_TUNING_ROOMS, 2);
  },
  stress() {
    makeStress('stress', STRESS_VOICES, HELD_OUT_TEXTS, STRESS_ROOMS, 2);
  },
  'noisy-tuning'() {
    // The training texts as babble, in voices that say none of the takes.
    const others = makeOthers(TRAINING_VOICES.slice(4, 8), trainingTexts);
    const rooms = [
      room('babble', 20),
      room('babble', 10),
      room('babble', 5),
      room('second-voice', 20),
      room('second-voice', 10),
      room('second-voice', 5),
      room('white', 5),
      room('speech-shaped', 0),
    ];
    makeEvery(
      'noisy-tuning',
      [...TUNING_VOICES, ...STRESS_TUNING_VOICES.slice(1)],
      TUNING_TEXTS,
      rooms,
      others,
    );
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
          makeTake({ folder, text, script: readPitch(text), voice, plan, room }, others);
        }
  },
  long() {
    for (const voice of HELD_OUT_VOICES) {
      const text = 'disaster-seminar';
      const plan = 'skipped-and-repeated';
      makeTake(
        { folder: join(OUT, 'long'), text, script: readPitch(text), voice, plan, room: room('pink', 20) },
        [],
      );
    }
  },
};

const wanted = process.argv.slice(2);
for (const name of wanted.length > 0
  ? wanted
  : Object.keys(SETS).filter((set) => !set.startsWith('further'))) {
  const make = SETS[name];
  if (!make) throw new Error(`There is no set called ${name}.`);
  make();
  process.stdout.write(`${name}: made\n`);
}
