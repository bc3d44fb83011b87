import { expect, type Page, test } from '@playwright/test';
import { launchOptions } from '../browser/launch-options';
import { SPOKEN, VOICE } from './pitches';
import { exchangeRecording, makeVoice } from './recordings';
import { chooseRehearsal, clock, endTake, goTo, panel, startPitch, untilLeft } from './steps';
import { readStored } from './stored';
import { watchTrouble } from './watch-trouble';

test.use({ launchOptions: launchOptions({ wav: VOICE }) });

async function beginTake(page: Page): Promise<void> {
  await startPitch(page, { title: '花屋の小川', budget: '15秒' }, SPOKEN);
  await goTo(page, '練習する');
  await chooseRehearsal(page, '声で(録音とタイマー)');
  await page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }).click();
  await expect(clock(page)).toBeVisible();
}

const eventsOf = async (page: Page) => {
  const { takes = [] } = await readStored(page);
  return takes.flatMap(({ log }) => (log as { events: { kind: string; by: string }[] }).events);
};

test('silenced in the middle, by a switch or another app: said, taken back once it is heard again, and on record', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await page.addInitScript(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await real(constraints);
      // The browser's own event: Chromium's fake device has no switch.
      const tell = (kind: string) => stream.getAudioTracks()[0]?.dispatchEvent(new Event(kind));
      Object.assign(globalThis, { tell });
      return stream;
    };
  });
  const tell = (kind: 'mute' | 'unmute') =>
    page.evaluate((name) => (globalThis as unknown as { tell(kind: string): void }).tell(name), kind);
  await beginTake(page);
  await untilLeft(page, 13);
  await tell('mute');
  const message = page.getByRole('status').filter({ hasText: 'マイクの音が届いていません' });
  await expect(message).toContainText('時間はこのまま計り続けます');
  await untilLeft(page, 11);
  await tell('unmute');
  await expect(message).toHaveCount(0);
  await untilLeft(page, 9);
  await endTake(page);
  await expect(panel(page, '時間')).toContainText('そこは間や言い漏らしに数えていません');
  const events = await eventsOf(page);
  expect(events.map(({ kind, by }) => `${kind} by ${by}`)).toEqual([
    'recording-began by device',
    'microphone-muted by device',
    'microphone-unmuted by device',
    'stopped by speaker',
  ]);
  expect(trouble).toEqual([]);
});

test('a headset that falls silent without a word: its silence is no pause, and the review says so', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  // From within the second of the three sentences.
  const silenced = makeVoice('silenced', (samples, hz) => samples.fill(0, 5.4 * hz, 8.2 * hz));
  await beginTake(page);
  await untilLeft(page, 13);
  await endTake(page);
  await expect(panel(page, '録音')).toBeVisible();
  await exchangeRecording(page, silenced);
  await page.reload();
  await expect(panel(page, '一文ごとの時間')).toContainText('声の照合', { timeout: 30_000 });
  await expect(panel(page, '時間')).toContainText('そこは間や言い漏らしに数えていません');
  await expect(page.getByText(/文目の(途中で|あとに)[\d.]+秒の間/)).toHaveCount(0);
  expect(trouble).toEqual([]);
});

test('no room left on the disk in the middle: said, the clock goes on, and what was recorded before is kept', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await beginTake(page);
  const beganMs = Date.now();
  await untilLeft(page, 11);
  const before = (await readStored(page)).recordingChunks?.length ?? 0;
  expect(before).toBeGreaterThan(2);
  const session = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  // The browser itself refuses what comes from here on.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  // Chromium asks how much room there is every so often only.
  await expect(page.getByText('端末の空きが足りず、保存できませんでした')).toBeVisible({ timeout: 45_000 });
  await page.waitForTimeout(3_000);
  const lastedMs = Date.now() - beganMs;
  await endTake(page);
  await expect(panel(page, '時間')).toContainText('録音は途中までです');

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await page.reload();
  await goTo(page, '振り返る');
  await page.getByRole('rowheader').getByRole('link').click();
  const recording = panel(page, '録音');
  await expect(recording.getByRole('button', { name: '再生', exact: true })).toBeVisible();
  await expect(recording).toContainText(/0:00 \/ \d:\d\d/);
  const { recordingChunks = [], takes = [] } = await readStored(page);
  expect(takes).toHaveLength(1);
  // Half a second each: its beginning, without a hole, and without what came after.
  expect(recordingChunks.length).toBeGreaterThanOrEqual(before);
  expect(recordingChunks.length * 500).toBeLessThan(lastedMs - 2_000);
  expect(recordingChunks.map(({ index }) => index)).toEqual(recordingChunks.map((_, place) => place));
});

test('a browser without a codec to record with: said, and the take is kept with its time', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await page.addInitScript(() => {
    MediaRecorder.isTypeSupported = () => false;
    MediaRecorder.prototype.start = () => {
      throw new DOMException('No codec for this stream.', 'NotSupportedError');
    };
  });
  await beginTake(page);
  await expect(page.getByRole('status').filter({ hasText: '録音はできていません' })).toContainText(
    '時間は計れています',
  );
  await untilLeft(page, 11);
  await endTake(page);
  await expect(panel(page, '時間')).toContainText(/[3-9]秒/);
  await expect(panel(page, '録音')).toHaveCount(0);
  await page.reload();
  await expect(panel(page, '時間')).toContainText(/[3-9]秒/);
  expect(trouble).toEqual([]);
});

test('a recorder that breaks off in the middle: said, and the recording so far is kept', async ({ page }) => {
  const trouble = watchTrouble(page);
  await page.addInitScript(() => {
    const real = MediaRecorder.prototype.start;
    MediaRecorder.prototype.start = function (this: MediaRecorder, ...times) {
      Object.assign(globalThis, { breakOff: () => this.stop() });
      real.apply(this, times);
    };
  });
  await beginTake(page);
  await untilLeft(page, 11);
  await page.evaluate(() => (globalThis as unknown as { breakOff(): void }).breakOff());
  await expect(page.getByRole('status').filter({ hasText: '録音が途中で止まりました' })).toContainText(
    'ここまでの録音は残っています',
  );
  await untilLeft(page, 8);
  await endTake(page);
  await expect(panel(page, '時間')).toContainText('録音は途中までです');
  await page.reload();
  await expect(panel(page, '録音')).toContainText(/0:00 \/ 0:0[2-6]/);
  expect(trouble).toEqual([]);
});

test('hidden for half a minute: the clock goes on and the recording with it, and the review says so', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const trouble = watchTrouble(page);
  await beginTake(page);
  await untilLeft(page, 13);
  // Headless, no tab is ever behind another: the page is told what it would be told.
  const hide = (hidden: boolean) =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => now });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  await page.waitForTimeout(30_000);
  await hide(false);
  await expect(clock(page)).toContainText(/0:1[5-9]|0:2\d/);
  await endTake(page);
  await expect(panel(page, '時間')).toContainText(
    '途中で画面がほかへ移っています。時間はそのまま計っています。',
  );
  await expect(panel(page, '時間')).toContainText(/3[1-9]秒/);
  await expect(panel(page, '録音')).toContainText(/0:00 \/ 0:3[0-9]/);
  expect(trouble).toEqual([]);
});

test('frozen by the system, as when the lid is closed: the take goes on where it was, and nothing is lost', async ({
  page,
  context,
}) => {
  const trouble = watchTrouble(page);
  await beginTake(page);
  await untilLeft(page, 12);
  const session = await context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await untilLeft(page, 8);
  await endTake(page);
  await expect(panel(page, '時間')).toContainText(/([7-9]|1\d)秒/);
  await page.reload();
  await expect(panel(page, '録音').getByRole('button', { name: '再生', exact: true })).toBeVisible();
  expect(trouble).toEqual([]);
});
