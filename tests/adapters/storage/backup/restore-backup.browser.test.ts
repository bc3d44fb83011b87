import { afterEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { encodeBase64 } from '../../../../src/adapters/storage/backup/base64';
import type { Storage } from '../../../../src/adapters/storage/storage';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings/settings';
import {
  bytesOf,
  heardTakeOf,
  newDatabaseName,
  openTab,
  pitchOf,
  preparationOf,
  recallOf,
  revisionOf,
  takeOf,
  variantOf,
} from '../storage-fixtures';
import { contentOf, fill, type RowLine, sealed, soundRows } from './backup-fixtures';

async function backupOf(storage: Storage, rows: readonly RowLine[]) {
  const read = await storage.readBackup(new Blob([await sealed(rows)]));
  if (!read.ok) throw new Error(`Refused: ${JSON.stringify(read.error)}`);
  return read.backup;
}

/** A tab with rows in it; new ids are `copy-1`, `copy-2` … */
async function tabWith(rows: readonly RowLine[]): Promise<{ name: string; storage: Storage }> {
  const name = newDatabaseName();
  let copies = 0;
  const newId = () => {
    copies += 1;
    return `copy-${copies}`;
  };
  const storage = openTab(name, { newId });
  await fill(name, storage, rows);
  return { name, storage };
}

const library = (...variants: object[]): RowLine[] => [
  { store: 'pitches', row: pitchOf() },
  ...variants.map((row) => ({ store: 'variants', row })),
];

describe('adding', () => {
  test('what is here already changes nothing, the second time as the first', async () => {
    const { name, storage } = await tabWith([]);
    const backup = await backupOf(storage, soundRows());
    await storage.restore(backup, 'add');
    const before = await contentOf(name, storage);
    expect(await storage.restore(backup, 'add')).toEqual({
      ok: true,
      counts: { added: 0, same: 8, copied: 0, keptOurs: 0 },
    });
    expect(await contentOf(name, storage)).toEqual(before);
  });

  test('a variant that differs is added as a copy beside ours, once', async () => {
    const ours = variantOf({ script: 'こちらの原稿。', saveCount: 9 });
    const theirs = variantOf({ script: 'あちらの原稿。', saveCount: 4 });
    const { storage } = await tabWith(library(ours));
    const backup = await backupOf(storage, library(theirs));
    expect(await storage.restore(backup, 'add')).toMatchObject({ counts: { copied: 1, same: 1, added: 0 } });
    const expected = { variants: [{ ...theirs, id: 'copy-1' }, ours] };
    expect(await storage.load()).toMatchObject(expected);
    expect(await storage.restore(backup, 'add')).toMatchObject({ counts: { copied: 0, same: 2 } });
    expect(await storage.load()).toMatchObject(expected);
  });

  test.each<[string, object]>([
    ['save count', { saveCount: 3 }],
    ['time of the last save', { updatedAt: 1_760_000_999_999 }],
    ['place in the list', { position: 7 }],
  ])('a variant that differs in its %s alone is the same', async (_case, fields) => {
    const { storage } = await tabWith(library(variantOf()));
    const backup = await backupOf(storage, library(variantOf(fields)));
    expect(await storage.restore(backup, 'add')).toMatchObject({ counts: { copied: 0, same: 2 } });
    expect(await storage.load()).toMatchObject({ variants: [variantOf()] });
  });

  test('a pitch, a take, a preparation and settings that differ are kept as they are here', async () => {
    const { name, storage } = await tabWith([
      { store: 'settings', row: { ...DEFAULT_SETTINGS, theme: 'light' } },
      { store: 'pitches', row: pitchOf({ title: 'こちらの題' }) },
      { store: 'variants', row: variantOf() },
      { store: 'revisions', row: revisionOf() },
      { store: 'takes', row: takeOf({ note: 'こちらの気づき' }) },
      { store: 'preparations', row: preparationOf({ eventDate: null }) },
      { store: 'recalls', row: recallOf() },
      {
        store: 'recordingChunks',
        row: { takeId: 'take-1', index: 0, type: 'audio/mp4', bytes: bytesOf(3) },
      },
    ]);
    const before = (await contentOf(name, storage)) as { variants: unknown[] };
    expect(await storage.restore(await backupOf(storage, soundRows()), 'add')).toEqual({
      ok: true,
      counts: { added: 1, same: 3, copied: 0, keptOurs: 4 },
    });
    const { variants, ...rest } = (await contentOf(name, storage)) as { variants: unknown[] };
    expect({ ...rest, variants: variants.slice(0, 1) }).toEqual(before);
    expect(variants[1]).toMatchObject(['variant-2', { title: '名刺交換' }]);
  });

  test('what was deleted here and not there comes back; its words are those of here', async () => {
    const gone = 1_760_000_900_000;
    const { storage } = await tabWith([
      { store: 'pitches', row: pitchOf({ title: 'こちらの題', deletedAt: gone }) },
      { store: 'variants', row: variantOf({ deletedAt: gone, saveCount: 5 }) },
      { store: 'revisions', row: revisionOf() },
      { store: 'takes', row: takeOf({ deletedAt: gone }) },
    ]);
    await storage.restore(await backupOf(storage, soundRows()), 'add');
    expect(await storage.load()).toMatchObject({
      pitches: [pitchOf({ title: 'こちらの題' })],
      variants: [variantOf({ saveCount: 6 }), { id: 'variant-2' }],
    });
    expect(await storage.takesOf(['variant-1'])).toMatchObject({ takes: [takeOf()] });
  });

  test('what was deleted there and not here stays', async () => {
    const { storage } = await tabWith(library(variantOf({ script: 'こちら。' })));
    const backup = await backupOf(storage, library(variantOf({ deletedAt: 1_760_000_900_000 })));
    expect(await storage.restore(backup, 'add')).toMatchObject({ counts: { same: 1, keptOurs: 1 } });
    expect(await storage.load()).toMatchObject({ variants: [variantOf({ script: 'こちら。' })] });
  });
});

describe('replacing', () => {
  test('leaves what the backup holds and nothing else', async () => {
    const { name, storage } = await tabWith([
      { store: 'settings', row: { ...DEFAULT_SETTINGS, theme: 'light' } },
      { store: 'pitches', row: pitchOf({ id: 'pitch-9' }) },
      { store: 'variants', row: variantOf({ id: 'variant-9', pitchId: 'pitch-9' }) },
      { store: 'takes', row: takeOf({ note: 'こちら' }) },
      { store: 'recordingChunks', row: { takeId: 'take-1', index: 7, type: '', bytes: bytesOf(3) } },
      { store: 'takeTimings', row: { takeId: 'take-1', ...heardTakeOf() } },
    ]);
    const backup = await backupOf(storage, soundRows());
    expect(await storage.restore(backup, 'replace')).toMatchObject({ ok: true, counts: { added: 8 } });
    const clean = await tabWith([]);
    await clean.storage.restore(backup, 'add');
    expect(await contentOf(name, storage)).toEqual(await contentOf(clean.name, clean.storage));
  });

  test('a tab with the variant still on screen finds out before it saves over what was restored', async () => {
    const { name, storage } = await tabWith([]);
    const other = openTab(name);
    await storage.savePitch(pitchOf());
    await other.saveVariant(variantOf({ script: 'まだ画面にある原稿。' }), 0);
    const backup = await backupOf(storage, library(variantOf({ saveCount: 1 })));
    const told = new Promise((resolve) => other.changes((change) => resolve(change)));
    await storage.restore(backup, 'replace');
    expect(await told).toEqual({ kind: 'everything' });
    expect(await other.saveVariant(variantOf({ script: '画面から。' }), 1)).toMatchObject({
      kind: 'changed-elsewhere',
      theirs: variantOf({ saveCount: 2 }),
    });
  });
});

/** The browser gives no more than 65,536 at a time. */
function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

describe('all or nothing', { timeout: 60_000 }, () => {
  const browser = cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> };
  const { origin } = location;
  afterEach(() => browser.send('Storage.overrideQuotaForOrigin', { origin }));

  test.each([
    ['add', 'the pieces on their way', 5],
    ['add', 'the pieces in their place', 2],
    ['replace', 'the pieces on their way', 5],
    ['replace', 'the pieces in their place', 2],
  ] as const)('%s with no room for %s changes nothing', async (mode, _where, pieceCount) => {
    // Chromium remembers for a while how much room it saw, unless the origin is emptied.
    await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    const { usage = 0 } = await navigator.storage.estimate();
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 8_000_000 });
    const { name, storage } = await tabWith(library(variantOf()));
    const before = await contentOf(name, storage);
    // Chance, since the database compresses what can be.
    const bytes = encodeBase64(randomBytes(2_400_000));
    const pieces = Array.from({ length: pieceCount }, (_, index) => ({
      store: 'recordingChunks',
      row: { takeId: 'take-1', index, type: '', bytes },
    }));
    const backup = await backupOf(storage, [...soundRows().slice(0, 6), ...pieces]);
    expect(await storage.restore(backup, mode)).toEqual({ ok: false, error: { kind: 'quota-exceeded' } });
    expect(await contentOf(name, storage)).toEqual(before);
    expect(before.arrivingChunks).toEqual([]);
  });

  test.each(['add', 'replace'] as const)(
    '%s of a file that has changed since it was read changes nothing',
    async (mode) => {
      const { name, storage } = await tabWith(library(variantOf()));
      const before = await contentOf(name, storage);
      const backup = await backupOf(storage, soundRows());
      const changed = await (await backup.file.text()).replace('"bytes":"AQ=="', '"bytes":"?Q=="');
      expect(await storage.restore({ ...backup, file: new Blob([changed]) }, mode)).toEqual({
        ok: false,
        error: { kind: 'invalid-row', line: 11, path: 'row.bytes' },
      });
      expect(await contentOf(name, storage)).toEqual(before);
    },
  );

  test('pieces left by a restore that was cut off are not taken for those of the next one', async () => {
    const left = { takeId: 'take-1', index: 99, type: '', bytes: bytesOf(10) };
    const { name, storage } = await tabWith([{ store: 'arrivingChunks', row: left }]);
    await storage.restore(await backupOf(storage, soundRows()), 'replace');
    const { recordingChunks, arrivingChunks } = await contentOf(name, storage);
    expect(recordingChunks).toHaveLength(3);
    expect(arrivingChunks).toEqual([]);
  });

  test('two tabs that restore at once do it one after the other', async () => {
    const { name, storage } = await tabWith([]);
    const other = openTab(name);
    const backup = await backupOf(storage, soundRows());
    const results = await Promise.all([
      storage.restore(backup, 'add'),
      other.restore(backup, 'add'),
      storage.restore(backup, 'replace'),
    ]);
    expect(results).toMatchObject([
      { ok: true, counts: { added: 8 } },
      { ok: true, counts: { same: 8 } },
      { ok: true, counts: { added: 8 } },
    ]);
    expect((await contentOf(name, storage)).recordingChunks).toHaveLength(3);
  });
});
