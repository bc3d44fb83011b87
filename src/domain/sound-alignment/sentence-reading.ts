import type { SpokenSpan } from '../reading/read-aloud';
import { findStageCues } from '../text/stage-cues';

/** A part of a sentence as it is expected to be said. */
export type ReadingPiece =
  /**
   * Katakana; `span` is the index among the sentence's spans. Before a word that starts a phrase a speaker may stop
   * for a moment, before an ending or a particle hardly.
   */
  | { kind: 'kana'; kana: string; span: number; startsPhrase: boolean }
  /** Said, but nobody knows how: about so many morae. */
  | { kind: 'unknown'; morae: number }
  /** 、 or the like: a pause is likely. */
  | { kind: 'comma' };

/** How one sentence is expected to be said. */
export interface SentenceReading {
  pieces: ReadingPiece[];
  /** Morae of the kana and, estimated, of what has none. */
  morae: number;
  commas: number;
}

/** Morae of a character nobody could read: kanji and digits have about two, letters of names about as many. */
const MORAE_PER_UNKNOWN = 2;
const COMMA = /[、，,・：；:;—―…]|[「」『』（）()]/u;
/** Particles and endings are written in hiragana, most words that start a phrase are not. */
const HIRAGANA = /\p{Script=Hiragana}/u;
const SPOKEN = /[\p{L}\p{N}]/gu;

/**
 * Reads one sentence from its spans (`analyzeSentence(text, …).spans`, offsets within `text`). A sentence without
 * anything to say has no pieces.
 */
export function readSentence(text: string, spans: readonly SpokenSpan[]): SentenceReading {
  const cues = findStageCues(text);
  const inCue = (at: number) => cues.some((cue) => cue.start <= at && at < cue.end);
  const pieces: ReadingPiece[] = [];
  let morae = 0;
  let commas = 0;
  const addSilent = (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      if (inCue(at) || !COMMA.test(text[at] as string)) continue;
      if (pieces.length > 0 && pieces.at(-1)?.kind !== 'comma') pieces.push({ kind: 'comma' });
    }
  };
  let end = 0;
  spans.forEach((span, index) => {
    addSilent(end, span.start);
    end = span.end;
    if (span.kana !== '') {
      pieces.push({
        kind: 'kana',
        kana: span.kana,
        span: index,
        startsPhrase: !HIRAGANA.test(text[span.start] as string),
      });
      morae += span.morae;
      return;
    }
    const unread = inCue(span.start) ? 0 : (text.slice(span.start, span.end).match(SPOKEN)?.length ?? 0);
    if (unread > 0) {
      pieces.push({ kind: 'unknown', morae: unread * MORAE_PER_UNKNOWN });
      morae += unread * MORAE_PER_UNKNOWN;
    } else addSilent(span.start, span.end);
  });
  addSilent(end, text.length);
  while (pieces.at(-1)?.kind === 'comma') pieces.pop();
  commas = pieces.filter((piece) => piece.kind === 'comma').length;
  return { pieces, morae, commas };
}
