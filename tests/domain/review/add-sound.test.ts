import { beforeAll, describe, expect, test } from 'vitest';
import type { SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import type { Element } from '../../../src/domain/coverage/element';
import { addSound } from '../../../src/domain/review/add-sound';
import type { DeliveryReview, SentenceDelivery } from '../../../src/domain/review/judge-delivery';
import { nextStep } from '../../../src/domain/review/next-step';
import { reviewTake, type TakeReview } from '../../../src/domain/review/review-take';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { analyzeText } from '../alignment/fixtures';
import { recognised, takeLog } from './take-logs';

const SCRIPT =
  '皆さま、こんにちは。腰の重い朝が続いていませんか。強く押さず、呼吸に合わせて股関節をゆるめます。朝いちばんの一歩が軽くなります。どうぞよろしくお願いいたします。';
const CARRIERS: Record<Element, number[]> = { target: [1], feature: [2], benefit: [3] };

let sentences: SentenceAnalysis[];
let heard: SentenceAnalysis[];
beforeAll(async () => {
  const tokenize = await createStockTokenize();
  sentences = analyzeText(SCRIPT, tokenize);
  heard = analyzeText(SCRIPT.replaceAll(/[、。]/gu, ''), tokenize);
});

function review(durationMs = 19_000, words = false): TakeReview {
  const log = takeLog(durationMs, {
    hearing: words ? 'audio-and-words' : 'audio-only',
    timeBudget: 20,
    events: words ? [recognised(1000, 1, SCRIPT)] : [],
  });
  const labels = sentences.map((_, index) =>
    (['target', 'feature', 'benefit'] as const)
      .filter((element) => CARRIERS[element].includes(index))
      .map((element) => ({ element, evidence: [] })),
  );
  return reviewTake({ log, sentences, labels, heard: words ? heard : null });
}

type Status = SentenceDelivery['status'];

/** Sentences of 3 s each, those said twice of 6. */
function delivery(statuses: Partial<Record<number, Status>> = {}, fields: Partial<DeliveryReview> = {}) {
  const saying = { startMs: 0, endMs: 3000 };
  const told = sentences.map((_, index): SentenceDelivery => {
    const status = statuses[index] ?? 'said';
    const times = { said: 1, 'cut-off': 1, repeated: 2 }[status as string] ?? 0;
    return {
      status,
      sayings: new Array(times).fill(saying),
      tookMs: times * 3000,
      plannedMs: 4000,
      articulationRate: null,
      pauseAfterMs: null,
      endingDropDb: null,
      sureness: 'sure',
    };
  });
  return {
    method: 'sound',
    sureness: 'sure',
    confidence: 0.98,
    durationMs: 20_000,
    unheard: [],
    sentences: told,
    elementMs: { target: 0, feature: 0, benefit: 0 },
    gains: [],
    moments: [],
    pauses: [],
    rates: { characters: 90, morae: 110, charactersPerMinute: 300, articulation: 7.5, speech: 6.5 },
    paces: [],
    melody: null,
    ...fields,
  } satisfies DeliveryReview;
}

describe('a take of which no words are known', () => {
  test('an element whose sentence was heard is said, one whose sentence was not is not', () => {
    const { elements, said } = addSound(review(), delivery({ 3: 'not-heard' }));
    expect(said).toEqual({ by: 'sound', leftOut: [3], repeated: [] });
    expect(elements.target).toMatchObject({ delivered: 'said', by: 'sound' });
    expect(elements.benefit).toMatchObject({ delivered: 'not-said', by: 'sound' });
  });

  test.each<Status>(['cut-off', 'lost-to-device', 'not-found'])(
    'nothing is said of an element whose sentence is %s',
    (status) => {
      expect(addSound(review(), delivery({ 3: status })).elements.benefit.delivered).toBe('unknown');
    },
  );

  test('what was left out decides the next step', () => {
    expect(nextStep(review())).toMatchObject({ kind: 'too-slow', of: 'script' });
    expect(nextStep(addSound(review(), delivery({ 3: 'not-heard' })))).toEqual({
      kind: 'element-not-said',
      element: 'benefit',
      sentence: 3,
      by: 'sound',
    });
    const earlier = addSound(review(), delivery({ 4: 'not-heard' }));
    expect(nextStep(addSound(review(), delivery({ 4: 'not-heard' })), [review(), earlier])).toEqual({
      kind: 'sentence-omitted',
      sentence: 4,
      inTakes: 2,
      ofTakes: 2,
      by: 'sound',
    });
  });

  test('what was said twice is to be said once, above all where the time was too short', () => {
    const twice = delivery({ 2: 'repeated' });
    expect(nextStep(addSound(review(), twice))).toEqual({
      kind: 'sentence-repeated',
      sentence: 2,
      savesMs: 3000,
    });
    expect(nextStep(addSound(review(24_000), twice))).toMatchObject({
      kind: 'over-time',
      cut: { sentence: 2, savesMs: 3000, because: 'said-twice' },
    });
  });

  test('a take with something left out is not one of two good ones', () => {
    const whole = addSound(review(), delivery());
    expect(nextStep(whole, [whole])).toMatchObject({ kind: 'less-in-view' });
    expect(nextStep(whole, [addSound(review(), delivery({ 4: 'not-heard' }))])).toMatchObject({
      kind: 'once-more',
    });
  });

  test('the sentence to cut is named with the time it took', () => {
    const spare = delivery();
    spare.sentences[2]!.tookMs = 7200;
    const over = { ...review(26_000), naming: [1, 3] };
    over.elements.feature = { ...over.elements.feature, sentences: [] };
    expect(nextStep(addSound(over, spare))).toMatchObject({ cut: { sentence: 2, savesMs: 7200 } });
  });

  test('its pace is that of what was said', () => {
    expect(addSound(review(), delivery()).pace).toEqual({
      kind: 'known',
      of: 'sound',
      characters: 90,
      morae: 110,
      charactersPerMinute: 300,
      moraePerSecond: 6.5,
    });
  });
});

test('words say better than sound what was left out', () => {
  const words = review(19_000, true);
  const { said, elements } = addSound(words, delivery({ 3: 'not-heard' }));
  expect(said).toEqual(words.said);
  expect(said).toMatchObject({ by: 'words', leftOut: [] });
  expect(elements).toEqual(words.elements);
});

test('a sound that is not sure says nothing of what was left out, one that is of no use nothing at all', () => {
  const fair = addSound(review(), delivery({ 3: 'not-found' }, { sureness: 'fair' }));
  expect(fair.said).toBeNull();
  expect(fair.elements).toEqual(review().elements);
  expect(fair.pace).toMatchObject({ of: 'sound' });
  expect(addSound(review(), delivery({}, { sureness: 'poor' }))).toEqual(review());
  expect(addSound(review(), delivery({}, { method: 'duration' }))).toEqual(review());
});
