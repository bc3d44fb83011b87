import type { Token } from '../reading/token';

/** Longest head, in characters: enough to recall a sentence by, too little to read it. */
const LONGEST_HEAD = 8;
/** Where a sentence is not analysed yet, this many characters stand for its head. */
const PLAIN_HEAD = 4;

/** The first words of a sentence: its first content word with the particles that belong to it. */
export function sentenceHead(text: string, tokens: readonly Token[] | null): string {
  const body = text.trim();
  if (!tokens) return body.slice(0, PLAIN_HEAD);
  let head = '';
  let content = false;
  for (const token of tokens) {
    const attached = token.pos === '助詞' || token.pos === '助動詞' || token.posDetail1 === '接尾';
    const mark = token.pos === '記号';
    if (content && !attached && token.posDetail1 !== '接続') break;
    if (mark && content) break;
    head += token.surface;
    if (!mark && !attached && token.pos !== '接頭詞') content = true;
    if (head.length >= LONGEST_HEAD) break;
  }
  return head.trim() === '' ? body.slice(0, PLAIN_HEAD) : head.trim();
}
