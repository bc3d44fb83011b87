/**
 * Trains src/domain/sound-alignment/sound-model.json on the training set of make-voices.ts.
 *
 *   npx tsx tests/evaluate/make-voices.ts training && npx tsx tests/evaluate/train-sound-model.ts
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import rfft from 'fourier-transform';
import { FRAME_MS, measureBandLevels } from '../../src/domain/delivery/band-levels';
import { detectInSteadyRoom } from '../../src/domain/delivery/detect-speech';
import {
  CLASS_STATES,
  classesOfPhone,
  FIRST_STATE,
  SOUND_CLASSES,
} from '../../src/domain/sound-alignment/sound-classes';
import { describeSound, FEATURES, type SoundFeatures } from '../../src/domain/sound-alignment/sound-features';
import {
  type Likelihoods,
  learnSilence,
  measureLikelihoods,
} from '../../src/domain/sound-alignment/sound-likelihoods';
import {
  adaptSoundModel,
  addFrame,
  createSoundModel,
  createSoundSums,
  type SoundModel,
  type StoredSoundModel,
} from '../../src/domain/sound-alignment/sound-model';
import type { Phone } from './voices/open-jtalk';
import { readWav } from './voices/wav';

const ROOT = join(import.meta.dirname, '../..');
const TRAINING = join(ROOT, '.cache/voices/training');
const OUT = join(ROOT, 'src/domain/sound-alignment/sound-model.json');
/** Enough for the borders of states inside phones to settle. */
const ROUNDS = 6;

interface Recording {
  features: SoundFeatures;
  speechFrames: Uint8Array;
  /** States of each phone and the frames it lasts. */
  phones: { states: number[]; from: number; to: number }[];
}

function readRecording(file: string): Recording {
  const levels = measureBandLevels(readWav(readFileSync(file)).samples, rfft);
  // The rooms of the training set do not change; following them would only add chance to what is learnt.
  const detection = detectInSteadyRoom(levels);
  const phones = (JSON.parse(readFileSync(file.replace('.wav', '.phones'), 'utf8')) as Phone[])
    .map((phone) => ({
      states: classesOfPhone(phone.name).flatMap((name) =>
        Array.from({ length: CLASS_STATES[name] }, (_, k) => FIRST_STATE[name] + k),
      ),
      from: Math.round(phone.startMs / FRAME_MS),
      to: Math.min(levels.frames, Math.round(phone.endMs / FRAME_MS)),
    }))
    .filter(({ states, from, to }) => states.length > 0 && to > from);
  return { features: describeSound(detection), speechFrames: detection.speechFrames, phones };
}

/** First frames of a phone's states: evenly, or where the model says. */
function divide(states: number[], from: number, to: number, model: Likelihoods | null): number[] {
  const n = states.length;
  const even = states.map((_, k) => from + Math.floor((k * (to - from)) / n));
  if (model === null || to - from <= n) return even;
  const width = model.logs.length / model.frames;
  const score = new Float64Array(n).fill(-Infinity);
  const starts = states.map(() => [] as number[]);
  for (let t = from; t < to; t++) {
    for (let k = n - 1; k >= 0; k--) {
      const stay = score[k]!;
      const enter = k === 0 ? (t === from ? 0 : -Infinity) : score[k - 1]!;
      if (enter > stay) starts[k] = k === 0 ? [t] : [...starts[k - 1]!, t];
      score[k] = Math.max(stay, enter) + model.logs[t * width + states[k]!]!;
    }
  }
  return starts[n - 1]!.length === n ? starts[n - 1]! : even;
}

const recordings = readdirSync(TRAINING)
  .filter((name) => name.endsWith('.wav'))
  .map((name) => readRecording(join(TRAINING, name)));
let model: SoundModel = createSoundModel();
for (let round = 0; round < ROUNDS; round++) {
  const sums = createSoundSums();
  const visits = new Float64Array(sums.counts.length);
  let total = 0;
  for (const recording of recordings) {
    const silence = learnSilence(recording.features, recording.speechFrames);
    const likelihoods = round === 0 ? null : measureLikelihoods(recording.features, model, silence);
    for (const { states, from, to } of recording.phones) {
      const starts = divide(states, from, to, likelihoods);
      states.forEach((state, k) => {
        visits[state]!++;
        for (let t = starts[k]!; t < (starts[k + 1] ?? to); t++) {
          addFrame(sums, recording.features, t, state);
          if (likelihoods)
            total += likelihoods.logs[t * (likelihoods.logs.length / likelihoods.frames) + state]!;
        }
      });
    }
  }
  model = adaptSoundModel(model, sums, 1, 1);
  model.lengths = Float32Array.from(sums.counts, (count, state) =>
    Math.max(1.05, count / Math.max(1, visits[state]!)),
  );
  const frames = sums.counts.reduce((sum, count) => sum + count, 0);
  process.stdout.write(
    `round ${round}: ${frames} frames, mean log likelihood ${(total / frames).toFixed(3)}\n`,
  );
}

const round = (value: number) => Number(value.toPrecision(3));
const stored: StoredSoundModel = { version: 1, states: {} };
for (const name of SOUND_CLASSES) {
  stored.states[name] = Array.from({ length: CLASS_STATES[name] }, (_, k) => {
    const state = FIRST_STATE[name] + k;
    const from = state * FEATURES;
    const row = [
      model.lengths[state]!,
      ...model.means.slice(from, from + FEATURES),
      ...model.variances.slice(from, from + FEATURES),
    ];
    return row.map(round);
  });
}
const json = `${JSON.stringify(stored).replaceAll('],[', '],\n[').replaceAll(',"', ',\n"')}\n`;
writeFileSync(OUT, json);
process.stdout.write(`${OUT.slice(ROOT.length + 1)}: ${json.length} bytes\n`);
