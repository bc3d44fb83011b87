import { carries, type SentenceReport } from '../analysis/report-script';
import type { Token } from '../reading/token';
import { GENERIC_TRADES, TRADE } from './phrase-tables';
import { saysName } from './says-name';
import type { OwnWords } from './script-finding';

/** Shortest name of an offer worth asking with, in characters. */
const LEAST_OFFER = 4;
/** Longest description of a customer that a question can take up, in characters. */
const LONGEST_CUSTOMER = 24;
/** Titles, certificates and people are no offer. */
const NO_OFFER =
  /(?:[士師級者員家人様]|資格|認定|免許|許可|特許|マーク|連盟|協会|屋さん|さん|実績|経験|スタッフ)$/u;
/** A customer is spoken of by one of these words. */
const CUSTOMER = /(?:方|方々|人|さん|様|社長|経営者|企業|会社|家族|ご家庭|ママ|お店|店主|園|院|世帯)$/u;

/** The person's own trade, customers and offer, as their script names them. */
export function ownWords(sentences: readonly SentenceReport[]): OwnWords {
  const trade = tradeIn(sentences.filter(saysName)) ?? tradeIn(sentences);
  return { trade, customer: customerIn(sentences), offer: offerIn(sentences) };
}

function tradeIn(sentences: readonly SentenceReport[]): string | null {
  const nouns = sentences.flatMap(({ analysis }) => compoundNouns(analysis?.tokens ?? []));
  return nouns.find(({ text }) => endsInTrade(text) && !GENERIC_TRADES.has(text))?.text ?? null;
}

function endsInTrade(noun: string): boolean {
  const found = [...noun.matchAll(new RegExp(TRADE, 'gu'))].at(-1);
  return found !== undefined && found.index + found[0].length === noun.length;
}

/**
 * The name of a thing in the sentences that say what is special: rather one that something is done with (「〜を」) than a
 * longer one in passing; short words say too little.
 */
function offerIn(sentences: readonly SentenceReport[]): string | null {
  const nouns = sentences
    .filter((sentence) => carries(sentence, 'feature'))
    .flatMap((sentence) => compoundNouns(sentence.analysis?.tokens ?? []))
    .filter(({ text }) => text.length >= LEAST_OFFER && !NO_OFFER.test(text));
  const longest = (among: typeof nouns) =>
    among.reduce((best, { text }) => (text.length > best.length ? text : best), '');
  return longest(nouns.filter(({ particle }) => particle === 'を')) || longest(nouns) || null;
}

/** 「〜の方」「〜の社長さん」 in a sentence that names the target: from where its clause begins, if that is short. */
function customerIn(sentences: readonly SentenceReport[]): string | null {
  for (const sentence of sentences) {
    if (!carries(sentence, 'target')) continue;
    const tokens = sentence.analysis?.tokens ?? [];
    let from = 0;
    for (const [at, token] of tokens.entries()) {
      const breaks = token.pos === '記号' || (token.surface === 'は' && token.pos === '助詞');
      if (breaks) from = at + 1;
      const next = tokens[at + 1];
      if (breaks || at === from || !CUSTOMER.test(token.surface) || next?.pos === '名詞') continue;
      const first = tokens[from];
      const words = sentence.text.slice(first?.start ?? 0, token.start + token.surface.length);
      const narrow = tokens.slice(from, at).some(({ pos }) => /^(?:名詞|動詞|形容詞)$/u.test(pos));
      const points =
        /^(?:連体詞|接続詞|感動詞|副詞|助詞)$/u.test(first?.pos ?? '') || first?.posDetail1 === '副詞可能';
      if (narrow && !points && [...words].length <= LONGEST_CUSTOMER) return words.replace(/\s+/gu, '');
    }
  }
  return null;
}

/** Runs of nouns joined, with the particle after them: 「訪問型病児保育」を, not 「訪問」 and 「型」. */
function compoundNouns(tokens: readonly Token[]): { text: string; particle: string }[] {
  const compounds: { text: string; particle: string }[] = [];
  let run: Token[] = [];
  const close = (next: Token | undefined) => {
    const text = run.map(({ surface }) => surface).join('');
    if (text !== '') compounds.push({ text, particle: next?.pos === '助詞' ? next.surface : '' });
    run = [];
  };
  for (const [at, token] of tokens.entries()) {
    const noun =
      (token.pos === '名詞' &&
        !['数', '代名詞', '非自立', '副詞可能'].includes(token.posDetail1) &&
        /[^\d]/u.test(token.surface)) ||
      // 話し方講師, 手作りパン: a verb's stem inside a compound.
      (token.conjugatedForm === '連用形' &&
        tokens[at + 1]?.pos === '名詞' &&
        tokens[at + 1]?.posDetail1 === '接尾');
    if (noun) run.push(token);
    else close(token);
  }
  close(undefined);
  return compounds;
}
