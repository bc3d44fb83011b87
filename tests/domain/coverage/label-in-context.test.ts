import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { analyzeSentence } from '../../../src/domain/analysis/analyze-sentence';
import { CLEAR_SCORE, type Element, type Leaning } from '../../../src/domain/coverage/element';
import { labelInContext } from '../../../src/domain/coverage/label-in-context';
import type { Tokenize } from '../../../src/domain/reading/token';
import { splitSentences } from '../../../src/domain/text/sentences';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';

/** Hundreds of pitches are judged here: more than the usual five seconds on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const pitches = (
  JSON.parse(readFileSync(new URL('../../fixtures/coverage/tuning.json', import.meta.url), 'utf8')) as {
    text: string;
  }[]
).map(({ text }) => splitSentences(text).map((sentence) => sentence.text));

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await createStockTokenize();
});

const known = new Map<string, Leaning[]>();
function leaningsOf(text: string): Leaning[] {
  const leanings = known.get(text) ?? analyzeSentence(text, tokenize).leanings;
  known.set(text, leanings);
  return leanings;
}

const labelsIn = (sentences: readonly string[]): Element[][] =>
  labelInContext(sentences.map(leaningsOf)).map((labels) => labels.map(({ element }) => element));

const pitch = fc.constantFrom(...pitches);
const settings = { numRuns: 100, seed: 20260103 };

describe('what is around a sentence', () => {
  test('changes nothing that its own words say clearly', () => {
    fc.assert(
      fc.property(pitch, pitch, fc.nat(), (sentences, others, at) => {
        const from = at % (others.length + 1);
        const labels = labelsIn(others.toSpliced(from, 0, ...sentences)).slice(from);
        for (const [index, sentence] of sentences.entries()) {
          for (const { element, score } of leaningsOf(sentence)) {
            if (Math.abs(score) < CLEAR_SCORE) continue;
            expect(labels[index]?.includes(element), `${sentence} ${element}`).toBe(score > 0);
          }
        }
      }),
      settings,
    );
  });

  test('counts for nothing while it is not judged', () => {
    fc.assert(
      fc.property(pitch, fc.nat(), (sentences, at) => {
        const leanings = sentences.map(leaningsOf);
        const gap = at % (sentences.length + 1);
        const withGap = labelInContext([...leanings.slice(0, gap), null, ...leanings.slice(gap)]);
        expect(withGap).toEqual(labelInContext(leanings).toSpliced(gap, 0, []));
      }),
      settings,
    );
  });

  test('leaves every label with words that show it', () => {
    fc.assert(
      fc.property(pitch, (sentences) => {
        for (const labels of labelInContext(sentences.map(leaningsOf))) {
          for (const { evidence } of labels) expect(evidence.length).toBeGreaterThan(0);
        }
      }),
      { ...settings, numRuns: 400 },
    );
  });
});

describe('a scene', () => {
  const GREETING = 'はじめまして、畳店の井上です。';
  const FEATURE = '畳は一枚から、朝に引き取って夕方には敷いて帰ります。';
  const CLOSING = 'どうぞよろしくお願いいたします。';

  test.each([
    'その夜から、夜中に一度も目が覚めない。',
    '夕飯のあと、みんなで畳に寝ころんでいる。',
    '冷蔵庫を開けると、同じ豆腐が四つ並んでいる。',
  ])('after what was done for the customer is what they gain, before it is not: %s', (scene) => {
    expect(labelsIn([GREETING, FEATURE, scene, CLOSING])[2]).toContain('benefit');
    expect(labelsIn([GREETING, scene, FEATURE, CLOSING])[1]).not.toContain('benefit');
  });
});
