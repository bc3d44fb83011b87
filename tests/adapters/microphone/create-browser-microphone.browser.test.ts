import { expect, onTestFinished, test } from 'vitest';
import { createBrowserMicrophone } from '../../../src/adapters/microphone/create-browser-microphone';
import type { MicrophoneLevel } from '../../../src/adapters/microphone/microphone';

/** From source as in development; `create-browser-microphone.test.ts` asks more of the built one. */
test("Chromium's own beeping device is opened, heard and recorded", async () => {
  const result = await createBrowserMicrophone().open();
  if (!result.ok) throw new Error(result.error);
  const { source } = result;
  onTestFinished(() => source.close());

  const levels: MicrophoneLevel[] = [];
  const stop = source.subscribeLevel((level) => levels.push(level));
  const chunks: Blob[] = [];
  const recorder = source.record({ onChunk: (chunk) => chunks.push(chunk) });
  await expect
    .poll(() => Math.max(...levels.map(({ rmsDb }) => rmsDb)), { timeout: 5_000 })
    .toBeGreaterThan(-40);
  await expect.poll(() => chunks.length, { timeout: 5_000 }).toBeGreaterThan(0);
  stop();
  const heard = levels.length;
  await recorder?.stop();
  expect(levels).toHaveLength(heard);
  expect(recorder?.mimeType).toMatch(/^audio\//);
});
