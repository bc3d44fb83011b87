/**
 * How long comparing, dividing into clauses, and proposing a shorter text take, on a script of five minutes (1,750
 * characters). A frame of 60 Hz is 16.7 ms.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { analyzeSentence } from '../../src/domain/analysis/analyze-sentence';
import { reportScript } from '../../src/domain/analysis/report-script';
import { compareScripts } from '../../src/domain/comparison/compare-scripts';
import { suggestFitting } from '../../src/domain/fitting/suggest-fitting';
import { divideSentence, weighSentences } from '../../src/domain/fitting/weigh-sentences';
import { splitBunsetsu } from '../../src/domain/reading/split-bunsetsu';
import { countCharacters } from '../../src/domain/text/characters';
import { splitSentences } from '../../src/domain/text/sentences';
import { DEFAULT_SPEAKING_RATE } from '../../src/domain/timing/estimate-duration';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';

const ROUNDS = 60;

const tokenize = await createStockTokenize();
const script = readFileSync(resolve(import.meta.dirname, '../fixtures/pitches/disaster-seminar.txt'), 'utf8');
// Every third sentence is gone, every fourth is shortened at its front, the order turned at one place.
const sentences = splitSentences(script).map(({ text }) => text);
const changed = sentences
  .filter((_, index) => index % 3 !== 2)
  .map((text, index) => (index % 4 === 0 ? text.slice(Math.min(6, text.length - 2)) : text));
const other = [...changed.slice(10), ...changed.slice(0, 10)].join('');

const analyses = new Map(
  [...splitSentences(script), ...splitSentences(other)].map(
    ({ text }) => [text, analyzeSentence(text, tokenize)] as const,
  ),
);
const divide = (text: string) =>
  splitSentences(text).map((sentence) => {
    const tokens = analyses.get(sentence.text)?.tokens ?? [];
    return { text: sentence.text, tokens, phrases: splitBunsetsu(sentence.text, tokens) };
  });
const report = reportScript(script, analyses, [], DEFAULT_SPEAKING_RATE);
const fitted = report.sentences.map(divideSentence);
const weighed = weighSentences(report.sentences, fitted, DEFAULT_SPEAKING_RATE);

function measure(name: string, work: () => unknown): void {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] as number).toFixed(2);
  console.log(`${name}: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, first and slowest ${at(1)} ms`);
}

console.log(
  `${countCharacters(script).all} characters, ${sentences.length} sentences; ${ROUNDS} rounds each`,
);
measure('phrases of all sentences', () => divide(script));
measure('comparison of the two scripts, divided', () => compareScripts(divide(script), divide(other)));
measure('clauses and weights of all sentences', () =>
  weighSentences(report.sentences, report.sentences.map(divideSentence), DEFAULT_SPEAKING_RATE),
);
measure('proposal for half the time', () =>
  suggestFitting(weighed, { unit: 'ms', most: (report.durationMs ?? 0) / 2 }),
);
