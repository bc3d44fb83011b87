import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import kuromoji, { type KuromojiTokenizer } from 'kuromoji';
import type { Tokenize } from '../../src/domain/reading/token';

const DICTIONARY = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');

/** The kuromoji package as published, with its own dictionary. */
export function buildStockKuromoji(): Promise<KuromojiTokenizer> {
  return new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath: DICTIONARY }).build((error, tokenizer) => {
      if (error) reject(error);
      else resolve(tokenizer);
    });
  });
}

/** Stock kuromoji behind the domain's `Tokenize`. It loses tokens after emoji, so offsets are found by searching. */
export async function createStockTokenize(): Promise<Tokenize> {
  const tokenizer = await buildStockKuromoji();
  return (text) => {
    let from = 0;
    return tokenizer.tokenize(text).map((token) => {
      const found = text.indexOf(token.surface_form, from);
      const start = found === -1 ? from : found;
      from = start + token.surface_form.length;
      return {
        surface: token.surface_form,
        start,
        pos: token.pos,
        posDetail1: token.pos_detail_1,
        posDetail2: token.pos_detail_2,
        posDetail3: token.pos_detail_3,
        conjugatedType: token.conjugated_type,
        conjugatedForm: token.conjugated_form,
        baseForm: token.basic_form,
        pronunciation: token.pronunciation,
        known: token.word_type === 'KNOWN',
      };
    });
  };
}
