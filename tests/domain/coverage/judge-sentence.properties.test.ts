import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { analyzeSentence } from '../../../src/domain/analysis/analyze-sentence';
import type { Tokenize } from '../../../src/domain/reading/token';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { saidAlone } from './said-alone';

/** Thousands of sentences are judged here: more than the usual five seconds on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

interface Pitch {
  sentences: { text: string }[];
}
const pitches = JSON.parse(
  readFileSync(new URL('../../fixtures/coverage/tuning.json', import.meta.url), 'utf8'),
) as Pitch[];
const sentences = pitches.flatMap((pitch) => pitch.sentences.map((sentence) => sentence.text));

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await createStockTokenize();
});

const sentence = fc.constantFrom(...sentences);
const elementsOf = (text: string) => saidAlone(text, tokenize).map(({ element }) => element);
const toFullWidth = (text: string) =>
  text.replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const settings = { numRuns: 150, seed: 20260102 };

describe('what a label may not depend on', () => {
  test('the width of letters, digits and punctuation', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(elementsOf(toFullWidth(text))).toEqual(elementsOf(text.normalize('NFKC')));
      }),
      settings,
    );
  });

  test('white space after the sentence', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom(' ', '\n', '\u3000', '  \n'), (text, blank) => {
        expect(elementsOf(text + blank)).toEqual(elementsOf(text));
      }),
      settings,
    );
  });
});

test('evidence lies in the sentence, in order, apart, never empty', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      for (const { evidence } of saidAlone(text, tokenize)) {
        expect(evidence.length).toBeGreaterThan(0);
        let from = 0;
        for (const { start, end } of evidence) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          from = end;
        }
      }
    }),
    settings,
  );
});

test('any text is judged without failing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      for (const { evidence } of analyzeSentence(text, tokenize).leanings) {
        for (const { start, end } of evidence) expect(text.slice(start, end)).not.toBe('');
      }
    }),
    settings,
  );
});
