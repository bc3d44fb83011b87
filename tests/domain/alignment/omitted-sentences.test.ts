import { beforeAll, describe, expect, test } from 'vitest';
import type { SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import type { Tokenize } from '../../../src/domain/reading/token';
import validation from '../../fixtures/coverage/validation.json' with { type: 'json' };
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { corruptScript, USUAL_CORRUPTION } from './corrupt-script';
import { readWordsBySound, type WordsBySound } from './dictionary-words';
import { analyzeText, PITCH_NAMES, readPitch } from './fixtures';
import { retellScript } from './retell-script';
import { ratesOf, scoreAlignment } from './score-alignment';

/** One in so many pitches of the held-out ones; `npm run evaluate:alignment -- --held-out` takes all. */
const HELD_OUT_EVERY = 3;
/** `npm run evaluate:alignment` runs 40; these keep the figures from slipping unseen. */
const SEEDS = [1, 2, 3, 4, 5];

let tokenize: Tokenize;
let scripts: SentenceAnalysis[][];
let heldOut: SentenceAnalysis[][];
let words: WordsBySound;
beforeAll(async () => {
  tokenize = await createStockTokenize();
  scripts = PITCH_NAMES.map((name) => analyzeText(readPitch(name), tokenize));
  heldOut = (validation as { text: string }[])
    .filter((_, index) => index % HELD_OUT_EVERY === 0)
    .map(({ text }) => analyzeText(text, tokenize));
  words = readWordsBySound();
}, 60_000);

describe('sentences left out are told from those misheard', () => {
  test.each([
    { moraErrors: 0.1, omitted: 0.97, kept: 0.98 },
    { moraErrors: 0.2, omitted: 0.92, kept: 0.97 },
  ])(
    'at $moraErrors mora errors',
    ({ moraErrors, omitted, kept }) => {
      const corruption = { ...USUAL_CORRUPTION, moraErrors };
      const score = scoreAlignment(
        scripts,
        tokenize,
        (sentences, random) => corruptScript(sentences, corruption, random),
        SEEDS,
      );
      expect(score.wrongMorae / score.saidMorae).toBeGreaterThan(moraErrors * 0.95);
      expect(ratesOf(score.omitted).f1).toBeGreaterThanOrEqual(omitted);
      expect(score.saidKept / score.said).toBeGreaterThanOrEqual(kept);
    },
    60_000,
  );
});

test.each([
  { moraErrors: 0.1, errors: 'spread', omitted: 0.97 },
  { moraErrors: 0.2, errors: 'spread', omitted: 0.92 },
  { moraErrors: 0.1, errors: 'bursts', omitted: 0.92 },
] as const)(
  'of pitches nothing was tuned on, otherwise retold: $moraErrors mora errors, $errors',
  ({ moraErrors, errors, omitted }) => {
    const others = heldOut.flat();
    const score = scoreAlignment(
      heldOut,
      tokenize,
      (sentences, random) => retellScript(sentences, { moraErrors, errors }, { words, others }, random),
      [1],
    );
    expect(ratesOf(score.omitted).f1).toBeGreaterThanOrEqual(omitted);
    expect(ratesOf(score.clauses).f1).toBeGreaterThanOrEqual(0.98);
  },
  60_000,
);
