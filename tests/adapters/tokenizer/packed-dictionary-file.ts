import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeDictionary } from '../../../src/adapters/tokenizer/packed-ipadic/dictionary';
import manifest from '../../../src/adapters/tokenizer/packed-ipadic/packed-manifest.json';
import { createTokenizer } from '../../../src/adapters/tokenizer/packed-ipadic/tokenizer';
import type { Tokenize } from '../../../src/domain/reading/token';

/** The packed file that ships. */
export function readPackedFile(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(import.meta.dirname, '../../../public/dictionary', manifest.file)));
}

export function inflatePackedFile(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gunzipSync(readPackedFile()));
}

export function createPackedTokenize(): Tokenize {
  return createTokenizer(decodeDictionary(inflatePackedFile()));
}
