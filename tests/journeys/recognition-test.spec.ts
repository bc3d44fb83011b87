import { expect, type Page, test } from '@playwright/test';
import { launchOptions } from '../browser/launch-options';
import { fakeSpeechRecognitionScript, type SpeechRecognitionFixture } from '../fakes/fake-speech-recognition';
import { SPOKEN, VOICE } from './pitches';
import { chooseRehearsal, clock, endTake, goTo, openLibrary, panel, startPitch } from './steps';
import { watchTrouble } from './watch-trouble';

const HEARS: SpeechRecognitionFixture['sessions'][number] = {
  events: [
    { atMs: 40, type: 'start' },
    { atMs: 3_000, type: 'result', resultIndex: 0, results: [['はじめまして', 0.9, true]] },
  ],
};

async function fakeRecogniser(page: Page, model: SpeechRecognitionFixture['model']): Promise<void> {
  await page.addInitScript({
    content: fakeSpeechRecognitionScript({
      source: 'WebAudio/web-speech-api, explainers/on-device-speech-recognition.md',
      names: ['SpeechRecognition'],
      onDevice: true,
      ...(model ? { model } : {}),
      sessions: [HEARS],
    }),
  });
}

async function openSettings(page: Page): Promise<void> {
  await openLibrary(page);
  await page.goto('./#/settings');
  await expect(page.getByRole('heading', { name: '設定', level: 1 })).toBeVisible();
}

test.use({ launchOptions: launchOptions({ wav: VOICE }) });

test('installed on the device, then tried: what was heard, and that it stayed here @both', async ({ page }, {
  project,
}) => {
  const trouble = watchTrouble(page);
  await fakeRecogniser(page, { status: 'downloadable', installs: true });
  await openSettings(page);
  const settings = panel(page, '練習');
  await expect(settings).toContainText('はじめに一度、準備が必要です。');
  await settings.getByRole('button', { name: '端末内の聞き取りを準備する' }).click();
  await expect(settings).toContainText('準備もできています。');
  await settings.getByRole('button', { name: '10秒ためす' }).click();
  await expect(settings).toContainText('声も言葉も残りません。声を端末の外へは送らずにためします。');
  await expect(settings).toContainText('「はじめまして」と聞き取れました(端末の中で)。', {
    timeout: 20_000,
  });
  await expect(settings).toContainText('声の練習も、言葉の聞き取りも使えます。');
  await settings.getByText('マイクと聞き取りを10秒ためす').scrollIntoViewIfNeeded();
  await page.screenshot({ path: `test-results/prompter/${project.name}-trial.png` });
  expect(trouble).toEqual([]);
});

test('before agreeing to send the voice: told that it can stay here', async ({ page }) => {
  await fakeRecogniser(page, { status: 'downloadable', installs: true });
  await startPitch(page, { title: '花屋の小川', budget: '15秒' }, SPOKEN);
  await goTo(page, '練習する');
  await chooseRehearsal(page, '声で(言葉も聞き取る)');
  await expect(page.getByRole('dialog')).toContainText('声を送らずに端末の中で聞き取ることもできます');
});

test('端末内だけ, and nothing there for it: said before the clock starts, and nothing is sent', async ({
  page,
}) => {
  await fakeRecogniser(page, { status: 'unavailable', installs: false });
  await openSettings(page);
  await page.getByRole('checkbox', { name: /^端末内だけで聞き取る/ }).check();
  await startPitch(page, { title: '花屋の小川', budget: '15秒' }, SPOKEN);
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
  await chooseRehearsal(page, '声で(言葉も聞き取る)');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(
    page.getByRole('status').filter({ hasText: 'この端末の中だけでは、日本語を聞き取れません' }),
  ).toBeVisible();
  expect(await page.evaluate('fakeSpeechRecognition.starts.length')).toBe(0);
});

test.describe('on Android', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  });

  test('told why words and recording exclude each other; with words, nothing is recorded @phone', async ({
    page,
  }) => {
    await fakeRecogniser(page, { status: 'unavailable', installs: false });
    await startPitch(page, { title: '花屋の小川', budget: '15秒' }, SPOKEN);
    await goTo(page, '練習する');
    await page.getByRole('radio', { name: '声で(言葉も聞き取る)' }).check();
    await expect(
      page.getByRole('status').filter({ hasText: '録音と言葉の聞き取りを同時にできません' }),
    ).toContainText('一度にひとつだけ');
    await page.screenshot({ path: 'test-results/prompter/phone-android.png' });
    await chooseRehearsal(page, '声で(言葉も聞き取る)');
    await page.getByRole('button', { name: 'わかりました。使います' }).click();
    await page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }).click();
    await expect(clock(page)).toBeVisible();
    await expect(page.getByText('言葉を聞き取っています(録音なし)')).toBeVisible();
    await expect(page.getByText('言葉は、ブラウザの会社のサービスで聞き取っています')).toBeVisible();
    await page.waitForTimeout(4_000);
    await endTake(page);
    await expect(page.getByText('はじめまして', { exact: false }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: '再生', exact: true })).toHaveCount(0);
  });
});
