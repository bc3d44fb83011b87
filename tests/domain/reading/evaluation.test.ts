import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ReadingCase, scoreReading } from '../../evaluate/score-reading';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';

const tokenize = await createStockTokenize();

function load(name: string): ReadingCase[] {
  return JSON.parse(readFileSync(new URL(`../../fixtures/reading/${name}.json`, import.meta.url), 'utf8'));
}

describe.each(['tuning', 'validation'])('the reading of the %s phrases', (name) => {
  const { mistakes, ...scores } = scoreReading(load(name), tokenize);

  it('counts every character right', () => {
    expect(scores.countExact, mistakes.map(({ text, what }) => `${text}: ${what}`).join('\n')).toBe(1);
  });

  it('has at least 92 % of the morae exact and at most 2 % off in all', () => {
    expect(scores.moraExact).toBeGreaterThanOrEqual(0.92);
    expect(scores.moraError).toBeLessThanOrEqual(0.02);
  });
});

it('keeps the phrases one tunes on apart from those one validates on', () => {
  const tuning = new Set(load('tuning').map(({ text }) => text));
  expect(load('validation').filter(({ text }) => tuning.has(text))).toEqual([]);
});
