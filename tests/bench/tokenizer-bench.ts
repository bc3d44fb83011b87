/**
 * Compares the packed dictionary and its tokenizer with kuromoji and lindera in Chromium, in one interleaved run, and
 * prints a Markdown table: `npx tsx tests/bench/tokenizer-bench.ts [rounds]`.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { findBrowser } from '../browser/find-browser';
import type { Engine, Opening, bench as pageBench } from './tokenizer-page/page';

const ROOT = resolve(import.meta.dirname, '../..');
const KUROMOJI_DICT = join(ROOT, 'node_modules/kuromoji/dict');
const LINK_BYTES_PER_MS = 20_000_000 / 8 / 1000;
/** The app's own policy, and what lindera's WebAssembly needs. */
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const PIECE_BYTES = 4096;
const MADE_UP_MS = 20;
const ROUNDS = Number(process.argv[2] ?? 7);

/** A pitch of 350 characters, digits and Latin words included. */
const SCRIPT = readFileSync(join(import.meta.dirname, 'tokenizer-script.txt'), 'utf8').trim();
const CHARACTERS = 350;

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

declare const bench: typeof pageBench;

interface Link {
  slow: boolean;
  /** When what was sent so far has passed. */
  freeAt: number;
  bytes: number;
}

/** All connections share one link: each piece waits for those before it. A late timer is made up for. */
async function send(response: ServerResponse, body: Buffer, link: Link): Promise<void> {
  link.bytes += body.length;
  if (!link.slow) {
    response.end(body);
    return;
  }
  for (let at = 0; at < body.length; at += PIECE_BYTES) {
    const piece = body.subarray(at, at + PIECE_BYTES);
    link.freeAt = Math.max(link.freeAt, performance.now() - MADE_UP_MS) + piece.length / LINK_BYTES_PER_MS;
    const wait = link.freeAt - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    response.write(piece);
  }
  response.end();
}

/** Serves the built page with the dictionary, and kuromoji's dictionary, as a good host does: what gains is compressed. */
function serve(folder: string) {
  const link: Link = { slow: false, freeAt: 0, bytes: 0 };
  const files = new Map<string, { body: Buffer; headers: Record<string, string> }>();
  function read(file: string) {
    const plain = readFileSync(file);
    const compress = /\.(html|js|wasm)$/.test(file);
    const headers: Record<string, string> = {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': POLICY,
      ...(compress && { 'Content-Encoding': 'gzip' }),
    };
    return { body: compress ? gzipSync(plain, { level: 9 }) : plain, headers };
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path.startsWith('/kuromoji-dict/')
      ? join(KUROMOJI_DICT, path.slice('/kuromoji-dict/'.length))
      : join(folder, path === '/' ? 'index.html' : path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const { body, headers } = files.get(file) ?? read(file);
    files.set(file, { body, headers });
    response.writeHead(200, { ...headers, 'Content-Length': body.length });
    send(response, body, link).catch(() => response.destroy());
  });
  return { server, link };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

class Measurements {
  readonly wire: number[] = [];
  readonly cold: number[] = [];
  readonly slow: number[] = [];
  readonly warm: number[] = [];
  readonly memory: number[] = [];
  readonly tokenize: number[] = [];
  tokens = 0;
}

async function withPage<T>(browser: Browser, url: string, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  const result = await use(page);
  await context.close();
  return result;
}

function open(page: Page, engine: Engine, repeats: number): Promise<Opening> {
  return page.evaluate(([name, request]) => bench.openInWorker(name, request), [
    engine,
    { text: SCRIPT, repeats },
  ] as const);
}

/** Heap and buffers in bytes after garbage collection. */
async function memoryOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  await session.detach();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

async function measureAll(browser: Browser, url: string, link: Link) {
  const engines: Engine[] = ['packed', 'kuromoji', 'lindera'];
  const all = { packed: new Measurements(), kuromoji: new Measurements(), lindera: new Measurements() };
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < engines.length; turn++) {
      const engine = engines[(round + turn) % engines.length] as Engine;
      const its = all[engine];
      await withPage(browser, url, async (page) => {
        const before = link.bytes;
        const cold = await open(page, engine, 0);
        its.wire.push(link.bytes - before);
        its.cold.push(cold.openMs);
        its.tokens = cold.tokens;
        const warm = await open(page, engine, 50);
        its.warm.push(warm.openMs);
        its.tokenize.push(warm.tokenizeMs);
      });
      if (round >= 3) continue;
      await withPage(browser, url, async (page) => {
        link.slow = true;
        its.slow.push((await open(page, engine, 0)).openMs);
        link.slow = false;
      });
      // Memory of a WebAssembly module is not in the heap's figures.
      if (engine === 'lindera') continue;
      await withPage(browser, url, async (page) => {
        const before = await memoryOf(page);
        await page.evaluate(([name, text]) => bench.openHere(name, text), [engine, SCRIPT] as const);
        its.memory.push((await memoryOf(page)) - before);
      });
    }
  }
  return all;
}

function printTable(all: Record<Engine, Measurements>): void {
  const rows: [string, keyof Measurements, (value: number) => string][] = [
    ['bytes on the wire', 'wire', (value) => `${(value / 1e6).toFixed(2)} MB`],
    ['cold, localhost: open → first tokens', 'cold', (value) => `${value.toFixed(0)} ms`],
    ['cold, 20 Mbit/s', 'slow', (value) => `${value.toFixed(0)} ms`],
    ['warm: open → first tokens', 'warm', (value) => `${value.toFixed(0)} ms`],
    ['heap + buffers', 'memory', (value) => `${(value / 2 ** 20).toFixed(1)} MiB`],
    [`${CHARACTERS} characters tokenised`, 'tokenize', (value) => `${value.toFixed(3)} ms`],
  ];
  console.log(`Chromium, ${ROUNDS} interleaved rounds, medians; ratios to the packed dictionary.\n`);
  console.log('| | packed-ipadic | kuromoji 0.1.2 | ratio | lindera-wasm-ipadic | ratio |');
  console.log('|---|---|---|---|---|---|');
  for (const [name, key, show] of rows) {
    const of = (engine: Engine) => median(all[engine][key] as number[]);
    const cells = [show(of('packed'))];
    for (const engine of ['kuromoji', 'lindera'] as const) {
      const none = Number.isNaN(of(engine));
      cells.push(none ? '–' : show(of(engine)), none ? '–' : `${(of(engine) / of('packed')).toFixed(1)}×`);
    }
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}

async function printTyping(browser: Browser, url: string): Promise<void> {
  console.log('\n| keystroke → analysis of the whole script | median | 99th percentile | longest |');
  console.log('|---|---|---|---|');
  for (const copies of [1, 5]) {
    const times = await withPage(browser, url, (page) =>
      page.evaluate(([text, count]) => bench.typeInto(text, count), [SCRIPT.repeat(copies), 1000] as const),
    );
    const cells = [median(times), percentile(times, 0.99), Math.max(...times)].map(
      (ms) => `${ms.toFixed(1)} ms`,
    );
    console.log(
      `| ${(CHARACTERS * copies).toLocaleString('en')} characters, 1,000 keystrokes | ${cells.join(' | ')} |`,
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tokenizer-bench-'));
try {
  if (SCRIPT.length !== CHARACTERS) throw new Error(`the script has ${SCRIPT.length} characters`);
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'tokenizer-page'),
    base: './',
    publicDir: join(ROOT, 'public'),
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
    },
  });
  const { server, link } = serve(folder);
  await new Promise<void>((done) => server.listen(0, done));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const all = await measureAll(browser, url, link);
  if (all.packed.tokens !== all.kuromoji.tokens) throw new Error('the tokenizers disagree');
  printTable(all);
  await printTyping(browser, url);
  await browser.close();
  server.close();
} finally {
  rmSync(folder, { recursive: true });
}
