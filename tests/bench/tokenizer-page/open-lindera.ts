import init, { TokenizerBuilder } from 'lindera-wasm-ipadic';
import type { OpenEngine } from './serve-engine';

export const openLindera: OpenEngine = async () => {
  await init();
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  const tokenizer = builder.build();
  return (text) => (tokenizer.tokenize(text) as unknown[]).length;
};
