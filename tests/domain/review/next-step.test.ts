import { beforeAll, describe, expect, test } from 'vitest';
import type { SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import type { Element, Label } from '../../../src/domain/coverage/element';
import type { Tokenize } from '../../../src/domain/reading/token';
import type { Hearing, Prompter } from '../../../src/domain/rehearsal/take-log';
import { nextStep } from '../../../src/domain/review/next-step';
import { reviewTake, type TakeReview } from '../../../src/domain/review/review-take';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { analyzeText, readPitch } from '../alignment/fixtures';
import { recognised, takeLog } from './take-logs';

let tokenize: Tokenize;
let sentences: SentenceAnalysis[];
beforeAll(async () => {
  tokenize = await createStockTokenize();
  sentences = analyzeText(readPitch('bicycle-repair'), tokenize);
});

/** Labels by a person, after the guideline; index of the sentence → elements. */
const CARRIES: Record<number, Element[]> = {
  2: ['target'],
  4: ['feature'],
  5: ['feature'],
  6: ['feature'],
  7: ['benefit'],
};

interface Conditions {
  durationMs?: number;
  timeBudget?: number;
  hearing?: Hearing;
  prompter?: Prompter;
  /** Sentences left out. */
  without?: number[];
  carries?: Record<number, Element[]>;
}

function review({
  durationMs = 58_000,
  timeBudget = 60,
  hearing = 'audio-and-words',
  prompter = 'script',
  without = [],
  carries = CARRIES,
}: Conditions = {}): TakeReview {
  const said = sentences.filter((_, index) => !without.includes(index));
  const text = said.map((sentence) => sentence.text).join('');
  // People type punctuation, recognisers give none.
  const words = hearing === 'typed' ? text : text.replaceAll(/[、。]/gu, '');
  const knows = hearing === 'audio-and-words' || hearing === 'typed';
  const log = takeLog(durationMs, {
    hearing,
    prompter,
    timeBudget,
    events: hearing === 'audio-and-words' ? [recognised(1000, 1, words)] : [],
  });
  const labels = sentences.map(({ text }, index): Label[] =>
    (carries[index] ?? []).map((element) => ({ element, evidence: [{ start: 0, end: text.length }] })),
  );
  const heard = analyzeText(words, tokenize).map((analysis) => ({ ...analysis, leanings: [] }));
  return reviewTake({ log, sentences, labels, heard: knows ? heard : null });
}

describe('nextStep', () => {
  test('overrun is the loudest, even where content is missing, and names the longest sentence to spare', () => {
    const step = nextStep(review({ durationMs: 72_000, without: [7] }));
    expect(step).toMatchObject({ kind: 'over-time', overMs: 12_000, budgetMs: 60_000 });
    expect(step.kind === 'over-time' && step.cut).toMatchObject({
      sentence: 4,
      because: 'duplicate-element',
      elements: ['feature'],
    });
  });

  test('a sentence without an element is named where it is the longest, with its time', () => {
    const step = nextStep(review({ durationMs: 72_000, carries: { ...CARRIES, 4: [], 5: [] } }));
    expect(step.kind === 'over-time' && step.cut).toMatchObject({ sentence: 4, because: 'no-element' });
    expect(step.kind === 'over-time' && step.cut?.savesMs).toBeGreaterThan(4000);
  });

  test('the only carrier of an element, greeting, name and closing are never the ones to cut', () => {
    const step = nextStep(
      review({
        durationMs: 72_000,
        carries: {
          2: ['target'],
          3: ['target', 'benefit'],
          4: ['feature'],
          5: ['benefit', 'target'],
          6: ['feature'],
        },
      }),
    );
    expect(step.kind === 'over-time' && step.cut?.sentence).not.toBe(1);
    const single = nextStep(
      review({
        durationMs: 72_000,
        without: [3, 4, 5, 6, 8],
        carries: { 2: ['target'], 7: ['benefit'] },
      }),
    );
    expect(single).toMatchObject({ kind: 'over-time', cut: null });
  });

  test.each<[string, Conditions, object]>([
    ['broken off', { durationMs: 8000 }, { kind: 'ended-early', timeMs: 8000 }],
    [
      'an element the script lacks',
      { carries: { ...CARRIES, 7: [] } },
      { kind: 'element-missing-in-script', element: 'benefit' },
    ],
    ['an element not said', { without: [7] }, { kind: 'element-not-said', element: 'benefit', sentence: 7 }],
    [
      'content comes before too short a take',
      { durationMs: 40_000, without: [7] },
      { kind: 'element-not-said', element: 'benefit' },
    ],
    [
      'a sentence left out',
      { without: [3] },
      { kind: 'sentence-omitted', sentence: 3, inTakes: 1, ofTakes: 1 },
    ],
    ['under time', { durationMs: 45_000, timeBudget: 90 }, { kind: 'under-time', underMs: 45_000 }],
    ['too fast', { durationMs: 40_000, timeBudget: 40 }, { kind: 'too-fast', limit: 8, of: 'heard' }],
    ['too slow', { durationMs: 85_000, timeBudget: 90 }, { kind: 'too-slow', limit: 5, of: 'heard' }],
    ['good for the first time', {}, { kind: 'once-more', goodTakes: 1, needed: 2 }],
    ['by the clock alone', { hearing: 'clock-only' }, { kind: 'once-more', goodTakes: 1 }],
    ['typed', { hearing: 'typed' }, { kind: 'try-aloud', budgetMs: 60_000 }],
  ])('%s', (_, conditions, expected) => {
    expect(nextStep(review(conditions))).toMatchObject(expected);
  });

  test('the sentence left out most often comes first', () => {
    const history = [
      review({ without: [8] }),
      review({ without: [3, 8] }),
      review({ hearing: 'clock-only' }),
    ];
    expect(nextStep(review({ without: [3, 8] }), history)).toEqual({
      kind: 'sentence-omitted',
      sentence: 8,
      inTakes: 3,
      ofTakes: 3,
      by: 'words',
    });
  });

  test('a sentence that is new in the script has no past', () => {
    const before = review({ without: [3] });
    const rewritten = { ...before, sentenceTexts: before.sentenceTexts.map((text) => `${text}改`) };
    expect(nextStep(review({ without: [3] }), [rewritten])).toMatchObject({ inTakes: 1, ofTakes: 1 });
  });

  test.each<[Prompter, object]>([
    ['script', { kind: 'less-in-view', from: 'script', to: 'sentence-heads' }],
    ['sentence-heads', { kind: 'less-in-view', from: 'sentence-heads', to: 'key-words' }],
    ['key-words', { kind: 'less-in-view', from: 'key-words', to: 'nothing' }],
    ['nothing', { kind: 'shorter-budget', from: 60, to: 40 }],
  ])('good twice with %s in view', (prompter, expected) => {
    expect(nextStep(review({ prompter }), [review({ prompter })])).toEqual(expected);
  });

  test('good takes count only in a row, with the same in view and the same budget', () => {
    const once = { kind: 'once-more', goodTakes: 1, needed: 2 };
    expect(nextStep(review(), [review(), review({ durationMs: 70_000 })])).toEqual(once);
    expect(nextStep(review(), [review({ prompter: 'nothing' })])).toEqual(once);
    expect(nextStep(review(), [review({ timeBudget: 65 })])).toEqual(once);
  });

  test('good with nothing in view at an odd, shortest budget: another audience', () => {
    const conditions: Conditions = {
      durationMs: 57_000,
      timeBudget: 60,
      prompter: 'nothing',
    };
    const short = (conditioned: TakeReview): TakeReview => ({
      ...conditioned,
      time: { ...conditioned.time, budgetMs: 15_000, timeMs: 14_500, differenceMs: -500 },
    });
    expect(nextStep(short(review(conditions)), [short(review(conditions))])).toEqual({
      kind: 'another-variant',
    });
  });
});
