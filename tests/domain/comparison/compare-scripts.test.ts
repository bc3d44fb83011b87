import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparisonRow, compareScripts } from '../../../src/domain/comparison/compare-scripts';
import { japaneseScript } from '../text/japanese-text';
import { divideScript } from './divide';

const MINUTE =
  'はじめまして。町工場のホームページを作っている、ハコニワの小鳥遊です。担当者が辞めてから3年さわっていない、という会社をたくさん見てきました。弊社は社員30人以下の町工場に絞って、続けるところをお手伝いしています。月に1度、工場に伺って90分お話を聞きます。採用サイトを使わずに若手が2人入りました。ぜひご紹介ください。';

const kinds = (before: string, after: string): string[] =>
  compareScripts(divideScript(before), divideScript(after)).map(({ kind }) => kind);

/** One side put together from the rows alone. */
function rebuild(rows: readonly ComparisonRow[], side: 'before' | 'after'): string {
  const elsewhere = side === 'before' ? 'moved-here' : 'moved-away';
  const own = side === 'before' ? 'cut' : 'added';
  return rows
    .filter((row) => side in row && row.kind !== elsewhere)
    .flatMap(({ edits }) => edits)
    .filter(({ kind }) => kind === 'same' || kind === own)
    .map(({ text }) => text)
    .join('');
}

describe('compareScripts', () => {
  it('finds what was cut', () => {
    const after = MINUTE.replace('月に1度、工場に伺って90分お話を聞きます。', '');
    expect(kinds(MINUTE, after)).toEqual(['same', 'same', 'same', 'same', 'cut', 'same', 'same']);
  });

  it('finds what was reworded and what was added', () => {
    const after = MINUTE.replace('社員30人以下の町工場', '小さな町工場').replace(
      'ぜひ',
      '機械は立派なのに知られていない工場はありませんか。ぜひ',
    );
    expect(kinds(MINUTE, after)).toEqual([
      'same',
      'same',
      'same',
      'reworded',
      'same',
      'same',
      'added',
      'same',
    ]);
  });

  it('finds a sentence that moved, where it was and where it is', () => {
    const sentence = '採用サイトを使わずに若手が2人入りました。';
    const after = `${sentence}${MINUTE.replace(sentence, '')}`;
    expect(kinds(MINUTE, after)).toEqual([
      'moved-here',
      'same',
      'same',
      'same',
      'same',
      'same',
      'moved-away',
      'same',
    ]);
  });

  it('knows a sentence again that lost half of its words', () => {
    const after = MINUTE.replace(
      '担当者が辞めてから3年さわっていない、という会社をたくさん見てきました。',
      '3年さわっていない、という会社を見てきました。',
    );
    expect(kinds(MINUTE, after)[2]).toBe('reworded');
  });

  it('takes line breaks for no change of words', () => {
    expect(kinds('朝です。\n\n夜です。', '朝です。夜です。')).toEqual(['same', 'same']);
  });

  it('knows an empty text', () => {
    expect(kinds('', '')).toEqual([]);
    expect(kinds('', '朝です。')).toEqual(['added']);
    expect(kinds('朝です。', '')).toEqual(['cut']);
  });

  it('rebuilds both sides of any two texts, each sentence once', () => {
    fc.assert(
      fc.property(japaneseScript, japaneseScript, (before, after) => {
        const [olds, nows] = [divideScript(before), divideScript(after)];
        const rows = compareScripts(olds, nows);
        expect(rebuild(rows, 'before')).toBe(before);
        expect(rebuild(rows, 'after')).toBe(after);
        const placed = (side: 'before' | 'after', without: string) =>
          rows
            .filter((row) => side in row && row.kind !== without)
            .map((row) => (row as { before: number; after: number })[side]);
        expect(placed('before', 'moved-here')).toEqual(olds.map((_, index) => index));
        expect(placed('after', 'moved-away')).toEqual(nows.map((_, index) => index));
      }),
      { numRuns: 200 },
    );
  });

  it('finds no difference between a text and itself, and all sentences again in any order', () => {
    fc.assert(
      fc.property(japaneseScript, (script) => {
        const sentences = divideScript(script);
        expect(compareScripts(sentences, sentences).every(({ kind }) => kind === 'same')).toBe(true);
        const backwards = compareScripts(sentences, sentences.toReversed());
        expect(backwards.every(({ kind }) => kind !== 'cut' && kind !== 'added')).toBe(true);
      }),
    );
  });
});
