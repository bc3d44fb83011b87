import type { Token } from '../reading/token';
import type { Evidence } from './element';
import { type FoldedSentence, foldSentence } from './fold-sentence';
import { PATTERNS } from './patterns';
import { senseOf, verbOfPotential } from './word-senses';

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
  /** What the word means for a pitch, see word-senses. */
  sense?: string | undefined;
  potential?: boolean;
  pos: string;
  detail: string;
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
  for (const word of words) {
    add(`u:${word.lemma}`, ...span(word, word));
    if (word.sense) add(`w:${word.sense}`, ...span(word, word));
    if (word.potential) add('w:できる', ...span(word, word));
  }
  for (const clause of clauses) {
    for (let i = 0; i + 1 < clause.length; i++) {
      const [a, b] = [clause[i], clause[i + 1]];
      if (!a || !b) continue;
      add(`s:${a.shape} ${b.shape}`, ...span(a, b));
      if (a.sense || b.sense) add(`t:${a.sense ?? a.shape} ${b.sense ?? b.shape}`, ...span(a, b));
    }
    addEnding('c', clause, add);
  }
  addEnding('e', clauses.at(-1) ?? [], add);
  const close = predicateOf(clauses.at(-1) ?? []);
  if (close) add(`m:${close.form}`, close.start, close.end);
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
  addLength(folded, add);
  addCharacters(folded, add);
  const end = folded.text.replace(/[\p{P}\p{S}ー〜]+$/u, '');
  for (let length = 2; length <= 5 && length < end.length; length++) {
    const at = end.length - length;
    add(`z:${end.slice(at)}`, folded.starts[at] ?? 0, folded.ends[end.length - 1] ?? text.length);
  }
}

/** Bounds between lengths of sentence, in characters: a call, a scene's one line, a plain sentence, all in one. */
const LENGTHS = [8, 14, 22, 32, 45, 65];
const MOST_COMMAS = 4;

/** How long a sentence is and into how many parts it falls: a scene is short, a sentence that says all three is not. */
function addLength(
  { text, ends }: FoldedSentence,
  add: (name: string, start: number, end: number) => void,
): void {
  const end = ends.at(-1) ?? 0;
  const commas = text.match(/、|,(?![0-9])/gu)?.length ?? 0;
  add(`l:${LENGTHS.filter((length) => text.length > length).length}`, 0, end);
  add(`l:、${Math.min(MOST_COMMAS, commas)}`, 0, end);
}

/** The last predicate of a clause as its grammar: polite, past, negated, potential, whose favour it is. */
function predicateOf(clause: readonly Word[]): (Evidence & { form: string }) | undefined {
  let at = clause.length - 1;
  while (at >= 0 && /^(?:助詞|感動詞|フィラー)$/u.test(clause[at]?.pos ?? '')) at -= 1;
  const last = clause[at];
  if (!last) return undefined;
  const particles = clause.slice(at + 1).map((word) => word.shape);
  const tail: string[] = [];
  let start = at;
  while (start >= 0 && tail.length < 5) {
    const word = clause[start];
    if (!word) break;
    if (
      word.pos === '助動詞' ||
      word.detail === '非自立' ||
      word.detail === '接尾' ||
      /^(?:て|で)$/u.test(word.shape)
    ) {
      tail.unshift(word.shape);
      start -= 1;
    } else break;
  }
  const head = clause[Math.max(0, start)];
  const kind =
    start >= 0 && head
      ? (head.sense ?? head.shape.replace(/^(?:名詞|未知語|サ変接続|#|人名|地域|固有)$/u, '名'))
      : '';
  return {
    start: head?.start ?? last.start,
    end: clause.at(-1)?.end ?? last.end,
    form: [kind, ...tail, ...particles].join('+'),
  };
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
    const lemmas = tail.map((word) => word.lemma).join(' ');
    add(`${kind}:${tail.map((word) => word.shape).join(' ')}`, start, last.end);
    add(`${kind}:${tail.map((word) => word.sense ?? word.shape).join(' ')}`, start, last.end);
    if (kind === 'e' && length > 1) add(`${kind}:${lemmas}`, start, last.end);
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
  const place = {
    start: token.start,
    end: token.start + token.surface.length,
    pos: token.pos,
    detail: token.posDetail1,
  };
  if (token.posDetail1 === '数') return { ...place, lemma: '#', shape: '#' };
  if (token.posDetail1 === '固有名詞') {
    const kind = token.posDetail2 === '人名' || token.posDetail2 === '地域' ? token.posDetail2 : '固有';
    return { ...place, lemma: kind, shape: kind };
  }
  const grammar = GRAMMAR_POS.has(token.pos) || /^(?:非自立|代名詞|接尾|特殊)$/u.test(token.posDetail1);
  const shape = grammar ? dictionaryForm : shapeOf(token);
  const potential = token.pos === '動詞' && token.conjugatedType === '一段' && isPotential(dictionaryForm);
  return {
    ...place,
    lemma: dictionaryForm,
    shape,
    sense: senseOf(dictionaryForm, token.pos === '名詞'),
    potential,
  };
}

/** Whether an ichidan verb can be read as a potential whose plain verb is listed (眠れる, not 食べる). */
function isPotential(lemma: string): boolean {
  const verb = verbOfPotential(lemma);
  return verb !== undefined && senseOf(verb, false) !== undefined;
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
