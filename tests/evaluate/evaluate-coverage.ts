/**
 * Scores the judge of ターゲット, 特徴, ベネフィット on labelled pitches, through the path the app itself takes.
 *   npx tsx tests/evaluate/evaluate-coverage.ts FILE… [--json] [--mistakes]
 */
import { readFileSync } from 'node:fs';
import { analyzeSentence } from '../../src/domain/analysis/analyze-sentence';
import { ELEMENTS } from '../../src/domain/coverage/element';
import { labelInContext } from '../../src/domain/coverage/label-in-context';
import { splitSentences } from '../../src/domain/text/sentences';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';
import { type LabelledPitch, type Mistake, printScore, scorePitches } from './coverage-score';

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const asJson = process.argv.includes('--json');
const withMistakes = process.argv.includes('--mistakes');
if (files.length === 0) {
  console.error('Usage: evaluate-coverage FILE… [--json] [--mistakes]');
  process.exit(2);
}

const pitches = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as LabelledPitch[]);
const tokenize = await createStockTokenize();
const { score, mistakes } = scorePitches(pitches, ({ text }) => {
  const sentences = splitSentences(text);
  const leanings = sentences.map((sentence) => analyzeSentence(sentence.text, tokenize).leanings);
  return labelInContext(leanings).map((labels, index) => ({
    ...sentences[index]!,
    labels: labels.map((label) => label.element),
  }));
});
if (asJson) console.log(JSON.stringify(score));
else printScore(score);
if (withMistakes && !asJson) printMistakes(mistakes);

function printMistakes(all: readonly Mistake[]) {
  for (const element of ELEMENTS) {
    for (const kind of ['missed', 'false'] as const) {
      console.log(`\n${element} ${kind}`);
      for (const mistake of all) {
        if (mistake.element === element && mistake.kind === kind)
          console.log(`  ${mistake.id}  ${mistake.sentence}`);
      }
    }
  }
}
