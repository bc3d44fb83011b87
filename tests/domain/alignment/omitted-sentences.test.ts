import { beforeAll, describe, expect, test } from 'vitest';
import type { SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import type { Tokenize } from '../../../src/domain/reading/token';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { analyzeText, PITCH_NAMES, readPitch } from './fixtures';
import { ratesOf, scoreAlignment } from './score-alignment';

/** `tests/evaluate/evaluate-alignment.ts` runs 40; these keep the figures from slipping unseen. */
const SEEDS = 5;

let tokenize: Tokenize;
let scripts: SentenceAnalysis[][];
beforeAll(async () => {
  tokenize = await createStockTokenize();
  scripts = PITCH_NAMES.map((name) => analyzeText(readPitch(name), tokenize));
});

describe('sentences left out are told from those misheard', () => {
  test.each([
    { moraErrors: 0.1, omitted: 0.97, kept: 0.98 },
    { moraErrors: 0.2, omitted: 0.92, kept: 0.97 },
  ])(
    'at $moraErrors mora errors',
    ({ moraErrors, omitted, kept }) => {
      const score = scoreAlignment(scripts, tokenize, moraErrors, SEEDS);
      expect(score.wrongMorae / score.saidMorae).toBeGreaterThan(moraErrors * 0.95);
      expect(ratesOf(score.omitted).f1).toBeGreaterThanOrEqual(omitted);
      expect(score.saidKept / score.said).toBeGreaterThanOrEqual(kept);
    },
    60_000,
  );
});
