import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { launchOptions } from '../browser/launch-options';
import { expectNoAxeViolations } from './axe';
import { SPOKEN, VOICE } from './pitches';
import { speakTake } from './recordings';
import { panel, startPitch } from './steps';
import { readStored } from './stored';
import { watchTrouble } from './watch-trouble';

test.use({ launchOptions: launchOptions({ wav: VOICE }) });

const voicesOn = async (page: Page) => (await readStored(page)).voices ?? [];

test('what takes tell of the voice is kept only once the person agrees, and is forgotten when they say so @both', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: '花屋のひとこと', budget: '15秒' }, SPOKEN);
  await speakTake(page, VOICE);
  expect(await voicesOn(page)).toEqual([]);

  await page.getByRole('link', { name: '設定' }).click();
  const consent = page.getByRole('checkbox', { name: /^声の特徴を覚えて/ });
  await expect(consent).not.toBeChecked();
  await expect(panel(page, '練習')).toContainText('どこにも送られず');
  await consent.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('まだ何も覚えていません。')).toBeVisible();

  await page.goBack();
  await speakTake(page, VOICE);
  await expect.poll(async () => (await voicesOn(page)).length).toBe(1);
  await page.getByRole('link', { name: '設定' }).click();
  await expect(page.getByText('いまは、1回のテイクから覚えています。')).toBeVisible();
  await expectNoAxeViolations(page);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'すべて書き出す' }).click(),
  ]);
  const file = await readFile(await download.path(), 'utf8');
  expect(file).toContain('"store":"takes"');
  expect(file).not.toMatch(/"store":"voices"|"squares"/);

  await page.getByRole('button', { name: '覚えた声の特徴を消す' }).click();
  await expect(page.getByText('まだ何も覚えていません。')).toBeVisible();
  await expect.poll(() => voicesOn(page)).toEqual([]);
  await consent.uncheck();
  await expect(page.getByText('まだ何も覚えていません。')).toHaveCount(0);
  expect(trouble).toEqual([]);
});
