import { describe, expect, test } from 'vitest';
import { newPreparation, type RecallDraft } from '../../src/domain/memorising/preparation';
import type { Recall } from '../../src/domain/memorising/recall';
import { startApp } from '../../src/state/start-app';
import { examplePitch } from '../../src/text-ja/example-pitch';
import { openApp, type TestApp, VARIANT } from './open-app';

const { id } = VARIANT;

const recall: Omit<Recall, 'id' | 'recalledAt'> = {
  variantId: id,
  durationMs: 30_000,
  rung: 'key-words',
  way: 'typing',
  scope: 'whole',
  peeks: 1,
  sentences: [{ text: '緑町の鍼灸師、小林です。', recollection: 'partly', stopped: true }],
};

const draft = (typed: string): RecallDraft => ({
  rung: 'title',
  scope: 'whole',
  asked: [VARIANT.script],
  atOnce: true,
  typed: [typed],
  peeks: 0,
});

async function openMemory(): Promise<TestApp> {
  const app = await openApp();
  await app.now().memoriesWanted([id]);
  return app;
}

describe('what is learnt by heart', () => {
  test('begins with nothing set, and nothing is written by looking', async () => {
    const app = await openMemory();
    expect(app.now().memories[id]).toEqual({ preparation: newPreparation(id), recalls: [] });
    expect(app.storage.rows.preparations.size).toBe(0);
  });

  test('a recall is kept here and on disk, with its day', async () => {
    const app = await openMemory();
    await app.now().recallKept(recall);
    const [kept] = app.storage.rows.recalls.values();
    expect(kept).toEqual({ ...recall, id: kept?.id, recalledAt: app.clock.epochMs() });
    expect(app.now().memories[id]?.recalls).toEqual([kept]);
  });

  test('what is set comes back in another session', async () => {
    const app = await openMemory();
    await app.now().preparationChanged(id, { eventDate: '2026-12-10' });
    await app.now().preparationChanged(id, { draft: draft('夕方') });
    await app.now().recallKept(recall);
    const later = await openApp({ storage: app.storage });
    await later.now().memoriesWanted([id]);
    expect(later.now().memories[id]).toEqual(app.now().memories[id]);
    expect(later.now().memories[id]?.preparation).toMatchObject({
      eventDate: '2026-12-10',
      draft: draft('夕方'),
    });
  });

  test('every letter typed while a save is on its way is on disk once it has come through', async () => {
    const app = await openMemory();
    const release = app.storage.hold();
    const saves = ['夕', '夕方', '夕方に'].map((typed) =>
      app.now().preparationChanged(id, { draft: draft(typed) }),
    );
    release();
    await Promise.all(saves);
    expect(app.storage.rows.preparations.get(id)?.draft).toEqual(draft('夕方に'));
  });

  test('a failure is told, and what was typed stays on screen', async () => {
    const app = await openMemory();
    app.storage.fail({ kind: 'quota-exceeded' });
    await app.now().preparationChanged(id, { draft: draft('夕方') });
    expect(app.now().storageError).toEqual({ kind: 'quota-exceeded' });
    expect(app.now().memories[id]?.preparation.draft).toEqual(draft('夕方'));
  });

  test('without storage one can learn all the same', async () => {
    const app = await openApp();
    app.storage.fail({ kind: 'unavailable' });
    await app.now().libraryRead();
    await app.now().memoriesWanted([id]);
    await app.now().recallKept(recall);
    expect(app.now().memories[id]?.recalls).toHaveLength(1);
  });
});

test('of the variants in the library only those with a day ahead are read', async () => {
  const app = await openApp();
  const other = { ...VARIANT, id: 'other' };
  app.storage.rows.variants.set('other', other);
  app.storage.rows.preparations.set(id, { ...newPreparation(id), eventDate: '2026-12-24' });
  app.storage.rows.preparations.set('other', { ...newPreparation('other'), eventDate: '2026-12-23' });
  await app.now().eventsWanted([id, 'other'], '2026-12-24');
  expect(Object.keys(app.now().memories)).toEqual([id]);
});

describe('another tab', () => {
  test('what it has set and recalled is taken over', async () => {
    const app = await openMemory();
    const theirs = { ...newPreparation(id), eventDate: '2026-12-24' };
    app.storage.rows.preparations.set(id, theirs);
    app.storage.rows.recalls.set('theirs', { ...recall, id: 'theirs', recalledAt: 5 });
    await app.now().memoryChangedElsewhere(id);
    expect(app.now().memories[id]).toEqual({
      preparation: theirs,
      recalls: [{ ...recall, id: 'theirs', recalledAt: 5 }],
    });
  });

  test('its draft never takes the place of what is being typed here', async () => {
    const app = await openMemory();
    await app.now().preparationChanged(id, { draft: draft('ここで打った') });
    const theirs = { ...newPreparation(id), eventDate: '2026-12-24', draft: draft('あちらで打った') };
    app.storage.rows.preparations.set(id, theirs);
    await app.now().memoryChangedElsewhere(id);
    expect(app.now().memories[id]?.preparation).toEqual({ ...theirs, draft: draft('ここで打った') });
  });

  test('tells of it while the app is open', async () => {
    const app = await openApp();
    const close = await startApp(app.store, app.ports, examplePitch);
    await app.now().memoriesWanted([id]);
    app.storage.rows.preparations.set(id, { ...newPreparation(id), eventDate: '2026-12-24' });
    app.storage.tell({ kind: 'memory', id });
    await app.clock.advance(0);
    expect(app.now().memories[id]?.preparation.eventDate).toBe('2026-12-24');
    close();
  });

  test('of a variant nobody looks at here, nothing is read', async () => {
    const app = await openApp();
    await app.now().memoryChangedElsewhere(id);
    expect(app.now().memories).toEqual({});
  });
});

test('the clock of the doorway runs from its start, and leaves nothing open', async () => {
  const app = await openApp();
  const heard: number[] = [];
  const sleep = app.now().screenKeptAwake();
  const stop = app.now().clockStarted((elapsedMs) => heard.push(elapsedMs));
  await app.clock.advance(1000);
  expect(heard.at(-1)).toBeGreaterThan(900);
  expect(app.awakeCount()).toBe(1);
  stop();
  sleep();
  expect(app.openCount()).toBe(0);
});
