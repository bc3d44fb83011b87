import { loadDictionary } from '../../../src/adapters/tokenizer/dictionary-loading';
import { decodeDictionary } from '../../../src/adapters/tokenizer/packed-ipadic/dictionary';
import packedManifest from '../../../src/adapters/tokenizer/packed-ipadic/packed-manifest.json';
import { createTokenizer } from '../../../src/adapters/tokenizer/packed-ipadic/tokenizer';
import type { OpenEngine } from './serve-engine';

export const openPacked: OpenEngine = async () => {
  const url = new URL(`/dictionary/${packedManifest.file}`, location.origin).href;
  const load = await loadDictionary({ ...packedManifest, url }, () => {});
  if (!load.ok) throw new Error(load.reason);
  const tokenize = createTokenizer(decodeDictionary(load.bytes));
  return (text) => tokenize(text).length;
};
