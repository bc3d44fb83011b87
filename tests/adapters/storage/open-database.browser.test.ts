import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Migration } from '../../../src/adapters/storage/migrations';
import { MIGRATIONS } from '../../../src/adapters/storage/migrations';
import { storageErrorOf } from '../../../src/adapters/storage/storage-failure';
import type { StorageError } from '../../../src/domain/storage/storage-error';
import {
  heardTakeOf,
  newDatabaseName,
  openTab,
  pitchOf,
  revisionOf,
  runningTakeOf,
  takeOf,
  variantOf,
} from './storage-fixtures';

afterEach(() => vi.unstubAllGlobals());

/** Steps such as later versions may bring: one over rows, one over the stores themselves. */
const retitle: Migration = async (_database, transaction) => {
  for await (const cursor of transaction.objectStore('pitches')) {
    await cursor.update({ ...cursor.value, title: `${cursor.value.title}・改` });
  }
};
const dropEmptyTitles: Migration = (_database, transaction) => {
  transaction.objectStore('pitches').createIndex('title', 'title');
};
const LATER = [...MIGRATIONS, retitle, dropEmptyTitles];

/** A database as the first released version made it, built with nothing of today's code. */
function buildFirstVersion(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      const database = request.result;
      const pitches = database.createObjectStore('pitches', { keyPath: 'id' });
      const variants = database.createObjectStore('variants', { keyPath: 'id' });
      const revisions = database.createObjectStore('revisions', { keyPath: 'id' });
      const takes = database.createObjectStore('takes', { keyPath: 'id' });
      variants.createIndex('pitchId', 'pitchId');
      revisions.createIndex('variantId', 'variantId');
      takes.createIndex('variantId', 'variantId');
      for (const store of [pitches, variants, takes]) store.createIndex('deletedAt', 'deletedAt');
      database.createObjectStore('recordingChunks', { keyPath: ['takeId', 'index'] });
      database.createObjectStore('arrivingChunks', { keyPath: ['takeId', 'index'] });
      database.createObjectStore('settings');
      pitches.add(pitchOf());
      const { medium: _medium, characterTarget: _target, madeFrom: _from, ...variant } = variantOf();
      variants.add({ ...variant, saveCount: 7 });
      takes.add(takeOf());
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

/** Stores, their keys and their indexes. */
async function shapeOf(name: string) {
  const database = await openDB(name);
  const shape = [...database.objectStoreNames].map((storeName) => {
    const store = database.transaction(storeName).store;
    const indexes = [...store.indexNames].map((index) => [index, store.index(index).keyPath]);
    return [storeName, store.keyPath, indexes];
  });
  const { version } = database;
  database.close();
  return { version, shape };
}

describe('migrations', () => {
  test('the first version by hand and by the first step are the same database', async () => {
    const [byHand, byStep] = [newDatabaseName(), newDatabaseName()];
    await buildFirstVersion(byHand);
    await openTab(byStep, { migrations: MIGRATIONS.slice(0, 1) }).load();
    expect(await shapeOf(byStep)).toEqual(await shapeOf(byHand));
  });

  test('a database of the first version is read by the present one', async () => {
    const name = newDatabaseName();
    await buildFirstVersion(name);
    const storage = openTab(name);
    expect(await storage.load()).toMatchObject({
      pitches: [pitchOf()],
      variants: [variantOf({ saveCount: 7 })],
      unreadable: [],
    });
    expect(await storage.takesOf(['variant-1'])).toMatchObject({ takes: [takeOf()] });
    await storage.saveHeardTake('take-1', heardTakeOf());
    expect(await storage.heardTake('take-1')).toEqual({ ok: true, heard: heardTakeOf() });
  });

  test('the second version adds the timings and changes nothing else', async () => {
    const [first, second] = [newDatabaseName(), newDatabaseName()];
    for (const name of [first, second]) await buildFirstVersion(name);
    await openTab(second, { migrations: MIGRATIONS.slice(0, 2) }).load();
    const before = await shapeOf(first);
    const after = await shapeOf(second);
    expect(after.version).toBe(2);
    expect(after.shape).toContainEqual(['takeTimings', 'takeId', []]);
    expect(after.shape.filter(([store]) => store !== 'takeTimings')).toEqual(before.shape);
  });

  test('the third version adds what is learnt by heart and changes nothing else', async () => {
    const [second, third] = [newDatabaseName(), newDatabaseName()];
    await openTab(second, { migrations: MIGRATIONS.slice(0, 2) }).load();
    await openTab(third, { migrations: MIGRATIONS.slice(0, 3) }).load();
    const added = ['preparations', 'recalls'];
    const { shape } = await shapeOf(third);
    expect(shape.filter(([store]) => added.includes(String(store)))).toEqual([
      ['preparations', 'variantId', []],
      ['recalls', 'id', [['variantId', 'variantId']]],
    ]);
    expect(shape.filter(([store]) => !added.includes(String(store)))).toEqual((await shapeOf(second)).shape);
  });

  test('a take that was killed before there was a mark for it is found', async () => {
    const name = newDatabaseName();
    const before = openTab(name, { migrations: MIGRATIONS.slice(0, 4) });
    await before.load();
    before.close();
    const database = await openDB(name);
    await database.put('takes', takeOf());
    await database.put('takes', runningTakeOf({ id: 'killed' }));
    await database.put('takes', runningTakeOf({ id: 'thrown away', deletedAt: 1000 }));
    database.close();
    expect(await openTab(name).unfinishedTakes()).toMatchObject({ takes: [{ id: 'killed' }] });
  });

  test('the latest revision is found among those of an earlier version', async () => {
    const name = newDatabaseName();
    const before = openTab(name, { migrations: MIGRATIONS.slice(0, 5) });
    await before.load();
    before.close();
    const database = await openDB(name);
    await database.put('revisions', revisionOf({ id: 'revision-9', script: '甲。', keptAt: 1000 }));
    await database.put('revisions', revisionOf({ id: 'revision-1', script: '乙。', keptAt: 2000 }));
    database.close();
    expect(await openTab(name).keepRevision('variant-1', '乙。', 3000, 'new')).toMatchObject({
      revision: { id: 'revision-1' },
    });
  });

  test('the steps a database lacks run in order, and the ones it has do not run again', async () => {
    const name = newDatabaseName();
    await buildFirstVersion(name);
    await openTab(name, { migrations: LATER.slice(0, MIGRATIONS.length + 1) }).load();
    const storage = openTab(name, { migrations: LATER });
    expect(await storage.load()).toMatchObject({ pitches: [pitchOf({ title: 'らくらく請求・改' })] });
    expect(await shapeOf(name)).toMatchObject({ version: LATER.length });
  });

  test('a step that fails leaves the old database as it was', async () => {
    const name = newDatabaseName();
    await buildFirstVersion(name);
    const reported = vi.fn((event: Event) => event.preventDefault());
    window.addEventListener('error', reported);
    const fail: Migration = () => {
      throw new Error('A mistake in a migration.');
    };
    const broken = openTab(name, { migrations: [...MIGRATIONS, retitle, fail] });
    expect(await broken.load()).toEqual({ ok: false, error: { kind: 'unavailable' } });
    expect(reported).toHaveBeenCalledOnce();
    window.removeEventListener('error', reported);
    expect(await openTab(name).load()).toMatchObject({ pitches: [pitchOf()] });
  });

  test('a database of a newer version is left alone', async () => {
    const name = newDatabaseName();
    const newer = openTab(name, { migrations: LATER });
    await newer.savePitch(pitchOf());
    newer.close();
    const storage = openTab(name);
    const refused = { ok: false, error: { kind: 'newer-version' } };
    expect(await storage.load()).toEqual(refused);
    expect(await storage.saveVariant(variantOf(), 0)).toEqual(refused);
    expect(await shapeOf(name)).toMatchObject({ version: LATER.length });
  });
});

describe('two versions of the app at once', () => {
  test('the older tab makes way and tells; its saves say why they fail', async () => {
    const name = newDatabaseName();
    const older = openTab(name);
    await older.savePitch(pitchOf());
    const told: StorageError[] = [];
    const stop = older.interruptions((error) => told.push(error));
    const newer = openTab(name, { migrations: LATER });
    expect(await newer.load()).toMatchObject({ pitches: [{ title: 'らくらく請求・改' }] });
    expect(told).toEqual([{ kind: 'newer-version' }]);
    expect(await older.saveVariant(variantOf(), 0)).toEqual({ ok: false, error: { kind: 'newer-version' } });
    stop();
  });

  test('a tab that does not make way is named, and the database opens once it is gone', async () => {
    const name = newDatabaseName();
    await buildFirstVersion(name);
    const stubborn = await openDB(name, 1);
    const storage = openTab(name, { migrations: LATER });
    const blocked = { ok: false, error: { kind: 'blocked-by-other-tab' } };
    expect(await storage.load()).toEqual(blocked);
    // Known to be blocked, the next use need not wait.
    expect(await storage.savePitch(pitchOf())).toEqual(blocked);
    stubborn.close();
    await vi.waitFor(async () => expect(await storage.load()).toMatchObject({ ok: true }));
  });
});

describe('no storage', () => {
  test('fake: a browser without IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const storage = openTab();
    const unavailable = { ok: false, error: { kind: 'unavailable' } };
    expect(await storage.load()).toEqual(unavailable);
    expect(await storage.savePitch(pitchOf())).toEqual(unavailable);
    expect(await storage.variant('variant-1')).toBeNull();
    vi.unstubAllGlobals();
    expect(await storage.load()).toMatchObject({ ok: true });
  });

  test('a page that may not store anything: the exception of a real one', async () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.srcdoc = `<script>
      try { indexedDB.open('ippun'); parent.postMessage({ idbRefusal: null }, '*'); }
      catch (cause) { parent.postMessage({ idbRefusal: cause.name }, '*'); }
    </script>`;
    const name = await new Promise<string>((resolve) => {
      window.addEventListener('message', ({ data }) => {
        if (data && typeof data === 'object' && 'idbRefusal' in data) resolve(data.idbRefusal);
      });
      document.body.append(frame);
    });
    frame.remove();
    expect(name).toBe('SecurityError');
    expect(storageErrorOf(new DOMException('', name))).toEqual({ kind: 'unavailable' });
  });

  test('a mistake of the code is no failure of the storage', () => {
    expect(storageErrorOf(new TypeError('x is not a function'))).toBeNull();
    expect(storageErrorOf(new DOMException('', 'DataError'))).toBeNull();
  });
});
