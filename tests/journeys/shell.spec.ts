import { gzipSync } from 'node:zlib';
import { type BrowserContext, expect, type Page, type Response, test } from '@playwright/test';
import { FIRST_LOAD_LIMIT_BYTES } from '../built-app/first-load-size';
import { type ServedApp, serveBuiltApp } from '../built-app/serve-built-app';
import { watchTrouble } from './watch-trouble';

/** Every address asked for, by pages, workers and the service worker alike. */
function watchRequests(context: BrowserContext): string[] {
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));
  return addresses;
}

async function expectAppOpen(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/一分/);
  await expect(page.locator('#root').getByRole('heading').first()).toBeVisible();
}

/** The service worker has stored the app and answers for this page. */
async function waitUntilStored(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}

test('opens, asks its own origin alone, and breaks no rule of its policy @both', async ({
  page,
  context,
  baseURL,
}) => {
  const trouble = watchTrouble(page);
  const addresses = watchRequests(context);
  await page.goto('./');
  await expectAppOpen(page);
  await waitUntilStored(page);
  await page.waitForLoadState('networkidle');
  const foreign = addresses.filter(
    (address) => !/^(blob|data):/.test(address) && !address.startsWith(baseURL ?? ''),
  );
  expect(foreign).toEqual([]);
  expect(addresses.length).toBeGreaterThan(2);
  expect(trouble).toEqual([]);
});

test('the policy refuses inline script, inline style and foreign addresses', async ({ page }) => {
  await page.goto('./');
  await expectAppOpen(page);
  const refused = await page.evaluate(async () => {
    const directives: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      directives.push(effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'document.title = "inline script ran"';
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(script, style);
    await fetch('https://example.com/').catch(() => {});
    const image = new Image();
    image.src = 'https://example.com/pixel.png';
    await new Promise((resolve) => image.addEventListener('error', resolve));
    return directives.sort();
  });
  expect(refused).toEqual(['connect-src', 'img-src', 'script-src-elem', 'style-src-elem']);
  await expect(page).not.toHaveTitle('inline script ran');
});

test('has all that a browser asks of an app to install', async ({ page, request }) => {
  await page.goto('./');
  const address = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
  const manifest = (await (await request.get(address)).json()) as { icons: { src: string }[]; lang: string };
  expect(manifest.lang).toBe('ja');
  for (const { src } of manifest.icons) {
    expect((await request.get(new URL(src, address).href)).ok(), src).toBe(true);
  }
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A test's profile keeps nothing, and Chromium installs nothing from such a profile.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('script and style up to the first screen stay within their limit', async ({ page }) => {
  // Not by what the build says of its parts, but by what a browser asks for. A worker's script is part of the
  // dictionary's loading in the background: the screen and its counter stand before it.
  const responses = new Map<string, Response>();
  const remember = (response: Response) => {
    const request = response.request();
    if (!['script', 'stylesheet'].includes(request.resourceType()) || request.serviceWorker()) return;
    responses.set(response.url(), response);
  };
  page.on('response', remember);
  const workers = new Set<string>();
  page.on('worker', (worker) => workers.add(worker.url()));
  await page.goto('./');
  await expectAppOpen(page);
  await page.waitForLoadState('networkidle');
  page.off('response', remember);
  const sizes: Record<string, number> = {};
  for (const [address, response] of responses) {
    if (!workers.has(address)) sizes[new URL(address).pathname] = gzipSync(await response.body()).length;
  }
  const bytes = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes, JSON.stringify(sizes)).toBeLessThanOrEqual(FIRST_LOAD_LIMIT_BYTES);
});

test.describe('on a plain static host', () => {
  let app: ServedApp;

  test.afterEach(() => app.stop());

  test('works from a sub-path and asks for nothing outside of it', async ({ page }) => {
    app = await serveBuiltApp('/a/b/');
    const trouble = watchTrouble(page);
    await page.goto(app.address);
    await expectAppOpen(page);
    await waitUntilStored(page);
    await page.waitForLoadState('networkidle');
    expect(app.requested.filter((path) => !path.startsWith('/a/b/'))).toEqual([]);
    expect(trouble).toEqual([]);
  });

  test('opens again when the host is gone, dictionary and all', async ({ page }) => {
    app = await serveBuiltApp('/a/b/');
    await page.goto(app.address);
    await expectAppOpen(page);
    await waitUntilStored(page);
    await page.goto(`${app.address}#/write/example-60`);
    const estimate = page.getByText(/^\d+秒$/).first();
    await expect(estimate).toBeVisible();
    await page.waitForLoadState('networkidle');
    await app.stop();

    await page.reload();
    await expectAppOpen(page);
    await expect(estimate).toBeVisible();
    await page.getByRole('textbox').fill('冷たい水がおいしい季節になりました。');
    await expect(page.getByText('18字')).toBeVisible();
    // By every address that a bookmark may hold, and on a screen whose code has not been needed yet.
    await page.goto(`${app.address}index.html#/settings`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('a new version waits until asked for, and reloads the asking tab alone', async ({ page, context }) => {
    app = await serveBuiltApp('/a/b/');
    await page.goto(app.address);
    await expectAppOpen(page);
    await waitUntilStored(page);
    const other = await context.newPage();
    await other.goto(app.address);
    await expectAppOpen(other);
    await other.evaluate(() => {
      document.documentElement.dataset.unreloaded = 'yes';
    });

    app.replace('index.html', (html) => html.replace(/<title>[^<]*/, '<title>一分の新版'));
    app.replace('sw.js', (script) =>
      script.replace(/(url:"index\.html",revision:")[^"]*/, '$1new').concat('\n// new version'),
    );
    await page.reload();
    const update = page.getByRole('button', { name: '新しい版にする' });
    await expect(update).toBeVisible();
    await expect(page).not.toHaveTitle('一分の新版');
    await update.click();
    await expect(page).toHaveTitle('一分の新版');

    await expect(other.locator('html')).toHaveAttribute('data-unreloaded', 'yes');
    await other.getByRole('button', { name: '新しい版にする' }).click();
    await expect(other).toHaveTitle('一分の新版');
  });
});
