import type { SentenceAnalysis } from '../../domain/analysis/analyze-sentence';
import type {
  AnalyzeResult,
  DictionaryStatus,
  TokenizerError,
} from '../../domain/analysis/dictionary-status';
import type { ReadingCorrection } from '../../domain/reading/read-aloud';
import packedManifest from './packed-ipadic/packed-manifest.json';
import { type DictionarySource, isWorkerReply, type WorkerReply, type WorkerRequest } from './protocol';

/** Analyses sentences off the main thread; what it knows already it does not compute again. */
export interface ScriptAnalyzer {
  /**
   * One analysis per sentence, in order. A sentence whose text and corrections are the same as before gives the same
   * object. Never rejects; after a failure the next call tries again from the start.
   */
  analyze(sentences: readonly string[], corrections?: readonly ReadingCorrection[]): Promise<AnalyzeResult>;
  /** Starts loading the dictionary, or tries again. */
  prepare(): void;
  status(): DictionaryStatus;
  /** Told of each change of status; gives the function that ends it. */
  subscribe(listener: (status: DictionaryStatus) => void): () => void;
  /** Ends the worker for good; calls in flight and later ones give `worker-lost`. */
  close(): void;
}

export interface ScriptAnalyzerOptions {
  dictionary?: DictionarySource;
  createWorker?: () => Worker;
  /** A worker that owes an answer and gives no sign of life (progress is one) for so long has failed. */
  silenceMs?: number;
  /** Sentences kept with their analysis. A script of three minutes has some sixty. */
  keptSentences?: number;
}

const { file, ...manifest } = packedManifest;

/** The dictionary that ships with the app, whatever path the app is served from. */
function shippedDictionary(): DictionarySource {
  const url = new URL(`${import.meta.env.BASE_URL}dictionary/${file}`, document.baseURI).href;
  return { url, ...manifest };
}

function createAnalysisWorker(): Worker {
  return new Worker(new URL('./worker/analysis-worker.ts', import.meta.url), { type: 'module' });
}

export function createScriptAnalyzer({
  dictionary = shippedDictionary(),
  createWorker = createAnalysisWorker,
  silenceMs = 30_000,
  keptSentences = 1000,
}: ScriptAnalyzerOptions = {}): ScriptAnalyzer {
  const listeners = new Set<(status: DictionaryStatus) => void>();
  const pending = new Map<number, (result: AnalyzeResult) => void>();
  /** Analyses by sentence for the corrections of `keptFor`, those used longest ago first. */
  const kept = new Map<string, SentenceAnalysis>();
  let keptFor = '[]';
  let status: DictionaryStatus = { kind: 'idle' };
  let worker: Worker | undefined;
  let preparing = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;
  let closed = false;

  function setStatus(next: DictionaryStatus): void {
    status = next;
    for (const listener of [...listeners]) listener(next);
  }

  function endWorker(): void {
    clearTimeout(silence);
    worker?.terminate();
    worker = undefined;
  }

  function settleAll(error: TokenizerError): void {
    const waiting = [...pending.values()];
    pending.clear();
    preparing = false;
    for (const settle of waiting) settle({ ok: false, error });
  }

  function fail(error: TokenizerError): void {
    endWorker();
    setStatus({ kind: 'failed', error });
    settleAll(error);
  }

  function watchSilence(): void {
    clearTimeout(silence);
    if (pending.size > 0 || preparing) silence = setTimeout(() => fail({ kind: 'timed-out' }), silenceMs);
  }

  function keep(analysis: SentenceAnalysis): void {
    kept.delete(analysis.text);
    kept.set(analysis.text, analysis);
    for (const oldest of kept.keys()) {
      if (kept.size <= keptSentences) break;
      kept.delete(oldest);
    }
  }

  function receive(message: WorkerReply): void {
    if (message.kind === 'status') {
      if (message.status.kind !== 'loading') preparing = false;
      setStatus(message.status);
    } else {
      const settle = pending.get(message.id);
      pending.delete(message.id);
      if (message.kind === 'failed') settle?.({ ok: false, error: message.error });
      else settle?.({ ok: true, analyses: message.analyses });
    }
    watchSilence();
  }

  function startWorker(): Worker {
    const started = createWorker();
    // What an ended worker has sent still arrives. Chromium's Worker has no `onmessageerror`: listeners it is.
    const listen = (type: 'message' | 'messageerror' | 'error', heard: (event: Event) => void) =>
      started.addEventListener(type, (event) => {
        if (worker === started) heard(event);
      });
    const lost = () => fail({ kind: 'worker-lost' });
    listen('message', (event) => {
      const { data } = event as MessageEvent<unknown>;
      if (isWorkerReply(data)) receive(data);
      else lost();
    });
    listen('messageerror', lost);
    listen('error', lost);
    const opening: WorkerRequest = { kind: 'open', dictionary };
    started.postMessage(opening);
    return started;
  }

  function send(request: WorkerRequest): void {
    try {
      worker ??= startWorker();
      worker.postMessage(request);
      watchSilence();
    } catch {
      // Workers are forbidden here, or too many.
      fail({ kind: 'worker-lost' });
    }
  }

  /** Asks the worker for sentences that are not kept. */
  function request(sentences: string[], corrections: readonly ReadingCorrection[]): Promise<AnalyzeResult> {
    return new Promise((settle) => {
      lastId += 1;
      pending.set(lastId, settle);
      send({ kind: 'analyze', id: lastId, sentences, corrections });
    });
  }

  return {
    async analyze(sentences, corrections = []) {
      if (closed) return { ok: false, error: { kind: 'worker-lost' } };
      const asked = JSON.stringify(corrections);
      if (asked !== keptFor) {
        kept.clear();
        keptFor = asked;
      }
      const found = new Map<string, SentenceAnalysis>();
      const missing = new Set<string>();
      for (const text of sentences) {
        const analysis = kept.get(text);
        if (analysis) found.set(text, analysis);
        else missing.add(text);
      }
      if (missing.size > 0) {
        const result = await request([...missing], corrections);
        if (!result.ok) return result;
        for (const analysis of result.analyses) found.set(analysis.text, kept.get(analysis.text) ?? analysis);
      }
      if (asked === keptFor) for (const analysis of found.values()) keep(analysis);
      return { ok: true, analyses: sentences.map((text) => found.get(text) as SentenceAnalysis) };
    },
    prepare() {
      if (closed || preparing || status.kind === 'ready') return;
      preparing = true;
      send({ kind: 'prepare' });
    },
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      endWorker();
      settleAll({ kind: 'worker-lost' });
      listeners.clear();
    },
  };
}
