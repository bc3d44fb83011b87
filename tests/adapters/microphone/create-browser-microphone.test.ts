import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchOptions } from '../../browser/launch-options';
import type {} from './page/page';

/** Two seconds of a quiet room, twelve of speech, one of the room. */
const WAV = join(import.meta.dirname, '../../fixtures/audio/pitch-15s.wav');
const SPEECH_STARTS_MS = 2_000;

/** Not this machine as far as the browser knows: without encryption it is not to be trusted. */
const FAR_HOST = 'ippun.test';

const folder = mkdtempSync(join(tmpdir(), 'ippun-microphone-'));
let server: PreviewServer;
let url: string;
let browser: Browser;

beforeAll(async () => {
  const options = {
    configFile: false as const,
    root: join(import.meta.dirname, 'page'),
    base: './',
    logLevel: 'warn' as const,
    build: { outDir: folder, emptyOutDir: true },
    worker: { format: 'es' as const },
  };
  await build(options);
  server = await preview({ ...options, preview: { port: 0, host: 'localhost', allowedHosts: true } });
  url = server.resolvedUrls?.local[0] ?? '';
  browser = await launch(true);
}, 60_000);

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser in which sound may only begin by a click, as it is for people, on Chromium's own device or none. */
function launch(fakeDevice: boolean): Promise<Browser> {
  const options = launchOptions({ wav: WAV, grantsEveryRequest: false });
  const args = (options.args ?? []).filter(
    (arg) => !arg.startsWith('--autoplay-policy') && (fakeDevice || !arg.includes('fake')),
  );
  return chromium.launch({ ...options, args: [...args, `--host-resolver-rules=MAP ${FAR_HOST} 127.0.0.1`] });
}

async function visit(
  from: Browser,
  permissions = ['microphone'],
  host = 'localhost',
  hash = '',
): Promise<Page> {
  const page = await (await from.newContext({ permissions })).newPage();
  await page.goto(url.replace('localhost', host) + hash);
  return page;
}

/** Opens the microphone by a click and tells how that went. */
async function open(page: Page): Promise<string | undefined> {
  await page.getByRole('button').click();
  return page.evaluate(async () => {
    const result = await window.microphonePage.opening;
    return result?.ok ? 'opened' : result?.error;
  });
}

/** What of the browser is still in use. */
function stillOpen(page: Page) {
  return page.evaluate(() => ({
    contexts: window.microphonePage.contexts.filter(({ state }) => state !== 'closed').length,
    tracks: window.microphonePage.streams
      .flatMap((stream) => stream.getTracks())
      .filter(({ readyState }) => readyState === 'live').length,
    recorders: window.microphonePage.recorders.filter(({ state }) => state !== 'inactive').length,
  }));
}
const NOTHING = { contexts: 0, tracks: 0, recorders: 0 };

describe('a microphone that works', { timeout: 40_000 }, () => {
  test('hears the quiet room first, then the voice, about fifty times a second', async () => {
    const page = await visit(browser);
    expect(await open(page)).toBe('opened');
    await page.waitForFunction(
      () => window.microphonePage.levels.some(({ voiced }) => voiced),
      {},
      { timeout: 10_000 },
    );
    await page.waitForTimeout(1_500);
    const levels = await page.evaluate(() => window.microphonePage.levels);
    const startMs = levels[0]?.atMs ?? 0;
    const spanMs = (levels.at(-1)?.atMs ?? 0) - startMs;
    const rate = levels.length / (spanMs / 1_000);
    expect(rate).toBeGreaterThan(40);
    expect(rate).toBeLessThan(60);

    const before = levels.filter(({ atMs }) => atMs - startMs < SPEECH_STARTS_MS - 300);
    expect(before.some(({ voiced }) => voiced)).toBe(false);
    expect(new Set(before.slice(10).map(({ check }) => check))).toEqual(new Set(['nothing-heard']));
    const heardAtMs = (levels.find(({ voiced }) => voiced)?.atMs ?? 0) - startMs;
    expect(heardAtMs).toBeGreaterThan(SPEECH_STARTS_MS);
    expect(heardAtMs).toBeLessThan(SPEECH_STARTS_MS + 1_500);
    expect(levels.at(-1)).toMatchObject({ check: 'good', clipped: false });
    expect(Math.max(...levels.map(({ rmsDb }) => rmsDb))).toBeGreaterThan(-25);
  });

  test('gives the sound as it is', async () => {
    const page = await visit(browser);
    await open(page);
    const settings = await page.evaluate(() => window.microphonePage.source?.track.getSettings());
    expect(settings).toMatchObject({
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    });
  });

  test('opened without a click it is heard from the next click on', async () => {
    const page = await visit(browser, ['microphone'], 'localhost', '#open');
    await page.waitForTimeout(1_500);
    await page.mouse.click(300, 300);
    await page.waitForFunction(() => window.microphonePage.levels.length > 20);
    const [first, clicked] = await page.evaluate(() => [
      window.microphonePage.levels[0]?.atMs,
      window.microphonePage.clickedAtMs,
    ]);
    expect(first).toBeGreaterThan(clicked ?? Infinity);
  });

  test('records chunk after chunk what can be played, without what was paused', async () => {
    const page = await visit(browser);
    await open(page);
    const recording = await page.evaluate(async () => {
      const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const chunks: Blob[] = [];
      const indices: number[] = [];
      const began: number[] = [];
      let ended = 0;
      const recorder = window.microphonePage.source?.record({
        onChunk: (chunk, index) => {
          chunks.push(chunk);
          indices.push(index);
        },
        onBegan: () => began.push(performance.now()),
        onEnded: () => ended++,
      });
      if (!recorder) return null;
      const startedAtMs = performance.now();
      await rest(2_300);
      const whileRunning = chunks.length;
      recorder.pause();
      const pausedAtMs = performance.now();
      await rest(1_500);
      const resumedAtMs = performance.now();
      recorder.resume();
      await rest(1_000);
      const runningMs = performance.now() - startedAtMs - (resumedAtMs - pausedAtMs);
      await Promise.all([recorder.stop(), recorder.stop()]);
      const atStop = chunks.length;
      await rest(300);
      const joined = await new Blob(chunks, { type: recorder.mimeType }).arrayBuffer();
      const sound = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(joined);
      return {
        indices,
        ended,
        beganAfterMs: began.map((atMs) => atMs - startedAtMs),
        whileRunning,
        late: chunks.length - atStop,
        mimeType: recorder.mimeType,
        runningSeconds: runningMs / 1_000,
        seconds: sound.duration,
        bytes: joined.byteLength,
        peak: sound.getChannelData(0).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
      };
    });
    expect(recording?.mimeType).toBe('audio/webm;codecs=opus');
    expect(recording?.whileRunning).toBeGreaterThanOrEqual(2);
    expect(recording?.indices).toEqual(recording?.indices.map((_, place) => place));
    expect(recording?.late).toBe(0);
    // Told once, soon, and an end that was asked for not at all.
    expect(recording?.beganAfterMs).toHaveLength(1);
    expect(recording?.beganAfterMs[0]).toBeLessThan(1_000);
    expect(recording?.ended).toBe(0);
    expect(Math.abs((recording?.seconds ?? 0) - (recording?.runningSeconds ?? 0))).toBeLessThan(0.6);
    expect(recording?.peak).toBeGreaterThan(0.2);
    expect(recording?.bytes).toBeLessThan(80_000);
  });

  test('leaves nothing open once closed, whatever was going on', async () => {
    const page = await visit(browser);
    await open(page);
    const after = await page.evaluate(async () => {
      const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const { source } = window.microphonePage;
      let chunks = 0;
      let lost = 0;
      source?.onLost(() => lost++);
      const recorder = source?.record({ onChunk: () => chunks++ });
      await rest(500);
      source?.close();
      source?.close();
      await recorder?.stop();
      const levels = window.microphonePage.levels.length;
      const chunksBefore = chunks;
      await rest(500);
      return {
        recorded: chunksBefore > 0,
        chunksAfter: chunks - chunksBefore,
        lost,
        levelsAfter: window.microphonePage.levels.length - levels,
        recordsAgain: source?.record({ onChunk: () => {} }) !== null,
      };
    });
    expect(after).toEqual({
      recorded: true,
      chunksAfter: 0,
      lost: 0,
      levelsAfter: 0,
      recordsAgain: false,
    });
    expect(await stillOpen(page)).toEqual(NOTHING);
  });

  test('is opened again after it was closed', async () => {
    const page = await visit(browser);
    expect(await open(page)).toBe('opened');
    await page.evaluate(() => window.microphonePage.source?.close());
    expect(await open(page)).toBe('opened');
    const before = await page.evaluate(() => window.microphonePage.levels.length);
    await page.waitForFunction((count) => window.microphonePage.levels.length > count + 20, before);
    expect(await stillOpen(page)).toEqual({ contexts: 1, tracks: 1, recorders: 0 });
  });
});

describe('what happens to the sound on its way', { timeout: 40_000 }, () => {
  /** Opens the microphone and notes what it tells. */
  async function openNoting(page: Page): Promise<void> {
    await open(page);
    await page.evaluate(() => {
      const changes: unknown[] = [];
      window.microphonePage.source?.onChange((change) => changes.push(change));
      Object.assign(window, { changes });
    });
    // Delays are compared second by second.
    await page.waitForTimeout(2_500);
  }
  const changesOn = (page: Page) =>
    page.evaluate(() => (window as unknown as { changes: { kind: string; lostMs?: number }[] }).changes);

  test('a busy page loses no sound, a halted audio graph does and it is told how much', async () => {
    const page = await visit(browser);
    await openNoting(page);
    await page.evaluate(() => {
      const until = performance.now() + 700;
      while (performance.now() < until);
    });
    await page.waitForTimeout(1_500);
    expect(await changesOn(page)).toEqual([]);

    await page.evaluate(async () => {
      const [context] = window.microphonePage.contexts;
      if (!context) return;
      // The adapter would start it again at once.
      const resume = context.resume.bind(context);
      context.resume = () => Promise.resolve();
      await context.suspend();
      await new Promise((resolve) => setTimeout(resolve, 800));
      await resume();
    });
    await expect.poll(() => changesOn(page), { timeout: 6_000 }).toHaveLength(1);
    const [dropped] = await changesOn(page);
    expect(dropped?.kind).toBe('dropped');
    expect(dropped?.lostMs).toBeGreaterThan(600);
    expect(dropped?.lostMs).toBeLessThan(1_600);
  });

  test('silenced at its source it says so and gives no sound, until it is heard again', async () => {
    const page = await visit(browser);
    await openNoting(page);
    const lastCheck = () => page.evaluate(() => window.microphonePage.levels.at(-1)?.check);
    // Chromium's fake device has no switch: the browser's own event, on a track that says it is muted.
    const mute = (muted: boolean) =>
      page.evaluate((now) => {
        const track = window.microphonePage.source?.track;
        Object.defineProperty(track, 'muted', { value: now, configurable: true });
        track?.dispatchEvent(new Event(now ? 'mute' : 'unmute'));
      }, muted);
    await mute(true);
    await expect.poll(lastCheck).toBe('no-sound');
    await mute(false);
    await expect.poll(lastCheck).not.toBe('no-sound');
    expect(await changesOn(page)).toEqual([{ kind: 'muted' }, { kind: 'unmuted' }]);
  });

  test('another rate, as when a headset changes its profile, is told once', async () => {
    const page = await visit(browser);
    await openNoting(page);
    await page.evaluate(() => {
      const track = window.microphonePage.source?.track;
      const settings = track?.getSettings();
      if (track) track.getSettings = () => ({ ...settings, sampleRate: 16_000 });
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    });
    expect(await changesOn(page)).toEqual([{ kind: 'changed', sampleHz: 16_000 }]);
  });
});

describe('a microphone that fails', { timeout: 40_000 }, () => {
  test('permission denied', async () => {
    const page = await visit(browser, []);
    expect(await open(page)).toBe('permission-denied');
    expect(await stillOpen(page)).toEqual(NOTHING);
  });

  test('no device', async ({ skip, onTestFinished }) => {
    const bare = await launch(false);
    onTestFinished(() => bare.close());
    const page = await visit(bare);
    const devices = await page.evaluate(() => navigator.mediaDevices.enumerateDevices());
    if (devices.some(({ kind }) => kind === 'audioinput')) skip('this machine has a microphone');
    expect(await open(page)).toBe('no-device');
    expect(await stillOpen(page)).toEqual(NOTHING);
  });

  test('a page that came without encryption', async () => {
    const page = await visit(browser, [], FAR_HOST);
    expect(await open(page)).toBe('insecure-context');
    expect(await stillOpen(page)).toEqual(NOTHING);
  });

  test('a browser without sound processing', async () => {
    const page = await visit(browser);
    await page.evaluate(() => Reflect.deleteProperty(window, 'AudioWorkletNode'));
    expect(await open(page)).toBe('unsupported');
  });

  test('a browser that cannot record still hears', async () => {
    const page = await visit(browser);
    await page.evaluate(() => Reflect.deleteProperty(window, 'MediaRecorder'));
    expect(await open(page)).toBe('opened');
    expect(
      await page.evaluate(() => window.microphonePage.source?.record({ onChunk: () => {} }) === null),
    ).toBe(true);
    await page.waitForFunction(() => window.microphonePage.levels.length > 20);
  });

  test('a recorder that ends by itself says so once, and what it had is there', async () => {
    const page = await visit(browser);
    await open(page);
    const result = await page.evaluate(async () => {
      const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const told = { chunks: 0, ended: 0 };
      const recorder = window.microphonePage.source?.record({
        onChunk: () => told.chunks++,
        onEnded: () => told.ended++,
      });
      await rest(600);
      // As the browser does where its encoder fails: without the adapter.
      window.microphonePage.recorders.at(-1)?.stop();
      await rest(400);
      await recorder?.stop();
      return told;
    });
    expect(result.ended).toBe(1);
    expect(result.chunks).toBeGreaterThan(0);
  });

  test('taken away in mid-take: said once, and the recording so far is whole', async () => {
    const page = await visit(browser);
    await open(page);
    await page.evaluate(() => {
      const take = { lost: 0, chunks: [] as Blob[] };
      const recorder = window.microphonePage.source?.record({
        onChunk: (chunk) => take.chunks.push(chunk),
      });
      window.microphonePage.source?.onLost(() => take.lost++);
      Object.assign(window, { take, recorder });
    });
    await page.waitForTimeout(2_200);
    await page.context().clearPermissions();
    await page.waitForFunction(() => window.microphonePage.source?.track.readyState === 'ended');
    const result = await page.evaluate(async () => {
      const { take, recorder } = window as unknown as {
        take: { lost: number; chunks: Blob[] };
        recorder: { stop(): Promise<void> };
      };
      await recorder.stop();
      let toldLater = 0;
      window.microphonePage.source?.onLost(() => toldLater++);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const sound = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(
        await new Blob(take.chunks).arrayBuffer(),
      );
      const recordsAgain = window.microphonePage.source?.record({ onChunk: () => {} }) !== null;
      window.microphonePage.source?.close();
      return { lost: take.lost, toldLater, seconds: sound.duration, recordsAgain };
    });
    expect(result).toMatchObject({ lost: 1, toldLater: 1, recordsAgain: false });
    expect(result.seconds).toBeGreaterThan(1.8);
    expect(await stillOpen(page)).toEqual(NOTHING);
  });
});
