import type { ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { type DictionaryLoad, loadDictionary } from '../../../src/adapters/tokenizer/dictionary-loading';
import { inflatePackedFile as readPackedStream } from '../../../src/adapters/tokenizer/packed-ipadic/inflate';
import manifest from '../../../src/adapters/tokenizer/packed-ipadic/packed-manifest.json';
import { type DictionaryServer, serveDictionary } from './dictionary-server';
import { inflatePackedFile, readPackedFile } from './packed-dictionary-file';
import { createRandom } from './packed-ipadic/generate-text';

const packed = readPackedFile();
const inflated = inflatePackedFile();

let server: DictionaryServer | undefined;
afterEach(() => server?.close());

interface Outcome {
  load: DictionaryLoad;
  progress: [loaded: number, total: number][];
  waits: number[];
}

async function loadFrom(answer: (response: ServerResponse, request: number) => void): Promise<Outcome> {
  server = await serveDictionary(answer);
  const outcome: Outcome = { load: { ok: false, reason: 'network' }, progress: [], waits: [] };
  outcome.load = await loadDictionary(
    { ...manifest, url: server.url },
    (loaded, total) => outcome.progress.push([loaded, total]),
    {
      fetchDictionary: fetch,
      caches: undefined,
      waitMs: async (ms) => {
        outcome.waits.push(ms);
      },
      afterwards: () => {},
    },
  );
  return outcome;
}

function send(response: ServerResponse, body: Uint8Array, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', ...headers }).end(body);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function expectWhole({ load }: Outcome): void {
  if (!load.ok) throw new Error(`not loaded: ${load.reason}`);
  expect(sameBytes(load.bytes, inflated)).toBe(true);
}

describe('loads whichever way it is served', () => {
  test('plain, with the bytes of the file as progress', async () => {
    const outcome = await loadFrom((response) => send(response, packed));
    expectWhole(outcome);
    expect(outcome.progress.at(-1)).toEqual([packed.length, packed.length]);
    expect(outcome.waits).toEqual([]);
  });

  test('with Content-Encoding: gzip, which the browser undoes', async () => {
    const outcome = await loadFrom((response) => send(response, packed, { 'Content-Encoding': 'gzip' }));
    expectWhole(outcome);
    expect(outcome.progress.at(-1)).toEqual([inflated.length, inflated.length]);
  });

  test('inflated by the host', async () => {
    expectWhole(await loadFrom((response) => send(response, inflated)));
  });

  test('inflated, then compressed on the way by gzip or brotli', async () => {
    const gzip = gzipSync(inflated, { level: 1 });
    expectWhole(await loadFrom((response) => send(response, gzip, { 'Content-Encoding': 'gzip' })));
    await server?.close();
    const brotli = brotliCompressSync(inflated, { params: { [zlib.BROTLI_PARAM_QUALITY]: 1 } });
    expectWhole(await loadFrom((response) => send(response, brotli, { 'Content-Encoding': 'br' })));
  });

  test('compressed once more, said and unsaid', async () => {
    const twice = gzipSync(packed, { level: 1 });
    expectWhole(await loadFrom((response) => send(response, twice, { 'Content-Encoding': 'gzip' })));
    await server?.close();
    expectWhole(await loadFrom((response) => send(response, twice)));
  });

  test('compressed by another gzip than it was built with', async () => {
    expectWhole(await loadFrom((response) => send(response, gzipSync(inflated, { level: 2 }))));
  });

  test('in small pieces without a length', async () => {
    const outcome = await loadFrom((response) => {
      response.writeHead(200);
      for (let at = 0; at < packed.length; at += 1000) response.write(packed.subarray(at, at + 1000));
      response.end();
    });
    expectWhole(outcome);
  });
});

describe('says what is wrong', () => {
  const page = '<!doctype html><html lang="ja"><title>一分</title></html>';

  test('a web page in its place', async () => {
    const outcome = await loadFrom((response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(page),
    );
    expect(outcome.load).toEqual({ ok: false, reason: 'html-page' });
    await server?.close();
    const indented = await loadFrom((response) => response.writeHead(200).end(`\uFEFF\n\n${page}`));
    expect(indented.load).toEqual({ ok: false, reason: 'html-page' });
  });

  test('404, with a page of its own', async () => {
    const outcome = await loadFrom((response) =>
      response.writeHead(404, { 'Content-Type': 'text/html' }).end(page),
    );
    expect(outcome.load).toEqual({ ok: false, reason: 'not-found' });
    expect(outcome.waits).toEqual([]);
  });

  test("a server's error, tried three times", async () => {
    const outcome = await loadFrom((response) => response.writeHead(503).end());
    expect(outcome.load).toEqual({ ok: false, reason: 'network' });
    expect(server?.requests).toBe(3);
    expect(outcome.waits).toEqual([500, 2000]);
  });

  test('no server', async () => {
    server = await serveDictionary(() => {});
    const { url } = server;
    await server.close();
    const load = await loadDictionary({ ...manifest, url }, () => {}, {
      fetchDictionary: fetch,
      caches: undefined,
      waitMs: async () => {},
      afterwards: () => {},
    });
    expect(load).toEqual({ ok: false, reason: 'network' });
  });

  test('a connection that breaks off', async () => {
    const outcome = await loadFrom((response) => {
      response.writeHead(200, { 'Content-Length': packed.length });
      response.write(packed.subarray(0, packed.length / 2), () => response.destroy());
    });
    expect(outcome.load).toEqual({ ok: false, reason: 'network' });
  });

  test.each([
    ['empty', packed.subarray(0, 0)],
    ['five bytes', packed.subarray(0, 5)],
    ['half', packed.subarray(0, packed.length / 2)],
    ['all but the last byte', packed.subarray(0, -1)],
    ['half, inflated', inflated.subarray(0, inflated.length / 2)],
    ['all but the last byte, inflated', inflated.subarray(0, -1)],
  ])('a file cut short: %s', async (_, body) => {
    expect((await loadFrom((response) => send(response, body))).load).toEqual({
      ok: false,
      reason: 'truncated',
    });
  });

  test.each([
    ['packed', packed],
    ['inflated', inflated],
  ])('a flipped bit: %s', async (_, whole) => {
    const body = whole.slice();
    const middle = body.length >> 1;
    body[middle] = (body[middle] ?? 0) ^ 4;
    expect((await loadFrom((response) => send(response, body))).load).toEqual({
      ok: false,
      reason: 'corrupt',
    });
  });

  test('something else, and more than there should be', async () => {
    const other = Uint8Array.from(packed, (byte) => byte ^ 0xff);
    expect((await loadFrom((response) => send(response, other))).load).toEqual({
      ok: false,
      reason: 'corrupt',
    });
    await server?.close();
    const longer = new Uint8Array(inflated.length + 16);
    longer.set(inflated);
    expect((await loadFrom((response) => send(response, longer))).load).toEqual({
      ok: false,
      reason: 'corrupt',
    });
  });
});

test('what fails at first is tried again, past the HTTP cache', async () => {
  const outcome = await loadFrom((response, request) => {
    if (request === 1) response.writeHead(500).end();
    else if (request === 2) send(response, packed.subarray(0, 1000));
    else send(response, packed);
  });
  expectWhole(outcome);
  expect(outcome.waits).toEqual([500, 2000]);
});

describe('damage of any kind', () => {
  /** Gives pieces of these sizes, over and over. */
  function streamOf(
    bytes: Uint8Array<ArrayBuffer>,
    sizes: readonly number[],
  ): ReadableStream<Uint8Array<ArrayBuffer>> {
    let at = 0;
    let turn = 0;
    return new ReadableStream({
      pull: (controller) => {
        if (at >= bytes.length) return controller.close();
        const size = sizes[turn++ % sizes.length] ?? 1;
        controller.enqueue(bytes.slice(at, at + size));
        at += size;
      },
    });
  }

  const SEED = Number(process.env.TOKENIZER_SEED ?? 1);

  test(`gives the whole file or a reason, and throws nothing; seed ${SEED}`, {
    timeout: 60_000,
  }, async () => {
    const random = createRandom(SEED);
    const seen = new Map<string, number>();
    for (let run = 0; run < 60; run++) {
      const whole = random() < 0.7 ? packed : inflated;
      const damage = ['cut', 'flip', 'both', 'none'][Math.floor(random() * 4)];
      const cuts = damage === 'cut' || damage === 'both';
      const bytes = whole.slice(0, cuts ? Math.floor(random() * whole.length) : whole.length);
      if (damage === 'flip' || damage === 'both') {
        const at = Math.floor(random() * bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      }
      // The first piece may be too small to tell what it is.
      const sizes = [
        1 + Math.floor(random() * 10),
        ...Array.from({ length: 3 }, () => 1 + random() * 200_000),
      ];
      const result = await readPackedStream(streamOf(bytes, sizes), manifest);
      const outcome = result.ok ? 'whole' : result.reason;
      if (result.ok) expect(sameBytes(result.bytes, inflated)).toBe(true);
      if (damage === 'none') expect(outcome).toBe('whole');
      if (damage === 'cut') expect(outcome).toBe('truncated');
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['corrupt', 'truncated', 'whole']);
  });
});
