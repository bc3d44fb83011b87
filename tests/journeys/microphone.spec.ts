import { expect, type Page, test } from '@playwright/test';
import { launchOptions } from '../browser/launch-options';
import { SPOKEN } from './pitches';
import { chooseRehearsal, clock, endTake, goTo, panel, startPitch, untilLeft } from './steps';
import { watchTrouble } from './watch-trouble';

test.use({ launchOptions: launchOptions({ grantsEveryRequest: false }) });

async function openRehearsal(page: Page): Promise<void> {
  await startPitch(page, { title: '花屋の小川', budget: '15秒' }, SPOKEN);
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
}

/**
 * A fake of a machine that has no microphone to give, until `microphoneIsBack`: Chromium's own fake device can be
 * neither absent nor busy.
 */
async function failWith(page: Page, name: string): Promise<void> {
  await page.addInitScript((errorName) => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const scope = globalThis as { microphoneIsBack?: boolean };
    navigator.mediaDevices.getUserMedia = (constraints) =>
      scope.microphoneIsBack
        ? real(constraints)
        : Promise.reject(new DOMException('Fake: no microphone', errorName));
  }, name);
}

test('microphone refused: the way to allow it, and a rehearsal by the clock all the same', async ({
  page,
  context,
}) => {
  const trouble = watchTrouble(page);
  // What is not named here is refused.
  await context.grantPermissions(['clipboard-read']);
  await openRehearsal(page);
  await chooseRehearsal(page, '声で(録音とタイマー)');
  const message = page.getByRole('alert').filter({ hasText: 'マイクの使用が許可されていません' });
  await expect(message).toContainText('マイクを「許可」に変えてください');
  await expect(clock(page)).toHaveCount(0);

  // Still refused, and still said.
  await message.getByRole('button', { name: 'マイクをもう一度ためす' }).click();
  await expect(message).toBeVisible();

  await message.getByRole('button', { name: 'タイマーだけで始める' }).click();
  await expect(page.getByText('マイクなしで計っています')).toBeVisible();
  await untilLeft(page, 14);
  await endTake(page);
  await expect(panel(page, '時間')).toContainText('余りました');
  await expect(panel(page, '録音')).toHaveCount(0);

  // Allowed after all.
  await page.getByRole('link', { name: 'もう一度練習する' }).first().click();
  await chooseRehearsal(page, '声で(録音とタイマー)');
  await expect(message).toBeVisible();
  await context.grantPermissions(['microphone']);
  await message.getByRole('button', { name: 'マイクをもう一度ためす' }).click();
  await expect(page.getByRole('img', { name: 'マイクの音の大きさ' })).toBeVisible();
  expect(trouble).toEqual([]);
});

test('microphone refused: typing is offered and works', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read']);
  await openRehearsal(page);
  await chooseRehearsal(page, '声で(録音とタイマー)');
  await page.getByRole('button', { name: '文字で打って練習する' }).click();
  await page.getByRole('textbox', { name: '打つところ' }).fill(SPOKEN);
  await endTake(page);
  await expect(panel(page, '原稿とのつき合わせ').getByText('言えました')).toHaveCount(3);
});

for (const { errorName, title, advice } of [
  {
    errorName: 'NotFoundError',
    title: 'マイクが見つかりません',
    advice: 'マイクやイヤホンをつないでから',
  },
  {
    errorName: 'NotReadableError',
    title: 'マイクがほかのアプリで使われています',
    advice: '通話アプリなどを閉じてから',
  },
]) {
  test(`"${title}": its own message, and another try once there is a microphone`, async ({
    page,
    context,
  }) => {
    const trouble = watchTrouble(page);
    await context.grantPermissions(['microphone']);
    await failWith(page, errorName);
    await openRehearsal(page);
    await chooseRehearsal(page, '声で(録音とタイマー)');
    const message = page.getByRole('alert').filter({ hasText: title });
    await expect(message).toContainText(advice);
    await expect(message.getByRole('button', { name: 'タイマーだけで始める' })).toBeVisible();
    await page.evaluate(() => Object.assign(globalThis, { microphoneIsBack: true }));
    await message.getByRole('button', { name: 'マイクをもう一度ためす' }).click();
    await expect(page.getByRole('img', { name: 'マイクの音の大きさ' })).toBeVisible();
    await page.getByRole('button', { name: 'やめる' }).click();
    await expect(page.getByRole('radio', { name: 'タイマーだけ' })).toBeVisible();
    expect(trouble).toEqual([]);
  });
}

test('microphone pulled out in the middle: the take goes on by the clock, and what was recorded is kept', async ({
  page,
  context,
}) => {
  const trouble = watchTrouble(page);
  await context.grantPermissions(['microphone']);
  await page.addInitScript(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await real(constraints);
      Object.assign(globalThis, {
        // A script that stops a track hears no `ended`; a device that goes away fires it.
        pullOut: () => {
          const [track] = stream.getAudioTracks();
          track?.stop();
          track?.dispatchEvent(new Event('ended'));
        },
      });
      return stream;
    };
  });
  await openRehearsal(page);
  await chooseRehearsal(page, '声で(録音とタイマー)');
  await page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }).click();
  await untilLeft(page, 12);
  await page.evaluate(() => (globalThis as unknown as { pullOut(): void }).pullOut());
  const message = page.getByRole('status').filter({ hasText: 'マイクとの接続が切れました' });
  await expect(message).toContainText('ここまでの録音は残っています');
  await untilLeft(page, 10);
  await endTake(page);

  await expect(panel(page, '時間')).toContainText(/([5-9]|1\d)秒/);
  await expect(panel(page, '時間')).toContainText('マイクとの接続が途中で切れています。');
  await page.reload();
  const recording = panel(page, '録音');
  await expect(recording.getByRole('button', { name: '再生', exact: true })).toBeVisible();
  // Up to where it was pulled out.
  await expect(recording).toContainText(/0:00 \/ 0:0[2-9]/);
  await goTo(page, '振り返る');
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  expect(trouble).toEqual([]);
});
