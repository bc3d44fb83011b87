import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignPassage } from '../../../src/domain/sound-alignment/align-passage';
import { type Emissions, findPassages } from '../../../src/domain/sound-alignment/find-passages';
import { ANY_SPEECH, buildSentenceChain } from '../../../src/domain/sound-alignment/sentence-chain';
import type { SentenceReading } from '../../../src/domain/sound-alignment/sentence-reading';
import { STATES } from '../../../src/domain/sound-alignment/sound-classes';
import { createSoundModel, SILENCE } from '../../../src/domain/sound-alignment/sound-model';

const model = createSoundModel();
const KANA = [
  'アカサタナ',
  'ミズウミヲ',
  'オヨグ',
  'シロイフネ',
  'エンソクノヨル',
  'パンヤサン',
  'ヨルノモリ',
];
const readings = KANA.map(
  (kana): SentenceReading => ({
    pieces: [{ kind: 'kana', kana, span: 0, startsPhrase: true }],
    morae: [...kana].length,
    commas: 0,
  }),
);
const chains = readings.map((reading) => buildSentenceChain(reading, model));

/** How much better the sound that is there fits than any other, per frame (ln). */
const CLEARLY = 12;

interface Event {
  sound: 'silence' | 'other' | number;
  frames: number;
  /** Broken off after so many of the sentence's states. */
  brokenOffAfter?: number;
}

/** Perfectly clear sound: every frame fits what is there and nothing else; `truth` are the sentences' frames. */
function soundOf(events: readonly Event[]): { emissions: Emissions; truth: [number, number, number][] } {
  const sounds: number[] = [];
  const truth: [number, number, number][] = [];
  for (const { sound, frames, brokenOffAfter } of events) {
    if (typeof sound !== 'number') {
      for (let t = 0; t < frames; t++) sounds.push(sound === 'silence' ? SILENCE : ANY_SPEECH);
      continue;
    }
    const from = sounds.length;
    for (const state of chains[sound]!.sounds.slice(0, brokenOffAfter))
      for (let t = 0; t < 3; t++) sounds.push(state);
    if (brokenOffAfter === undefined) truth.push([sound, from, sounds.length]);
  }
  const width = STATES + 2;
  const logs = new Float32Array(sounds.length * width).fill(-CLEARLY);
  sounds.forEach((sound, t) => {
    logs[t * width + sound] = 0;
    if (sound !== SILENCE) logs[t * width + ANY_SPEECH] = -CLEARLY / 3;
    if (sound === ANY_SPEECH) logs[t * width + ANY_SPEECH] = 0;
  });
  return { emissions: { frames: sounds.length, width, logs }, truth };
}

const silence = (frames: number): Event => ({ sound: 'silence', frames });
const found = (events: readonly Event[]) => {
  const { emissions, truth } = soundOf(events);
  const passages = findPassages(emissions, chains).map((p) => [p.sentence, p.startFrame, p.endFrame]);
  return { passages, truth };
};

describe('finding sentences in clear sound', () => {
  test('any order of sentences, with silence between them, is found to the frame', () => {
    const order = fc.array(fc.nat(KANA.length - 1), { minLength: 1, maxLength: 9 });
    const pause = fc.integer({ min: 5, max: 60 });
    fc.assert(
      fc.property(order, pause, pause, (sentences, before, between) => {
        const events = [
          silence(before),
          ...sentences.flatMap((sound) => [{ sound, frames: 0 }, silence(between)]),
        ];
        const { passages, truth } = found(events);
        expect(passages).toEqual(truth);
      }),
      { numRuns: 40 },
    );
  });

  test('other speech between sentences belongs to none', () => {
    const { passages, truth } = found([
      silence(20),
      { sound: 0, frames: 0 },
      { sound: 'other', frames: 50 },
      silence(10),
      { sound: 1, frames: 0 },
    ]);
    expect(passages).toEqual(truth);
  });

  test('a sentence broken off and begun again counts from where it was begun again', () => {
    const begun = Math.floor(chains[4]!.sounds.length / 2);
    const events = [
      silence(20),
      { sound: 3, frames: 0 },
      silence(20),
      { sound: 4, frames: 0, brokenOffAfter: begun },
      silence(15),
      { sound: 4, frames: 0 },
      silence(20),
      { sound: 5, frames: 0 },
    ];
    // Nothing is like other speech here: what was begun can only be the sentence itself.
    const { emissions, truth } = soundOf(events);
    for (let t = 0; t < emissions.frames; t++) emissions.logs[t * emissions.width + ANY_SPEECH] = -100;
    const find = (knowsVoice: boolean) =>
      findPassages(emissions, chains, knowsVoice).map((p) => [p.sentence, p.startFrame, p.endFrame]);
    expect(find(true)).toEqual(truth);
    expect(find(false)).not.toEqual(truth);
  });

  test('sentences without silence between them', () => {
    const { passages, truth } = found([0, 1, 2, 3].map((sound) => ({ sound, frames: 0 })));
    expect(passages).toEqual(truth);
  });
});

describe('in any sound at all', () => {
  test('passages lie in order inside the take and each can be aligned', () => {
    const noise = fc.array(fc.float({ min: -12, max: 0, noNaN: true }), {
      minLength: 37,
      maxLength: 37 * 30,
    });
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: 120 }), (values, frames) => {
        const width = STATES + 2;
        const logs = Float32Array.from({ length: frames * width }, (_, i) => values[i % values.length]!);
        const emissions = { frames, width, logs };
        let last = 0;
        const passages = findPassages(emissions, chains);
        passages.forEach((passage) => {
          expect(passage.startFrame).toBeGreaterThanOrEqual(last);
          expect(passage.endFrame).toBeGreaterThan(passage.startFrame);
          last = passage.endFrame;
          const path = alignPassage(emissions, chains[passage.sentence]!, passage);
          expect(path).not.toBeNull();
          for (let t = 1; t < path!.length; t++) expect(path![t]!).toBeGreaterThanOrEqual(path![t - 1]!);
        });
        expect(last).toBeLessThanOrEqual(frames);
      }),
      { numRuns: 60 },
    );
  });

  test('no sentences, no frames', () => {
    const { emissions } = soundOf([silence(5)]);
    expect(findPassages(emissions, [])).toEqual([]);
    expect(findPassages({ ...emissions, frames: 0 }, chains)).toEqual([]);
  });
});
