import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type HeardResult,
  isReplay,
  readResults,
  settleParts,
} from '../../../src/domain/rehearsal/recognition-results';

const final = (transcript: string, finalAtMs = 0, confidence = 0.9): HeardResult => ({
  transcript,
  confidence,
  final: true,
  finalAtMs,
});
const interim = (transcript: string, confidence = 0.5): HeardResult => ({
  transcript,
  confidence,
  final: false,
  finalAtMs: null,
});
const androidInterim = (transcript: string, atMs = 0): HeardResult => final(transcript, atMs, 0);
const texts = (results: HeardResult[]) => readResults(results).map(({ transcript }) => transcript);

describe('reading a result list', () => {
  test('finals and pieces under way stay side by side', () => {
    expect(readResults([final('はじめまして'), interim('小川'), interim('です', 0.01)])).toEqual([
      { transcript: 'はじめまして', confidence: 0.9, final: true },
      { transcript: '小川', confidence: 0.5, final: false },
      { transcript: 'です', confidence: 0.01, final: false },
    ]);
  });

  test('final with confidence 0 is interim', () => {
    expect(readResults([androidInterim('はじめまして')])).toEqual([
      { transcript: 'はじめまして', confidence: 0, final: false },
    ]);
  });

  test('a growing chain is its last link, whatever spaces and punctuation come and go', () => {
    expect(texts([final('水を'), final('水を 替える', 400), final('水を、替えるだけで。', 900)])).toEqual([
      '水を、替えるだけで。',
    ]);
    expect(texts([androidInterim('水を'), androidInterim('水を替える'), final('水を替える', 900)])).toEqual([
      '水を替える',
    ]);
  });

  test('two chains are two sentences', () => {
    expect(texts([final('水を'), final('水を替える', 500), final('花が'), final('花が咲く', 900)])).toEqual([
      '水を替える',
      '花が咲く',
    ]);
  });

  test('the same final at once is a double', () => {
    expect(texts([final('食卓が明るくなります', 5_000), final('食卓が明るくなります', 5_010)])).toEqual([
      '食卓が明るくなります',
    ]);
  });

  test('the same final after the time it takes to say it was said twice', () => {
    // Ten characters at no more than twelve a second.
    expect(texts([final('食卓が明るくなります', 5_000), final('食卓が明るくなります', 5_834)])).toHaveLength(
      2,
    );
    expect(texts([final('食卓が明るくなります', 5_000), final('食卓が明るくなります', 5_833)])).toHaveLength(
      1,
    );
  });

  test('however long Android takes to confirm an interim result, it was said once', () => {
    expect(texts([androidInterim('食卓が明るくなります', 0), final('食卓が明るくなります', 5_000)])).toEqual([
      '食卓が明るくなります',
    ]);
    expect(
      texts([final('食卓が明るくなります', 0), androidInterim('食卓が明るくなります', 5_000)]),
    ).toHaveLength(1);
  });

  test('what has no words in it is nothing', () => {
    expect(readResults([interim(''), final('  '), final('。')])).toEqual([]);
    expect(texts([final('はい'), final(' '), final('そうです', 500)])).toEqual(['はい', 'そうです']);
  });
});

const heard = fc.record({
  transcript: fc
    .array(fc.constantFrom('水', 'を', '替える', '花', 'が', ' ', '。'), { maxLength: 6 })
    .map((words) => words.join('')),
  confidence: fc.constantFrom(0, 0.01, 0.9),
  final: fc.boolean(),
  finalAtMs: fc.option(fc.nat({ max: 60_000 })),
});

describe('for every list', () => {
  test('no part is empty and none starts with the one before it, but for words said twice', () => {
    fc.assert(
      fc.property(fc.array(heard), (results) => {
        const bare = (text: string) => text.replace(/[\s。]/g, '');
        const parts = readResults(results);
        parts.forEach((part, index) => {
          const before = parts[index - 1];
          expect(bare(part.transcript)).not.toBe('');
          if (before && bare(part.transcript).startsWith(bare(before.transcript)))
            expect([bare(part.transcript), part.final, before.final]).toEqual([
              bare(before.transcript),
              true,
              true,
            ]);
        });
      }),
    );
  });

  test('words are only left out where they come again in the part that follows', () => {
    fc.assert(
      fc.property(fc.array(heard), (results) => {
        const kept = readResults(results).map(({ transcript }) => transcript);
        for (const { transcript } of results) {
          const bare = transcript.replace(/[\s。]/g, '');
          expect(kept.some((text) => text.replace(/[\s。]/g, '').startsWith(bare)) || bare === '').toBe(true);
        }
      }),
    );
  });
});

test('what was interim at the end of a session is final', () => {
  const parts = readResults([final('はじめまして'), interim('小川')]);
  expect(settleParts(parts).map((part) => part.final)).toEqual([true, true]);
  expect(parts[1]?.final).toBe(false);
});

describe('a replay after a restart', () => {
  const before = readResults([final('はじめまして'), final('小川です', 2_000)]);
  const [again] = readResults([final('小川です')]);

  test('is what the session before ended with, sooner than it can be said', () => {
    expect(isReplay(again!, before, 120)).toBe(true);
    expect(isReplay(again!, before, 2_000)).toBe(false);
  });

  test('is not what was said earlier, what differs, or what is not final', () => {
    const [other, open] = [readResults([final('はじめまして')])[0], readResults([interim('小川です')])[0]];
    expect(isReplay(other!, before, 120)).toBe(false);
    expect(isReplay(open!, before, 120)).toBe(false);
    expect(isReplay(again!, [], 120)).toBe(false);
  });
});
