import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  carryToFitting,
  composeScript,
  composeSentence,
  composeSentences,
} from '../../../src/domain/fitting/compose-fitting';
import {
  canSwitch,
  type Fitting,
  moveSentence,
  refit,
  startFitting,
  switchClause,
  switchSentence,
} from '../../../src/domain/fitting/fitting';
import { readFitting } from '../../../src/domain/fitting/read-fitting';
import type { Extent } from '../../../src/domain/pitch/occasion';
import { MEDIUMS } from '../../../src/domain/pitch/pitch';
import { countCharacters } from '../../../src/domain/text/characters';
import { japaneseScript } from '../text/japanese-text';
import { fitted, judge } from './fitted-script';

const compose = (fitting: Fitting): string => {
  const sentences = fitted(fitting.script);
  return composeScript(composeSentences(fitting, sentences), sentences.length);
};
const HALF_MINUTE: Extent = { medium: 'spoken', timeBudget: 30, characterTarget: null };
const start = (script: string, extent = HALF_MINUTE): Fitting =>
  startFitting(script, fitted(script).length, extent);

const anyExtent: fc.Arbitrary<Extent> = fc.record({
  medium: fc.constantFrom(...MEDIUMS),
  timeBudget: fc.integer({ min: 5, max: 1800 }),
  characterTarget: fc.option(
    fc.tuple(fc.nat(2000), fc.nat(2000)).map(([min, more]) => ({ min, max: min + more })),
  ),
});

describe('composing a sentence', () => {
  it.each<[string, number[], string]>([
    ['実は、鍵の寿命は10年です。', [0], '鍵の寿命は10年です。'],
    ['夜中の2時でも、15分以内に折り返し、すぐ車を出します。', [1], '夜中の2時でも、すぐ車を出します。'],
    ['書類は私が下書きしますので、ご安心ください。\n', [1], '書類は私が下書きします。\n'],
    ['TOEICは800点ありますが、会議で話せますか？', [1], 'TOEICは800点あります。'],
    ['（毎日使いますが、飽きません！）', [], '（毎日使いますが、飽きません！）'],
  ])('%s without %j', (sentence, left, result) => {
    expect(composeSentence(fitted(sentence)[0]?.clauses ?? [], left)).toBe(result);
  });

  it('lets the last clause go only where the one before can end the sentence, and holds that one then', () => {
    const { clauses } = fitted('備えて、書類は私が下書きしますので、ご安心ください。')[0]!;
    expect(clauses.map((_, index) => canSwitch(clauses, [], index))).toEqual([true, true, true]);
    expect(clauses.map((_, index) => canSwitch(clauses, [2], index))).toEqual([true, false, true]);
    expect(clauses.map((_, index) => canSwitch(clauses, [1], index))).toEqual([true, true, false]);
    expect(canSwitch(fitted('私は、小林です。')[0]!.clauses, [], 0)).toBe(false);
  });
});

describe('composing a script', () => {
  it('is the script again with everything on, in order', () => {
    fc.assert(
      fc.property(japaneseScript, (script) => {
        expect(compose(start(script))).toBe(script);
      }),
      { numRuns: 100 },
    );
  });

  it('loses no word of what is on, in any order, after any choices; and the script itself stays', () => {
    const act = fc.record({
      kind: fc.constantFrom('sentence', 'clause', 'move'),
      a: fc.nat(20),
      b: fc.nat(20),
    });
    fc.assert(
      fc.property(japaneseScript, anyExtent, fc.array(act, { maxLength: 12 }), (script, extent, acts) => {
        const sentences = fitted(script);
        let fitting = start(script, extent);
        for (const { kind, a, b } of sentences.length === 0 ? [] : acts) {
          const at = a % sentences.length;
          if (kind === 'sentence') fitting = switchSentence(fitting, at);
          else if (kind === 'move') fitting = moveSentence(fitting, at, b % sentences.length);
          else fitting = switchClause(fitting, at, sentences[at]!.clauses, b % sentences[at]!.clauses.length);
        }
        expect(fitting.script).toBe(script);
        const composed = composeSentences(fitting, sentences);
        const result = composeScript(composed, sentences.length);
        const letters = (text: string): string => text.replaceAll(/\s/gu, '');
        expect(letters(result)).toBe(letters(composed.map(({ text }) => text).join('')));
        for (const { index, text } of composed) {
          // No comma of what is gone is left before the end.
          if (!/、[。！？]/u.test(sentences[index]!.text)) expect(text).not.toMatch(/、[。！？]/u);
          expect(countCharacters(text).all).toBeLessThanOrEqual(
            countCharacters(sentences[index]!.text).all + 1,
          );
        }
        expect([...fitting.choices].map(({ index }) => index).sort((a, b) => a - b)).toEqual(
          sentences.map((_, index) => index),
        );
        expect(readFitting(structuredClone(fitting), script, sentences.length)).toEqual(fitting);
      }),
      { numRuns: 100 },
    );
  });

  it('sets what was the last line apart when it comes before another', () => {
    const script = '朝です。\nよろしく';
    const fitting = moveSentence(start(script), 1, 0);
    expect(compose(fitting)).toBe('よろしく\n朝です。');
  });

  it('is empty where nothing is on', () => {
    expect(compose(switchSentence(start('朝です。'), 0))).toBe('');
  });
});

describe('choices', () => {
  it('are carried over to a script that has changed', () => {
    const before = '朝です。昼です。夜です。';
    const after = '朝です。夕方です。夜です。';
    const chosen = switchSentence(start(before), 2);
    const texts = (script: string) => fitted(script).map(({ text }) => text);
    const carried = refit(chosen, texts(before), after, texts(after));
    expect(carried.choices.map(({ on }) => on)).toEqual([true, true, false]);
    expect(carried.script).toBe(after);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    [
      'another script',
      { script: '夜です。', extent: HALF_MINUTE, choices: [{ index: 0, on: true, left: [] }] },
    ],
    [
      'a sentence twice',
      {
        script: '朝です。',
        extent: HALF_MINUTE,
        choices: [
          { index: 0, on: true, left: [] },
          { index: 0, on: true, left: [] },
        ],
      },
    ],
    [
      'a place that is none',
      { script: '朝です。', extent: HALF_MINUTE, choices: [{ index: 3, on: true, left: [] }] },
    ],
    [
      'no time',
      {
        script: '朝です。',
        extent: { ...HALF_MINUTE, timeBudget: 0 },
        choices: [{ index: 0, on: true, left: [] }],
      },
    ],
    [
      'characters turned around',
      {
        script: '朝です。',
        extent: { ...HALF_MINUTE, medium: 'written', characterTarget: { min: 9, max: 5 } },
        choices: [{ index: 0, on: true, left: [] }],
      },
    ],
  ])('are not taken from %s', (_, value) => {
    expect(readFitting(value, '朝です。', 1)).toBeNull();
  });
});

describe('a person’s word on the labels', () => {
  it('follows the sentence that was shortened, and rests with one that is left out', () => {
    const script = '月に1度、工場に伺って90分お話を聞き、写真を撮り、記事を4本書いて公開します。夜です。';
    const sentences = fitted(script);
    const overrules = sentences.map(({ text }) => ({
      sentenceText: text,
      element: 'benefit' as const,
      carries: true,
    }));
    let fitting = switchSentence(start(script), 1);
    fitting = switchClause(fitting, 0, sentences[0]!.clauses, 0);
    fitting = switchClause(fitting, 0, sentences[0]!.clauses, 1);
    const composed = composeSentences(fitting, sentences);
    const result = composeScript(composed, sentences.length);
    expect(result).toBe('記事を4本書いて公開します。');
    const carried = carryToFitting(overrules, sentences, composed);
    expect(judge(result, carried).covered?.benefit).toBe(true);
    expect(carried).toHaveLength(2);
  });
});
