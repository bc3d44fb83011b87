import { isOpeningBracket } from '../text/brackets';
import type { Token } from './token';

/** A phrase of a sentence (文節): a word with what leans on it; `[start, end)` in UTF-16 offsets of the sentence. */
export interface Bunsetsu {
  text: string;
  start: number;
  end: number;
}

/** What a token is to the division. */
type Kind =
  | 'opening' // 「 （
  | 'comma' // 、 。
  | 'link' // & / 〜: holds two words together
  | 'latin space' // a space after a Latin word
  | 'mark' // 」 ！ ・ and spaces
  | 'case particle'
  | 'particle' // with auxiliaries, and what IPADIC calls a noun but only leans: の, よう
  | 'helping verb' // いる, くる, いただく after て; with やすい, ほしい
  | 'suffix'
  | 'counter'
  | 'honorific' // お, ご
  | 'prefix'
  | 'formal noun' // こと, ため, 方
  | 'time noun' // stands by itself before another noun: 今日, 現在
  | 'adverbial noun' // 時間, 全部
  | 'latin word'
  | 'noun'
  | 'light verb' // する and its like, after a noun
  | 'adverb'
  | 'verb stem'
  | 'verb'
  | 'other';

interface Pattern {
  kind: Kind;
  pos?: string;
  /** First subdivision, one of these. */
  details?: readonly string[];
  detail2?: string;
  surface?: RegExp;
  base?: RegExp;
  form?: RegExp;
}

/** The first pattern that fits decides. Fields are IPADIC's; what is not said is free. */
const KINDS: readonly Pattern[] = [
  { kind: 'comma', surface: /^[、。，．､｡]+$/u },
  { kind: 'link', surface: /^[-‐&＆/／+＋@＠%％#＃.:_〜～~]$/u },
  // What the dictionary does not know among brackets and marks it takes for nouns.
  { kind: 'mark', surface: /^[^\p{L}\p{N}]+$/u },
  { kind: 'case particle', pos: '助詞', details: ['格助詞'] },
  { kind: 'particle', pos: '助詞' },
  { kind: 'particle', pos: '助動詞' },
  { kind: 'particle', pos: '名詞', details: ['非自立', '特殊'], base: /^(?:の|ん|よう|みたい|そう)$/u },
  { kind: 'particle', pos: '動詞', details: ['接尾'] },
  { kind: 'particle', pos: '形容詞', details: ['接尾'] },
  // かも|しれない, and という written in kana where the dictionary sees と|いう.
  { kind: 'particle', pos: '動詞', base: /^しれる$/u },
  { kind: 'particle', pos: '動詞', base: /^いう$/u, surface: /^い[いうえっ]/u },
  { kind: 'helping verb', pos: '動詞', details: ['非自立'] },
  { kind: 'helping verb', pos: '形容詞', details: ['非自立'] },
  { kind: 'counter', pos: '名詞', details: ['接尾'], detail2: '助数詞' },
  { kind: 'suffix', pos: '名詞', details: ['接尾'] },
  { kind: 'honorific', pos: '接頭詞', surface: /^[おご御]$/u },
  { kind: 'prefix', pos: '接頭詞' },
  { kind: 'formal noun', pos: '名詞', details: ['非自立'] },
  {
    kind: 'time noun',
    pos: '名詞',
    surface:
      /^(?:今|今日|本日|昨日|明日|毎[日朝晩週月年]|現在|今年|昨年|去年|先日|普段|当時|以前|最近|今回)$/u,
  },
  { kind: 'adverbial noun', pos: '名詞', details: ['副詞可能'] },
  { kind: 'latin word', pos: '名詞', surface: /^\p{Script=Latin}/u },
  { kind: 'noun', pos: '名詞' },
  {
    kind: 'light verb',
    pos: '動詞',
    base: /^(?:する|できる|出来る|いたす|致す|なさる|くださる|下さる|いただく|いただける|頂く|頂ける|申し上げる)$/u,
  },
  { kind: 'adverb', pos: '副詞' },
  { kind: 'verb stem', pos: '動詞', form: /^連用形$/u },
  { kind: 'verb', pos: '動詞' },
];

/** These join whatever is before them, a comma aside. */
const LEANING: readonly Kind[] = ['case particle', 'particle', 'suffix', 'counter', 'link'];
/** These join even a comma: 、」 */
const TRAILING: readonly Kind[] = ['comma', 'mark', 'latin space'];
const NOUNS: readonly Kind[] = ['noun', 'latin word', 'adverbial noun', 'suffix', 'counter'];
const AFTER_NOUN: readonly Kind[] = ['noun', 'latin word', 'adverbial noun', 'formal noun', 'prefix'];

interface Joint {
  before: readonly Kind[];
  word: readonly Kind[];
  /** Of the word itself, where the kind is too wide. */
  base?: RegExp;
}

/**
 * Which word joins the phrase before it; every other word begins one. The division of parsers, not of the school: a
 * helping verb stays with its verb (走っている), する with its noun (お手伝いします), compounds stay whole (業務改善).
 */
const JOINTS: readonly Joint[] = [
  { before: NOUNS, word: AFTER_NOUN },
  {
    before: ['prefix', 'honorific'],
    word: [...AFTER_NOUN, 'honorific', 'time noun', 'verb stem', 'light verb'],
  },
  { before: ['time noun'], word: ['formal noun'] },
  { before: ['link'], word: [...AFTER_NOUN, 'honorific', 'time noun'] },
  { before: ['latin space'], word: ['latin word'] },
  { before: ['verb stem'], word: ['noun', 'verb stem', 'light verb', 'verb'] },
  { before: ['noun', 'latin word', 'suffix'], word: ['light verb', 'helping verb'] },
  { before: ['adverb'], word: ['light verb'], base: /^する$/u },
  { before: ['particle', 'verb stem', 'verb', 'light verb', 'helping verb'], word: ['helping verb'] },
];

/**
 * Divides a sentence into phrases (文節); joined again they give the sentence exactly. Punctuation and closing brackets
 * belong to the phrase before, an opening bracket to the one after; characters that have no token (stage cues, invisible
 * ones) to the phrase they follow. `tokens` are the sentence's, with typed offsets. A text without tokens is one phrase.
 */
export function splitBunsetsu(sentence: string, tokens: readonly Token[]): Bunsetsu[] {
  const starts: number[] = [0];
  let before: Kind | undefined;
  for (const [index, token] of tokens.entries()) {
    const kind = kindOf(token, tokens[index - 1]);
    if (before !== undefined && !joins(before, kind, token)) starts.push(token.start);
    before = kind;
  }
  return starts
    .map((start, index) => ({ start, end: starts[index + 1] ?? sentence.length }))
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => ({ text: sentence.slice(start, end), start, end }));
}

/** Whether a token says little by itself: particles, endings, marks, and the する of お手伝いする. */
export function leans(token: Token): boolean {
  return WEAK.includes(kindOf(token, undefined));
}

const WEAK: readonly Kind[] = [...LEANING, ...TRAILING, 'opening', 'helping verb', 'light verb', 'honorific'];

function joins(before: Kind, word: Kind, token: Token): boolean {
  if (TRAILING.includes(word) || before === 'opening') return true;
  if (before === 'comma' || word === 'opening') return false;
  if (LEANING.includes(word)) return true;
  return JOINTS.some(
    (joint) =>
      joint.before.includes(before) &&
      joint.word.includes(word) &&
      (joint.base === undefined || joint.base.test(token.baseForm)),
  );
}

function kindOf(token: Token, before: Token | undefined): Kind {
  if (isOpeningBracket(token.surface)) return 'opening';
  if (before && /^\s+$/u.test(token.surface) && /\p{Script=Latin}$/u.test(before.surface))
    return 'latin space';
  return KINDS.find((pattern) => fits(pattern, token))?.kind ?? 'other';
}

function fits(pattern: Pattern, token: Token): boolean {
  return (
    (pattern.pos === undefined || pattern.pos === token.pos) &&
    (pattern.details === undefined || pattern.details.includes(token.posDetail1)) &&
    (pattern.detail2 === undefined || pattern.detail2 === token.posDetail2) &&
    (pattern.surface === undefined || pattern.surface.test(token.surface)) &&
    (pattern.base === undefined || pattern.base.test(token.baseForm)) &&
    (pattern.form === undefined || pattern.form.test(token.conjugatedForm))
  );
}
