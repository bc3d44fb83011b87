/**
 * Time from the address to the first usable screen, with a library of years beside an almost empty one:
 * `npm run bench library`. Usable: the first variant stands there with its characters and its takes. Rounds are paired,
 * one of each in turn, in the built app.
 */

import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import type { Pitch, Revision, Variant } from '../../src/domain/pitch/pitch';
import type { Take } from '../../src/domain/rehearsal/take';
import { launchOptions } from '../browser/launch-options';
import { serveBuiltApp } from '../built-app/serve-built-app';
import { readPitch } from '../domain/alignment/fixtures';

const ROUNDS = 15;
/** The large library may take this many times the time of the almost empty one. */
const LIMIT_RATIO = 1.5;
const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.UTC(2024, 0, 1);
const SCRIPTS = ['visiting-nurse', 'gardener', 'locksmith', 'insurance'].map(readPitch);

interface Rows {
  pitches: Pitch[];
  variants: Variant[];
  revisions: Revision[];
  takes: Take[];
}

function libraryOf(pitchCount: number, variantsEach: number, takesEach: number): Rows {
  const rows: Rows = { pitches: [], variants: [], revisions: [], takes: [] };
  for (let p = 0; p < pitchCount; p += 1) {
    const pitchId = `pitch-${p}`;
    rows.pitches.push({
      id: pitchId,
      title: `${p + 1}番目の仕事`,
      position: p,
      createdAt: FIRST_DAY,
      example: false,
      deletedAt: null,
    });
    for (let v = 0; v < variantsEach; v += 1) addVariant(rows, pitchId, v, takesEach);
  }
  return rows;
}

function addVariant(rows: Rows, pitchId: string, position: number, takeCount: number): void {
  const id = `${pitchId}-${position}`;
  const script = `${SCRIPTS[position % SCRIPTS.length]}\n${id}。`;
  rows.variants.push({
    id,
    pitchId,
    title: `交流会 ${position + 1}`,
    audience: '地元の経営者の方',
    medium: 'spoken',
    timeBudget: 60,
    characterTarget: null,
    script,
    overrules: [],
    dismissedFindings: [],
    madeFrom: null,
    position,
    createdAt: FIRST_DAY,
    updatedAt: FIRST_DAY,
    saveCount: 1,
    deletedAt: null,
  });
  rows.revisions.push({ id: `${id}-r`, variantId: id, script, keptAt: FIRST_DAY });
  for (let t = 0; t < takeCount; t += 1) rows.takes.push(takeOf(id, t, script));
}

/** A take with words: as many events as a recogniser brings in a minute. */
function takeOf(variantId: string, number: number, script: string): Take {
  const heard = Array.from({ length: 20 }, (_, index) => ({
    kind: 'recognised' as const,
    atMs: 1000 + index * 2500,
    by: 'speaker' as const,
    session: 0,
    parts: [{ transcript: script.slice(0, (index + 1) * 15), confidence: 0.9, final: index === 19 }],
  }));
  return {
    id: `${variantId}-t${number}`,
    variantId,
    revisionId: `${variantId}-r`,
    log: {
      version: 1,
      startedAt: FIRST_DAY + number * DAY_MS,
      hearing: 'audio-and-words',
      prompter: 'script',
      timeBudget: 60,
      events: [...heard, { kind: 'stopped', atMs: 55_000 + (number % 10) * 1000, by: 'speaker' }],
    },
    note: '',
    aliveAtMs: 55_000,
    recordingType: null,
    deletedAt: null,
  };
}

/** Puts rows into the app's own database, in portions that a message can carry. */
async function fill(page: Page, rows: Rows): Promise<void> {
  for (const [store, all] of Object.entries(rows)) {
    for (let from = 0; from < all.length; from += 500) {
      await page.evaluate(
        ({ store, portion }) =>
          new Promise<void>((done, failed) => {
            const request = indexedDB.open('ippun');
            request.onerror = () => failed(request.error);
            request.onsuccess = () => {
              const transaction = request.result.transaction(store, 'readwrite');
              for (const row of portion) transaction.objectStore(store).put(row);
              transaction.oncomplete = () => {
                request.result.close();
                done();
              };
              transaction.onabort = () => failed(transaction.error);
            };
          }),
        { store, portion: all.slice(from, from + 500) },
      );
    }
  }
}

async function openLibrary(browser: Browser, address: string, rows: Rows) {
  const context = await browser.newContext({ locale: 'ja-JP', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('main h1').waitFor();
  await page.getByRole('row').nth(1).waitFor();
  await fill(page, rows);
  await page.close();
  return {
    /** ms from the start of navigation. */
    measure: async (): Promise<number> => {
      const opened = await context.newPage();
      await opened.addInitScript(() => {
        const observer = new MutationObserver(() => {
          const row = document.querySelector('tbody tr');
          const usable =
            row?.querySelector('td[data-label="文字数"]') && row.querySelector('td[data-label="テイク"] a');
          if (!usable) return;
          observer.disconnect();
          requestAnimationFrame(() => Object.assign(window, { usableAtMs: performance.now() }));
        });
        observer.observe(document, { childList: true, subtree: true });
      });
      await opened.goto(address);
      await opened.waitForFunction(() => 'usableAtMs' in window);
      const time = await opened.evaluate(() => Reflect.get(window, 'usableAtMs') as number);
      await opened.close();
      return time;
    },
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

await build({ logLevel: 'error' });
const served = await serveBuiltApp('/');
const browser = await chromium.launch(launchOptions());
try {
  const small = await openLibrary(browser, served.address, libraryOf(1, 1, 1));
  const shapes: [string, Rows][] = [
    ['20 pitches of 10 variants, 50 takes each', libraryOf(20, 10, 50)],
    ['one pitch of 200 variants, 50 takes each', libraryOf(1, 200, 50)],
    ['200 pitches of one variant, 50 takes each', libraryOf(200, 1, 50)],
  ];
  console.log(`library                                     | median  | ratio (limit ${LIMIT_RATIO})`);
  for (const [name, rows] of shapes) {
    const large = await openLibrary(browser, served.address, rows);
    const times = { small: [] as number[], large: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.small.push(await small.measure());
      times.large.push(await large.measure());
    }
    const ratio = median(times.large.map((time, round) => time / times.small[round]!));
    console.log(`${'almost empty'.padEnd(43)} | ${median(times.small).toFixed(0).padStart(4)} ms |`);
    console.log(
      `${name.padEnd(43)} | ${median(times.large).toFixed(0).padStart(4)} ms | ${ratio.toFixed(2)}`,
    );
  }
} finally {
  await browser.close();
  await served.stop();
}
