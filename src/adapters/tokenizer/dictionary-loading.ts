import type { TokenizerError } from '../../domain/analysis/dictionary-status';
import { formOf, inflatePackedFile } from './packed-ipadic/inflate';
import type { DictionarySource } from './protocol';

type Reason = Extract<TokenizerError, { kind: 'dictionary-unreachable' }>['reason'];

export type DictionaryLoad = { ok: true; bytes: Uint8Array } | { ok: false; reason: Reason };

/** What loading needs of the browser. `caches` is missing on pages without HTTPS: then there is no copy for offline. */
export interface LoadingPorts {
  fetchDictionary(url: string, init: RequestInit): Promise<Response>;
  caches: CacheStorage | undefined;
  waitMs(ms: number): Promise<void>;
  /** Given the writing to the cache, which never rejects and goes on after the dictionary is loaded. */
  afterwards(keeping: Promise<void>): void;
}

type Progress = (loadedBytes: number, totalBytes: number) => void;

const CACHE_NAME = 'packed-dictionary';

/** Waits before each further attempt, for failures that may pass by themselves. */
const RETRY_AFTER_MS = [500, 2000] as const;

const browserPorts: LoadingPorts = {
  fetchDictionary: (url, init) => fetch(url, init),
  caches: globalThis.caches,
  waitMs: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  afterwards: () => {},
};

interface Received {
  load: DictionaryLoad;
  chunks: Uint8Array<ArrayBuffer>[];
}

async function receive(
  response: Response,
  source: DictionarySource,
  onProgress: Progress,
): Promise<Received> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  if (!response.body) return { load: { ok: false, reason: 'truncated' }, chunks };
  let loaded = 0;
  let total = source.packedBytes;
  try {
    const load = await inflatePackedFile(response.body, source, (chunk) => {
      if (loaded === 0 && formOf(chunk) === 'inflated') total = source.inflatedBytes;
      chunks.push(chunk);
      loaded += chunk.length;
      onProgress(loaded, Math.max(total, loaded));
    });
    return { load, chunks };
  } catch {
    return { load: { ok: false, reason: 'network' }, chunks };
  }
}

async function fetchOnce(
  source: DictionarySource,
  init: RequestInit,
  onProgress: Progress,
  ports: LoadingPorts,
): Promise<Received> {
  const failed = (reason: Reason): Received => ({ load: { ok: false, reason }, chunks: [] });
  let response: Response;
  try {
    response = await ports.fetchDictionary(source.url, init);
  } catch {
    return failed('network');
  }
  if (!response.ok) {
    // Nobody reads the body: let go of it.
    await response.body?.cancel().catch(() => {});
    return failed(response.status === 404 || response.status === 410 ? 'not-found' : 'network');
  }
  return receive(response, source, onProgress);
}

async function openCache(ports: LoadingPorts): Promise<Cache | undefined> {
  try {
    return await ports.caches?.open(CACHE_NAME);
  } catch {
    // Storage is denied (private windows, third-party frames): do without.
    return undefined;
  }
}

async function loadFromCache(
  cache: Cache,
  source: DictionarySource,
  onProgress: Progress,
): Promise<DictionaryLoad | undefined> {
  try {
    const kept = await cache.match(source.url);
    if (!kept) return undefined;
    const { load } = await receive(kept, source, onProgress);
    if (load.ok) return load;
    await cache.delete(source.url);
  } catch {
    // An unreadable copy is no copy.
  }
  return undefined;
}

/** Keeps the file, then lets older versions from the same folder go: there is always one. */
async function keep(
  cache: Cache,
  source: DictionarySource,
  chunks: Uint8Array<ArrayBuffer>[],
): Promise<void> {
  try {
    const headers = { 'Content-Type': 'application/octet-stream' };
    await cache.put(source.url, new Response(new Blob(chunks), { headers }));
    const folder = new URL('.', source.url).href;
    for (const { url } of await cache.keys()) {
      if (url !== source.url && new URL('.', url).href === folder) await cache.delete(url);
    }
  } catch {
    // No room: it is fetched again next time.
  }
}

/**
 * Loads the packed dictionary: from the cache, so that it is there offline after the first visit, else from the network,
 * with further attempts where the failure may pass. Never rejects.
 *
 * @param onProgress bytes so far and in all, as they arrive
 */
export async function loadDictionary(
  source: DictionarySource,
  onProgress: Progress,
  ports: LoadingPorts = browserPorts,
): Promise<DictionaryLoad> {
  const cache = await openCache(ports);
  const kept = cache && (await loadFromCache(cache, source, onProgress));
  if (kept) return kept;
  for (let attempt = 0; ; attempt++) {
    // What came damaged may sit damaged in the browser's HTTP cache too.
    const init: RequestInit = attempt === 0 ? {} : { cache: 'reload' };
    const { load, chunks } = await fetchOnce(source, init, onProgress, ports);
    if (load.ok) {
      // The first tokens need not wait for the disk.
      if (cache) ports.afterwards(keep(cache, source, chunks));
      return load;
    }
    const wait = RETRY_AFTER_MS[attempt];
    if (wait === undefined || load.reason === 'not-found' || load.reason === 'html-page') return load;
    await ports.waitMs(wait);
  }
}
