import type { ScriptAnalyzer } from '../../src/adapters/tokenizer/create-script-analyzer';
import { analyzeSentence } from '../../src/domain/analysis/analyze-sentence';
import type { AnalyzeResult, DictionaryStatus } from '../../src/domain/analysis/dictionary-status';
import type { Tokenize } from '../../src/domain/reading/token';

/** An analyser without a worker: it computes where it is called, with whatever tokeniser the test brings. */
export interface FakeAnalyzer extends ScriptAnalyzer {
  /** The dictionary has arrived. */
  load(tokenize: Tokenize): void;
  /** Sentences asked for, call by call. */
  readonly asked: readonly (readonly string[])[];
  closed(): boolean;
}

/** Without `tokenize` the dictionary cannot be reached, until `load`. */
export function createFakeAnalyzer(tokenize: Tokenize | null = null): FakeAnalyzer {
  const listeners = new Set<(status: DictionaryStatus) => void>();
  const asked: string[][] = [];
  const unreachable = { kind: 'dictionary-unreachable', reason: 'network' } as const;
  let status: DictionaryStatus = tokenize ? { kind: 'ready' } : { kind: 'failed', error: unreachable };
  let closed = false;
  return {
    asked,
    closed: () => closed,
    load: (loaded) => {
      tokenize = loaded;
      status = { kind: 'ready' };
      for (const listener of [...listeners]) listener(status);
    },
    analyze: async (sentences, corrections = []): Promise<AnalyzeResult> => {
      asked.push([...sentences]);
      await Promise.resolve();
      const found = tokenize;
      if (!found || closed) return { ok: false, error: closed ? { kind: 'worker-lost' } : unreachable };
      return { ok: true, analyses: sentences.map((text) => analyzeSentence(text, found, corrections)) };
    },
    prepare: () => {},
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
    },
  };
}
