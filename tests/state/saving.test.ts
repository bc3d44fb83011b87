import { describe, expect, test } from 'vitest';
import { NEW_VARIANT_DETAILS, type Variant } from '../../src/domain/pitch/pitch';
import { openApp, SCRIPT, type TestApp, VARIANT } from './open-app';

const id = VARIANT.id;
const script = (app: TestApp) => app.now().variants[id]?.script;
const stored = (app: TestApp) => app.storage.rows.variants.get(id)!;
const type = (app: TestApp, text: string) => app.now().scriptTyped(id, text, text.length);

/** Another tab saves the variant; this one is not told of it. */
function saveElsewhere(app: TestApp, change: Partial<Variant>): void {
  const before = stored(app);
  app.storage.rows.variants.set(id, { ...before, ...change, saveCount: before.saveCount + 1 });
}

describe('autosave', () => {
  test('what is typed without a pause is on disk within a second, in few saves', async () => {
    const app = await openApp();
    let text = SCRIPT;
    const typedAtMs: number[] = [];
    let oldestUnsavedMs = 0;
    for (let key = 0; key < 100; key++) {
      text += 'あ';
      type(app, text);
      typedAtMs.push(app.clock.nowMs());
      await app.clock.advance(100);
      const unsaved = typedAtMs[stored(app).script.length - SCRIPT.length];
      if (unsaved !== undefined) oldestUnsavedMs = Math.max(oldestUnsavedMs, app.clock.nowMs() - unsaved);
    }
    expect(oldestUnsavedMs).toBeGreaterThan(0);
    expect(oldestUnsavedMs).toBeLessThanOrEqual(1000);
    await app.clock.advance(1000);
    expect(stored(app).script).toBe(text);
    // Ten seconds of typing.
    expect(app.storage.savedVariants.length).toBeGreaterThanOrEqual(9);
    expect(app.storage.savedVariants.length).toBeLessThanOrEqual(13);
    expect(app.now().saves[id]).toBe('saved');
  });

  test('a burst of keys is one save, soon after the last', async () => {
    const app = await openApp();
    for (const end of [1, 2, 3]) type(app, SCRIPT + 'です。'.slice(0, end));
    expect(app.now().saves[id]).toBe('pending');
    await app.clock.advance(400);
    expect(app.storage.savedVariants.map((variant) => variant.script)).toEqual([`${SCRIPT}です。`]);
    expect(app.now().saves[id]).toBe('saved');
    expect(app.now().variants[id]?.saveCount).toBe(2);
    expect(app.clock.openCount()).toBe(0);
  });

  test('what is typed while a save is on its way is saved after it, in order', async () => {
    const app = await openApp();
    type(app, '一');
    const release = app.storage.hold();
    await app.clock.advance(400);
    type(app, '一二');
    await app.clock.advance(2000);
    expect(app.storage.savedVariants).toEqual([]);
    release();
    await app.clock.advance(1000);
    expect(app.storage.savedVariants.map((variant) => [variant.script, variant.saveCount])).toEqual([
      ['一', 2],
      ['一二', 3],
    ]);
    expect(app.now()).toMatchObject({ saves: { [id]: 'saved' }, conflicts: {} });
  });

  test('flushing writes at once, and waits for what is on its way', async () => {
    const app = await openApp();
    type(app, '一');
    await app.now().savesFlushed();
    expect(stored(app).script).toBe('一');
    type(app, '一二');
    const release = app.storage.hold();
    await app.clock.advance(400);
    let flushed = false;
    const flushing = app
      .now()
      .savesFlushed()
      .then(() => {
        flushed = true;
      });
    await app.clock.advance(100);
    expect(flushed).toBe(false);
    release();
    await flushing;
    expect(stored(app).script).toBe('一二');
  });

  test('a failed save is told, tried again, and nothing on screen is lost', async () => {
    const app = await openApp();
    app.storage.fail({ kind: 'quota-exceeded' });
    type(app, '一');
    await app.clock.advance(400);
    expect(app.now().saves[id]).toBe('failed');
    expect(app.now().storageError).toEqual({ kind: 'quota-exceeded' });
    type(app, '一二');
    await app.clock.advance(1000);
    expect(app.now().saves[id]).toBe('failed');
    expect(app.now().notices.map((notice) => notice.content.kind)).toEqual(['storage-failed']);
    app.storage.fail(null);
    await app.clock.advance(5000);
    expect(stored(app).script).toBe('一二');
    expect(app.now().saves[id]).toBe('saved');
    expect(app.clock.openCount()).toBe(0);
  });
});

describe('two tabs on one variant', () => {
  /** This tab has typed 'mine', another tab has saved 'theirs' before it. */
  async function openConflict(): Promise<TestApp> {
    const app = await openApp();
    type(app, 'こちらの原稿。');
    saveElsewhere(app, { script: 'あちらの原稿。', title: 'あちら' });
    await app.clock.advance(1000);
    return app;
  }

  test('the slower one overwrites nothing, and goes on typing', async () => {
    const app = await openConflict();
    expect(stored(app).script).toBe('あちらの原稿。');
    expect(app.now().saves[id]).toBe('conflict');
    expect(app.now().conflicts[id]?.script).toBe('あちらの原稿。');
    type(app, 'こちらの原稿。続き。');
    await app.clock.advance(10_000);
    expect(script(app)).toBe('こちらの原稿。続き。');
    expect(stored(app).script).toBe('あちらの原稿。');
    expect(app.now().saves[id]).toBe('conflict');
  });

  test('theirs is taken: on screen at once, mine one undo away', async () => {
    const app = await openConflict();
    app.now().conflictResolved(id, { kind: 'take-theirs' });
    expect(app.now().variants[id]).toMatchObject({ script: 'あちらの原稿。', title: 'あちら', saveCount: 2 });
    expect(app.now()).toMatchObject({ conflicts: {}, saves: { [id]: 'saved' } });
    await app.clock.advance(2000);
    expect(app.storage.savedVariants).toEqual([]);
    app.now().scriptUndone(id);
    expect(script(app)).toBe('こちらの原稿。');
    await app.clock.advance(1000);
    expect(stored(app)).toMatchObject({ script: 'こちらの原稿。', saveCount: 3 });
  });

  test('details changed here and the text there are brought together without a question', async () => {
    const app = await openApp();
    app.now().variantDescribed(id, { ...NEW_VARIANT_DETAILS, title: '改題', timeBudget: 30 });
    saveElsewhere(app, { script: 'あちらの原稿。' });
    await app.clock.advance(2000);
    expect(app.now().conflicts).toEqual({});
    expect(stored(app)).toMatchObject({ title: '改題', timeBudget: 30, script: 'あちらの原稿。' });
    expect(script(app)).toBe('あちらの原稿。');
  });

  test('a move in another tab does not disturb the typing here', async () => {
    const app = await openApp();
    type(app, `${SCRIPT}こちら。`);
    saveElsewhere(app, { position: 7 });
    await app.clock.advance(2000);
    expect(app.now().conflicts).toEqual({});
    expect(stored(app)).toMatchObject({ position: 7, script: `${SCRIPT}こちら。` });
  });

  test('while a conversion is open another tab’s text waits; what it becomes is a conflict', async () => {
    const app = await openApp();
    app.now().compositionBegan(id);
    saveElsewhere(app, { script: 'あちらの原稿。' });
    await app.now().variantChangedElsewhere(id);
    expect(script(app)).toBe(SCRIPT);
    type(app, `${SCRIPT}変換した言葉。`);
    app.now().compositionEnded(id);
    await app.clock.advance(1000);
    expect(app.now().conflicts[id]?.script).toBe('あちらの原稿。');
    expect(script(app)).toBe(`${SCRIPT}変換した言葉。`);
  });

  test('a conversion that came to nothing lets the other tab’s text in', async () => {
    const app = await openApp();
    app.now().compositionBegan(id);
    saveElsewhere(app, { script: 'あちらの原稿。' });
    await app.now().variantChangedElsewhere(id);
    app.now().compositionEnded(id);
    await app.clock.advance(10);
    expect(script(app)).toBe('あちらの原稿。');
  });

  test('mine is kept: saved over theirs, because the person said so', async () => {
    const app = await openConflict();
    app.now().conflictResolved(id, { kind: 'keep-mine' });
    await app.clock.advance(1000);
    expect(stored(app)).toMatchObject({ script: 'こちらの原稿。', saveCount: 3 });
    expect(app.now()).toMatchObject({ conflicts: {}, saves: { [id]: 'saved' } });
  });

  test('both are kept: theirs in its place, mine as a variant of its own with its labels', async () => {
    const app = await openApp();
    app.now().labelOverruled(id, SCRIPT.slice(0, 28), 'target', true);
    type(app, `${SCRIPT}こちら。`);
    saveElsewhere(app, { script: 'あちらの原稿。' });
    await app.clock.advance(1000);
    const overrules = app.now().variants[id]?.overrules;
    expect(overrules).toHaveLength(1);
    app.now().conflictResolved(id, { kind: 'keep-both', title: '朝の交流会（こちら）' });
    await app.clock.advance(1000);
    expect(stored(app).script).toBe('あちらの原稿。');
    const others = [...app.storage.rows.variants.values()].filter((variant) => variant.id !== id);
    expect(others).toHaveLength(1);
    expect(others[0]).toMatchObject({
      pitchId: VARIANT.pitchId,
      title: '朝の交流会（こちら）',
      audience: VARIANT.audience,
      script: `${SCRIPT}こちら。`,
      overrules,
    });
    expect(script(app)).toBe('あちらの原稿。');
  });

  test('the same words in both tabs are no conflict', async () => {
    const app = await openApp();
    type(app, '同じ原稿。');
    saveElsewhere(app, { script: '同じ原稿。' });
    await app.clock.advance(1000);
    expect(app.now()).toMatchObject({ conflicts: {}, saves: { [id]: 'saved' } });
    expect(stored(app)).toMatchObject({ script: '同じ原稿。', saveCount: 3 });
  });

  test('the same words reached while the save was on its way stay on screen', async () => {
    const app = await openApp();
    type(app, '同じ');
    saveElsewhere(app, { script: '同じ原稿。' });
    const release = app.storage.hold();
    await app.clock.advance(400);
    type(app, '同じ原稿。');
    release();
    await app.clock.advance(0);
    expect(script(app)).toBe('同じ原稿。');
    await app.clock.advance(2000);
    expect(script(app)).toBe('同じ原稿。');
    expect(stored(app).script).toBe('同じ原稿。');
  });

  test('changed elsewhere while nothing is unsaved here: shown, and the undo of older words is gone', async () => {
    const app = await openApp();
    type(app, 'こちら。');
    await app.clock.advance(1000);
    saveElsewhere(app, { script: 'あちら。' });
    await app.now().variantChangedElsewhere(id);
    expect(script(app)).toBe('あちら。');
    app.now().scriptUndone(id);
    expect(script(app)).toBe('あちら。');
    type(app, 'あちら。こちら。');
    await app.clock.advance(1000);
    expect(stored(app).script).toBe('あちら。こちら。');
    expect(app.now().conflicts).toEqual({});
  });

  test('changed elsewhere while something is unsaved here: the screen stays, the save finds the conflict', async () => {
    const app = await openApp();
    type(app, 'こちら。');
    saveElsewhere(app, { script: 'あちら。' });
    await app.now().variantChangedElsewhere(id);
    expect(script(app)).toBe('こちら。');
    await app.clock.advance(1000);
    expect(app.now().saves[id]).toBe('conflict');
  });

  test('typed while the news from elsewhere is being read: nothing typed is lost', async () => {
    const app = await openApp();
    saveElsewhere(app, { script: 'あちら。' });
    const told = app.now().variantChangedElsewhere(id);
    type(app, 'こちら。');
    await told;
    expect(script(app)).toBe('こちら。');
    await app.clock.advance(1000);
    expect(app.now().saves[id]).toBe('conflict');
    expect(stored(app).script).toBe('あちら。');
  });
});
