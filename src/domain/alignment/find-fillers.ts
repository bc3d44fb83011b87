import type { Token } from '../reading/token';

/** Words of hesitation (フィラー) in a text, `[start, end)` in UTF-16 offsets. */
export interface FillerRange {
  start: number;
  end: number;
}

/** A stretch that may be a filler; `alsoWord` where it is an ordinary word too (あの、その、まあ). */
export interface FillerCandidate extends FillerRange {
  alsoWord: boolean;
}

/**
 * The fillers of spoken Japanese, most frequent first (エー, アノ, マー, エート and their kin make up about 70 %), as
 * recognisers write them. Whether one is a filler is decided by whether the script has a place for it.
 */
const FILLER =
  /(?:え[ーえぇ〜～]*っ?と[ーぉ〜～]?|え[ーえぇ〜～]+|あのう|あの[ーぉ〜～]*|まあ|ま[ーぁ〜～]*|その[ーぉ〜～]*|う[ーぅ〜～]*ん|う[ーぅ〜～]+|ん[ーん〜～]+|あ[ーぁ〜～]+|なんか|なんて[いゆ]うか|こう|はい)/gu;

/** Those that are nothing else: a drawn-out vowel, エート. */
const ONLY_FILLER = /[ーぁぇぅぉ〜～]|^え+っと|^あのう$/u;

/**
 * Where fillers may stand in a text: matches of the table that begin and end where tokens do. In text without
 * punctuation an analyser may draw えー into a word (いま｜すえ｜ー), so what is nothing but a filler needs no tokens
 * where it stands in hiragana; katakana words are full of ー.
 */
export function findFillers(text: string, tokens: readonly Token[]): FillerCandidate[] {
  const starts = new Set(tokens.map((token) => token.start));
  const ends = new Set(tokens.map((token) => token.start + token.surface.length));
  const hiragana = text.replaceAll(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  const fillers: FillerCandidate[] = [];
  for (const match of hiragana.matchAll(FILLER)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const alsoWord = !ONLY_FILLER.test(match[0]);
    const plain = !alsoWord && text.slice(start, end) === match[0];
    if (plain || (starts.has(start) && ends.has(end))) fillers.push({ start, end, alsoWord });
  }
  return fillers;
}
