import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeViolations } from './axe';
import { expectFits } from './fits';
import { readPitch } from './pitches';
import { readQr } from './qr';
import { expectSaved, openLibrary, panel, scriptField, startPitch } from './steps';
import { readStored } from './stored';
import { watchTrouble } from './watch-trouble';

const PITCH = readPitch('gardener');

/** From a first visit to the screen that takes a script of one's own along. */
async function startSharing(page: Page, script: string): Promise<void> {
  await startPitch(page, { title: '榎本造園', variant: '朝会', audience: '60代のご夫婦' }, script);
  await page.getByRole('button', { name: 'このパターンの操作' }).click();
  await page.getByRole('button', { name: '持ち出す' }).click();
  await expect(page.getByRole('heading', { name: '「朝会」を持ち出す', level: 1 })).toBeFocused();
}

const linkOf = (page: Page) => page.getByLabel('この原稿のリンク', { exact: true }).inputValue();

/** The pages that printing would give, in mm. */
async function printedPages(page: Page): Promise<{ width: number; height: number }[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const mm = (points: string | undefined) => (Number(points) * 25.4) / 72;
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({
    width: mm(width),
    height: mm(height),
  }));
}

async function expectPages(page: Page, count: number, width: number, height: number): Promise<void> {
  const pages = await printedPages(page);
  expect(pages).toHaveLength(count);
  for (const printed of pages) {
    // Pages are measured in whole pixels, a quarter of a millimetre each.
    expect(Math.abs(printed.width - width)).toBeLessThan(0.27);
    expect(Math.abs(printed.height - height)).toBeLessThan(0.27);
  }
}

/** How far the words to be printed stick out of the card's margins, in px; below 0 where there is room left. */
const overhang = (page: Page) =>
  page.evaluate(() => {
    const words = document.querySelector('[data-paper] p, [data-paper] ol')?.parentElement as HTMLElement;
    const face = words.parentElement as HTMLElement;
    const margin = Number.parseFloat(getComputedStyle(face).paddingTop);
    const [inner, outer] = [words.getBoundingClientRect(), face.getBoundingClientRect()];
    return Math.max(outer.top + margin - inner.top, inner.bottom - (outer.bottom - margin));
  });

test('a card prints at exactly its size, with the script or its cues as large as they fit @phone', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await startSharing(page, PITCH);
  await expect(page.getByRole('img', { name: 'この原稿のリンクのQRコード' })).toBeVisible();
  await expectFits(page, 'taking along');
  const size = async () =>
    Number(/文字は([\d.]+)ポイント/.exec((await page.locator('figcaption').textContent()) ?? '')?.[1]);

  await expectPages(page, 1, 91, 55);
  const scriptOnBusinessCard = await size();
  expect(scriptOnBusinessCard).toBeGreaterThanOrEqual(6.5);
  expect(await overhang(page)).toBeLessThanOrEqual(0.5);
  await page.getByText('出だしだけ').tap();
  await expect.poll(size).toBeGreaterThan(scriptOnBusinessCard);
  await expectPages(page, 1, 91, 55);
  expect(await overhang(page)).toBeLessThanOrEqual(0.5);

  await page.getByText('キーワード', { exact: true }).tap();
  await expect(
    page.getByRole('figure', { name: '印刷の見本' }).getByText('見積もり・2人・1日'),
  ).toBeVisible();
  await expectPages(page, 1, 91, 55);
  expect(await overhang(page)).toBeLessThanOrEqual(0.5);

  await page.getByText('A6サイズ').tap();
  await page.getByText('原稿をぜんぶ').tap();
  await expectPages(page, 1, 105, 148);
  await expect.poll(size).toBeGreaterThan(scriptOnBusinessCard);
  expect(await overhang(page)).toBeLessThanOrEqual(0.5);
  await page.getByText('裏面に、原稿を開けるQRコードを印刷する').tap();
  await expectPages(page, 2, 105, 148);
  await page.getByText('A4の紙').tap();
  await expectPages(page, 2, 210, 297);

  // The write page still prints as it did: on the printer's paper.
  await page.getByRole('link', { name: '書く', exact: true }).tap();
  await expect(scriptField(page)).toBeVisible();
  const [ordinary] = await printedPages(page);
  expect(ordinary?.height).toBeGreaterThan(250);
  expect(trouble).toEqual([]);
});

test('what no card holds in legible letters is said, with what fits instead @phone', async ({ page }) => {
  await startSharing(page, readPitch('disaster-seminar'));
  await expect(page.getByText('名刺サイズには入りきりません')).toBeVisible();
  await expectFits(page, 'taking along what does not fit');
  await expect(page.getByRole('button', { name: '印刷する' })).toBeDisabled();
  // Who prints all the same, from the browser's menu, gets every word on ordinary paper.
  const [page1] = await printedPages(page);
  expect(page1?.height).toBeGreaterThan(250);
  await page.getByRole('button', { name: 'A6のカードにする' }).tap();
  await expect(page.getByText('A6サイズには入りきりません')).toBeVisible();
  await page.getByRole('button', { name: '出だしだけにする' }).tap();
  await expect(page.getByRole('figure', { name: '印刷の見本' })).toBeVisible();
  await expect(page.getByRole('button', { name: '印刷する' })).toBeEnabled();
});

test('the person’s own word on the elements goes along in the link @both', async ({ page, browser }, {
  project,
}) => {
  await startPitch(page, { title: '榎本造園', variant: '朝会' }, PITCH);
  const last = (where: Page) => panel(where, '文ごとの確認').getByRole('listitem').last();
  const mark = (where: Page) => last(where).getByRole('button', { name: 'ベネフィット' });
  await mark(page).click();
  await expect(mark(page)).toContainText('手直し');
  const pressed = await mark(page).getAttribute('aria-pressed');
  await expectSaved(page);
  await page.getByRole('button', { name: 'このパターンの操作' }).click();
  await page.getByRole('button', { name: '持ち出す' }).click();
  await expect(page.getByText('手直しも、いっしょに届きます。')).toBeVisible();
  const link = await linkOf(page);

  const elsewhere = await (await browser.newContext(project.use)).newPage();
  await elsewhere.goto(link);
  await elsewhere.getByRole('button', { name: '保存する' }).click();
  await expect(mark(elsewhere)).toContainText('手直し');
  await expect(mark(elsewhere)).toHaveAttribute('aria-pressed', pressed!);
});

test('the link opens in another browser, saves there, and does not ask again @phone', async ({
  page,
  context,
  browser,
}, { project }) => {
  const trouble = watchTrouble(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await startSharing(page, PITCH);
  await page.getByRole('button', { name: 'リンクをコピー' }).tap();
  await expect(page.getByText('リンクをコピーしました。')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await linkOf(page));

  const elsewhere = await (await browser.newContext(project.use)).newPage();
  const troubleElsewhere = watchTrouble(elsewhere);
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole('heading', { name: '原稿が届きました', level: 1 })).toBeVisible();
  await expect(elsewhere.getByRole('region', { name: '届いた原稿' })).toHaveText(PITCH);
  await expect(elsewhere.getByText('60代のご夫婦', { exact: true })).toBeVisible();
  await expect(elsewhere.getByText('ベネフィット')).toBeVisible();
  await expectFits(elsewhere, 'a script that came');
  await expectNoAxeViolations(elsewhere);
  expect((await readStored(elsewhere)).variants?.some(({ script }) => script === PITCH)).toBe(false);

  await elsewhere.getByRole('button', { name: '保存する' }).tap();
  await expect(scriptField(elsewhere)).toHaveValue(PITCH);
  await expect(elsewhere.getByRole('heading', { name: '朝会', level: 1 })).toBeFocused();
  expect(elsewhere.url()).not.toContain('receive');
  await elsewhere.reload();
  await expect(scriptField(elsewhere)).toHaveValue(PITCH);
  const stored = await readStored(elsewhere);
  expect(stored.pitches).toHaveLength(2);
  expect(stored.variants?.filter(({ script }) => script === PITCH)).toMatchObject([
    { title: '朝会', audience: '60代のご夫婦', timeBudget: 60, medium: 'spoken', madeFrom: null },
  ]);

  await elsewhere.goto(link);
  await expect(elsewhere.getByText('同じ原稿が、もうあります')).toBeVisible();
  await expectNoAxeViolations(elsewhere);
  await elsewhere.getByLabel('保存する場所').selectOption('榎本造園');
  await elsewhere.getByRole('button', { name: 'もうひとつ保存する' }).tap();
  await expect(scriptField(elsewhere)).toHaveValue(PITCH);
  expect((await readStored(elsewhere)).pitches).toHaveLength(2);
  await elsewhere.goto(link);
  await elsewhere.getByRole('button', { name: 'その原稿を開く' }).tap();
  await expect(scriptField(elsewhere)).toHaveValue(PITCH);
  expect(trouble).toEqual([]);
  expect(troubleElsewhere).toEqual([]);
});

test('the QR code, on the screen and as a file, reads back to the link @phone', async ({ page }) => {
  await startSharing(page, PITCH);
  const link = await linkOf(page);
  const code = page.getByRole('img', { name: 'この原稿のリンクのQRコード' });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    expect(await readQr(page, await code.screenshot()), colorScheme).toBe(link);
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'QRコードを画像で保存' }).tap(),
  ]);
  expect(download.suggestedFilename()).toBe('朝会-QR.png');
  expect(await readQr(page, await readFile(await download.path()))).toBe(link);
  const [drawing] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'QRコードをSVGで保存' }).tap(),
  ]);
  expect(drawing.suggestedFilename()).toBe('朝会-QR.svg');
  await page.setContent(await readFile(await drawing.path(), 'utf8'));
  expect(await readQr(page, await page.screenshot())).toBe(link);
});

test('a script too long for a link says so, and its file is read elsewhere @phone', async ({
  page,
  browser,
}, { project }) => {
  // Hardly any two characters alike: an hour's talk in ordinary words still fits.
  const script = Array.from({ length: 6000 }, (_, place) =>
    String.fromCharCode(0x4e00 + ((place * 7919) % 20_000)),
  ).join('');
  await startSharing(page, script);
  await expect(page.getByText('原稿が長く、リンクには入りません')).toBeVisible();
  await expect(page.getByRole('button', { name: 'リンクをコピー' })).toHaveCount(0);
  await expectNoAxeViolations(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'このパターンをファイルに保存' }).tap(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^朝会-\d{4}-\d\d-\d\d\.jsonl$/);

  const elsewhere = await (await browser.newContext(project.use)).newPage();
  await openLibrary(elsewhere);
  await elsewhere.getByRole('link', { name: '設定' }).tap();
  const [chooser] = await Promise.all([
    elsewhere.waitForEvent('filechooser'),
    elsewhere.getByRole('button', { name: '書き出したファイルを読み込む' }).tap(),
  ]);
  await chooser.setFiles(await download.path());
  await elsewhere.getByRole('button', { name: 'いまの内容に足す' }).tap();
  await expect(elsewhere.getByText(/読み込みました。新しく足した記録2件/)).toBeVisible();
  const { pitches = [], variants = [] } = await readStored(elsewhere);
  expect(variants.find(({ title }) => title === '朝会')?.script).toBe(script);
  // The example stays as it is.
  expect(pitches.map(({ example }) => example).sort()).toEqual([false, true]);
});

test('broken links say what is wrong, each in its words @phone', async ({ page }) => {
  const trouble = watchTrouble(page);
  await startSharing(page, PITCH);
  const link = await linkOf(page);
  const middle = Math.floor(link.length / 2) + 40;
  const other = link[middle] === 'A' ? 'B' : 'A';
  const broken: [string, string][] = [
    [link.slice(0, -30), 'リンクが途中で切れています'],
    [link.replace(/receive\/.*/, 'receive/'), 'リンクが途中で切れています'],
    [link.replace(/receive\/.*/, 'receive'), 'リンクが途中で切れています'],
    [link.slice(0, middle) + other + link.slice(middle + 1), 'リンクが壊れています'],
    [`${link}/と続きます。`, 'リンクが壊れています'],
    [link.replace('receive/1', 'receive/7'), '新しい版の「一分」で作られたリンクです'],
    [link.replace(/receive\/.*/, 'receive/%E0%A4%A'), '「一分」の原稿のリンクではありません'],
    [link.replace(/receive\/.*/, 'receive/こんにちは'), '「一分」の原稿のリンクではありません'],
  ];
  for (const [address, message] of broken) {
    await test.step(message, async () => {
      await page.goto(address);
      await expect(page.getByRole('alert')).toContainText(message);
    });
  }
  await expectNoAxeViolations(page);
  await page.getByRole('link', { name: '一覧へ' }).tap();
  await expect(page.getByRole('heading', { name: '使い分ける', level: 1 })).toBeVisible();
  expect(trouble).toEqual([]);
});

test('a link opens without any network once the app is installed @phone', async ({ page, context }) => {
  await startSharing(page, PITCH);
  const link = await linkOf(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('region', { name: '届いた原稿' })).toHaveText(PITCH);
});

test('sharing through the device: offered where there is it, silent where it was called off @phone', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const asked: ShareData[] = [];
    Object.assign(window, { asked });
    navigator.share = async (data = {}) => {
      asked.push(data);
      if (asked.length === 1) throw new DOMException('Fake: called off', 'AbortError');
      if (asked.length === 2) throw new DOMException('Fake: refused', 'NotAllowedError');
    };
  });
  const trouble = watchTrouble(page);
  await startSharing(page, PITCH);
  const link = await linkOf(page);
  await page.getByRole('button', { name: '文章をほかのアプリへ' }).tap();
  await expect(page.getByText('ほかのアプリへ渡せませんでした')).toHaveCount(0);
  await page.getByRole('button', { name: '文章をほかのアプリへ' }).tap();
  await expect(page.getByText('ほかのアプリへ渡せませんでした')).toBeVisible();
  await page.getByRole('button', { name: 'リンクをほかのアプリへ' }).tap();
  await expect(page.getByText('ほかのアプリへ渡せませんでした')).toHaveCount(1);
  const asked = await page.evaluate(() => (window as unknown as { asked: ShareData[] }).asked);
  expect(asked).toMatchObject([{ text: PITCH }, { text: PITCH }, { url: link }]);
  expect(trouble).toEqual([]);
});

test('no sharing through the device is offered where there is none; axe finds nothing, by keyboard too', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
  await startSharing(page, PITCH);
  await expect(page.getByRole('img', { name: 'この原稿のリンクのQRコード' })).toBeVisible();
  await expect(page.getByRole('button', { name: /ほかのアプリへ/ })).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectNoAxeViolations(page);
  }
  await page.getByRole('radio', { name: '名刺サイズ' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'A6サイズ' })).toBeFocused();
  const card = page.getByRole('figure', { name: '印刷の見本' });
  await expect(card.getByText('榎本造園', { exact: true })).toBeVisible();
  await page.getByLabel('上に入れる名前').fill('');
  await expect(card.getByText('榎本造園', { exact: true })).toHaveCount(0);
});

test('an empty script has nothing to take along, and says where to write it @phone', async ({ page }) => {
  await openLibrary(page);
  await page.getByRole('button', { name: '新しいピッチ' }).tap();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('何の紹介ですか').fill('榎本造園');
  await dialog.getByRole('button', { name: '作って書きはじめる' }).tap();
  await page.goto(page.url().replace('/write/', '/share/'));
  await expect(page.getByText('原稿がまだ書かれていません')).toBeVisible();
  await page.getByRole('link', { name: '原稿を書く' }).tap();
  await expect(scriptField(page)).toBeVisible();
});
