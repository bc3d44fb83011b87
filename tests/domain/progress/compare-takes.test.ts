import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTakes, type TakeToCompare } from '../../../src/domain/progress/compare-takes';
import type { DeliveryReview, SentenceDelivery } from '../../../src/domain/review/judge-delivery';
import type { TakeReview } from '../../../src/domain/review/review-take';

type Status = SentenceDelivery['status'];

/** A take whose sentences took so many seconds; `null` where the sound does not have it. */
function take(
  sentenceTexts: string[],
  seconds: (number | null)[] | null,
  statusOfMissing: Status = 'not-heard',
  content: TakeReview['content'] = { kind: 'unknown', reason: 'no-words' },
): TakeToCompare {
  const sentences = seconds?.map(
    (took): SentenceDelivery => ({
      status: took === null ? statusOfMissing : 'said',
      sayings: took === null ? [] : [{ startMs: 100, endMs: 100 + took * 1000 }],
      tookMs: (took ?? 0) * 1000,
      plannedMs: 3000,
      articulationRate: null,
      pauseAfterMs: null,
      endingDropDb: null,
      sureness: 'sure',
    }),
  );
  return {
    sentenceTexts,
    review: { content } as TakeReview,
    delivery: sentences ? ({ sentences } as DeliveryReview) : null,
  };
}

const A = '緑町の鍼灸師、小林です。';
const B = '3回ほどで頭が軽くなります。';
const C = '駅から歩いて2分です。';
const D = 'どうぞお試しください。';

describe('two takes side by side', () => {
  test('of one script: times beside each other, and their difference', () => {
    expect(compareTakes(take([A, B], [3, 2.5]), take([A, ` ${B}`], [2.2, 4]))).toEqual([
      {
        text: A,
        before: { status: 'said', tookMs: 3000, times: 1, saying: { startMs: 100, endMs: 3100 } },
        after: { status: 'said', tookMs: 2200, times: 1, saying: { startMs: 100, endMs: 2300 } },
        differenceMs: -800,
      },
      expect.objectContaining({ text: B, differenceMs: 1500 }),
    ]);
  });

  test('of scripts that differ: each sentence where it stood, on the side that had it', () => {
    const rows = compareTakes(
      take([A, B, C, D], [1, 2, 3, 4]),
      take([A, C, 'はじめまして。', D], [1, 3, 2, 4]),
    );
    expect(rows.map(({ text, before, after }) => [text, before !== null, after !== null])).toEqual([
      [A, true, true],
      [B, true, false],
      [C, true, true],
      ['はじめまして。', false, true],
      [D, true, true],
    ]);
    expect(rows[1]?.differenceMs).toBeNull();
  });

  test('a sentence left out has no time, and no difference', () => {
    const [, second] = compareTakes(take([A, B], [3, 2]), take([A, B], [3, null]));
    expect(second).toMatchObject({
      after: { status: 'left-out', tookMs: null, times: 0, saying: null },
      differenceMs: null,
    });
  });

  test.each(['lost-to-device', 'not-found', 'unspoken'] as const)(
    'one that is %s was not left out',
    (status) => {
      const [, second] = compareTakes(take([A, B], [3, null], status), take([A, B], [3, 2]));
      expect(second?.before?.status).toBe('unknown');
    },
  );

  test('words that were recognised say what was left out, sound only how long it took', () => {
    const content = { kind: 'judged', omitted: [0], lostToDevice: [1] } as unknown as TakeReview['content'];
    const rows = compareTakes(take([A, B], [3, 2], 'said', content), take([A, B], null));
    expect(rows.map(({ before }) => before?.status)).toEqual(['left-out', 'unknown']);
    expect(rows.map(({ before }) => before?.tookMs)).toEqual([3000, 2000]);
    expect(rows.map(({ after }) => after)).toEqual([
      { status: 'unknown', tookMs: null, times: 0, saying: null },
      { status: 'unknown', tookMs: null, times: 0, saying: null },
    ]);
  });
});

test('every sentence of either script is there once, in its order', () => {
  const script = fc.array(fc.constantFrom(A, B, C, D), { maxLength: 8 });
  fc.assert(
    fc.property(script, script, (one, other) => {
      const rows = compareTakes(take(one, null), take(other, null));
      expect(rows.filter(({ before }) => before).map(({ text }) => text)).toEqual(one);
      expect(rows.filter(({ after }) => after).map(({ text }) => text)).toEqual(other);
    }),
  );
});
