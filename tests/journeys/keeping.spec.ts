import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { readPitch, SPOKEN } from './pitches';
import {
  chooseRehearsal,
  clock,
  createPitch,
  endTake,
  goTo,
  openLibrary,
  panel,
  scriptField,
  startPitch,
  untilLeft,
  writeScript,
} from './steps';
import { readStored, type Stored } from './stored';
import { watchTrouble } from './watch-trouble';

const PITCH = readPitch('insurance');

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: '設定' }).click();
  await expect(page.getByRole('heading', { name: '設定', level: 1 })).toBeVisible();
}

async function exportAll(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'すべて書き出す' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^ippun-\d{4}-\d\d-\d\d\.jsonl$/);
  return readFile(await download.path());
}

async function importFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '書き出したファイルを読み込む' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** All but what is worked out from a recording, which can be worked out again. */
async function readKept(page: Page): Promise<Stored> {
  const { takeTimings: _, ...kept } = await readStored(page);
  return kept;
}

test('everything goes out into one file, and after all was removed comes back from it, identical', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await page.getByRole('button', { name: '見本を片づける' }).click();
  await createPitch(page, {
    title: 'ほけんの相談室',
    variant: '朝会',
    audience: '経営者の方',
    budget: '30秒',
  });
  await writeScript(page, PITCH);
  await page
    .getByRole('listitem')
    .filter({ hasText: PITCH.split('。')[0] ?? '' })
    .getByRole('button', { name: 'ベネフィット' })
    .click();
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
  await chooseRehearsal(page, '声で(録音とタイマー)');
  await page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }).click();
  await untilLeft(page, 27);
  await endTake(page);
  await page.getByRole('textbox', { name: '気づき' }).fill('名前を、もっとゆっくり。');
  await page.getByRole('link', { name: 'もう一度練習する' }).first().click();
  await chooseRehearsal(page, '文字で打つ', '何も見ない');
  await page.getByRole('textbox', { name: '打つところ' }).fill(SPOKEN);
  await endTake(page);
  await openSettings(page);
  await expect(page.getByText('ピッチ1件、パターン1件、テイク2件')).toBeVisible();
  await page.getByLabel('時計のしるし(秒)').fill('10、20');
  await expect(page.getByText('まだ書き出していません。')).toBeVisible();

  const before = await readKept(page);
  expect(before.recordingChunks?.length).toBeGreaterThan(0);
  const file = await exportAll(page);
  await expect(page.getByText(/^最後に書き出した日/)).toBeVisible();

  await page.getByRole('button', { name: 'すべて消す…' }).click();
  await page
    .getByRole('dialog', { name: 'すべて消す' })
    .getByRole('button', { name: 'すべて消す', exact: true })
    .click();
  await expect(page.getByText('ピッチ0件、パターン0件、テイク0件')).toBeVisible();
  const emptied = await readStored(page);
  expect(Object.values(emptied).flat()).toEqual([]);

  await importFile(page, 'ippun.jsonl', file);
  const dialog = page.getByRole('dialog', { name: 'ファイルの内容を確かめました' });
  await expect(dialog).toContainText('ピッチ2件、パターン3件、テイク2件');
  await dialog.getByRole('button', { name: 'いまの内容と入れ替える' }).click();
  await dialog.getByRole('button', { name: '入れ替える', exact: true }).click();
  await expect(page.getByText(/^読み込みました。/)).toBeVisible();
  await expect(page.getByText('ピッチ1件、パターン1件、テイク2件')).toBeVisible();
  expect(await readKept(page)).toEqual(before);

  // And not on disk alone.
  await page.reload();
  await expect(page.getByLabel('時計のしるし(秒)')).toHaveValue('10、20');
  await page.getByRole('link', { name: '一分' }).click();
  await panel(page, 'ほけんの相談室').getByRole('link', { name: '2回' }).click();
  await page
    .getByRole('row')
    .filter({ hasText: '名前を、もっとゆっくり。' })
    .getByRole('rowheader')
    .getByRole('link')
    .click();
  await expect(page.getByRole('textbox', { name: '気づき' })).toHaveValue('名前を、もっとゆっくり。');
  await expect(panel(page, '録音').getByRole('button', { name: '再生', exact: true })).toBeVisible();

  // The same file once more adds nothing.
  await openSettings(page);
  await importFile(page, 'ippun.jsonl', file);
  await dialog.getByRole('button', { name: 'いまの内容に足す' }).click();
  await expect(
    page.getByText(/^読み込みました。新しく足した記録0件、別のパターンにした原稿0件/),
  ).toBeVisible();
  expect(await readKept(page)).toEqual(before);
  expect(trouble).toEqual([]);
});

test('a file that is not a whole backup is refused with its reason, and nothing changes', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: 'ほけんの相談室' }, PITCH);
  await openSettings(page);
  const good = (await exportAll(page)).toString();
  await expect(page.getByText(/^最後に書き出した日/)).toBeVisible();
  const before = await readStored(page);
  const lines = good.split('\n');
  const bad: { name: string; content: string | Buffer; told: string }[] = [
    { name: '途中まで', content: lines.slice(0, 3).join('\n'), told: 'ファイルが途中で切れています' },
    {
      name: '別のアプリのJSON',
      content: '{"name":"Notes","version":3,"items":[]}\n',
      told: '「一分」の書き出しファイルではありません',
    },
    {
      name: '新しい版',
      content: good.replace('"version":2', '"version":3'),
      told: '新しい版の「一分」で書き出されたファイルです',
    },
    { name: '書き換え', content: good.replace('ほけん', 'ほげん'), told: 'ファイルが壊れています' },
    { name: '空のファイル', content: '', told: '「一分」の書き出しファイルではありません' },
    {
      name: '画像',
      content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      told: '「一分」の書き出しファイルではありません',
    },
    {
      name: '文字コード違い',
      content: Buffer.concat([Buffer.from(`${lines[0]}\n`), Buffer.from([0x82, 0xa0, 0x0a])]),
      told: 'ファイルの文字が壊れています',
    },
  ];
  for (const { name, content, told } of bad) {
    await test.step(name, async () => {
      await importFile(page, `${name}.jsonl`, Buffer.from(content));
      const message = page.getByRole('alert').filter({ hasText: told });
      await expect(message).toContainText('いまの内容は何も変わっていません。');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });
  }
  expect(await readStored(page)).toEqual(before);
  await page.getByRole('link', { name: '一分' }).click();
  await expect(panel(page, 'ほけんの相談室')).toBeVisible();
  expect(trouble).toEqual([]);
});

test('no storage: said at once; the text counts, and can be copied and taken along as a file', async ({
  page,
  context,
}) => {
  const trouble = watchTrouble(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // A fake of the browsers that have no IndexedDB in private windows.
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  await openLibrary(page);
  await expect(page.getByRole('alert').filter({ hasText: 'このブラウザでは保存できません' })).toContainText(
    'コピーするか、ファイルに書き出してください。',
  );
  await createPitch(page, { title: 'ほけんの相談室', budget: '30秒' });
  await scriptField(page).fill(PITCH);
  await expect(page.getByText('このタブを閉じると消えます')).toBeVisible();
  await expect(page.getByText('保存しました')).toHaveCount(0);

  await page.getByRole('button', { name: '原稿をコピー' }).click();
  await expect(page.getByText('原稿をコピーしました。')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(PITCH);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '原稿をファイルに保存' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^異業種交流会-\d{4}-\d\d-\d\d\.txt$/);
  expect(await readFile(await download.path(), 'utf8')).toBe(PITCH);

  // A take as well, for as long as the tab is open.
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
  await chooseRehearsal(page, 'タイマーだけ');
  await expect(clock(page)).toBeVisible();
  await endTake(page);
  await goTo(page, '書く');
  await expect(scriptField(page)).toHaveValue(PITCH);
  expect(trouble).toEqual([]);
});

test('no room left: said, the text stays on screen, and is saved as soon as there is room', async ({
  page,
}) => {
  // A fake of a full disk: a real one cannot be had without filling it.
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...row: Parameters<typeof put>) {
      if ((globalThis as { diskIsFull?: boolean }).diskIsFull)
        throw new DOMException('Fake: disk full', 'QuotaExceededError');
      return put.apply(this, row);
    };
  });
  await startPitch(page, { title: 'ほけんの相談室', budget: '30秒' }, SPOKEN);
  await page.evaluate(() => Object.assign(globalThis, { diskIsFull: true }));
  await scriptField(page).fill(PITCH);
  await expect(page.getByText('保存できていません')).toBeVisible();
  const notice = page.getByRole('region', { name: 'お知らせ' }).getByText(/端末の空きが足りず/);
  await expect(notice).toContainText('画面の文章はそのまま残っています。');
  await expect(scriptField(page)).toHaveValue(PITCH);
  await page.evaluate(() => Object.assign(globalThis, { diskIsFull: false }));
  await expect(page.getByText('保存しました', { exact: true })).toBeVisible();
  await page.reload();
  await expect(scriptField(page)).toHaveValue(PITCH);
});
