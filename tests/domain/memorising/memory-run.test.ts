import { expect, test } from 'vitest';
import { memoryRuns, type RememberedTake } from '../../../src/domain/memorising/memory-run';
import type { Recall } from '../../../src/domain/memorising/recall';
import type { ReviewedTake } from '../../../src/domain/progress/trace-progress';
import type { Prompter } from '../../../src/domain/rehearsal/take-log';
import type { DeliveryReview, SentenceDelivery } from '../../../src/domain/review/judge-delivery';
import { reviewTake } from '../../../src/domain/review/review-take';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { analyzeText } from '../alignment/fixtures';
import { recognised, takeLog } from '../review/take-logs';

const tokenize = await createStockTokenize();
const SENTENCES = [
  '緑町で鍼灸院をしております、院長の小林です。',
  '最初の20分で姿勢と首の動きを写真に撮ります。',
  '髪の毛ほどの細い鍼なので、ほとんど痛みはありません。',
];
const analysed = analyzeText(SENTENCES.join(''), tokenize);

/** A take of the script with these words heard; `null` where nobody listened to words. */
function take(words: string | null, prompter: Prompter = 'nothing', startedAt = 1): ReviewedTake {
  const hearing = words === null ? 'audio-only' : 'audio-and-words';
  const events = words === null ? [] : [recognised(1000, 1, words)];
  const log = takeLog(30_000, { hearing, prompter, events });
  const heard = words === null ? null : analyzeText(words, tokenize);
  return {
    takeId: 'take',
    startedAt,
    sentenceTexts: analysed.map(({ text }) => text),
    review: reviewTake({ log, sentences: analysed, heard }),
  };
}

/** What a take's sound tells: a status per sentence. */
function delivery(
  statuses: SentenceDelivery['status'][],
  fields: Partial<DeliveryReview> = {},
): DeliveryReview {
  return {
    method: 'sound',
    sureness: 'sure',
    confidence: 0.98,
    durationMs: 30_000,
    unheard: [],
    sentences: statuses.map((status) => ({
      status,
      sayings: [],
      tookMs: 0,
      plannedMs: 0,
      articulationRate: null,
      pauseAfterMs: null,
      endingDropDb: null,
      sureness: 'sure',
    })),
    elementMs: { target: 0, feature: 0, benefit: 0 },
    gains: [],
    moments: [],
    paces: [],
    melody: null,
    pauses: [],
    rates: null,
    ...fields,
  };
}

const runOf = (remembered: RememberedTake) => memoryRuns([], [remembered])[0];
const recollections = (remembered: RememberedTake) =>
  runOf(remembered)?.sentences.map(({ recollection, stopped }) => [recollection, stopped]);

test('a sentence that the words lack was left out, and the joint before it stopped', () => {
  expect(recollections({ take: take(`${SENTENCES[0]}${SENTENCES[2]}`), delivery: null })).toEqual([
    ['recalled', false],
    ['omitted', true],
    ['recalled', false],
  ]);
});

test('without words the sound tells; what it does not know is left open', () => {
  const heard = delivery(['said', 'lost-to-device', 'not-heard']);
  expect(runOf({ take: take(null), delivery: heard })?.sentences).toEqual([
    { text: SENTENCES[0], recollection: 'recalled', stopped: false },
    { text: SENTENCES[2], recollection: 'omitted', stopped: true },
  ]);
  for (const unsure of [{ sureness: 'poor' }, { method: 'duration' }] as const)
    expect(runOf({ take: take(null), delivery: { ...heard, ...unsure } })).toBeUndefined();
});

test('a long silence after a sentence is a stop before the next', () => {
  const moment = { kind: 'long-pause', sentence: 0, pauseMs: 4000, startMs: 5000, endMs: 9000 } as const;
  expect(
    recollections({
      take: take(SENTENCES.join('')),
      delivery: delivery(['said', 'said', 'said'], { moments: [moment] }),
    }),
  ).toEqual([
    ['recalled', false],
    ['recalled', true],
    ['recalled', false],
  ]);
});

test('recalls and takes stand together in the order of time; the script in view is no memory', () => {
  const recall: Recall = {
    id: 'recall',
    variantId: 'variant',
    recalledAt: 5,
    durationMs: 1000,
    rung: 'title',
    way: 'typing',
    scope: 'whole',
    peeks: 0,
    sentences: [{ text: SENTENCES[0]!, recollection: 'recalled', stopped: false }],
  };
  const runs = memoryRuns(
    [recall, { ...recall, rung: 'script', recalledAt: 2 }],
    [
      { take: take(SENTENCES.join(''), 'nothing', 9), delivery: null },
      { take: take(SENTENCES.join(''), 'script', 1), delivery: null },
    ],
  );
  expect(runs.map(({ at, how, fromMemory }) => [at, how?.rung ?? null, fromMemory])).toEqual([
    [1, null, false],
    [5, 'title', true],
    [9, null, true],
  ]);
});
