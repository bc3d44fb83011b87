import { type Bunsetsu, splitBunsetsu } from '../reading/split-bunsetsu';
import type { Token } from '../reading/token';
import { firstCharacters } from './sentence-cues';

/** A word of a sentence that can stand on the card. */
export interface KeyWord {
  word: string;
  /** Whether it does: chosen by the app, or by the person. */
  chosen: boolean;
}

/** Words on the card per sentence: as many as one glance takes in. */
const MOST_CHOSEN = 3;

/** Verbs and adjectives that say little without the words around them (IPADIC's base forms). */
const SLIGHT_WORDS =
  /^(?:する|ある|ない|いる|おる|なる|やる|いく|行く|くる|来る|いう|言う|できる|出来る|思う|申す|いらっしゃる|いただく|いただける|頂く|頂ける|もらう|もらえる|くださる|下さる|ござる|存ずる|よい|良い|いい)$/u;

interface Candidate {
  word: string;
  /** How much of the sentence it brings back: names and figures most, then things, then what is done. */
  weight: number;
}

/**
 * The content words of an analysed sentence in order, one per phrase at most, each once. `own` are the words the
 * person has chosen, `null` where the app chooses.
 */
export function keyWordsOf(text: string, tokens: readonly Token[], own: readonly string[] | null): KeyWord[] {
  const candidates = distinct(splitBunsetsu(text, tokens).flatMap((phrase) => contentOf(phrase, tokens)));
  const chosen = own ?? heaviest(candidates);
  return candidates.map(({ word }) => ({ word, chosen: chosen.includes(word) }));
}

/** What the card shows for a sentence; its first characters where it has no word to show or is not analysed yet. */
export function cardWords(
  text: string,
  tokens: readonly Token[] | null,
  own: readonly string[] | null,
): string[] {
  const words = tokens
    ? keyWordsOf(text, tokens, own).flatMap(({ word, chosen }) => (chosen ? word : []))
    : [];
  return words.length > 0 ? words : [`${firstCharacters(text)}…`];
}

/** The person's own choice for each sentence that has one. Sentences are told by their text, white space around it aside. */
export function ownWords(
  keyWords: readonly { sentenceText: string; words: string[] }[],
  sentenceText: string,
): string[] | null {
  return keyWords.find((choice) => choice.sentenceText === sentenceText.trim())?.words ?? null;
}

/** Puts the person's choice for one sentence in place of any before; `null` leaves the choice to the app again. */
export function chooseWords(
  keyWords: readonly { sentenceText: string; words: string[] }[],
  sentenceText: string,
  words: string[] | null,
): { sentenceText: string; words: string[] }[] {
  const text = sentenceText.trim();
  const others = keyWords.filter((choice) => choice.sentenceText !== text);
  return words ? [...others, { sentenceText: text, words }] : others;
}

/** A phrase up to its last word of content: 緑町で → 緑町; a verb or adjective in its dictionary form. */
function contentOf(phrase: Bunsetsu, tokens: readonly Token[]): Candidate[] {
  const inside = tokens.filter(({ start }) => start >= phrase.start && start < phrase.end);
  const first = inside.findIndex((token) => isNoun(token) || isPredicate(token));
  const begins = inside[first];
  if (!begins) return [];
  if (!isNoun(begins)) {
    // こりの原因: before such a particle the form of a verb is a noun.
    const after = inside[first + 1];
    const asNoun = after?.pos === '助詞' && ['連体化', '格助詞'].includes(after.posDetail1);
    const word = begins.known && begins.baseForm !== '*' && !asNoun ? begins.baseForm : begins.surface;
    return SLIGHT_WORDS.test(word) ? [] : [{ word, weight: begins.pos === '動詞' ? 1 : 2 }];
  }
  let from = first;
  while (inside[from - 1]?.pos === '接頭詞') from -= 1;
  let to = first;
  while (to + 1 < inside.length && joins(inside[to + 1], inside.slice(to + 2))) to += 1;
  const words = inside.slice(from, to + 1);
  const word = words
    .map(({ surface }) => surface)
    .join('')
    .trim();
  if (words.length === 1 && ['代名詞', '非自立', '接尾', '特殊'].includes(begins.posDetail1)) return [];
  if (!/[\p{L}\p{N}]/u.test(word)) return [];
  return [{ word, weight: weightOf(words) }];
}

const isNoun = ({ pos, surface }: Token): boolean => pos === '名詞' && /[\p{L}\p{N}]/u.test(surface);

const isPredicate = ({ pos, posDetail1 }: Token): boolean =>
  (pos === '動詞' || pos === '形容詞') && posDetail1 === '自立';

/** Whether a word goes on with this token: another noun, or a mark that holds two of them together. */
function joins(token: Token | undefined, following: readonly Token[]): boolean {
  if (!token) return false;
  if (token.pos === '名詞') return token.posDetail1 !== '非自立' && /[\p{L}\p{N}]/u.test(token.surface);
  const next = following[0];
  return /^[・&＆.．ー-]$/u.test(token.surface) && next !== undefined && isNoun(next);
}

function weightOf(words: readonly Token[]): number {
  if (words.some(({ posDetail1 }) => posDetail1 === '固有名詞')) return 6;
  if (words.some(({ known }) => !known)) return 5;
  if (words.some(({ posDetail1 }) => posDetail1 === '数')) return 5;
  if (words.some(({ posDetail1 }) => posDetail1 === '副詞可能')) return 2.5;
  return words.length > 1 ? 4 : 3;
}

function heaviest(candidates: readonly Candidate[]): string[] {
  return candidates
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST_CHOSEN)
    .map(({ word }) => word);
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const words = candidates.map(({ word }) => word);
  return candidates.filter(({ word }, index) => words.indexOf(word) === index);
}
