import { openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { bytesOf, newDatabaseName, openTab, pitchOf, takeOf, variantOf } from './storage-fixtures';

const browser = cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> };

/** Gives this origin so much room, as a full disk would; 0 stands for none at all, `null` for what it really has. */
function limitRoom(quotaSize: number | null): Promise<unknown> {
  return browser.send('Storage.overrideQuotaForOrigin', {
    origin: location.origin,
    ...(quotaSize !== null && { quotaSize }),
  });
}

/** What a person does with "clear site data": databases are closed under the page and deleted. */
function emptyOrigin(): Promise<unknown> {
  return browser.send('Storage.clearDataForOrigin', { origin: location.origin, storageTypes: 'indexeddb' });
}

afterEach(() => limitRoom(null));

test('no room left is told, what was kept stays, and saving goes on once there is room', async () => {
  // Chromium remembers for a while how much room it saw, unless the origin is emptied.
  await emptyOrigin();
  const { usage = 0 } = await navigator.storage.estimate();
  await limitRoom(usage + 3_000_000);
  const storage = openTab();
  await storage.savePitch(pitchOf());
  await storage.saveVariant(variantOf(), 0);
  await storage.saveTake(takeOf());
  await storage.appendRecordingChunk('take-1', 0, bytesOf(1000));

  const full = { ok: false, error: { kind: 'quota-exceeded' } };
  expect(await storage.appendRecordingChunk('take-1', 1, bytesOf(4_000_000))).toEqual(full);
  expect(await storage.saveVariant(variantOf({ script: 'あ'.repeat(2_000_000) }), 1)).toEqual(full);
  expect(await storage.variant('variant-1')).toEqual(variantOf({ saveCount: 1 }));

  await limitRoom(null);
  expect(await storage.saveVariant(variantOf({ script: 'あ'.repeat(2_000_000) }), 1)).toMatchObject({
    ok: true,
  });
  const result = await storage.recording('take-1');
  expect(result.ok && result.recording?.size).toBe(1000);
});

test('a database closed from outside is opened again on next use', async () => {
  const name = newDatabaseName();
  const storage = openTab(name);
  await storage.savePitch(pitchOf());
  const witness = await openDB(name);
  const closed = new Promise((resolve) => witness.addEventListener('close', resolve));
  await emptyOrigin();
  await closed;
  expect(await storage.load()).toMatchObject({ ok: true, pitches: [] });
  expect(await storage.savePitch(pitchOf())).toEqual({ ok: true });
  expect(await storage.load()).toMatchObject({ ok: true, pitches: [pitchOf()] });
});
