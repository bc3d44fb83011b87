/** Renders the PNG icons from `public/icons/icon.svg`. Run it after changing the drawing: `npm run icons`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { launchOptions } from './launch-options';

const ICONS = resolve(import.meta.dirname, '../../public/icons');

const rounded = readFileSync(join(ICONS, 'icon.svg'), 'utf8');
/** To the edges: the system cuts these to its own shape. The ring stays inside the middle 80 % that is always kept. */
const fullBleed = rounded.replace(/ rx="\d+"/, '');

const images = [
  { file: 'icon-192.png', sizePx: 192, svg: rounded },
  { file: 'icon-512.png', sizePx: 512, svg: rounded },
  { file: 'icon-maskable-512.png', sizePx: 512, svg: fullBleed },
  { file: 'apple-touch-icon.png', sizePx: 180, svg: fullBleed },
];

const browser = await chromium.launch(launchOptions());
for (const { file, sizePx, svg } of images) {
  const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0"><img src="${source}" width="${sizePx}" height="${sizePx}" style="display:block">`,
  );
  await page.screenshot({ path: join(ICONS, file), omitBackground: true });
  await page.close();
}
await browser.close();
