import { beforeAll, describe, expect, test } from 'vitest';
import type { SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import { type ReviewedTake, traceProgress } from '../../../src/domain/progress/trace-progress';
import type { Tokenize } from '../../../src/domain/reading/token';
import type { Hearing, TakeLog } from '../../../src/domain/rehearsal/take-log';
import { reviewTake } from '../../../src/domain/review/review-take';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { analyzeText, readPitch } from '../alignment/fixtures';
import { recognised, takeLog } from '../review/take-logs';

let tokenize: Tokenize;
let sentences: SentenceAnalysis[];
beforeAll(async () => {
  tokenize = await createStockTokenize();
  sentences = analyzeText(readPitch('photographer'), tokenize);
});

const MINUTE = 60_000;

interface Conditions {
  hearing?: Hearing;
  timeBudget?: number;
  without?: number[];
  endedBy?: 'speaker' | 'device';
}

/** A take begun `minute` minutes in, of `durationMs`, spoken without some sentences. */
function take(
  minute: number,
  durationMs: number,
  { hearing = 'audio-and-words', timeBudget = 30, without = [], endedBy = 'speaker' }: Conditions = {},
): ReviewedTake {
  const words = sentences
    .filter((_, index) => !without.includes(index))
    .map(({ text }) => text)
    .join('')
    .replaceAll(/[、。]/gu, '');
  const events = hearing === 'audio-and-words' ? [recognised(1000, 1, words)] : [];
  const base = takeLog(durationMs, { hearing, timeBudget, events });
  const log: TakeLog = {
    ...base,
    startedAt: minute * MINUTE,
    events: [...events, { kind: 'stopped', atMs: durationMs, by: endedBy }],
  };
  const knows = hearing === 'audio-and-words' || hearing === 'typed';
  const heard = knows ? analyzeText(words, tokenize) : null;
  return {
    takeId: `take-${minute}`,
    startedAt: log.startedAt,
    sentenceTexts: sentences.map(({ text }) => text),
    review: reviewTake({ log, sentences, heard }),
  };
}

const bestOf = (...takes: ReviewedTake[]) => traceProgress(takes).personalBest?.takeId ?? null;

describe('traceProgress', () => {
  test('no takes', () => {
    expect(traceProgress([])).toEqual({
      trend: [],
      last: null,
      personalBest: null,
      regularOmissions: [],
    });
  });

  test('the trend runs by time, whatever the order given', () => {
    const { trend, last } = traceProgress([take(3, 29_000), take(1, 34_000), take(2, 20_000)]);
    expect(trend.map(({ takeId, verdict }) => [takeId, verdict])).toEqual([
      ['take-1', 'over'],
      ['take-2', 'under'],
      ['take-3', 'within'],
    ]);
    expect(last).toEqual({
      takeId: 'take-3',
      startedAt: 3 * MINUTE,
      timeMs: 29_000,
      timeBudget: 30,
      verdict: 'within',
      hearing: 'audio-and-words',
      prompter: 'script',
    });
  });

  test('the personal best is closest to the budget without being over', () => {
    expect(bestOf(take(1, 27_000), take(2, 29_500), take(3, 31_500))).toBe('take-2');
    expect(bestOf(take(1, 27_000), take(2, 30_999), take(3, 31_000))).toBe('take-2');
    expect(bestOf(take(1, 28_000), take(2, 28_000))).toBe('take-2');
    expect(bestOf(take(1, 31_000), take(2, 40_000))).toBe(null);
  });

  test('typed, broken off and lost takes and other budgets are no best', () => {
    expect(
      bestOf(
        take(1, 25_000),
        take(2, 30_000, { hearing: 'typed' }),
        take(3, 5000),
        take(4, 30_000, { endedBy: 'device' }),
        take(5, 30_000, { timeBudget: 40 }),
        take(6, 24_000),
      ),
    ).toBe('take-1');
  });

  test('a sentence left out in half of the takes heard, and twice at least, is left out regularly', () => {
    const { regularOmissions } = traceProgress([
      take(1, 28_000, { without: [2, 4] }),
      take(2, 28_000, { hearing: 'clock-only' }),
      take(3, 28_000, { without: [2] }),
      take(4, 28_000),
    ]);
    expect(regularOmissions).toEqual([{ text: sentences[2]!.text.trim(), omitted: 2, heard: 3 }]);
  });

  test('a sentence that left the script is no omission any more', () => {
    const rewritten = { ...take(3, 28_000), sentenceTexts: sentences.map(({ text }) => `${text}改`) };
    const progress = traceProgress([
      take(1, 28_000, { without: [2] }),
      take(2, 28_000, { without: [2] }),
      rewritten,
    ]);
    expect(progress.regularOmissions).toEqual([]);
  });
});
