import type { SentenceAnalysis } from './analyze-sentence';

/**
 * Why analysing failed; each can be tried again. The dictionary's file: no connection or a server's error, not there
 * (404), a web page in its place, cut short, or damaged. The worker: it died, or gave no sign for too long.
 */
export type TokenizerError =
  | {
      kind: 'dictionary-unreachable';
      reason: 'network' | 'not-found' | 'html-page' | 'truncated' | 'corrupt';
    }
  | { kind: 'worker-lost' }
  | { kind: 'timed-out' };

/** How far the dictionary is; bytes are those of the file as it arrives, after a `Content-Encoding` is undone. */
export type DictionaryStatus =
  | { kind: 'idle' }
  | { kind: 'loading'; loadedBytes: number; totalBytes: number }
  | { kind: 'ready' }
  | { kind: 'failed'; error: TokenizerError };

export type AnalyzeResult = { ok: true; analyses: SentenceAnalysis[] } | { ok: false; error: TokenizerError };
