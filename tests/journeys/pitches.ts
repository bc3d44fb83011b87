import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');

/** A pitch written for the tests, without the line break that ends its file. */
export function readPitch(name: string): string {
  return readFileSync(resolve(FIXTURES, 'pitches', `${name}.txt`), 'utf8').trimEnd();
}

/** What `pitch-15s.wav` says. */
export const SPOKEN = readFileSync(resolve(FIXTURES, 'audio/speech.txt'), 'utf8').trimEnd();
/** A person at the microphone: silence of 2 s, then `SPOKEN` for about 12 s. */
export const VOICE = resolve(FIXTURES, 'audio/pitch-15s.wav');

/** Characters as a person sees them, white space left out: the rule, written down a second time to hold the app to it. */
export function countVisible(text: string): number {
  const seen = [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(text)];
  return seen.filter(({ segment }) => segment.trim() !== '').length;
}
