import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import type { Storage } from '../../../src/adapters/storage/storage';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import {
  newDatabaseName,
  openTab,
  pitchOf,
  preparationOf,
  recallOf,
  takeOf,
  variantOf,
} from './storage-fixtures';

/** Writes rows past all checks, as a broken version or a broken disk might. */
async function tamper(
  storage: Storage,
  name: string,
  store: string,
  row: unknown,
  key?: string,
): Promise<void> {
  await storage.load();
  const raw = await openDB(name);
  await raw.put(store, row, key);
  raw.close();
}

async function rawRow(name: string, store: string, key: string): Promise<unknown> {
  const raw = await openDB(name);
  const row = await raw.get(store, key);
  raw.close();
  return row;
}

describe('a row that cannot be read', () => {
  test('is reported with its store, key and field; the others are read and it stays', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    await storage.savePitch(pitchOf());
    await storage.saveVariant(variantOf(), 0);
    const badPitch = { ...pitchOf({ id: 'pitch-2' }), title: 42 };
    const badVariant = {
      ...variantOf({ id: 'variant-2' }),
      overrules: [{ sentenceText: 'あ。', element: '?' }],
    };
    await tamper(storage, name, 'pitches', badPitch);
    await tamper(storage, name, 'variants', badVariant);
    expect(await storage.load()).toMatchObject({
      ok: true,
      pitches: [pitchOf()],
      variants: [{ id: 'variant-1' }],
      unreadable: [
        { kind: 'unreadable-row', store: 'pitches', key: 'pitch-2', path: 'title' },
        { kind: 'unreadable-row', store: 'variants', key: 'variant-2', path: 'overrules.0.element' },
      ],
    });
    expect(await rawRow(name, 'pitches', 'pitch-2')).toEqual(badPitch);
    expect(await storage.variant('variant-2')).toBeNull();
  });

  test('is not written over by a save', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    const bad = { ...variantOf(), script: null };
    await tamper(storage, name, 'variants', bad);
    expect(await storage.saveVariant(variantOf(), 0)).toEqual({
      ok: false,
      error: { kind: 'unreadable-row', store: 'variants', key: 'variant-1', path: 'script' },
    });
    expect(await rawRow(name, 'variants', 'variant-1')).toEqual(bad);
  });

  test('a take with a log of another version or an unknown event is reported, not guessed at', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    await storage.saveTake(takeOf());
    const log = takeOf().log;
    await tamper(storage, name, 'takes', { ...takeOf({ id: 'take-2' }), log: { ...log, version: 3 } });
    await tamper(storage, name, 'takes', {
      ...takeOf({ id: 'take-3' }),
      log: { ...log, events: [{ kind: 'sneezed', atMs: 1, by: 'speaker' }] },
    });
    expect(await storage.takesOf(['variant-1'])).toEqual({
      ok: true,
      takes: [takeOf()],
      unreadable: [
        { kind: 'unreadable-row', store: 'takes', key: 'take-2', path: 'log.version' },
        { kind: 'unreadable-row', store: 'takes', key: 'take-3', path: 'log.events.0.kind' },
      ],
    });
    expect(await storage.unfinishedTakes()).toEqual({ ok: true, takes: [] });
  });

  test('an unreadable revision is an error value', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    await tamper(storage, name, 'revisions', { id: 'revision-1', variantId: 'variant-1' });
    expect(await storage.revision('revision-1')).toMatchObject({
      ok: false,
      error: { kind: 'unreadable-row', store: 'revisions', key: 'revision-1' },
    });
  });

  test('one that cannot be read does not stand for the latest', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    await storage.keepRevision('variant-1', '甲。', 1000, 'revision-1');
    await tamper(storage, name, 'revisions', { id: 'revision-2', variantId: 'variant-1', keptAt: 2000 });
    expect(await storage.keepRevision('variant-1', '甲。', 3000, 'revision-3')).toMatchObject({
      ok: true,
      revision: { id: 'revision-1' },
    });
  });
});

describe('settings', () => {
  test.each<[string, unknown, object]>([
    ['no object', 'dark', {}],
    ['nothing in it', {}, {}],
    ['one field that cannot be read', { theme: 'sepia', marks: [10] }, { marks: [10] }],
    [
      'wrong inside a field',
      { characterTarget: { min: 200 }, recordAudio: false, marks: [10, '20'] },
      { recordAudio: false },
    ],
    [
      'an occasion that is none',
      { theme: 'dark', occasions: [{ id: 'morning', name: '朝会', medium: 'sung', timeBudget: 40 }] },
      { theme: 'dark', occasions: null },
    ],
    ['a field from elsewhere', { theme: 'dark', colour: 'red' }, { theme: 'dark' }],
  ])('with %s fall back to defaults one by one', async (_case, stored, kept) => {
    const name = newDatabaseName();
    const storage = openTab(name);
    await tamper(storage, name, 'settings', stored, 'settings');
    expect(await storage.load()).toMatchObject({ ok: true, settings: { ...DEFAULT_SETTINGS, ...kept } });
  });

  test('reading leaves the defaults themselves untouched', async () => {
    const loaded = await openTab().load();
    if (loaded.ok) loaded.settings.marks.push(90);
    expect(DEFAULT_SETTINGS.marks).toEqual([30, 50, 60]);
  });
});

test('what was kept for learning by heart before it had its later fields is read', async () => {
  const name = newDatabaseName();
  const storage = openTab(name);
  const { draft: _draft, ...preparation } = preparationOf();
  const { scope: _scope, ...recall } = recallOf();
  const sentences = [{ text: 'らくらく請求の佐藤です。', recollection: 'partly' }];
  await tamper(storage, name, 'preparations', preparation);
  await tamper(storage, name, 'recalls', { ...recall, sentences });
  expect(await storage.preparationsOf(['variant-1'])).toEqual({
    ok: true,
    preparations: [{ ...preparation, draft: null }],
  });
  expect(await storage.recallsOf(['variant-1'])).toEqual({
    ok: true,
    recalls: [{ ...recall, scope: 'whole', sentences: [{ ...sentences[0], stopped: false }] }],
  });
});
