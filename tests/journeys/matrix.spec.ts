import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeViolations } from './axe';
import { expectFits } from './fits';
import { readPitch } from './pitches';
import {
  choose,
  createPitch,
  expectSaved,
  goTo,
  type NewPitch,
  openLibrary,
  panel,
  scriptField,
  undo,
  writeScript,
} from './steps';
import { readStored } from './stored';
import { watchTrouble } from './watch-trouble';

const PITCH = readPitch('gardener');
const AUDIENCE = '60代のご夫婦';

/** A pitch that is the only one: what is out of view is not drawn. */
async function startOwn(page: Page, pitch: NewPitch): Promise<void> {
  await openLibrary(page);
  await page.getByRole('button', { name: '見本を片づける' }).click();
  await createPitch(page, pitch);
  await writeScript(page, PITCH);
}

async function openMatrix(page: Page, pitch: string): Promise<void> {
  await panel(page, pitch).getByRole('link', { name: '聞き手と持ち時間の表' }).click();
  await expect(page.getByRole('heading', { name: '聞き手と持ち時間の表', level: 1 })).toBeFocused();
}

/** The names in each cell of a row, an empty list where there is a gap. */
async function cells(page: Page, audience: string): Promise<string[][]> {
  const found = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: audience, exact: true }) });
  return Promise.all(
    (await found.getByRole('cell').all()).map((cell) => cell.getByRole('link').allTextContents()),
  );
}

test('a gap in the matrix is seen, and filled from the nearest words @both', async ({ page }) => {
  const trouble = watchTrouble(page);
  await startOwn(page, { title: '榎本造園', variant: '異業種交流会', audience: AUDIENCE });
  await goTo(page, '使い分ける');
  await openMatrix(page, '榎本造園');
  await expect(page.getByRole('columnheader')).toHaveText([
    '聞き手',
    '15秒名刺交換',
    '40秒朝会',
    '1分異業種交流会',
    '5分メインプレゼン',
    '10分1対1(5〜10分)',
    '文章・100〜200字SNSの最初のメッセージ',
  ]);
  expect(await cells(page, AUDIENCE)).toEqual([[], [], ['異業種交流会'], [], [], []]);
  const minute = page.getByRole('cell').filter({ has: page.getByRole('link', { name: '異業種交流会' }) });
  await expect(minute).toContainText('ちょうどよい');
  await expect(minute.getByText('ターゲット')).toHaveCount(1);
  await expect(minute).toContainText('練習はまだ');
  await expectFits(page, 'matrix');
  await expectNoAxeViolations(page);

  // The same audience, forty seconds.
  await page.getByRole('button', { name: `${AUDIENCE}、朝会 40秒` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('「異業種交流会」の原稿を写して、')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: '朝会 40秒' })).toBeChecked();
  await expect(dialog.getByLabel('パターンの名前')).toHaveValue('朝会');
  await expect(dialog.getByLabel('聞き手')).toHaveValue(AUDIENCE);
  await dialog.getByRole('button', { name: '作って書きはじめる' }).click();

  // Too long for it: on to what can go, for the time that was asked for; no second variant comes of it.
  await expect(page.getByRole('heading', { name: '「朝会」を時間に合わせる', level: 1 })).toBeFocused();
  await page.getByRole('button', { name: '短くする案' }).click();
  await page.getByRole('button', { name: 'このパターンの原稿にする' }).click();
  await expect(page.getByRole('heading', { name: '朝会', level: 1 })).toBeFocused();
  await expectSaved(page);
  const shorter = await scriptField(page).inputValue();
  expect(shorter.length).toBeLessThan(PITCH.length);
  await expect
    .poll(async () => {
      const { variants = [], revisions = [] } = await readStored(page);
      const made = variants.find(({ title }) => title === '朝会');
      const source = variants.find(({ title, script }) => title === '異業種交流会' && script === PITCH);
      return {
        ...made,
        fromSource: made?.madeFrom === source?.id,
        kept: revisions.some(({ variantId, script }) => variantId === made?.id && script === PITCH),
      };
    })
    .toMatchObject({ timeBudget: 40, audience: AUDIENCE, script: shorter, fromSource: true, kept: true });

  // For another audience, to be read: from what is nearest in length.
  await goTo(page, '使い分ける');
  await openMatrix(page, '榎本造園');
  expect(await cells(page, AUDIENCE)).toEqual([[], ['朝会'], ['異業種交流会'], [], [], []]);
  await page.getByRole('button', { name: '新しい聞き手、SNSの最初のメッセージ' }).click();
  await expect(dialog.getByText('「朝会」の原稿を写して、')).toBeVisible();
  await dialog.getByLabel('聞き手').fill('工務店の方');
  await dialog.getByRole('button', { name: '作って書きはじめる' }).click();
  // What is read is too long by its characters.
  await expect(
    page.getByRole('heading', { name: '「SNSの最初のメッセージ」を文字数に合わせる', level: 1 }),
  ).toBeFocused();
  await page.getByRole('button', { name: '短くする案' }).click();
  await page.getByRole('button', { name: 'このパターンの原稿にする' }).click();
  await expectSaved(page);
  await expect(scriptField(page)).toHaveValue(/^.{100,200}$/s);
  await goTo(page, '使い分ける');
  await openMatrix(page, '榎本造園');
  expect(await cells(page, '工務店の方')).toEqual([[], [], [], [], [], ['SNSの最初のメッセージ']]);
  const message = page.getByRole('cell').filter({ has: page.getByRole('link', { name: 'SNS' }) });
  await expect(message.getByText(/^\d+字$/)).toBeVisible();
  await expect(message).not.toContainText('練習');
  await expectFits(page, 'matrix with two audiences');
  await expectNoAxeViolations(page);

  // What is deleted leaves a gap; what is restored fills it.
  await page.getByRole('link', { name: '一覧へ戻る' }).click();
  await choose(page, '朝会', 'このパターンを削除');
  await openMatrix(page, '榎本造園');
  expect(await cells(page, AUDIENCE)).toEqual([[], [], ['異業種交流会'], [], [], []]);
  await undo(page, 'パターン「朝会」を削除しました。');
  await expect.poll(() => cells(page, AUDIENCE)).toEqual([[], ['朝会'], ['異業種交流会'], [], [], []]);
  expect(trouble).toEqual([]);
});

test('the matrix is printed as a table on A4, whatever the screen, once its figures are there @both', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () =>
      document.documentElement.setAttribute('data-printed', document.body.textContent ?? '');
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await startOwn(page, { title: '榎本造園', variant: '異業種交流会', audience: AUDIENCE });
  await goTo(page, '使い分ける');
  await openMatrix(page, '榎本造園');
  await page.getByRole('button', { name: '印刷する' }).click();
  const printed = () => page.locator('html').getAttribute('data-printed');
  await expect.poll(printed).toContain('ちょうどよい');
  expect(await printed()).not.toContain('確認中');
  await expect(page.getByText('印刷の準備をしています…')).toHaveCount(0);

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('columnheader', { name: '1分 異業種交流会' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: AUDIENCE })).toBeVisible();
  for (const onScreen of ['印刷する', '一覧へ戻る', '新しい聞き手'])
    await expect(page.getByText(onScreen, { exact: true })).toBeHidden();
  // Paper is light.
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(page.getByText('」のパターンを、')).toHaveCSS('color', 'rgb(103, 92, 83)');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(pages.map(([, width, height]) => [Number(width), Number(height)].map(Math.round))).toEqual([
    [842, 595],
  ]);
});

test('the matrix by keys alone', async ({ page }) => {
  await openLibrary(page);
  await openMatrix(page, '【見本】はなみずき鍼灸院');
  const gap = page.getByRole('button', { name: 'はじめて会う経営者の方、名刺交換 15秒' });
  for (let presses = 0; presses < 4; presses++) {
    await page.keyboard.press('Tab');
    if (await gap.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(gap).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('radio', { name: '名刺交換 15秒' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(gap).toBeFocused();
});

test('of a pitch that is not there is no matrix; of one without variants there is room for the first @both', async ({
  page,
}) => {
  await openLibrary(page);
  await page.goto('./#/matrix/no-such-pitch');
  await expect(page.getByRole('heading', { name: 'このページは見つかりません' })).toBeVisible();

  await startOwn(page, { title: '榎本造園', variant: '朝会' });
  await goTo(page, '使い分ける');
  await choose(page, '朝会', 'このパターンを削除');
  await openMatrix(page, '榎本造園');
  await expect(page.getByRole('rowheader')).toHaveText(['新しい聞き手']);
  await page.getByRole('button', { name: '新しい聞き手、名刺交換 15秒' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('新しいパターンを作ります。')).toBeVisible();
  await dialog.getByRole('button', { name: '作って書きはじめる' }).click();
  await expect(page.getByRole('heading', { name: '名刺交換', level: 1 })).toBeFocused();
  await expect(scriptField(page)).toHaveValue('');
});
