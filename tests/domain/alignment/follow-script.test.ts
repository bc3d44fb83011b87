import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { beginFollowing, type Following, followScript } from '../../../src/domain/alignment/follow-script';
import {
  type HeardReading,
  readHeard,
  readScript,
  type ScriptReading,
} from '../../../src/domain/alignment/mora-sequence';
import { findClauses, placeOfMora, splitClauses } from '../../../src/domain/alignment/script-place';
import { splitHeard } from '../../../src/domain/alignment/split-heard';
import type { SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import type { Tokenize } from '../../../src/domain/reading/token';
import { splitSentences } from '../../../src/domain/text/sentences';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { corruptScript, USUAL_CORRUPTION } from './corrupt-script';
import { analyzeText, PITCH_NAMES, readPitch } from './fixtures';
import { createRandom } from './random';

const ASIDE =
  'ところで昨日はとても天気が良くて家族で海まで出かけたんですけれども渋滞で三時間もかかってしまいました';

let tokenize: Tokenize;
let script: ScriptReading;
let sentences: SentenceAnalysis[];
const text = readPitch('gardener');
const hear = (words: string): HeardReading => readHeard(analyzeText(words, tokenize));
/** Follows words that come a few characters at a time, as interim results do. */
function follow(words: readonly string[], from = beginFollowing(script), said = ''): Following {
  let following = from;
  let before = said;
  for (const piece of words) {
    for (let end = 6; end < piece.length + 6; end += 6)
      following = followScript(script, following, hear(before + piece.slice(0, end)).morae);
    before += piece;
  }
  return following;
}
/** The script's sentence that has just been said to its end, or is being said. */
const sentenceAt = ({ next }: Following): number =>
  script.sentences.findIndex(({ moraEnd }) => next <= moraEnd);

beforeAll(async () => {
  tokenize = await createStockTokenize();
  sentences = analyzeText(text, tokenize);
  script = readScript(sentences);
});

const sentence = (index: number): string => sentences[index]?.text ?? '';

describe('following a speaker', () => {
  test('nothing said: the beginning; all said: the end', () => {
    expect(beginFollowing(script).next).toBe(0);
    const whole = followScript(script, beginFollowing(script), script.morae);
    expect(whole.next).toBe(script.morae.length);
  });

  test('every sentence, as it is said', () => {
    let following = beginFollowing(script);
    let said = '';
    sentences.forEach(({ text: words }, index) => {
      following = follow([words], following, said);
      said += words;
      expect(following.next).toBe(script.sentences[index]?.moraEnd);
    });
  });

  test('skipping ahead, going back, saying again', () => {
    expect(sentenceAt(follow([sentence(0), sentence(7)]))).toBe(7);
    expect(sentenceAt(follow([sentence(0), sentence(7), sentence(4)]))).toBe(4);
    const once = follow([sentence(0), sentence(7)]);
    const again = follow([sentence(7).slice(0, 12)], once, sentence(0) + sentence(7));
    expect(sentenceAt(again)).toBe(7);
    expect(again.next).toBeLessThan(once.next - 10);
  });

  test('off the script it waits near where it was left, and is there again after the return', () => {
    const left = follow([sentence(0), sentence(5)]);
    const astray = follow([ASIDE], left, sentence(0) + sentence(5));
    expect(sentenceAt(astray) - sentenceAt(left)).toBeLessThanOrEqual(1);
    expect(sentenceAt(astray)).toBeGreaterThanOrEqual(sentenceAt(left));
    const back = follow([sentence(6)], astray, sentence(0) + sentence(5) + ASIDE);
    expect(back.next).toBe(script.sentences[6]?.moraEnd);
  });

  test('misheard at one mora in ten, a sentence said that is more than a word or two is where the speaker is', () => {
    let [right, all] = [0, 0];
    for (let seed = 1; seed <= 5; seed += 1) {
      const random = createRandom(seed);
      const corruption = { ...USUAL_CORRUPTION, omitted: 0, omittedClauses: 0, swapped: 0, repeated: 0 };
      let following = beginFollowing(script);
      let said = '';
      sentences.forEach((spoken, index) => {
        if (random.chance(0.15)) return;
        const { text: heard } = corruptScript(
          [spoken],
          { ...corruption, inserted: 0, moraErrors: 0.1 },
          random,
        );
        said += heard;
        following = followScript(script, following, hear(said).morae);
        // 切るんです after a sentence left out is too little to tell one from the next by.
        if (spoken.length.morae < 12) return;
        all += 1;
        if (sentenceAt(following) === index) right += 1;
      });
    }
    expect(right / all).toBeGreaterThan(0.95);
  });

  test('said from beginning to end, misheard and reconsidered, the marked clause hardly ever goes back', () => {
    const only = { omitted: 0, omittedClauses: 0, swapped: 0, repeated: 0, inserted: 0 };
    const read = new Map<string, SentenceAnalysis[]>();
    /** Piece by piece, as the app reads what is heard. */
    const hearPieces = (words: string): HeardReading =>
      readHeard(
        splitHeard(words).flatMap((piece) => {
          const known = read.get(piece) ?? analyzeText(piece, tokenize);
          read.set(piece, known);
          return known;
        }),
      );
    let [back, moves] = [0, 0];
    for (const name of PITCH_NAMES.filter((other) => other !== 'disaster-seminar')) {
      const spoken = analyzeText(readPitch(name), tokenize);
      const reading = readScript(spoken);
      const clauses = findClauses(splitSentences(readPitch(name)));
      for (const [seed, moraErrors] of [
        [2, 0.1],
        [3, 0.2],
      ] as const) {
        const random = createRandom(seed);
        const { text: words } = corruptScript(spoken, { ...USUAL_CORRUPTION, ...only, moraErrors }, random);
        let following = beginFollowing(reading);
        let shown = 0;
        for (let end = 4; end < words.length + 4; end += 4) {
          // Of what has just been said, a recogniser's first guess is often another; the next result mends it.
          const guess = random.chance(0.5) ? random.pick(['ですが', 'という', 'かな', 'しました']) : '';
          for (const heard of [words.slice(0, Math.max(0, end - 3)) + guess, words.slice(0, end)]) {
            following = followScript(reading, following, hearPieces(heard).morae);
            const place = clauses.indexOf(placeOfMora(clauses, reading, following.next)!);
            if (place < shown) back += 1;
            if (place !== shown) moves += 1;
            shown = place;
          }
        }
      }
    }
    expect(moves).toBeGreaterThan(400);
    expect(back / moves).toBeLessThan(0.01);
  }, 60_000);

  test('a word that wavers at the end does not move the place back', () => {
    const said = followScript(script, beginFollowing(script), script.morae.subarray(0, 30));
    expect(followScript(script, said, script.morae.subarray(0, 27)).next).toBe(30);
    expect(followScript(script, said, script.morae.subarray(0, 20)).next).toBe(20);
  });

  test('an empty script, and one of silent marks, can be followed nowhere', () => {
    const empty = readScript(analyzeText('', tokenize));
    const { next } = followScript(empty, beginFollowing(empty), script.morae);
    expect(next).toBe(0);
    expect(placeOfMora([], empty, next)).toBeNull();
  });
});

const morae = fc
  .array(fc.integer({ min: 0, max: 141 }), { maxLength: 60 })
  .map((list) => Uint8Array.from(list));

test('however what was heard changed on its way, the rows are those of hearing it at once', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(400), fc.nat(60), morae), { maxLength: 8 }), (changes) => {
      let heard = new Uint8Array(0);
      let step = beginFollowing(script);
      for (const [at, length, noise] of changes) {
        const kept = heard.subarray(0, at);
        heard = Uint8Array.from([...kept, ...script.morae.subarray(at, at + length), ...noise]);
        step = followScript(script, step, heard);
      }
      const once = followScript(script, beginFollowing(script), heard);
      expect(step.kept).toEqual(once.kept);
      // The place shown may only lag behind a wavering end; without it the two are equal.
      const settled = followScript(script, { ...step, next: 0 }, heard);
      expect(settled.next).toBe(once.next);
    }),
    { numRuns: 60 },
  );
});

describe('clauses', () => {
  test('end with their commas; a short beginning and numbers are not cut off', () => {
    const parts = (sentenceText: string) =>
      splitClauses(sentenceText).map(({ start, end }) => sentenceText.slice(start, end));
    expect(parts('庭の木を切らない植木屋、榎本造園の榎本です。')).toEqual([
      '庭の木を切らない植木屋、',
      '榎本造園の榎本です。',
    ]);
    expect(parts('えっ、切らないの、とよく言われます。')).toEqual([
      'えっ、切らないの、',
      'とよく言われます。',
    ]);
    expect(parts('費用は12,000円です。')).toEqual(['費用は12,000円です。']);
  });

  test('tile the script, and each mora is in one', () => {
    const clauses = findClauses(splitSentences(text));
    expect(clauses.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    script.starts.forEach((start, mora) => {
      const place = placeOfMora(clauses, script, mora);
      expect(place && place.start <= start && start < place.end).toBe(true);
    });
  });
});

test('what is heard is cut so that growing at the end changes the last piece alone', () => {
  const long = sentences.map((spoken) => spoken.text.replace(/[。、]/gu, '')).join('');
  let before: string[] = [];
  for (let end = 1; end <= long.length; end += 1) {
    const pieces = splitHeard(long.slice(0, end));
    expect(pieces.join('')).toBe(long.slice(0, end));
    expect(pieces.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    expect(pieces.every((piece) => piece.length <= 80)).toBe(true);
    before = pieces;
  }
});
