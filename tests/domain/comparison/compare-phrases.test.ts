import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePhrases, type DividedText, type Edit } from '../../../src/domain/comparison/compare-phrases';
import { japaneseScript } from '../text/japanese-text';
import { divide } from './divide';

/** `{cut}` and `<added>` in one line. */
function written(edits: readonly Edit[]): string {
  const marks = { same: ['', ''], cut: ['{', '}'], added: ['<', '>'] } as const;
  return edits.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('');
}

const side = (edits: readonly Edit[], kind: 'cut' | 'added'): string =>
  edits
    .filter((edit) => edit.kind === 'same' || edit.kind === kind)
    .map(({ text }) => text)
    .join('');

/** The plain longest common subsequence of phrases, in units of text kept: written down a second time, simply. */
function plainLength(before: DividedText, after: DividedText): number {
  const a = before.phrases.map(({ text }) => text);
  const b = after.phrases.map(({ text }) => text);
  const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const kept = a[i - 1] === b[j - 1] ? rows[i - 1]![j - 1]! + a[i - 1]!.length : 0;
      rows[i]![j] = Math.max(rows[i - 1]![j]!, rows[i]![j - 1]!, kept);
    }
  }
  return rows[a.length]![b.length]!;
}

describe('comparePhrases', () => {
  it.each([
    [
      '経営者の方が、安心して本業に集中できるようになります。',
      '経営者の方が、本業に集中できるようになります。',
      '経営者の方が、{安心して}本業に集中できるようになります。',
    ],
    [
      '社員30人以下の町工場に絞って、続けるところをお手伝いしています。',
      '社員10人以下の町工場に絞って、続けるところを支えています。',
      '社員{30}<10>人以下の町工場に絞って、続けるところを{お手伝いしています。}<支えています。>',
    ],
    ['毎朝パンを焼きます。', '毎晩ごはんを炊きます。', '{毎朝パンを焼きます。}<毎晩ごはんを炊きます。>'],
    ['お客様に喜ばれています。', 'お客様から喜ばれています。', 'お客様{に}<から>喜ばれています。'],
    ['佐藤です。\n', '佐藤です。', '佐藤です。{\n}'],
  ])('%s', (before, after, difference) => {
    expect(written(comparePhrases(divide(before), divide(after)))).toBe(difference);
  });

  it('takes a text that is not analysed yet as one piece', () => {
    const bare = (text: string) => ({ text, phrases: [], tokens: [] });
    expect(comparePhrases(bare('朝です。'), bare('夜です。'))).toEqual([
      { kind: 'cut', text: '朝です。' },
      { kind: 'added', text: '夜です。' },
    ]);
    expect(comparePhrases(bare(''), bare(''))).toEqual([]);
  });

  it('rebuilds both sides, is empty for equal texts, and keeps at least what a plain comparison keeps', () => {
    fc.assert(
      fc.property(japaneseScript, japaneseScript, (before, after) => {
        const [old, now] = [divide(before), divide(after)];
        const edits = comparePhrases(old, now);
        expect(side(edits, 'cut')).toBe(before);
        expect(side(edits, 'added')).toBe(after);
        const kept = edits
          .filter(({ kind }) => kind === 'same')
          .reduce((sum, { text }) => sum + text.length, 0);
        expect(kept).toBeGreaterThanOrEqual(plainLength(old, now));
        expect(comparePhrases(old, old).every(({ kind }) => kind === 'same')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never divides a word', () => {
    fc.assert(
      fc.property(japaneseScript, japaneseScript, (before, after) => {
        const old = divide(before);
        const starts = new Set([
          0,
          ...old.phrases.map(({ start }) => start),
          ...old.tokens.map(({ start }) => start),
        ]);
        let at = 0;
        for (const { kind, text } of comparePhrases(old, divide(after))) {
          if (kind === 'added') continue;
          expect(starts.has(at)).toBe(true);
          at += text.length;
        }
      }),
    );
  });
});
