import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { loadDictionary } from '../../../src/adapters/tokenizer/dictionary-loading';
import manifest from '../../../src/adapters/tokenizer/packed-ipadic/packed-manifest.json';

/** `dictionary-loading.test.ts` serves these forms from a real server; here Chromium's own streams inflate them. */

type Bytes = Uint8Array<ArrayBuffer>;

let packed: Bytes;
let inflated: Bytes;
const rejections: unknown[] = [];
const onRejection = (event: PromiseRejectionEvent) => rejections.push(event.reason);

const through = async (bytes: Bytes, stream: CompressionStream | DecompressionStream): Promise<Bytes> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
const gzip = (bytes: Bytes) => through(bytes, new CompressionStream('gzip'));

beforeAll(async () => {
  addEventListener('unhandledrejection', onRejection);
  packed = new Uint8Array(await (await fetch(`/dictionary/${manifest.file}`)).arrayBuffer());
  inflated = await through(packed, new DecompressionStream('gzip'));
});
afterEach(() => expect(rejections).toEqual([]));
afterAll(() => removeEventListener('unhandledrejection', onRejection));

async function load(body: BodyInit | (() => never)): Promise<string> {
  const result = await loadDictionary(
    { ...manifest, url: `${location.origin}/dictionary/test.bin` },
    () => {},
    {
      fetchDictionary: async () => (typeof body === 'function' ? body() : new Response(body)),
      caches: undefined,
      waitMs: async () => {},
      afterwards: () => {},
    },
  );
  if (!result.ok) return result.reason;
  return result.bytes.length === inflated.length && result.bytes.every((byte, i) => byte === inflated[i])
    ? 'whole'
    : 'different';
}

function flipped(bytes: Bytes, at: number): Bytes {
  const damaged = bytes.slice();
  damaged[at] = (damaged[at] ?? 0) ^ 1;
  return damaged;
}

test('whole in every form', async () => {
  expect(await load(packed)).toBe('whole');
  expect(await load(inflated)).toBe('whole');
  expect(await load(await gzip(inflated))).toBe('whole');
  expect(await load(await gzip(packed))).toBe('whole');
});

test('each kind of damage by its name', async () => {
  expect(await load('<!doctype html><title>一分</title>')).toBe('html-page');
  expect(await load('')).toBe('truncated');
  expect(await load(packed.slice(0, 7))).toBe('truncated');
  for (const share of [0.001, 0.3, 0.999]) {
    expect(await load(packed.slice(0, packed.length * share))).toBe('truncated');
    expect(await load(inflated.slice(0, inflated.length * share))).toBe('truncated');
  }
  for (const at of [20, packed.length >> 1, packed.length - 6, packed.length - 1]) {
    expect(await load(flipped(packed, at))).toBe('corrupt');
    expect(await load(flipped(inflated, at))).toBe('corrupt');
  }
  expect(
    await load(() => {
      throw new TypeError('Failed to fetch');
    }),
  ).toBe('network');
});

test('another dictionary under this name', async () => {
  expect(await load(await gzip(flipped(inflated, 1000)))).toBe('corrupt');
});

test('a connection that breaks off', async () => {
  const broken = new ReadableStream<Bytes>({
    pull: (controller) => {
      controller.enqueue(packed.slice(0, 100_000));
      controller.error(new TypeError('network error'));
    },
  });
  expect(await load(broken)).toBe('network');
});
