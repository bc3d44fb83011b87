/**
 * Takes the pictures that the README and the app's manifest show, from the built app (`npm run build` first) and
 * its worked example: `npm run screenshots`. For the review the example is said at the microphone, which takes its
 * minute; its recording is then the whole of what was said, however busy the machine was. Needs Japanese fonts, and Debian's open-jtalk and hts-voice-nitech-jp-atr503-m001.
 */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { serveBuiltApp } from '../built-app/serve-built-app';
import { exchangeRecording } from '../journeys/recordings';
import { clock, endTake } from '../journeys/steps';
import { launchOptions } from './launch-options';
import { speakExample } from './speak-example';

const SCREENSHOTS = resolve(import.meta.dirname, '../../public/screenshots');
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

const app = await serveBuiltApp('/');

async function open(browser: Browser, viewport: typeof WIDE): Promise<Page> {
  const page = await browser.newPage({ viewport, locale: 'ja-JP' });
  await page.goto(app.address);
  await page.getByRole('heading').first().waitFor();
  return page;
}

async function pictureWriting(): Promise<void> {
  const browser = await chromium.launch(launchOptions());
  for (const [file, viewport] of [
    ['write.png', WIDE],
    ['write-phone.png', PHONE],
  ] as const) {
    const page = await open(browser, viewport);
    await page.goto(`${app.address}#/write/example-60`);
    await page
      .getByText(/^\d+秒$/)
      .first()
      .waitFor();
    await page.screenshot({ path: join(SCREENSHOTS, file) });
  }
  await browser.close();
}

/** A take in which one sentence was left out. */
async function pictureReview(): Promise<void> {
  const wav = join(tmpdir(), `ippun-${process.pid}-example.wav`);
  const seconds = speakExample(wav);
  const browser = await chromium.launch(launchOptions({ wav }));
  const page = await open(browser, WIDE);
  await page.goto(`${app.address}#/rehearse/example-60`);
  await page.getByRole('button', { name: 'マイクを確かめる' }).click();
  await page.getByRole('button', { name: '3つ数えて始める' }).click();
  await clock(page).waitFor();
  await page.waitForTimeout(seconds * 1000);
  await endTake(page);
  await exchangeRecording(page, wav);
  await page.reload();
  const times = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '一文ごとの時間', exact: true }) });
  await times.waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: '再生', exact: true }).waitFor();
  for (const [file, { width }] of [
    ['review.png', WIDE],
    ['review-phone.png', PHONE],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    // As far as the last of the sentences, whatever that takes.
    const box = await times.boundingBox();
    const height = Math.ceil((box?.y ?? 0) + (box?.height ?? 0)) + 8;
    await page.setViewportSize({ width, height: height + (width === PHONE.width ? 60 : 0) });
    await page.screenshot({ path: join(SCREENSHOTS, file) });
  }
  await browser.close();
  rmSync(wav);
}

await pictureWriting();
await pictureReview();
await app.stop();
