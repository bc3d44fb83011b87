import { describe, expect, test } from 'vitest';
import { appendEvent, takeDurationMs } from '../../src/domain/rehearsal/take-log';
import { startApp } from '../../src/state/start-app';
import { examplePitch } from '../../src/text-ja/example-pitch';
import { createFakeStorage } from '../fakes/fake-storage';
import { openApp, SCRIPT, VARIANT } from './open-app';
import { takeOf } from './takes';

describe('a first visit', () => {
  test('shows the worked example and keeps it', async () => {
    const app = await openApp({ storage: createFakeStorage() });
    await startApp(app.store, app.ports, examplePitch);
    expect(Object.values(app.now().pitches)).toEqual([examplePitch.pitch]);
    await app.clock.advance(1000);
    expect([...app.storage.rows.variants.keys()]).toEqual(examplePitch.variants.map(({ id }) => id));
    expect(app.storage.rows.pitches.size).toBe(1);
  });

  test('not where it was sent away, nor beside a pitch of one’s own', async () => {
    const dismissed = await openApp({ storage: createFakeStorage() });
    dismissed.storage.rows.settings = { ...dismissed.now().settings, exampleDismissed: true };
    await startApp(dismissed.store, dismissed.ports, examplePitch);
    expect(dismissed.now().pitches).toEqual({});
    const own = await openApp();
    await startApp(own.store, own.ports, examplePitch);
    expect(Object.keys(own.now().pitches)).toEqual(['pitch']);
  });

  test('without storage it is shown all the same, and nothing is written', async () => {
    const app = await openApp({ storage: createFakeStorage() });
    app.storage.fail({ kind: 'unavailable' });
    await startApp(app.store, app.ports, examplePitch);
    expect(app.now().library).toBe('memory-only');
    expect(Object.keys(app.now().pitches)).toHaveLength(1);
    expect(app.clock.openCount()).toBe(1);
  });

  test('two tabs opened at once make one example', async () => {
    const storage = createFakeStorage();
    const [first, second] = [await openApp({ storage }), await openApp({ storage })];
    await Promise.all([
      startApp(first.store, first.ports, examplePitch),
      startApp(second.store, second.ports, examplePitch),
    ]);
    await first.clock.advance(2000);
    await second.clock.advance(2000);
    expect(storage.rows.variants.size).toBe(2);
    expect(second.now().conflicts).toEqual({});
  });
});

describe('a take whose tab was killed', () => {
  test('ends at its last sign of life and is told', async () => {
    const app = await openApp();
    const ended = takeOf({ id: 'ended', durationMs: 50_000 });
    const killed = takeOf({ id: 'killed', durationMs: 31_000 });
    const log = { ...killed.log, events: [{ kind: 'hidden', atMs: 31_400, by: 'device' } as const] };
    app.storage.rows.takes.set('ended', ended);
    app.storage.rows.takes.set('killed', { ...killed, aliveAtMs: 31_000, log });
    await startApp(app.store, app.ports, examplePitch);
    const recovered = app.now().takes[VARIANT.id]?.find((take) => take.id === 'killed');
    expect(recovered?.log).toEqual(appendEvent(log, { kind: 'stopped', atMs: 31_400, by: 'device' }));
    expect(app.storage.rows.takes.get('killed')?.log).toEqual(recovered?.log);
    expect(app.storage.rows.takes.get('ended')).toEqual(ended);
    expect(app.now().notices.map((notice) => notice.content)).toEqual([
      { kind: 'take-recovered', variantTitle: VARIANT.title },
    ]);
  });

  test('what a real take had written until then is what comes back', async () => {
    const app = await openApp();
    await app.now().rehearsalOpened({ variantId: VARIANT.id, hearing: 'clock-only', prompter: 'script' });
    app.now().countdownStarted();
    await app.clock.advance(3000 + 12_345);
    // The tab is killed: another app opens on what is on disk.
    const storage = createFakeStorage();
    for (const name of ['pitches', 'variants', 'revisions', 'takes'] as const) {
      for (const [id, row] of app.storage.rows[name])
        (storage.rows[name] as Map<string, unknown>).set(id, row);
    }
    const next = await openApp({ storage });
    await startApp(next.store, next.ports, examplePitch);
    const [take] = next.now().takes[VARIANT.id] ?? [];
    expect(takeDurationMs(take!.log)).toBe(12_000);
    expect(next.now().revisions[take!.revisionId]?.script).toBe(SCRIPT);
    await app.now().rehearsalLeft();
  });
});

describe('following other tabs', () => {
  test('a take kept elsewhere appears; those known are never out of view', async () => {
    const app = await openApp();
    app.storage.rows.takes.set('one', takeOf({ id: 'one', durationMs: 11_000 }));
    await startApp(app.store, app.ports, examplePitch);
    await app.now().takesWanted([VARIANT.id]);
    const seen: number[] = [];
    const end = app.store.subscribe((state) => seen.push(state.takes[VARIANT.id]?.length ?? 0));
    app.storage.rows.takes.set('two', takeOf({ id: 'two', durationMs: 12_000 }));
    app.storage.tell({ kind: 'take', id: 'two' });
    await app.clock.advance(0);
    end();
    expect(
      app
        .now()
        .takes[VARIANT.id]?.map((take) => take.id)
        .sort(),
    ).toEqual(['one', 'two']);
    expect(Math.min(...seen)).toBeGreaterThan(0);
  });

  test('a take put away here while others are being read anew stays away', async () => {
    const app = await openApp();
    app.storage.rows.takes.set('one', takeOf({ id: 'one', durationMs: 11_000 }));
    await startApp(app.store, app.ports, examplePitch);
    await app.now().takesWanted([VARIANT.id]);
    app.storage.tell({ kind: 'take', id: 'two' });
    app.now().takeDeleted(VARIANT.id, 'one');
    await app.clock.advance(0);
    expect(app.now().takes[VARIANT.id]?.[0]?.deletedAt).not.toBeNull();
  });

  test('a variant, a pitch and the settings', async () => {
    const app = await openApp();
    await startApp(app.store, app.ports, examplePitch);
    const before = app.storage.rows.variants.get(VARIANT.id)!;
    app.storage.rows.variants.set(VARIANT.id, { ...before, script: 'あちら。', saveCount: 2 });
    app.storage.tell({ kind: 'variant', id: VARIANT.id });
    await app.clock.advance(0);
    expect(app.now().variants[VARIANT.id]?.script).toBe('あちら。');
    app.storage.rows.pitches.set('pitch', { ...app.storage.rows.pitches.get('pitch')!, title: '改題' });
    app.storage.tell({ kind: 'pitch', id: 'pitch' });
    await app.clock.advance(0);
    expect(app.now().pitches.pitch?.title).toBe('改題');
    app.storage.rows.settings = { ...app.storage.rows.settings, theme: 'dark' };
    app.storage.tell({ kind: 'settings' });
    await app.clock.advance(0);
    expect(app.now().settings.theme).toBe('dark');
  });

  test('everything replaced elsewhere: what is unsaved here is still on screen', async () => {
    const app = await openApp();
    app.storage.rows.takes.set('one', takeOf({ id: 'one', durationMs: 11_000 }));
    await startApp(app.store, app.ports, examplePitch);
    await app.now().takesWanted([VARIANT.id]);
    app.storage.rows.takes.clear();
    app.now().scriptTyped(VARIANT.id, 'まだここにある。', 8);
    app.storage.tell({ kind: 'everything' });
    await app.clock.advance(2000);
    expect(app.now().variants[VARIANT.id]?.script).toBe('まだここにある。');
    // Whoever shows them asks anew.
    expect(app.now().takes).toEqual({});
  });

  test('a conflict is looked for anew when everything has changed, not forgotten', async () => {
    const app = await openApp();
    await startApp(app.store, app.ports, examplePitch);
    app.now().scriptTyped(VARIANT.id, 'こちら。', 4);
    const before = app.storage.rows.variants.get(VARIANT.id)!;
    app.storage.rows.variants.set(VARIANT.id, { ...before, script: 'あちら。', saveCount: 2 });
    await app.clock.advance(1000);
    expect(app.now().conflicts[VARIANT.id]?.script).toBe('あちら。');
    app.storage.rows.variants.set(VARIANT.id, { ...before, script: '控えから。', saveCount: 5 });
    app.storage.tell({ kind: 'everything' });
    await app.clock.advance(2000);
    expect(app.now().conflicts[VARIANT.id]?.script).toBe('控えから。');
    expect(app.now().variants[VARIANT.id]?.script).toBe('こちら。');
  });
});

test('a page that is hidden saves at once; a closed app follows nothing any more', async () => {
  const app = await openApp();
  const close = await startApp(app.store, app.ports, examplePitch);
  app.now().scriptTyped(VARIANT.id, '隠れる前に。', 6);
  app.clock.setHidden(true);
  await app.clock.advance(0);
  expect(app.storage.rows.variants.get(VARIANT.id)?.script).toBe('隠れる前に。');
  close();
  expect(app.openCount()).toBe(0);
  expect(app.storage.closed() && app.analyzer.closed()).toBe(true);
  app.storage.rows.settings = { ...app.storage.rows.settings, theme: 'dark' };
  app.storage.tell({ kind: 'settings' });
  await app.clock.advance(0);
  expect(app.now().settings.theme).toBe('system');
});
