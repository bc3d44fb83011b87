import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BANDS } from '../../../src/domain/delivery/band-levels';
import { drownedFrames, hearEdges } from '../../../src/domain/sound-alignment/drowned-edges';
import { buildSentenceChain } from '../../../src/domain/sound-alignment/sentence-chain';
import { FIRST_STATE, isVoiced, STATES } from '../../../src/domain/sound-alignment/sound-classes';
import { readModel } from './read-fixture';

const model = readModel();
const chain = buildSentenceChain(
  { pieces: [{ kind: 'kana', kana: 'サクデス', span: 0, startsPhrase: true }], morae: 4, commas: 0 },
  model,
);
const nodes = Array.from(chain.sounds, (sound, node) => ({ sound, node })).filter(
  ({ sound }) => sound < STATES,
);
const first = (state: number) => nodes.find(({ sound }) => sound === state)!.node;
const last = (state: number) => nodes.findLast(({ sound }) => sound === state)!.node;
const S = FIRST_STATE.s;
const vowel = nodes.find(({ sound }) => isVoiced(sound))!.node;

/** A voice that stands `db` over the room in every band, at the model's pace. */
const inRoom = (db: number) =>
  hearEdges(model, 1, {
    voice: new Float32Array(BANDS).fill(10 ** (db / 10)),
    noise: new Float32Array(BANDS).fill(1),
  });

/** Frames by which speech reaches further than an s heard for 10 ms at its start, or at its end. */
const atStart = (db: number) =>
  drownedFrames(Int32Array.of(first(S), first(S + 1), vowel), 0, 1, chain, inRoom(db));
const atEnd = (db: number) =>
  drownedFrames(Int32Array.of(vowel, last(S), last(S + 1)), 2, -1, chain, inRoom(db));

describe('what the room hides at the edges of speech', () => {
  test('a room without hiss hides nothing of an s', () => {
    expect(atStart(40)).toBe(0);
    expect(atEnd(40)).toBe(0);
  });

  test('a room louder than the voice hides all that was not heard, and more at the end, where it lasts longer', () => {
    const usual = model.lengths[S]! + model.lengths[S + 1]!;
    expect(atStart(-10)).toBe(Math.round(usual - 2 + 1.5));
    expect(atEnd(-10)).toBe(Math.round(1.5 * usual - 2 + 1));
  });

  test('a room too quiet to hide an s that begins hides part of one that fades away', () => {
    expect(atStart(18)).toBe(0);
    expect(atEnd(18)).toBeGreaterThan(0);
  });

  test('the louder the room, the more it hides', () => {
    const db = fc.double({ min: -30, max: 60, noNaN: true });
    fc.assert(
      fc.property(db, db, (a, b) => {
        const [louder, quieter] = [Math.min(a, b), Math.max(a, b)];
        expect(atStart(louder)).toBeGreaterThanOrEqual(atStart(quieter));
        expect(atEnd(louder)).toBeGreaterThanOrEqual(atEnd(quieter));
      }),
    );
  });

  test('an s heard for its usual length is made no longer than any sound that sinks into noise', () => {
    const long = Int32Array.from({ length: 60 }, (_, i) =>
      i === 0 ? vowel : i < 30 ? last(S) : last(S + 1),
    );
    expect(drownedFrames(long, 59, -1, chain, inRoom(-10))).toBe(1);
  });

  test('a vowel is heard in any room, but for its very end', () => {
    expect(drownedFrames(Int32Array.of(vowel), 0, -1, chain, inRoom(40))).toBe(0);
    expect(drownedFrames(Int32Array.of(vowel), 0, -1, chain, inRoom(-10))).toBe(1);
  });
});
