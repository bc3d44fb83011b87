import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeViolations } from './axe';
import { readPitch } from './pitches';
import {
  chooseRehearsal,
  clock,
  createPitch,
  endTake,
  goTo,
  openLibrary,
  panel,
  startPitch,
  writeScript,
} from './steps';
import { watchTrouble } from './watch-trouble';

const PITCH = readPitch('gardener');

async function check(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await test.step(`${screen}, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await expectNoAxeViolations(page);
    });
  }
}

test('axe finds nothing in dialogs and menus', async ({ page }) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await expect(page.getByText('確認中')).toHaveCount(0);
  await check(page, 'library with the example');
  await page.getByRole('button', { name: '「名刺交換」の操作' }).click();
  await check(page, 'menu');
  await page.getByRole('button', { name: '聞き手・持ち時間を変える' }).click();
  await check(page, 'settings of a variant');
  await page.getByRole('dialog').getByRole('button', { name: 'やめる' }).click();
  await page.getByRole('button', { name: '見本を片づける' }).click();
  await check(page, 'empty library with a notice');
  await page.getByRole('button', { name: '最初のピッチを書く' }).click();
  const dialog = page.getByRole('dialog', { name: '新しいピッチを作る' });
  await dialog.getByLabel('分', { exact: true }).fill('');
  await dialog.getByRole('button', { name: '作って書きはじめる' }).click();
  await check(page, 'new pitch, with errors');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '設定' }).click();
  await page.getByLabel('時計のしるし(秒)').fill('三十');
  await page.getByLabel('言葉', { exact: true }).fill('小鳥遊');
  await page.getByLabel('読み(カタカナかひらがな)').fill('たかなし');
  await page.getByRole('button', { name: '登録する' }).click();
  await check(page, 'settings with an error, a reading and something deleted');
  await page.getByRole('button', { name: 'すべて消す…' }).click();
  await check(page, 'removal');
  expect(trouble).toEqual([]);
});

test('axe finds nothing from the script to the chart', async ({ page }) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await createPitch(page, { title: '榎本造園', audience: '60代のご夫婦' });
  await check(page, 'empty script');
  await writeScript(page, PITCH);
  await expect(panel(page, '文ごとの確認').locator('mark').first()).toBeVisible();
  await panel(page, '文ごとの確認').getByRole('button', { name: 'ターゲット' }).first().click();
  await check(page, 'script with its analysis');
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
  await expect(page.getByRole('heading', { name: '「異業種交流会」を練習する', level: 1 })).toBeVisible();
  await check(page, 'choosing how to rehearse');
  await chooseRehearsal(page, '声で(言葉も聞き取る)');
  await check(page, 'consent');
  await page.getByRole('button', { name: '使わずに、録音とタイマーで練習する' }).click();
  await expect(page.getByRole('img', { name: 'マイクの音の大きさ' })).toBeVisible();
  await check(page, 'microphone check');
  await page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }).click();
  await expect(page.getByRole('button', { name: 'やめる' })).toBeVisible();
  await check(page, 'countdown');
  await expect(clock(page)).toBeVisible();
  await check(page, 'stage');
  await page.getByRole('button', { name: '一時停止' }).click();
  await check(page, 'stage, paused');
  await endTake(page);
  await expect(panel(page, '録音').getByRole('button', { name: '再生', exact: true })).toBeVisible();
  await check(page, 'review of a take by voice');
  await page.getByRole('link', { name: 'もう一度練習する' }).first().click();
  await chooseRehearsal(page, '文字で打つ', '文の出だしだけ');
  await page.getByRole('textbox', { name: '打つところ' }).fill(PITCH.slice(0, 150));
  await check(page, 'typed stage');
  await endTake(page);
  await page.getByText('打った文章').last().click();
  await check(page, 'review of a typed take');
  await goTo(page, '振り返る');
  await expect(page.getByRole('rowheader')).toHaveCount(2);
  await check(page, 'all takes');
  await goTo(page, '使い分ける');
  await expect(page.getByRole('link', { name: '2回' })).toBeVisible();
  await check(page, 'library with takes');
  expect(trouble).toEqual([]);
});

test('axe finds nothing on the way from the page to the head', async ({ page }) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: '榎本造園', variant: '朝会' }, PITCH);
  await goTo(page, '覚える');
  for (const rung of ['文節のあたま', '題名だけ', 'キーワード'])
    await page.getByRole('radio', { name: rung }).check({ force: true });
  await page.getByRole('button', { name: '2文目をのぞく', exact: true }).click();
  await page.getByLabel('本番の日').fill('2099-12-31');
  await page.getByText('これからの予定').click();
  await check(page, 'card with key words, a peek and a plan');
  await page.getByRole('button', { name: 'キーワードを選びなおす' }).click();
  await check(page, 'choosing key words');
  await page.getByRole('button', { name: '選びおわった' }).click();
  await page.getByRole('button', { name: '最後まで思い出してみた' }).click();
  await check(page, 'marks');
  await page.getByRole('button', { name: 'この結果を残す' }).click();
  await check(page, 'a recall that was kept, and what it proposes');
  await page.getByRole('button', { name: '一文ずつ打つ' }).click();
  const field = page.getByRole('textbox', { name: '思い出した文' });
  await expect(field).toBeFocused();
  await field.fill('庭の手入れを。');
  await page.getByRole('button', { name: '答え合わせ' }).press('Enter');
  await check(page, 'a typed sentence with its result');
  await page.getByRole('button', { name: '次の文へ' }).press('Enter');
  await expect(field).toBeFocused();
  await page.getByRole('button', { name: '途中でやめる' }).press('Enter');
  await check(page, 'a draft that waits');
  await page.getByRole('button', { name: 'つなぎ目をひととおり練習する' }).press('Enter');
  await page.getByRole('button', { name: '次の文を見る' }).press('Enter');
  await check(page, 'drill of a joint');
  expect(trouble).toEqual([]);
});

test('axe finds nothing where something went wrong', async ({ page, context }) => {
  await context.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Fake: refused', 'NotAllowedError'));
  });
  await openLibrary(page);
  await check(page, 'library without storage');
  await createPitch(page, { title: '榎本造園' });
  await page.getByRole('textbox', { name: '原稿' }).fill(PITCH);
  await check(page, 'script without storage');
  await goTo(page, '練習する');
  await chooseRehearsal(page, '声で(録音とタイマー)');
  await expect(page.getByRole('alert').filter({ hasText: 'マイクの使用が許可されていません' })).toBeVisible();
  await check(page, 'microphone refused');
});
