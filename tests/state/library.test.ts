import { describe, expect, test } from 'vitest';
import { NEW_VARIANT_DETAILS, type VariantDetails } from '../../src/domain/pitch/pitch';
import { selectPitches, selectVariantsOf } from '../../src/state/library-slice';
import { openApp, PITCH, SCRIPT, type TestApp, VARIANT } from './open-app';

const details: VariantDetails = {
  ...NEW_VARIANT_DETAILS,
  title: '名刺交換',
  audience: '隣の席の方',
  timeBudget: 15,
};
const titles = (app: TestApp) => selectPitches(app.now()).map((pitch) => pitch.title);
const variantTitles = (app: TestApp, pitchId = PITCH.id) =>
  selectVariantsOf(app.now(), pitchId).map((variant) => variant.title);

describe('pitches', () => {
  test('one is created with its first variant, after the others, and is on disk', async () => {
    const app = await openApp();
    const { pitchId, variantId } = app.now().pitchCreated('パン教室', details);
    expect(titles(app)).toEqual([PITCH.title, 'パン教室']);
    await app.clock.advance(1000);
    expect(app.storage.rows.pitches.get(pitchId)).toMatchObject({ title: 'パン教室', example: false });
    expect(app.storage.rows.variants.get(variantId)).toMatchObject({
      ...details,
      pitchId,
      script: '',
      saveCount: 1,
      createdAt: app.storage.rows.pitches.get(pitchId)?.createdAt,
    });
  });

  test('one that begins with a script has it on disk, as it was given', async () => {
    const app = await openApp();
    const { variantId } = app.now().pitchCreated('届いたピッチ', details, {
      script: 'はじめまして。\uD83D',
      overrules: [{ sentenceText: 'はじめまして。', element: 'target', carries: true }],
    });
    await app.clock.advance(0);
    expect(app.storage.rows.variants.get(variantId)).toMatchObject({
      ...details,
      script: 'はじめまして。\uD83D',
      overrules: [{ sentenceText: 'はじめまして。', element: 'target', carries: true }],
      madeFrom: null,
    });
  });

  test('renaming the example makes it the person’s own', async () => {
    const app = await openApp();
    app.store.setState({ pitches: { [PITCH.id]: { ...PITCH, example: true } } });
    app.now().pitchRenamed(PITCH.id, '緑町の鍼灸院');
    await app.clock.advance(0);
    expect(app.storage.rows.pitches.get(PITCH.id)).toMatchObject({ title: '緑町の鍼灸院', example: false });
  });

  test('moving one changes the order here and on disk; at the edge nothing', async () => {
    const app = await openApp();
    const { pitchId } = app.now().pitchCreated('パン教室', details);
    app.now().pitchMoved(pitchId, 1);
    expect(titles(app)).toEqual([PITCH.title, 'パン教室']);
    app.now().pitchMoved(pitchId, -1);
    expect(titles(app)).toEqual(['パン教室', PITCH.title]);
    await app.clock.advance(0);
    const positions = [...app.storage.rows.pitches.values()].map(({ title, position }) => [title, position]);
    expect(positions.sort((a, b) => Number(a[1]) - Number(b[1]))).toEqual([
      ['パン教室', 1],
      [PITCH.title, 2],
    ]);
  });

  test('deleted and brought back by the notice', async () => {
    const app = await openApp();
    app.now().pitchDeleted(PITCH.id);
    expect(titles(app)).toEqual([]);
    await app.clock.advance(0);
    expect(app.storage.rows.pitches.get(PITCH.id)?.deletedAt).toBe(app.clock.epochMs());
    const [notice] = app.now().notices;
    expect(notice?.content).toEqual({ kind: 'pitch-deleted', title: PITCH.title });
    notice?.undo?.();
    await app.clock.advance(0);
    expect(titles(app)).toEqual([PITCH.title]);
    expect(app.storage.rows.pitches.get(PITCH.id)?.deletedAt).toBeNull();
  });
});

describe('variants', () => {
  test('a copy for another audience has the words and the labels, and lives its own life', async () => {
    const app = await openApp();
    app.now().labelOverruled(VARIANT.id, SCRIPT.slice(0, 28), 'target', false);
    const copyId = app.now().variantDuplicated(VARIANT.id, details)!;
    expect(app.now().variants[copyId]).toMatchObject({
      ...details,
      script: SCRIPT,
      overrules: app.now().variants[VARIANT.id]?.overrules,
      saveCount: 0,
    });
    app.now().scriptTyped(copyId, '短く。', 3);
    await app.clock.advance(1000);
    expect(app.storage.rows.variants.get(copyId)?.script).toBe('短く。');
    expect(app.storage.rows.variants.get(VARIANT.id)?.script).toBe(SCRIPT);
    expect(variantTitles(app)).toEqual([VARIANT.title, details.title]);
  });

  test('described anew, moved, deleted, brought back: each on disk', async () => {
    const app = await openApp();
    const copyId = app.now().variantDuplicated(VARIANT.id, details)!;
    app.now().variantDescribed(copyId, { ...details, timeBudget: 30 });
    app.now().variantMoved(copyId, -1);
    expect(variantTitles(app)).toEqual([details.title, VARIANT.title]);
    app.now().variantDeleted(VARIANT.id);
    await app.clock.advance(1000);
    expect(variantTitles(app)).toEqual([details.title]);
    expect(app.storage.rows.variants.get(copyId)?.timeBudget).toBe(30);
    expect(app.storage.rows.variants.get(VARIANT.id)?.deletedAt).not.toBeNull();
    app.now().notices.at(-1)?.undo?.();
    await app.clock.advance(1000);
    expect(variantTitles(app)).toEqual([details.title, VARIANT.title]);
    expect(app.storage.rows.variants.get(VARIANT.id)?.deletedAt).toBeNull();
  });

  test('of a variant nobody knows there is no copy', async () => {
    const app = await openApp();
    expect(app.now().variantDuplicated('unknown', details)).toBeNull();
  });
});

describe('reading what is kept', () => {
  test('what is unsaved on screen stays', async () => {
    const app = await openApp();
    app.now().scriptTyped(VARIANT.id, 'まだ保存していない。', 10);
    await app.now().libraryRead();
    expect(app.now().variants[VARIANT.id]?.script).toBe('まだ保存していない。');
  });

  test('what was typed and saved while the answer was on its way is not undone by it', async () => {
    const app = await openApp();
    const before = app.storage.rows.variants.get(VARIANT.id)!;
    const reading = app.now().libraryRead();
    // The answer is of the moment it was asked for.
    app.store.setState((state) => ({
      variants: { ...state.variants, [VARIANT.id]: { ...before, script: '新しい。', saveCount: 2 } },
    }));
    await reading;
    expect(app.now().variants[VARIANT.id]).toMatchObject({ script: '新しい。', saveCount: 2 });
  });

  test('an undo never leads past a change made elsewhere', async () => {
    const app = await openApp();
    app.now().scriptTyped(VARIANT.id, 'こちら。', 4);
    await app.clock.advance(1000);
    const mine = app.storage.rows.variants.get(VARIANT.id)!;
    app.storage.rows.variants.set(VARIANT.id, { ...mine, script: 'あちら。', saveCount: 3 });
    await app.now().libraryRead();
    app.now().scriptUndone(VARIANT.id);
    expect(app.now().variants[VARIANT.id]?.script).toBe('あちら。');
  });

  test('without storage the app goes on in memory and says why', async () => {
    const app = await openApp();
    app.storage.fail({ kind: 'unavailable' });
    await app.now().libraryRead();
    expect(app.now()).toMatchObject({ library: 'memory-only', storageError: { kind: 'unavailable' } });
    app.now().scriptTyped(VARIANT.id, '画面の文字は残る。', 9);
    await app.clock.advance(2000);
    expect(app.now().variants[VARIANT.id]?.script).toBe('画面の文字は残る。');
  });
});
