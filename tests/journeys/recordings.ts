import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { readWav, wavOf } from '../evaluate/voices/wav';
import { VOICE } from './pitches';
import { chooseRehearsal, clock, endTake, goTo, panel, untilLeft } from './steps';

/** A WAV file made of the voice's samples, for this run of the tests. */
export function makeVoice(name: string, change: (samples: Float64Array, hz: number) => Float64Array): string {
  const { samples, hz } = readWav(readFileSync(VOICE));
  const file = join(tmpdir(), `ippun-${process.pid}-${name}.wav`);
  writeFileSync(file, wavOf({ samples: change(samples, hz), hz }));
  return file;
}

/**
 * Puts a whole file in place of what the latest take has recorded, as if the person had spoken it all after the start:
 * how much of it falls into a take hangs on how busy the machine is.
 */
export async function exchangeRecording(page: Page, wav: string): Promise<void> {
  const file = readFileSync(wav).toString('base64');
  // What is being worked out of the take's own recording would be kept after it was taken away.
  const workedOut = page
    .getByRole('heading', { name: '一文ごとの時間' })
    .or(page.getByRole('button', { name: 'もう一度調べる' }));
  await expect(workedOut.first()).toBeVisible({ timeout: 30_000 });
  await page.evaluate(async (base64) => {
    const { buffer } = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ippun');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction(['takes', 'recordingChunks', 'takeTimings'], 'readwrite');
    const takes = transaction.objectStore('takes').getAll();
    takes.onsuccess = () => {
      const { sayings: _, ...take } = takes.result.reduce((one, other) =>
        one.log.startedAt > other.log.startedAt ? one : other,
      );
      const { id, log } = take;
      // What a busy machine swallowed of the sound is there now.
      const events = log.events.filter(({ kind }: { kind: string }) => kind !== 'sound-dropped');
      transaction.objectStore('takes').put({ ...take, log: { ...log, events } });
      const chunks = transaction.objectStore('recordingChunks');
      chunks.delete(IDBKeyRange.bound([id], [id, []]));
      chunks.put({ takeId: id, index: 0, type: 'audio/wav', bytes: buffer });
      transaction.objectStore('takeTimings').delete(id);
    };
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = reject;
    });
    database.close();
  }, file);
}

/** Rehearses the variant of the screen by voice, and has the file's sound stand for what was said. */
export async function speakTake(page: Page, wav: string): Promise<void> {
  await goTo(page, '練習する');
  await chooseRehearsal(page, '声で(録音とタイマー)');
  await page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }).click();
  await expect(clock(page)).toBeVisible();
  await untilLeft(page, 12);
  await endTake(page);
  await exchangeRecording(page, wav);
  // What was worked out of the recording before is gone with it.
  await page.reload();
  await expect(panel(page, '一文ごとの時間')).toContainText('声の照合', { timeout: 30_000 });
}
