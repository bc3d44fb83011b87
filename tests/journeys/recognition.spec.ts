import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  type FakeSpeechRecognitionRecord,
  fakeSpeechRecognitionScript,
  type SpeechRecognitionFixture,
} from '../fakes/fake-speech-recognition';
import { SPOKEN } from './pitches';
import { chooseRehearsal, clock, endTake, panel, startPitch, untilLeft } from './steps';
import { watchTrouble } from './watch-trouble';

const UNSAID = '雨の日は、玄関先までお持ちします。';
const BY_WORDS = '声で(言葉も聞き取る)';

/** The fake in place of the browser's own recogniser, whose service no test can reach. */
async function fakeRecogniser(page: Page, name: string, speed?: number): Promise<void> {
  const path = resolve(import.meta.dirname, '../fixtures/recognition', `${name}.json`);
  const fixture = JSON.parse(readFileSync(path, 'utf8')) as SpeechRecognitionFixture;
  await page.addInitScript({ content: fakeSpeechRecognitionScript(fixture, speed) });
}

function timesStarted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      (globalThis as unknown as { fakeSpeechRecognition: FakeSpeechRecognitionRecord }).fakeSpeechRecognition
        .starts.length,
  );
}

async function openRehearsal(page: Page, script: string): Promise<void> {
  await startPitch(page, { title: '花屋の小川', budget: '15秒' }, script);
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
}

async function agree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'わかりました。使います' }).click();
}

async function beginSpeaking(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }).click();
  await expect(clock(page)).toBeVisible();
}

test('told first where the voice goes; then what was heard is held against the script', async ({ page }) => {
  const trouble = watchTrouble(page);
  await fakeRecogniser(page, 'chrome-desktop');
  await openRehearsal(page, `${SPOKEN}${UNSAID}`);
  await chooseRehearsal(page, BY_WORDS);
  const consent = page.getByRole('dialog', { name: '言葉の聞き取りについて' });
  await expect(consent).toContainText('サーバーに送られ');
  expect(await timesStarted(page)).toBe(0);

  // Closed without an answer: asked again.
  await page.keyboard.press('Escape');
  await expect(consent).toHaveCount(0);
  await chooseRehearsal(page, BY_WORDS);
  await agree(page);
  await beginSpeaking(page);
  await untilLeft(page, 4);
  await endTake(page);
  expect(await timesStarted(page)).toBe(1);

  const content = panel(page, '原稿とのつき合わせ').getByRole('listitem');
  await expect(content).toHaveCount(4);
  for (const said of ['はじめまして', '忙しい家庭に', '水を替えるだけで'])
    await expect(content.filter({ hasText: said })).toContainText('言えました');
  await expect(content.filter({ hasText: UNSAID })).toContainText('言い漏らし');
  await expect(panel(page, '話す速さ')).toContainText(/聞き取れた言葉から|録音の声から/);
  await page.getByText('聞き取った言葉').click();
  const heard = page.getByText(/^はじめまして花屋の小川です/);
  await expect(heard).toContainText('忙しい家庭に向けて週に一度小さな花束を届けています');
  await expect(heard).toContainText('水を替えるだけで食卓が明るくなります');
  await page.reload();
  await expect(content.filter({ hasText: UNSAID })).toContainText('言い漏らし');

  // The answer is kept.
  await page.getByRole('link', { name: 'もう一度練習する' }).first().click();
  await chooseRehearsal(page, BY_WORDS);
  await expect(page.getByRole('img', { name: 'マイクの音の大きさ' })).toBeVisible();
  await expect(consent).toHaveCount(0);
  expect(trouble).toEqual([]);
});

test('declined: rehearsed by voice alone, and the recogniser is never started', async ({ page }) => {
  await fakeRecogniser(page, 'chrome-desktop');
  await openRehearsal(page, SPOKEN);
  await chooseRehearsal(page, BY_WORDS);
  await page.getByRole('button', { name: '使わずに、録音とタイマーで練習する' }).click();
  await beginSpeaking(page);
  await untilLeft(page, 13);
  expect(await timesStarted(page)).toBe(0);
  await endTake(page);
  await expect(panel(page, '原稿とのつき合わせ')).toContainText('言葉の聞き取りをしていないので');
});

test('every sentence counts once though Android tells each of them several times', async ({ page }) => {
  await fakeRecogniser(page, 'android-duplicates');
  await openRehearsal(page, SPOKEN);
  await chooseRehearsal(page, BY_WORDS);
  await agree(page);
  await beginSpeaking(page);
  await expect.poll(() => timesStarted(page)).toBeGreaterThanOrEqual(3);
  await endTake(page);
  const content = panel(page, '原稿とのつき合わせ').getByRole('listitem');
  await expect(content.filter({ hasText: 'はじめまして' })).toContainText('言えました');
  await expect(content.filter({ hasText: '忙しい家庭に' })).toContainText('言えました');
  await expect(content.getByText('二度言いました')).toHaveCount(0);
});

test('service refused in the middle: said plainly, and the take goes on with clock and recording', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await fakeRecogniser(page, 'service-not-allowed');
  await openRehearsal(page, SPOKEN);
  await chooseRehearsal(page, BY_WORDS);
  await agree(page);
  await beginSpeaking(page);
  const message = page.getByRole('status').filter({ hasText: '聞き取りのサービスを使えません' });
  await expect(message).toContainText('時間と録音はそのまま続いています。');
  await untilLeft(page, 11);
  await endTake(page);
  await expect(panel(page, '時間')).toContainText(/([4-9]|1\d)秒/);
  await expect(panel(page, '録音').getByRole('button', { name: '再生', exact: true })).toBeVisible();
  await expect(panel(page, '原稿とのつき合わせ')).toContainText(
    '言葉を聞き取れなかったので、何を話したかは分かりません',
  );
  expect(trouble).toEqual([]);
});

test('Chromium without its maker\u2019s service: said plainly, and the take goes on and is kept', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await openRehearsal(page, SPOKEN);
  await chooseRehearsal(page, BY_WORDS);
  await agree(page);
  await beginSpeaking(page);
  // Which of them depends on the build; none of them speaks of the microphone's permission.
  await expect(
    page.getByRole('status').filter({
      hasText:
        /聞き取りのサービスにつながりません|聞き取りのサービスを使えません|聞き取りから返事がありません|聞き取りが許可されていません/,
    }),
  ).toBeVisible({ timeout: 30_000 });
  await endTake(page);
  await page.reload();
  await expect(panel(page, '時間')).toContainText(/\d秒/);
  await expect(panel(page, '録音').getByRole('button', { name: '再生', exact: true })).toBeVisible();
  expect(trouble).toEqual([]);
});

test('a browser without the recogniser: said before the clock starts', async ({ page }) => {
  await page.addInitScript(() =>
    Object.assign(globalThis, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined }),
  );
  await openRehearsal(page, SPOKEN);
  await chooseRehearsal(page, BY_WORDS);
  await agree(page);
  await expect(
    page.getByRole('status').filter({ hasText: 'このブラウザには聞き取りの機能がありません' }),
  ).toContainText('録音とタイマーで練習できます。');
  await expect(page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ })).toBeVisible();
});
