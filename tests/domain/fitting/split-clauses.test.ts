import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clause } from '../../../src/domain/fitting/split-clauses';
import { japaneseScript } from '../text/japanese-text';
import { fitted } from './fitted-script';

/** A bar between clauses; `!` before one that stays. */
const written = (clauses: readonly Clause[]): string =>
  clauses.map(({ text, droppable }) => `${droppable ? '' : '!'}${text}`).join('|');

describe('splitClauses', () => {
  it.each([
    // Statements: ～て、 ～ので、 ～が、 and the form that goes on (折り返し、).
    '写真を撮りながら、|!危ない場所に番号をつけていきます。',
    '私は28社の商品を扱っていますが、|!最初の面談では1つもお勧めしません。',
    '夜中の2時でも、|15分以内に折り返し、|!必要ならすぐ車を出します。',
    '忙しい方が多いので|!夜も開けています。',
    '!焼いてから冷凍してお送りします。',
    // Circumstances and what opens.
    '2024年4月から、|!相続した土地の登記は義務になりました。',
    '実は、|!鍵の寿命は10年です。',
    '夜、|!安心して眠れるようになったと喜ばれています。',
    // What the sentence is about stays.
    '!私たちは、|病院から家に帰ると決めた方と、|!ご家族のもとへ伺っています。',
    // What the next clause takes up stays.
    '!私たちは、|!病院から家に帰ると決めた方と、|!そのご家族のもとへ伺っています。',
    '!保険料が月に1万2千円下がり、|!その分を教育資金に回せました。',
    '!機械は立派なのに知られていない、|!そんな町工場をご紹介ください。',
    '夜、|!そのほかのお茶もお出しします。',
    // Not divided: lists, objects, quotes, what is quoted, brackets.
    '!小麦、卵、乳製品は工房に一切持ち込みません。',
    '!初めて会う人に信頼されている1枚を、お渡しします。',
    '!担当者が辞めてから3年さわっていない、という会社を見てきました。',
    'どうぞ、|!元消防士の土門という者がいる、とお伝えください。',
    '!「焼いて、冷まして、送る」だけです。',
  ])('%s', (clauses) => {
    const sentence = clauses.replaceAll(/[|!]/gu, '');
    expect(written(fitted(sentence)[0]?.clauses ?? [])).toBe(clauses);
  });

  it('knows where a clause can end the sentence', () => {
    const ends = (sentence: string): (string | null)[] =>
      (fitted(sentence)[0]?.clauses ?? []).map(({ endsAt }) =>
        endsAt === null ? null : sentence.slice(0, endsAt),
      );
    expect(ends('書類は私が下書きしますので、ご安心ください。')).toEqual(['書類は私が下書きします', null]);
    expect(ends('切るんですが、切りすぎない。')).toEqual(['切るんです', null]);
    expect(ends('お子さんが生まれて、保険に入ります。')).toEqual([null, null]);
  });

  it('gives every sentence again when joined', () => {
    fc.assert(
      fc.property(japaneseScript, (script) => {
        const sentences = fitted(script);
        expect(sentences.flatMap(({ clauses }) => clauses.map(({ text }) => text)).join('')).toBe(script);
        for (const { text, clauses } of sentences) {
          for (const clause of clauses) expect(text.slice(clause.start, clause.end)).toBe(clause.text);
          expect(clauses.at(-1)?.droppable).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });
});
