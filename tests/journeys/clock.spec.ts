import { expect, test } from '@playwright/test';
import { readPitch } from './pitches';
import {
  chooseRehearsal,
  clock,
  endTake,
  expectReview,
  fillTimeBudget,
  goTo,
  openLibrary,
  panel,
  writeScript,
} from './steps';
import { watchTrouble } from './watch-trouble';

const SCRIPT = readPitch('locksmith');
const [FIRST = ''] = SCRIPT.split('。');

test('by the clock alone: cues, a look at the script, a pause, the overrun, a take thrown away and kept after all', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await page.getByRole('button', { name: '新しいピッチ' }).click();
  const dialog = page.getByRole('dialog', { name: '新しいピッチを作る' });
  await dialog.getByLabel('何の紹介ですか').fill('かぎの救急');
  await fillTimeBudget(dialog, '5秒');
  await dialog.getByRole('button', { name: '作って書きはじめる' }).click();
  await writeScript(page, SCRIPT);
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
  await chooseRehearsal(page, 'タイマーだけ', '文の出だしだけ');

  // Left before it began: nothing is kept.
  await page.getByRole('button', { name: 'やめる' }).click();
  await chooseRehearsal(page, 'タイマーだけ', '文の出だしだけ');
  await expect(clock(page)).toBeVisible();
  const cues = page.getByRole('listitem');
  expect(await cues.count()).toBeGreaterThan(3);
  await expect(page.getByText(`${FIRST}。`)).toHaveCount(0);
  expect(`${FIRST}。`.startsWith(((await cues.first().textContent()) ?? '').replace('…', ''))).toBe(true);
  const peek = page.getByRole('button', { name: '原稿をのぞく' });
  await peek.hover();
  await page.mouse.down();
  await expect(page.getByText(`${FIRST}。`)).toBeVisible();
  // Held, as long as a glance takes; pressed shortly it would stay.
  await page.waitForTimeout(500);
  await page.mouse.up();
  await expect(page.getByText(`${FIRST}。`)).toHaveCount(0);
  await peek.click();
  await expect(page.getByText(`${FIRST}。`)).toBeVisible();
  await peek.press('Enter');
  await expect(page.getByText(`${FIRST}。`)).toHaveCount(0);

  // While paused the clock stands.
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('一時停止中')).toBeVisible();
  const paused = await clock(page).textContent();
  // That something does not move can only be waited for.
  await page.waitForTimeout(1200);
  expect(await clock(page).textContent()).toBe(paused);
  await page.keyboard.press('Space');
  await expect(page.getByText('一時停止中')).toHaveCount(0);

  // Over the budget the clock counts on, and cuts nothing off.
  await expect(clock(page)).toContainText('超過');
  await expect(clock(page)).toContainText(/\+0:0[1-9]/);
  await page.getByRole('button', { name: '捨てる' }).click();
  await expect(page.getByRole('radio', { name: 'タイマーだけ' })).toBeChecked();
  await page.getByRole('button', { name: '元に戻す' }).click();
  await goTo(page, '振り返る');
  await page.getByRole('rowheader').getByRole('link').click();
  await expectReview(page);
  await expect(panel(page, '時間')).toContainText(/[1-9]秒超えました/);
  await expect(page.getByText(/^[1-9]秒超えました。一文減らしてみましょう$/)).toBeVisible();

  // Nothing in view, and a second take on the chart.
  await page.getByRole('link', { name: 'もう一度練習する' }).first().click();
  await chooseRehearsal(page, 'タイマーだけ', '何も見ない');
  await expect(page.getByText('思い出しながら話してみましょう')).toBeVisible();
  await endTake(page);
  await goTo(page, '振り返る');
  await expect(page.getByRole('img', { name: /^2回のテイクの時間/ })).toBeVisible();
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('何も見ない');

  // Deleted, and back again.
  await rows
    .first()
    .getByRole('button', { name: /のテイクを削除$/ })
    .click();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: '元に戻す' }).click();
  await expect(rows).toHaveCount(2);
  expect(trouble).toEqual([]);
});
