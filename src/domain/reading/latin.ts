import { readLetters } from './latin-letters';
import { readSpelling } from './latin-spelling';
import { CAPITALS_BY_LETTER, LATIN_WORDS } from './latin-words';
import { numeralValue, readEnglishNumber, readInteger } from './numbers';
import { readRomaji } from './romaji';

/** A stretch of normalised text up to `end`, read. */
export interface ReadStretch {
  end: number;
  kana: string;
  /** Whether the reading is a guess by rule. */
  guessed?: boolean;
}

const LONGEST_WORD = Math.max(...[...LATIN_WORDS.keys()].map((key) => key.length));
/** Words after which a small number is English: ナンバーワン, トップスリー. */
const ENGLISH_NUMBER_AFTER =
  /^(?:no|no\.|number|top|best|part|step|season|phase|windows|gpt|chatgpt|web|stage|round|lesson|chapter|version|ver\.?|vol\.?|day|type|only|big|win|world)$/u;
/** Letters that take English numbers up to three: Jワン, Gセブン. */
const SINGLE_ENGLISH = /^[FGJKNR]$/u;

/**
 * Reads what starts with a Latin letter (or a digit that belongs to a Latin word: 3D, 1on1) at `at` of normalised
 * text: names and words from the table, capitals letter by letter, romaji as Japanese, the rest by its spelling.
 */
export function readLatin(text: string, at: number): ReadStretch | undefined {
  return readListed(text, at) ?? readCode(text, at) ?? readWord(text, at);
}

/** The longest listed word or phrase at `at`; undefined where none stands there whole. */
export function readListed(text: string, at: number): ReadStretch | undefined {
  const window = text.slice(at, at + LONGEST_WORD).toLowerCase();
  for (let length = window.length; length > 0; length -= 1) {
    const key = window.slice(0, length);
    const kana = LATIN_WORDS.get(key);
    if (kana === undefined) continue;
    const end = at + length;
    if (/[A-Za-z]$/u.test(key) && /^'?[A-Za-z]/u.test(text.slice(end, end + 2))) continue;
    if (/[0-9]$/u.test(key) && /^(?:[0-9A-Za-z]|[.,][0-9])/u.test(text.slice(end, end + 2))) continue;
    if (length === 1) continue;
    const typed = text.slice(at, end);
    if (CAPITALS_BY_LETTER.has(typed)) return { end, kana: readLetters(typed) };
    return withNumber(text, end, key, kana);
  }
  return undefined;
}

/** No.1, Web3, TOP10: a number after the word, in English where that is how one says it. */
function withNumber(text: string, at: number, key: string, kana: string): ReadStretch {
  const number = /^[\s-]?([0-9]{1,2})(?![0-9.,:/A-Za-z%℃〜~-])/u.exec(text.slice(at, at + 6));
  if (number && ENGLISH_NUMBER_AFTER.test(key)) {
    const english = readEnglishNumber(Number(number[1]));
    const counted = /^[人つ日月年回社名個位本件年期代冊枚度歳]/u.test(text.slice(at + number[0].length));
    if (english !== undefined && !counted) return { end: at + number[0].length, kana: kana + english };
  }
  if (/^no\.?$/u.test(key) && !/^\s?[0-9]/u.test(text.slice(at))) return { end: at, kana: 'ノー' };
  return { end: at, kana };
}

const ERAS: Readonly<Record<string, string>> = { H: 'ヘイセイ', R: 'レイワ', S: 'ショウワ' };
/** Letters and a number that counts nothing: not AM10:00, ROI200%, PC3台. */
const CODE = /^([A-Z]{1,4})-?([0-9]{1,4})(?![0-9.,:%℃〜~人名社件年月日回個本台円時分万点倍])/u;

/** Codes of letters and digits: B2B, A4, CO2, H1. */
function readCode(text: string, at: number): ReadStretch | undefined {
  const rest = text.slice(at, at + 12);
  const between = /^([A-Z])2([A-Z])(?:2([A-Z]))?(?![A-Za-z0-9])/u.exec(rest);
  if (between) {
    const letters = between.slice(1).filter((letter) => letter !== undefined);
    return { end: at + between[0].length, kana: letters.map(readLetters).join('ツー') };
  }
  const gas = /^(?:CO|H|NO|SO|O)(?:2O?|3)(?![A-Za-z0-9])/u.exec(rest);
  if (gas) {
    const kana = gas[0]
      .replace(/[A-Z]+/gu, readLetters)
      .replace('2', 'ツー')
      .replace('3', 'スリー');
    return { end: at + gas[0].length, kana };
  }
  const era = /^([HRS])([0-9]{1,2})(?=年)/u.exec(rest);
  if (era) return { end: at + 1, kana: ERAS[era[1] as string] ?? '' };
  const code = CODE.exec(rest);
  if (!code) return undefined;
  const letters = code[1] as string;
  if (letters.length > 1 && LATIN_WORDS.has(letters.toLowerCase())) return undefined;
  const value = numeralValue(code[2] as string) ?? 0;
  const english = SINGLE_ENGLISH.test(letters) && value <= 3 ? readEnglishNumber(value) : undefined;
  return { end: at + code[0].length, kana: readLetters(letters) + (english ?? readInteger(value)) };
}

/** One word outside the table. */
function readWord(text: string, at: number): ReadStretch | undefined {
  const word = /^[A-Za-zÀ-ÖØ-öø-ÿŌōŪū]+(?:'[A-Za-z]+)*/u.exec(text.slice(at, at + 80))?.[0];
  if (word === undefined) return undefined;
  const end = at + word.length;
  if (word.includes("'")) {
    const romaji = readRomaji(word);
    if (romaji !== undefined) return { end, kana: romaji, guessed: true };
  }
  const plain = word.normalize('NFD').replace(/[\u0300-\u036F']/gu, '');
  // Wワーク, W受賞: double.
  if (
    plain === 'W' &&
    /^[\p{Script=Han}\p{Script=Katakana}]/u.test(text.slice(end)) &&
    !/^[杯字校社]/u.test(text.slice(end))
  ) {
    return { end, kana: 'ダブル' };
  }
  if (plain.length === 1) return { end, kana: readLetters(plain) };
  if (/^[A-Z]+$/u.test(plain)) return { end, ...readCapitals(plain) };
  if (/^[A-Z]{2,5}s$/u.test(plain)) return { end, kana: `${readLetters(plain.slice(0, -1))}ズ` };
  const parts = plain.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[A-Z]/gu) ?? [plain];
  if (parts.length === 1) return { end, ...readSmall(plain) };
  const read = parts.map((part) =>
    part.length === 1
      ? { kana: readLetters(part) }
      : /^[A-Z]+$/u.test(part)
        ? readCapitals(part)
        : readSmall(part),
  );
  return {
    end,
    kana: read.map(({ kana }) => kana).join(''),
    guessed: read.some(({ guessed }) => guessed === true),
  };
}

/** Capitals: a listed word, a name in romaji (YUKI), a long pronounceable word, or letter by letter. */
function readCapitals(word: string): { kana: string; guessed?: boolean } {
  const listed = CAPITALS_BY_LETTER.has(word) ? undefined : LATIN_WORDS.get(word.toLowerCase());
  if (listed !== undefined) return { kana: listed };
  if (word.length >= 4 && /^(?:[KSTNHMYRGZDBPJ]?[AIUEO]N?)+$/u.test(word) && /[AIUEO]/u.test(word)) {
    const romaji = readRomaji(word);
    if (romaji !== undefined) return { kana: romaji, guessed: true };
  }
  if (word.length >= 5 && /[AEIOUY]/u.test(word) && !/[^AEIOUY]{5}/u.test(word)) return readSmall(word);
  return { kana: readLetters(word) };
}

/** A word in small letters: listed, listed but for an ending, two listed words in one, romaji, or by its spelling. */
function readSmall(word: string): { kana: string; guessed?: boolean } {
  const small = word.toLowerCase();
  const listed = LATIN_WORDS.get(small) ?? readInflected(small) ?? readCompound(small);
  if (listed !== undefined) return { kana: listed };
  if (!/[aeiouy]/u.test(small)) return { kana: readLetters(word) };
  return { kana: readRomaji(small) ?? readSpelling(small), guessed: true };
}

function readInflected(word: string): string | undefined {
  const stem = /^(.{3,})s$/u.exec(word)?.[1];
  const kana = stem && LATIN_WORDS.get(stem);
  if (kana) {
    if (/[ト]$/u.test(kana)) return kana.replace(/ト$/u, 'ツ');
    return /[クプフ]$/u.test(kana) ? `${kana}ス` : `${kana}ズ`;
  }
  const doing = /^(.{3,})ing$/u.exec(word)?.[1];
  const base = doing && LATIN_WORDS.get(doing);
  if (!base) return undefined;
  const ending: Readonly<Record<string, string>> = {
    ク: 'キ',
    プ: 'ピ',
    ト: 'ティ',
    ド: 'ディ',
    ル: 'リ',
    ン: 'ニ',
    ム: 'ミ',
    ス: 'シ',
    ズ: 'ジ',
    フ: 'フィ',
    ブ: 'ビ',
    グ: 'ギ',
  };
  const last = ending[base.at(-1) as string];
  return last === undefined ? undefined : `${base.slice(0, -1)}${last}ング`;
}

/** Two listed words of three letters or more: workroom → ワークルーム. */
function readCompound(word: string): string | undefined {
  for (let at = word.length - 3; at >= 3; at -= 1) {
    const first = LATIN_WORDS.get(word.slice(0, at));
    const second = LATIN_WORDS.get(word.slice(at));
    if (first !== undefined && second !== undefined) return first + second;
  }
  return undefined;
}
