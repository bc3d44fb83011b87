import kuromoji from 'kuromoji/build/kuromoji.js';
import type { OpenEngine } from './serve-engine';

export const openKuromoji: OpenEngine = () =>
  new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath: '/kuromoji-dict/' }).build((error, tokenizer) => {
      if (error) reject(error);
      else resolve((text) => tokenizer.tokenize(text).length);
    });
  });
