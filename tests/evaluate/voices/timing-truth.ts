import { readFileSync } from 'node:fs';
import { splitSentences } from '../../../src/domain/text/sentences';

/** What stands beside each WAV. `sentences` are in the order said, `null` where the next of the script was skipped. */
export interface TimingTruth {
  script: string;
  sentences: ({ text: string; startMs: number; endMs: number } | null)[];
  pauses: [number, number][];
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Reads and checks a truth; throws with the file's name and what is wrong with it. Pauses may be left out. */
export function readTruth(file: string): TimingTruth {
  const fail = (what: string): never => {
    throw new Error(`${file}: ${what}`);
  };
  let read: Partial<TimingTruth> = {};
  try {
    read = JSON.parse(readFileSync(file, 'utf8')) ?? {};
  } catch (cause) {
    fail(cause instanceof SyntaxError ? `no JSON (${cause.message})` : 'not to be read');
  }
  const { script, sentences, pauses = [] } = read;
  if (typeof script !== 'string' || script.trim() === '') return fail('"script" is no text.');
  if (!Array.isArray(sentences)) return fail('"sentences" is no list.');
  for (const said of sentences)
    if (said !== null && !(typeof said?.text === 'string' && isTime(said.startMs) && isTime(said.endMs)))
      fail(`a sentence is neither null nor {"text", "startMs", "endMs"}: ${JSON.stringify(said)}`);
  if (!Array.isArray(pauses) || !pauses.every((pause) => Array.isArray(pause) && pause.every(isTime)))
    fail('"pauses" is no list of [startMs, endMs].');
  return { script, sentences, pauses };
}

/** Text by which sentences are told apart: without white space, and with one width of letters. */
export const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '');

/**
 * The script's sentences as the truth divides it: where it has a sentence in two, or two in one, or leaves out a 「,
 * that is not what the timing is scored by. Where the truth says nothing the app's own division holds.
 */
export function sentencesOf({ script, sentences }: TimingTruth): string[] {
  const own = splitSentences(script).map((sentence) => sentence.text.trim());
  const known = new Set(own.map(bare));
  const texts = sentences.flatMap((said) => (said ? [bare(said.text)] : []));
  if (texts.every((text) => known.has(text))) return own;
  const whole = bare(script);
  const borders = new Set([0]);
  let at = 0;
  for (const sentence of own) {
    at += bare(sentence).length;
    borders.add(at);
  }
  let from = 0;
  for (const text of texts) {
    const next = whole.indexOf(text, from);
    const start = next >= 0 ? next : whole.indexOf(text);
    if (start < 0 || text === '') continue;
    const end = start + text.length;
    for (const border of borders) if (border > start && border < end) borders.delete(border);
    borders.add(start).add(end);
    from = end;
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(1).map((border, i) => whole.slice(sorted[i], border));
}
