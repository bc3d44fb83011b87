import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import { type FillerCandidate, findFillers } from './find-fillers';
import { readMorae } from './mora';

/** A text as its morae in order, each with the stretch of text `[start, end)` (UTF-16 offsets) it is read from. */
export interface MoraSequence {
  morae: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
}

/** The morae of a whole script, and where its sentences and words begin. */
export interface ScriptReading extends MoraSequence {
  sentences: SentenceReading[];
  /** Per mora: 2 where a sentence begins, 1 where a word begins, else 0. One longer than `morae`. */
  boundaries: Uint8Array;
}

/** The morae of what was heard or typed, and the words in it that may be fillers. */
export interface HeardReading extends MoraSequence {
  /** Indices of the morae that a word begins with, rising. */
  wordStarts: readonly number[];
  fillers: FillerCandidate[];
}

/** One sentence of the script: its stretch of text and of morae, both `[start, end)`. */
export interface SentenceReading {
  start: number;
  end: number;
  moraStart: number;
  moraEnd: number;
}

/** What a text is analysed into, as far as its sound is concerned. */
export type SpokenText = Pick<SentenceAnalysis, 'text' | 'spans'>;

/** Reads the sentences of a script; joined, their texts are the script, and offsets are offsets of the script. */
export function readScript(sentences: readonly SpokenText[]): ScriptReading {
  const reader = createReader();
  const readings = sentences.map((sentence) => reader.add(sentence));
  const sequence = reader.finish();
  const boundaries = new Uint8Array(sequence.morae.length + 1);
  for (const wordStart of reader.wordStarts) boundaries[wordStart] = 1;
  for (const { moraStart } of readings) boundaries[moraStart] = 2;
  boundaries[sequence.morae.length] = 2;
  return { ...sequence, sentences: readings, boundaries };
}

/** Reads what was heard or typed; offsets are offsets of the sentences' texts joined. */
export function readHeard(
  sentences: readonly Pick<SentenceAnalysis, 'text' | 'spans' | 'tokens'>[],
): HeardReading {
  const reader = createReader();
  const fillers: FillerCandidate[] = [];
  for (const sentence of sentences) {
    const { start: offset } = reader.add(sentence);
    for (const { start, end, alsoWord } of findFillers(sentence.text, sentence.tokens)) {
      fillers.push({ start: offset + start, end: offset + end, alsoWord });
    }
  }
  return { ...reader.finish(), wordStarts: reader.wordStarts, fillers };
}

function createReader() {
  const morae: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const wordStarts: number[] = [];
  let offset = 0;

  const add = ({ text, spans }: SpokenText): SentenceReading => {
    const moraStart = morae.length;
    for (const span of spans) {
      const read = readMorae(span.kana, morae.length > moraStart ? (morae.at(-1) ?? null) : null);
      if (read.length > 0) wordStarts.push(morae.length);
      // A word written in kana, one character for each of its reading, points at its characters one by one.
      const byCharacter = span.end - span.start === span.kana.length;
      read.forEach(({ mora, kanaIndex }, index) => {
        const nextIndex = read[index + 1]?.kanaIndex ?? span.kana.length;
        morae.push(mora);
        starts.push(offset + span.start + (byCharacter ? kanaIndex : 0));
        ends.push(offset + (byCharacter ? span.start + nextIndex : span.end));
      });
    }
    const sentence = { start: offset, end: offset + text.length, moraStart, moraEnd: morae.length };
    offset += text.length;
    return sentence;
  };

  return {
    add,
    wordStarts,
    finish: (): MoraSequence => ({
      morae: Uint8Array.from(morae),
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
    }),
  };
}
