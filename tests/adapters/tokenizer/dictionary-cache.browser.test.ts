import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LoadingPorts, loadDictionary } from '../../../src/adapters/tokenizer/dictionary-loading';
import manifest from '../../../src/adapters/tokenizer/packed-ipadic/packed-manifest.json';

const CACHE = 'packed-dictionary';
const shipped = new URL(`/dictionary/${manifest.file}`, location.origin).href;

let requested: string[] = [];
let kept: Promise<void>[] = [];

/** The browser's own network and cache, with what is asked of them noted. */
const ports: LoadingPorts = {
  fetchDictionary: (url, init) => {
    requested.push(url);
    return fetch(url, init);
  },
  caches,
  waitMs: async () => {},
  afterwards: (keeping) => kept.push(keeping),
};

/** The same without a connection. */
const offline: LoadingPorts = {
  ...ports,
  fetchDictionary: () => Promise.reject(new TypeError('Failed to fetch')),
};

async function load(url: string, from: LoadingPorts = ports) {
  const result = await loadDictionary({ ...manifest, url }, () => {}, from);
  await Promise.all(kept);
  return result.ok ? result.bytes.length : result.reason;
}

async function cachedUrls(): Promise<string[]> {
  return (await (await caches.open(CACHE)).keys()).map(({ url }) => url);
}

beforeEach(async () => {
  requested = [];
  kept = [];
  await caches.delete(CACHE);
});
afterEach(() => caches.delete(CACHE));

test('comes from the cache after the first visit, offline too', async () => {
  expect(await load(shipped)).toBe(manifest.inflatedBytes);
  expect(await cachedUrls()).toEqual([shipped]);
  expect(await load(shipped, offline)).toBe(manifest.inflatedBytes);
  expect(requested).toEqual([shipped]);
});

test('is unreachable offline before the first visit', async () => {
  expect(await load(shipped, offline)).toBe('network');
  expect(await cachedUrls()).toEqual([]);
});

test('replaces an older version of the same folder once it is there itself', async () => {
  const older = new URL('/dictionary/ipadic-older.bin', location.origin).href;
  const elsewhere = new URL('/another-app/dictionary/ipadic-older.bin', location.origin).href;
  const cache = await caches.open(CACHE);
  await cache.put(older, new Response('an older dictionary'));
  await cache.put(elsewhere, new Response("another app's dictionary"));

  expect(await load(shipped, offline)).toBe('network');
  expect(await cachedUrls()).toEqual([older, elsewhere]);
  expect(await load(shipped)).toBe(manifest.inflatedBytes);
  expect((await cachedUrls()).sort()).toEqual([elsewhere, shipped].sort());
});

test('fetches again what was damaged in the cache', async () => {
  const cache = await caches.open(CACHE);
  await cache.put(shipped, new Response('damaged'));
  expect(await load(shipped)).toBe(manifest.inflatedBytes);
  expect(requested).toEqual([shipped]);
  expect(await load(shipped, offline)).toBe(manifest.inflatedBytes);
});

test('does not keep what is not whole', async () => {
  const halves: LoadingPorts = {
    ...ports,
    fetchDictionary: async (url) => {
      const bytes = await (await fetch(url)).arrayBuffer();
      return new Response(bytes.slice(0, bytes.byteLength / 2));
    },
  };
  expect(await load(shipped, halves)).toBe('truncated');
  expect(await cachedUrls()).toEqual([]);
});

test('loads without a cache, and where opening one is refused', async () => {
  expect(await load(shipped, { ...ports, caches: undefined })).toBe(manifest.inflatedBytes);
  const refused = {
    open: () => Promise.reject(new DOMException('denied', 'SecurityError')),
  } as unknown as CacheStorage;
  expect(await load(shipped, { ...ports, caches: refused })).toBe(manifest.inflatedBytes);
});

test('loads where there is no room to keep it', async () => {
  const full = {
    open: async () => ({
      match: async () => undefined,
      put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    }),
  } as unknown as CacheStorage;
  expect(await load(shipped, { ...ports, caches: full })).toBe(manifest.inflatedBytes);
});
