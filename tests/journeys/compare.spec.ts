import { expect, test } from '@playwright/test';
import { launchOptions } from '../browser/launch-options';
import { expectNoAxeViolations } from './axe';
import { SPOKEN, VOICE } from './pitches';
import { makeVoice, speakTake } from './recordings';
import { chooseRehearsal, endTake, goTo, panel, startPitch, untilLeft } from './steps';
import { watchTrouble } from './watch-trouble';

test.use({ launchOptions: launchOptions({ wav: VOICE }) });

/** Between the first sentence and the second the speaker rests 1.5 s longer than the voice does. */
const RESTING = makeVoice('resting', (samples, hz) => {
  const at = Math.round(4.75 * hz);
  const rest = samples.slice(0, 1.5 * hz);
  return Float64Array.from([...samples.slice(0, at), ...rest, ...samples.slice(at)]);
});

test('two takes side by side: times, difference, pauses, and both to the ear @both', async ({ page }) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: '花屋のひとこと', budget: '15秒' }, SPOKEN);
  await speakTake(page, VOICE);
  // With one take there is nothing to compare.
  await goTo(page, '振り返る');
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await expect(page.getByRole('link', { name: '2つのテイクを比べる' })).toHaveCount(0);
  await speakTake(page, RESTING);
  await goTo(page, '振り返る');
  await page.getByRole('link', { name: '2つのテイクを比べる' }).click();
  await expect(page.getByRole('heading', { name: '2つのテイクを比べる', level: 1 })).toBeFocused();

  const sentences = panel(page, '一文ごと').getByRole('row');
  await expect(sentences).toHaveCount(1 + 3);
  const first = sentences.nth(1);
  await expect(first).toContainText('はじめまして、花屋の小川です。');
  await expect(first.getByRole('cell').last()).toContainText(/[+]1\.[3-7]秒/, { timeout: 30_000 });
  for (const row of [2, 3])
    await expect(sentences.nth(row).getByRole('cell').last()).toContainText(/±0|[+−]0\.[12]秒/);
  const overall = panel(page, '全体');
  await expect(overall.getByRole('row', { name: /^間の合計/ })).toContainText(/[+]1\.[3-7]秒/);
  await expect(overall.getByRole('row', { name: /^聞こえなかった文/ })).toContainText(/0\s*0\s*±0/);
  await expect(overall.getByRole('row', { name: /^声の高さの幅/ })).toContainText(/\d\.\d/);

  // To the ear: one sentence from either take, and only one of them at a time.
  const recordings = panel(page, '録音');
  const listen = (side: string) => first.getByRole('button', { name: `1番目の文を${side}のテイクで聞く` });
  await listen('1つ目').focus();
  await page.keyboard.press('Enter');
  await expect(recordings.getByRole('button', { name: '1つ目を止める' })).toBeVisible();
  await listen('2つ目').click();
  await expect(recordings.getByRole('button', { name: '2つ目を止める' })).toBeVisible();
  await expect(recordings.getByRole('button', { name: '1つ目を再生' })).toBeVisible();
  await recordings.getByRole('button', { name: '2つ目を止める' }).click();

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectNoAxeViolations(page);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
  expect(trouble).toEqual([]);
});

test('another choice of takes: by the keyboard, and without losing one’s place', async ({ page }) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: '花屋のひとこと', budget: '15秒' }, SPOKEN);
  for (const left of [13, 12, 11]) {
    await goTo(page, '練習する');
    await chooseRehearsal(page, 'タイマーだけ');
    await untilLeft(page, left);
    await endTake(page);
  }
  await page.getByRole('link', { name: '前のテイクと比べる' }).click();
  const overall = panel(page, '全体');
  await expect(overall.getByRole('row', { name: /^時間/ })).toContainText(/\+\d/);
  const before = await overall.getByRole('row', { name: /^時間/ }).textContent();
  const choice = page.getByLabel('1つ目のテイク');
  await choice.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => overall.getByRole('row', { name: /^時間/ }).textContent()).not.toBe(before);
  await expect(choice).toBeFocused();
  // A take is not compared with itself.
  await expect(choice.locator('option:disabled')).toHaveCount(1);
  await expect(panel(page, '一文ごと')).toContainText('一文ごとの秒数が出ません');
  await expect(panel(page, '録音')).toHaveCount(0);
  expect(trouble).toEqual([]);
});

test('takes that are not there: said, with the way back', async ({ page }) => {
  await startPitch(page, { title: '花屋のひとこと' }, SPOKEN);
  const variantId = page.url().split('/').at(-1);
  await page.goto(`./#/review/${variantId}/gone/lost`);
  await expect(page.getByRole('status').filter({ hasText: '比べるテイクが見つかりません' })).toBeVisible();
  await page.getByRole('link', { name: 'すべてのテイク' }).click();
  await expect(page.getByText('まだテイクがありません')).toBeVisible();
});
