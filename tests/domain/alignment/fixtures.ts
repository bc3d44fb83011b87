import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyzeSentence, type SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import type { Tokenize } from '../../../src/domain/reading/token';
import { splitSentences } from '../../../src/domain/text/sentences';

const PITCHES = resolve(import.meta.dirname, '../../fixtures/pitches');

/** The text of one pitch of `tests/fixtures/pitches`. */
export function readPitch(name: string): string {
  return readFileSync(join(PITCHES, `${name}.txt`), 'utf8').trimEnd();
}

/** Names of all pitches there. */
export const PITCH_NAMES = readdirSync(PITCHES)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));

/** Splits a text into sentences and analyses each. */
export function analyzeText(text: string, tokenize: Tokenize): SentenceAnalysis[] {
  return splitSentences(text).map((sentence) => analyzeSentence(sentence.text, tokenize));
}
