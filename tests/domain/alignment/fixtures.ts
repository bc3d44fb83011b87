import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import { readAloud } from '../../../src/domain/reading/read-aloud';
import type { Tokenize } from '../../../src/domain/reading/token';
import { tokenizeTyped } from '../../../src/domain/reading/tokenize-typed';
import { splitSentences } from '../../../src/domain/text/sentences';
import { measureSpokenLength } from '../../../src/domain/timing/measure-spoken-length';

const PITCHES = resolve(import.meta.dirname, '../../fixtures/pitches');

/** The text of one pitch of `tests/fixtures/pitches`. */
export function readPitch(name: string): string {
  return readFileSync(join(PITCHES, `${name}.txt`), 'utf8').trimEnd();
}

/** Names of all pitches there. */
export const PITCH_NAMES = readdirSync(PITCHES)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));

/** Splits a text into sentences and analyses how each sounds; elements, which play no part in that, are left out. */
export function analyzeText(text: string, tokenize: Tokenize): SentenceAnalysis[] {
  return splitSentences(text).map((sentence) => {
    const tokens = tokenizeTyped(sentence.text, tokenize);
    const spans = readAloud(sentence.text, tokens);
    return {
      text: sentence.text,
      tokens,
      spans,
      length: measureSpokenLength(sentence.text, spans),
      leanings: [],
    };
  });
}
