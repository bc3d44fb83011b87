import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const JSQR_SOURCE = readFileSync(createRequire(import.meta.url).resolve('jsqr/dist/jsQR.js'), 'utf8');

/** What a QR code in a PNG says; `null` where a reader finds none. */
export async function readQr(page: Page, png: Buffer): Promise<string | null> {
  // Through the debugging protocol, which the page's Content-Security-Policy does not bind.
  await page.evaluate(JSQR_SOURCE);
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(picture, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, picture.width, picture.height);
    const read = (
      window as unknown as {
        jsQR(data: Uint8ClampedArray, width: number, height: number): { data: string } | null;
      }
    ).jsQR;
    return read(data, width, height)?.data ?? null;
  }, png.toString('base64'));
}
