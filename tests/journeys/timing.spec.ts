import { expect, test } from '@playwright/test';
import { launchOptions } from '../browser/launch-options';
import { expectNoAxeViolations } from './axe';
import { SPOKEN, VOICE } from './pitches';
import { exchangeRecording } from './recordings';
import { chooseRehearsal, clock, endTake, goTo, panel, startPitch, undo, untilLeft } from './steps';
import { readStored } from './stored';
import { watchTrouble } from './watch-trouble';

test.use({ launchOptions: launchOptions({ wav: VOICE }) });

/** What the voice says between its first and its last sentence, and one that it does not say. */
const SCRIPT = SPOKEN.replace('水を', '配達は朝七時、玄関先まで伺います。水を');
const SENTENCES = SCRIPT.match(/[^。]+。/gu) as string[];
const LEFT_OUT = 2;

test('a spoken take shows when each sentence was said, and which was left out, from its sound alone @both', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: '花屋のひとこと', budget: '15秒' }, SCRIPT);
  await goTo(page, '練習する');
  await chooseRehearsal(page, '声で(録音とタイマー)');
  await page.getByRole('button', { name: '3つ数えて始める' }).click();
  await expect(clock(page)).toBeVisible();
  await untilLeft(page, 12);
  await endTake(page);
  await expect(panel(page, '録音')).toBeVisible();
  await exchangeRecording(page, VOICE);
  await page.reload();

  const times = panel(page, '一文ごとの時間');
  await expect(times).toBeVisible({ timeout: 30_000 });
  await expect(times).toContainText('声の照合');
  const rows = times.getByRole('listitem');
  await expect(rows).toHaveCount(SENTENCES.length);
  for (const [index, sentence] of SENTENCES.entries()) {
    const row = rows.nth(index);
    await expect(row).toContainText(sentence);
    if (index === LEFT_OUT) {
      await expect(row).toContainText('声に出ていないようです');
      await expect(row.getByRole('button')).toHaveCount(0);
    } else {
      await expect(row).toContainText(/\d\.\d秒.*予定 \d\.\d秒/);
    }
  }
  await expect(panel(page, '原稿とのつき合わせ')).toContainText('1文が聞き取れませんでした');
  await expect(panel(page, '話す速さ')).toContainText(/1秒あたり\(間を除く\)\s*\d\.\d拍/);
  await expect(page.getByRole('heading', { name: '抜けた一文があるようです' })).toBeVisible();

  // Each sentence that was said is a region of the waveform.
  const recording = panel(page, '録音');
  const regions = recording.locator('[part~="region"]');
  await expect(regions).toHaveCount(SENTENCES.length - 1);

  // One press and the sentence is heard, and marked while it is.
  await recording.getByLabel('再生の速さ').selectOption('1.5');
  const listen = rows.nth(1).getByRole('button', { name: '2文目を聞く' });
  await listen.focus();
  await page.keyboard.press('Enter');
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(rows.nth(1).getByRole('button', { name: '2文目を止める' })).toBeVisible();
  await expect(rows.nth(0)).not.toHaveAttribute('aria-current');
  // It stops by itself at the end of the sentence.
  await expect(listen).toBeVisible();
  await expect(recording.getByRole('button', { name: '再生', exact: true })).toBeVisible();

  // A click on its words does the same, and one on the waveform; so do the sentences that carry an element.
  await rows.nth(1).click({ position: { x: 150, y: 20 } });
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true');
  await rows.nth(1).getByRole('button', { name: '2文目を止める' }).click();
  const moment = panel(page, '伝えた要素')
    .getByRole('button', { name: /文目で聞く$/ })
    .first();
  const [, sentence] = /(\d+)文目で/.exec((await moment.textContent()) ?? '') ?? [];
  await moment.click();
  await expect(rows.nth(Number(sentence) - 1)).toHaveAttribute('aria-current', 'true');
  await recording.getByRole('button', { name: '一時停止' }).click();
  await regions.last().click();
  await expect(rows.last()).toHaveAttribute('aria-current', 'true');
  await rows
    .last()
    .getByRole('button', { name: /止める$/ })
    .click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectNoAxeViolations(page);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const overflowPx = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflowPx()).toBe(0);

  // What was worked out is kept.
  const { takeTimings = [] } = await readStored(page);
  expect(takeTimings).toHaveLength(1);
  await page.reload();
  await expect(times).toContainText('声に出ていないようです');

  // The recording may go, to save room: what it told stays, and it can be had back.
  await recording.getByRole('button', { name: '録音だけ削除' }).focus();
  await page.keyboard.press('Enter');
  await expect(recording).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveCount(1);
  await expect(rows).toHaveCount(SENTENCES.length);
  await expect(rows.getByRole('button')).toHaveCount(0);
  await undo(page, '録音を削除しました');
  await expect(regions).toHaveCount(SENTENCES.length - 1);
  await recording.getByRole('button', { name: '録音だけ削除' }).click();
  await expect(recording).toHaveCount(0);
  await page.reload();
  await expect(times).toContainText('声に出ていないようです');
  await expect(recording).toHaveCount(0);
  expect(trouble).toEqual([]);
});
