/**
 * Takes the pictures that the README and the app's manifest show, from the built app (`npm run build` first) and
 * its worked example: `npm run screenshots`. Needs Japanese fonts.
 */
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { serveBuiltApp } from '../built-app/serve-built-app';
import { launchOptions } from './launch-options';

const SCREENSHOTS = resolve(import.meta.dirname, '../../public/screenshots');

const pictures = [
  { file: 'write.png', viewport: { width: 1280, height: 800 } },
  { file: 'write-phone.png', viewport: { width: 390, height: 844 } },
];

const app = await serveBuiltApp('/');
const browser = await chromium.launch(launchOptions());
for (const { file, viewport } of pictures) {
  const page = await browser.newPage({ viewport, locale: 'ja-JP' });
  await page.goto(app.address);
  await page.getByRole('heading').first().waitFor();
  await page.goto(`${app.address}#/write/example-60`);
  await page
    .getByText(/^\d+秒$/)
    .first()
    .waitFor();
  await page.screenshot({ path: join(SCREENSHOTS, file) });
  await page.close();
}
await browser.close();
await app.stop();
