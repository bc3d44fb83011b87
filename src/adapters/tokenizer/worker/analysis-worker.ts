import { analyzeSentence } from '../../../domain/analysis/analyze-sentence';
import type { TokenizerError } from '../../../domain/analysis/dictionary-status';
import type { Tokenize } from '../../../domain/reading/token';
import { loadDictionary } from '../dictionary-loading';
import { decodeDictionary } from '../packed-ipadic/dictionary';
import { createTokenizer } from '../packed-ipadic/tokenizer';
import type { DictionarySource, WorkerReply, WorkerRequest } from '../protocol';

declare const self: DedicatedWorkerGlobalScope;

type Opening = { ok: true; tokenize: Tokenize } | { ok: false; error: TokenizerError };

let source: DictionarySource | undefined;
let opening: Promise<Opening> | undefined;

function reply(message: WorkerReply): void {
  self.postMessage(message);
}

async function open(from: DictionarySource): Promise<Opening> {
  reply({ kind: 'status', status: { kind: 'loading', loadedBytes: 0, totalBytes: from.packedBytes } });
  const load = await loadDictionary(from, (loadedBytes, totalBytes) => {
    reply({ kind: 'status', status: { kind: 'loading', loadedBytes, totalBytes } });
  });
  if (!load.ok) {
    // The next request tries again.
    opening = undefined;
    const error: TokenizerError = { kind: 'dictionary-unreachable', reason: load.reason };
    reply({ kind: 'status', status: { kind: 'failed', error } });
    return { ok: false, error };
  }
  const tokenize = createTokenizer(decodeDictionary(load.bytes));
  reply({ kind: 'status', status: { kind: 'ready' } });
  return { ok: true, tokenize };
}

async function handle(request: WorkerRequest): Promise<void> {
  if (request.kind === 'open') {
    source = request.dictionary;
    return;
  }
  if (!source) throw new Error('the worker was asked before it was told where the dictionary is');
  opening ??= open(source);
  const opened = await opening;
  if (request.kind === 'prepare') return;
  const { id, sentences, corrections } = request;
  if (!opened.ok) {
    reply({ kind: 'failed', id, error: opened.error });
    return;
  }
  const analyses = sentences.map((text) => analyzeSentence(text, opened.tokenize, corrections));
  reply({ kind: 'analyzed', id, analyses });
}

self.onmessage = (event: MessageEvent<WorkerRequest>) => {
  // A bug must reach the page's `onerror`, which a rejected promise in here would not.
  handle(event.data).catch((error: unknown) => self.reportError(error));
};
