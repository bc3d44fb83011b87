import type { Token } from '../reading/token';
import type { Evidence } from './element';
import { type FoldedSentence, foldSentence } from './fold-sentence';
import { PATTERNS } from './patterns';

/** One thing the judge notices in a sentence, and where (typed offsets; several places for one feature). */
export interface SentenceFeature {
  name: string;
  places: Evidence[];
}

/** A word as the features speak of it. */
interface Word extends Evidence {
  /** Dictionary form, or a class for numbers and names. */
  lemma: string;
  /** The word itself where it is grammar, its part of speech where it is vocabulary. */
  shape: string;
}

/** Everything noticed in one sentence, each feature once; it depends on the sentence alone. */
export function extractFeatures(text: string, tokens: readonly Token[]): SentenceFeature[] {
  const features = new Map<string, Evidence[]>();
  const add = (name: string, start: number, end: number) => {
    const places = features.get(name);
    if (places) places.push({ start, end });
    else features.set(name, [{ start, end }]);
  };
  addPatterns(text, add);
  const clauses = readClauses(tokens);
  const words = clauses.flat();
  const span = (from: Word, to: Word) => [from.start, to.end] as const;
  for (const word of words) add(`u:${word.lemma}`, ...span(word, word));
  for (const clause of clauses) {
    for (let i = 0; i + 1 < clause.length; i++) {
      const [a, b, c] = [clause[i], clause[i + 1], clause[i + 2]];
      if (!a || !b) continue;
      add(`s:${a.shape} ${b.shape}`, ...span(a, b));
      if (c) add(`s:${a.shape} ${b.shape} ${c.shape}`, ...span(a, c));
    }
    addEnding('c', clause, add);
  }
  addEnding('e', clauses.at(-1) ?? [], add);
  const [first, second] = words;
  if (first) add(`f:${first.lemma}`, ...span(first, first));
  if (first && second) add(`f:${first.shape} ${second.shape}`, ...span(first, second));
  return [...features].map(([name, places]) => ({ name, places }));
}

function addPatterns(text: string, add: (name: string, start: number, end: number) => void): void {
  const folded = foldSentence(text);
  for (const { name, expression } of PATTERNS) {
    for (const match of folded.text.matchAll(expression)) {
      const start = folded.starts[match.index];
      const end = folded.ends[match.index + match[0].length - 1];
      if (start !== undefined && end !== undefined && end > start) add(`g:${name}`, start, end);
    }
  }
  addCharacters(folded, add);
  const end = folded.text.replace(/[\p{P}\p{S}ー〜]+$/u, '');
  for (let length = 2; length <= 5 && length < end.length; length++) {
    const at = end.length - length;
    add(`z:${end.slice(at)}`, folded.starts[at] ?? 0, folded.ends[end.length - 1] ?? text.length);
  }
}

/** Kanji and pairs of characters, which carry over where the word does not: 痛み, 腰痛, 痛くて share 痛. */
function addCharacters(
  folded: FoldedSentence,
  add: (name: string, start: number, end: number) => void,
): void {
  const text = folded.text.replace(/[0-9]/gu, '0');
  for (let i = 0; i < text.length; i++) {
    const start = folded.starts[i] ?? 0;
    const one = text[i] ?? '';
    if (/\p{Script=Han}/u.test(one)) add(`k:${one}`, start, folded.ends[i] ?? start);
    if (i + 1 < text.length) add(`p:${one}${text[i + 1]}`, start, folded.ends[i + 1] ?? start);
  }
}

function addEnding(
  kind: string,
  clause: readonly Word[],
  add: (name: string, start: number, end: number) => void,
): void {
  const last = clause.at(-1);
  if (!last) return;
  for (let length = 1; length <= 3 && length <= clause.length; length++) {
    const tail = clause.slice(-length);
    const start = tail[0]?.start ?? last.start;
    add(`${kind}:${tail.map((word) => word.shape).join(' ')}`, start, last.end);
    if (length > 1) add(`${kind}:${tail.map((word) => word.lemma).join(' ')}`, start, last.end);
  }
}

/** Words clause by clause: a clause ends at a comma or a full stop. */
function readClauses(tokens: readonly Token[]): Word[][] {
  const clauses: Word[][] = [[]];
  for (const token of tokens) {
    if (token.pos === '記号') {
      if (/[、。,.!?！？，．]/u.test(token.surface)) clauses.push([]);
      continue;
    }
    clauses.at(-1)?.push(readWord(token));
  }
  return clauses.filter((clause) => clause.length > 0);
}

const GRAMMAR_POS = new Set(['助詞', '助動詞', '接続詞', '連体詞', '感動詞', '接頭詞', 'フィラー']);

function readWord(token: Token): Word {
  const surface = token.surface.normalize('NFKC');
  const dictionaryForm = token.baseForm === '*' ? surface : token.baseForm.normalize('NFKC');
  const place = { start: token.start, end: token.start + token.surface.length };
  if (token.posDetail1 === '数') return { ...place, lemma: '#', shape: '#' };
  if (token.posDetail1 === '固有名詞') {
    const kind = token.posDetail2 === '人名' || token.posDetail2 === '地域' ? token.posDetail2 : '固有';
    return { ...place, lemma: kind, shape: kind };
  }
  const grammar = GRAMMAR_POS.has(token.pos) || /^(?:非自立|代名詞|接尾|特殊)$/u.test(token.posDetail1);
  const shape = grammar ? dictionaryForm : shapeOf(token);
  return { ...place, lemma: dictionaryForm, shape };
}

function shapeOf(token: Token): string {
  if (token.pos === '名詞') {
    if (/^(?:サ変接続|形容動詞語幹|副詞可能)$/u.test(token.posDetail1)) return token.posDetail1;
    return token.known ? '名詞' : '未知語';
  }
  if (token.pos === '動詞' && /^(?:する|なる|ある|いる|できる|やる|くれる|もらう)$/u.test(token.baseForm))
    return token.baseForm;
  return token.pos;
}
