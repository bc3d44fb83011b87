/**
 * Scores character counts and readings against a file of cases: `npm run evaluate:reading -- FILE [--json]`. The file
 * is a JSON array of `{ text, morae, chars_all?, chars_no_punct?, reading?, also_acceptable? }`. `--scores-only` leaves
 * the mistakes out.
 */
import { readFileSync } from 'node:fs';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';
import { type ReadingCase, scoreReading } from './score-reading';

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

async function main(): Promise<void> {
  const asJson = process.argv.includes('--json');
  const file = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  if (file === undefined) {
    console.error('usage: npm run evaluate:reading -- FILE [--json]');
    process.exitCode = 2;
    return;
  }
  const cases = JSON.parse(readFileSync(file, 'utf8')) as ReadingCase[];
  const { mistakes, ...scores } = scoreReading(cases, await createStockTokenize());
  if (asJson) {
    console.log(JSON.stringify(scores));
    return;
  }
  console.log(`${file}: ${scores.cases} cases`);
  console.log(`character counts exact  ${percent(scores.countExact)}`);
  console.log(`morae exact             ${percent(scores.moraExact)}`);
  console.log(`morae within one        ${percent(scores.moraWithinOne)}`);
  console.log(`total mora error        ${percent(scores.moraError)}`);
  if (!process.argv.includes('--scores-only')) {
    for (const { id, text, what } of mistakes) console.log(`  ${id} ${text}\n      ${what}`);
  }
}

void main();
