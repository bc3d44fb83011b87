import type { SentenceAnalysis } from '../../domain/analysis/analyze-sentence';
import type { DictionaryStatus, TokenizerError } from '../../domain/analysis/dictionary-status';
import type { ReadingCorrection } from '../../domain/reading/read-aloud';
import type { PackedManifest } from './packed-ipadic/inflate';

/** Where the packed dictionary is, and how to tell that it is whole. */
export interface DictionarySource extends PackedManifest {
  /** Absolute. */
  url: string;
}

/** What the page asks of the worker. `open` comes first and once; the dictionary is loaded when first needed. */
export type WorkerRequest =
  | { kind: 'open'; dictionary: DictionarySource }
  | { kind: 'prepare' }
  | { kind: 'analyze'; id: number; sentences: string[]; corrections: readonly ReadingCorrection[] };

/** What the worker tells the page. */
export type WorkerReply =
  | { kind: 'status'; status: DictionaryStatus }
  | { kind: 'analyzed'; id: number; analyses: SentenceAnalysis[] }
  | { kind: 'failed'; id: number; error: TokenizerError };

/** Whether a message is a reply: anything else means that the worker is not the one this code was built with. */
export function isWorkerReply(message: unknown): message is WorkerReply {
  if (typeof message !== 'object' || message === null) return false;
  const { kind, id, analyses, status, error } = message as Record<string, unknown>;
  if (kind === 'status') return typeof status === 'object' && status !== null;
  if (kind === 'analyzed') return typeof id === 'number' && Array.isArray(analyses);
  return kind === 'failed' && typeof id === 'number' && typeof error === 'object' && error !== null;
}
