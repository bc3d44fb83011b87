import { type NormalizedText, normalizeText } from '../text/normalize';
import { readAddress } from './addresses';
import { findCorrection, normalizeCorrections } from './corrections';
import { COUNTER_TAILS } from './count-with-counter';
import { readWeekdays } from './dates-and-times';
import { isKatakana, toKatakana } from './kana';
import { MORAE_PER_UNKNOWN_KANJI, readKanji } from './kanji-readings';
import { readLatin, readListed } from './latin';
import { readInteger } from './numbers';
import type { NumberContext } from './numerals';
import { isRangeHyphen, readNumber } from './read-number';
import { enclosedNumber, readSymbol } from './symbols';
import type { Token } from './token';
import { LONGEST_WORD_READING, WORD_READINGS } from './word-readings';

/** How a stretch of text `[start, end)` (UTF-16 offsets) is said: katakana, empty where it is silent. */
export interface SpokenSpan {
  start: number;
  end: number;
  kana: string;
  /** Morae of `kana`; for kanji of unknown reading (`kana` is empty) an assumed number. */
  morae: number;
  /** Set where the reading is a guess: an unlisted Latin word, a kanji outside the dictionary. */
  guessed?: true;
}

/** A person's own reading of a word, e.g. 陽菜 → ヒナ. */
export interface ReadingCorrection {
  surface: string;
  /** Katakana; hiragana is taken too. */
  kana: string;
}

/** Number of morae (拍) in katakana: small vowels and ャュョヮ join the kana before; ッ ン ー count one each. */
export function countMorae(kana: string): number {
  let morae = 0;
  for (const character of kana) {
    if (/[ァ-ヺー]/u.test(character) && !/[ァィゥェォャュョヮ]/u.test(character)) morae += 1;
  }
  return morae;
}

/** A stretch of normalised text and how it is said. */
interface Piece {
  end: number;
  kana: string;
  guessed?: boolean;
  unknownKanji?: number;
}

/** A word of the analysis in offsets of the normalised text. */
interface Word {
  start: number;
  end: number;
  token: Token;
}

/**
 * Turns a text and its tokens into how it is read aloud. Corrections win over everything, the longest first; then
 * numbers with their counters, Latin words, signs, listed words, and what the dictionary says. Spans are in order, do
 * not overlap, and leave out nothing but white space, stage cues and invisible characters.
 */
export function readAloud(
  text: string,
  tokens: readonly Token[],
  corrections: readonly ReadingCorrection[] = [],
): SpokenSpan[] {
  const normalized = normalizeText(text);
  const reader = createReader(normalized, tokens, corrections);
  const spans: SpokenSpan[] = [];
  let at = 0;
  while (at < normalized.text.length) {
    if (normalized.text[at] === ' ') {
      at += 1;
      continue;
    }
    const piece = reader(at);
    const start = normalized.starts[at] as number;
    const end = normalized.ends[piece.end - 1] as number;
    const morae = countMorae(piece.kana) + (piece.unknownKanji ?? 0) * MORAE_PER_UNKNOWN_KANJI;
    spans.push({ start, end, kana: piece.kana, morae, ...(piece.guessed && { guessed: true as const }) });
    at = piece.end;
  }
  return spans;
}

function createReader(
  normalized: NormalizedText,
  tokens: readonly Token[],
  corrections: readonly ReadingCorrection[],
): (at: number) => Piece {
  const { text } = normalized;
  const words = placeWords(normalized, tokens);
  const wordAt = new Map(words.map((word) => [word.start, word]));
  const ends = new Set(words.map((word) => word.end)).add(text.length);
  const numerals = new Set<number>();
  for (const { start, end, token } of words) {
    if (token.posDetail1 !== '数') continue;
    for (let i = start; i < end; i += 1) numerals.add(i);
  }
  const endsWord = (offset: number): boolean =>
    ends.has(offset) || /^[0-9A-Za-z\s]/u.test(text[offset] ?? '');
  const startsWord = (offset: number): boolean => wordAt.has(offset) || offset === 0 || ends.has(offset);
  const numbers: NumberContext = { endsWord, isNumeral: (offset) => numerals.has(offset) };
  const own = normalizeCorrections(corrections);

  return (at) => {
    const corrected = findCorrection(text, at, own, startsWord, endsWord);
    if (corrected) return corrected;
    const character = text[at] as string;
    const precededByLetter = /[A-Za-z]/u.test(text[at - 1] ?? '');
    if (/[0-9]/u.test(character) && !precededByLetter) {
      const listed = readListed(text, at);
      if (listed) return listed;
    }
    const address = precededByLetter ? undefined : readAddress(text, at);
    if (address) return address;
    const weekdays = readWeekdays(text, at);
    if (weekdays) return weekdays;
    if (isRangeHyphen(text, at, numbers)) return { end: at + 1, kana: 'カラ' };
    const word = wordAt.get(at);
    const listedWord = word && readListedWord(text, at, endsWord);
    if (listedWord) return listedWord;
    const number = readNumber(text, at, numbers);
    if (number) return number;
    const company = /^[(（](株|有|社|財|医|学)[)）]/u.exec(text.slice(at, at + 3));
    if (company) return { end: at + 3, kana: COMPANY_FORMS[company[1] as string] ?? '' };
    if (/[A-Za-zÀ-ÖØ-öø-ÿŌōŪū]/u.test(character)) {
      const latin = readLatin(text, at);
      if (latin) return latin;
    }
    const ring = enclosedNumber(character);
    if (ring !== undefined) return { end: at + 1, kana: readInteger(ring) };
    const symbol = readSymbol(text, at);
    if (symbol !== undefined) return { end: at + 1, kana: symbol };
    if (word && character !== '々') return readWord(text, word);
    if (character === '々') {
      const before = words.findLast((one) => one.end === at);
      if (before) return { end: at + 1, kana: readWord(text, before).kana };
    }
    return readRest(text, at, (offset) => ends.has(offset) || wordAt.has(offset));
  };
}

/** What follows 方 where it compares. */
const COMPARED = /^が(?:い|良|よ|安|早|速|楽|ラク|得|お得|効|断然|ずっと|好き)/u;

const COMPANY_FORMS: Readonly<Record<string, string>> = {
  株: 'カブシキガイシャ',
  有: 'ユウゲンガイシャ',
  社: 'シャダンホウジン',
  財: 'ザイダンホウジン',
  医: 'イリョウホウジン',
  学: 'ガッコウホウジン',
};

/** Tokens in offsets of the normalised text; tokens may come from the typed or from the normalised text. */
function placeWords(normalized: NormalizedText, tokens: readonly Token[]): Word[] {
  const { starts } = normalized;
  const words: Word[] = [];
  let i = 0;
  for (const token of tokens) {
    while (i < starts.length && (starts[i] as number) < token.start) i += 1;
    const start = i;
    while (i < starts.length && (starts[i] as number) < token.start + token.surface.length) i += 1;
    if (i > start) words.push({ start, end: i, token });
  }
  return words;
}

function readListedWord(text: string, at: number, endsWord: (offset: number) => boolean): Piece | undefined {
  for (let length = Math.min(LONGEST_WORD_READING, text.length - at); length > 0; length -= 1) {
    const kana = WORD_READINGS.get(text.slice(at, at + length));
    if (kana !== undefined && endsWord(at + length)) return { end: at + length, kana };
  }
  return undefined;
}

function readWord(text: string, { start, end, token }: Word): Piece {
  const { pronunciation } = token;
  // 方 is a person (カタ) unless two ways are compared (早い方がいい); the dictionary reads ホー for both.
  if (pronunciation === 'ホー' && token.posDetail1 === '非自立' && !COMPARED.test(text.slice(end)))
    return { end, kana: 'カタ' };
  if (pronunciation !== undefined && isKatakana(pronunciation)) return { end, kana: pronunciation };
  return readAsWritten(text, start, end);
}

/** The rest of a word whose beginning a number or a correction has taken. */
function readRest(text: string, at: number, isBoundary: (offset: number) => boolean): Piece {
  let end = at + 1;
  while (end < text.length && !isBoundary(end) && /[\p{L}\p{M}ー々]/u.test(text[end] as string)) end += 1;
  const tail = COUNTER_TAILS[text[at] as string];
  if (tail !== undefined) return { end: at + 1, kana: tail };
  return readAsWritten(text, at, end);
}

/** Kana as written, kanji one by one; stops where something else begins. */
function readAsWritten(text: string, start: number, limit: number): Piece {
  let kana = '';
  let unknownKanji = 0;
  let guessed = false;
  let end = start;
  while (end < limit) {
    const character = text[end] as string;
    const katakana = toKatakana(character);
    if (isKatakana(katakana)) kana += katakana;
    else if (/[\p{Script=Han}〓々]/u.test(character)) {
      // One span per unknown kanji, so that each can be corrected on its own.
      if (end > start) break;
      const read = readKanji(character);
      guessed = true;
      if (read === undefined) unknownKanji = 1;
      else kana = read;
      end += 1;
      break;
    } else break;
    end += 1;
  }
  return { end: Math.max(end, start + 1), kana, guessed, unknownKanji };
}
