import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Element } from '../../../src/domain/coverage/element';
import type { Tokenize } from '../../../src/domain/reading/token';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { saidAlone } from './said-alone';

/** Sentences that an earlier judge got wrong. Append, never remove. */
const regressions = JSON.parse(
  readFileSync(new URL('../../fixtures/coverage/regressions.json', import.meta.url), 'utf8'),
) as { sentence: string; labels: Element[] }[];

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await createStockTokenize();
});

test.each(regressions.map(({ sentence, labels }) => [sentence, labels] as const))(
  '%s',
  (sentence, labels) => {
    expect(saidAlone(sentence, tokenize).map(({ element }) => element)).toEqual(labels);
  },
);
