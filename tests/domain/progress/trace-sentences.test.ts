import { describe, expect, test } from 'vitest';
import { type TimedTake, traceSentences } from '../../../src/domain/progress/trace-sentences';
import type { DeliveryReview, SentenceDelivery } from '../../../src/domain/review/judge-delivery';

const TEXTS = ['はじめまして。', '緑町の鍼灸師、小林です。', '3回ほどで頭が軽くなります。'];

/** A take in which each sentence took so many seconds; `null` where it was not heard. */
function take(
  startedAt: number,
  seconds: readonly (number | null)[],
  fields: Partial<DeliveryReview> = {},
  sentenceTexts: readonly string[] = TEXTS,
): TimedTake {
  const sentences = seconds.map(
    (took): SentenceDelivery => ({
      status: took === null ? 'not-heard' : 'said',
      sayings: took === null ? [] : [{ startMs: 0, endMs: took * 1000 }],
      tookMs: (took ?? 0) * 1000,
      plannedMs: 3000,
      articulationRate: null,
      pauseAfterMs: null,
      endingDropDb: null,
      sureness: 'sure',
    }),
  );
  const delivery: DeliveryReview = {
    method: 'sound',
    sureness: 'sure',
    confidence: 0.98,
    durationMs: 20_000,
    unheard: [],
    sentences,
    elementMs: { target: 0, feature: 0, benefit: 0 },
    gains: [],
    moments: [],
    pauses: [],
    rates: null,
    paces: [],
    melody: null,
    ...fields,
  };
  return { startedAt, sentenceTexts, delivery };
}

describe('sentences over takes', () => {
  test('one whose time differs by much is named, with its range', () => {
    const trends = traceSentences([take(2, [1, 3, 6]), take(1, [1, 3.4, 4]), take(3, [1.2, 3.2, 7.5])]);
    expect(trends.drifts).toEqual([{ text: TEXTS[2], takes: 3, shortestMs: 4000, longestMs: 7500 }]);
    expect(trends.takes).toBe(3);
  });

  test('two takes show no drift', () => {
    expect(traceSentences([take(1, [1, 3, 4]), take(2, [1, 3, 9])]).drifts).toEqual([]);
  });

  test('one left out at least twice and in half of the takes is named', () => {
    const trends = traceSentences([take(1, [1, null, 4]), take(2, [1, 3, null]), take(3, [1, null, 4])]);
    expect(trends.silent).toEqual([{ text: TEXTS[1], notHeard: 2, takes: 3 }]);
  });

  test('only the latest five takes count, of which lengths alone and poor sound are none', () => {
    const old = [take(1, [1, null, 4]), take(2, [1, null, 4])];
    const useless = [
      take(8, [1, null, 4], { method: 'duration' }),
      take(9, [1, null, 4], { sureness: 'poor' }),
    ];
    const recent = [3, 4, 5, 6, 7].map((startedAt) => take(startedAt, [1, 3, 4]));
    expect(traceSentences([...useless, ...recent, ...old])).toEqual({ takes: 5, drifts: [], silent: [] });
  });

  test('sentences are found by their words where the script has changed', () => {
    const before = [TEXTS[1]!, TEXTS[2]!];
    const trends = traceSentences([
      take(1, [null, 4], {}, before),
      take(2, [null, 4], {}, before),
      take(3, [1, 3, 4]),
    ]);
    expect(trends.silent).toEqual([{ text: TEXTS[1], notHeard: 2, takes: 3 }]);
  });

  test('no takes', () => {
    expect(traceSentences([])).toEqual({ takes: 0, drifts: [], silent: [] });
  });
});
