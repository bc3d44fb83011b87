import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BURST_PAUSE_MS } from '../../src/state/revision-slice';
import { openApp, SCRIPT, type TestApp, VARIANT } from './open-app';

const id = VARIANT.id;
const type = (app: TestApp, script: string) => app.now().scriptTyped(id, script, script.length);

/** What is stored, oldest first. */
const kept = (app: TestApp): string[] =>
  [...app.storage.rows.revisions.values()].sort((a, b) => a.keptAt - b.keptAt).map(({ script }) => script);

async function settled(app: TestApp): Promise<void> {
  await app.now().editsKept();
  await app.clock.advance(0);
}

describe('keeping revisions', () => {
  test('a burst of typing gives what stood before it and what stands after it, once', async () => {
    const app = await openApp();
    for (const script of ['一', '一分', '一分です。']) type(app, script);
    await settled(app);
    expect(kept(app)).toEqual([SCRIPT, '一分です。']);
    await settled(app);
    expect(kept(app)).toEqual([SCRIPT, '一分です。']);
  });

  test('a long pause between two edits ends a burst', async () => {
    const app = await openApp();
    type(app, '朝です。');
    await app.clock.advance(BURST_PAUSE_MS + 1);
    type(app, '夜です。');
    await settled(app);
    expect(kept(app)).toEqual([SCRIPT, '朝です。', '夜です。']);
  });

  test('what is typed and taken back leaves no second copy', async () => {
    const app = await openApp();
    type(app, `${SCRIPT}追`);
    app.now().scriptUndone(id);
    await settled(app);
    expect(kept(app)).toEqual([SCRIPT]);
  });

  test('another tab’s text comes only after this tab’s is kept', async () => {
    const app = await openApp();
    type(app, 'こちらの原稿。');
    app.storage.rows.variants.set(id, { ...VARIANT, script: 'あちらの原稿。', saveCount: 2 });
    await app.clock.advance(1000);
    app.now().conflictResolved(id, { kind: 'take-theirs' });
    await app.clock.advance(0);
    expect(app.now().variants[id]?.script).toBe('あちらの原稿。');
    expect(kept(app)).toEqual([SCRIPT, 'こちらの原稿。']);
  });

  test('a text of another tab that was never edited here is not kept at every save of it', async () => {
    const app = await openApp();
    for (const [index, script] of ['一', '一分', '一分です。'].entries()) {
      app.storage.rows.variants.set(id, { ...VARIANT, script, saveCount: index + 2 });
      await app.now().variantChangedElsewhere(id);
    }
    await settled(app);
    expect(app.now().variants[id]?.script).toBe('一分です。');
    expect(kept(app)).toEqual([]);
  });

  test('where storage refuses, the text is told of and stays here', async () => {
    const app = await openApp();
    app.storage.fail({ kind: 'quota-exceeded' });
    type(app, '一分です。');
    await settled(app);
    expect(app.now().storageError).toEqual({ kind: 'quota-exceeded' });
    expect(Object.values(app.now().revisions).map(({ script }) => script)).toContain('一分です。');
  });

  test('without storage revisions are of this tab', async () => {
    const app = await openApp();
    app.store.setState({ library: 'memory-only' });
    type(app, '一分です。');
    await settled(app);
    await settled(app);
    expect(Object.values(app.now().revisions).map(({ script }) => script)).toEqual([SCRIPT, '一分です。']);
    expect(kept(app)).toEqual([]);
  });
});

describe('restoring a revision', () => {
  test('is one step that can be undone, from the notice too', async () => {
    const app = await openApp();
    type(app, '朝です。');
    await settled(app);
    const old = [...app.storage.rows.revisions.values()].find(({ script }) => script === SCRIPT)!;
    await app.now().revisionsWanted(id);
    await app.now().revisionRestored(id, old.id);
    expect(app.now().variants[id]?.script).toBe(SCRIPT);
    app.now().scriptUndone(id);
    expect(app.now().variants[id]?.script).toBe('朝です。');
    app.now().scriptRedone(id);
    type(app, `${SCRIPT}続き`);
    app
      .now()
      .notices.find(({ content }) => content.kind === 'revision-restored')
      ?.undo?.();
    expect(app.now().variants[id]?.script).toBe('朝です。');
  });

  test('gives exactly its text and loses none that was ever at the end of a burst', async () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), text: fc.string({ unit: 'grapheme', maxLength: 6 }) }),
      fc.record({ kind: fc.constant('restore' as const), which: fc.nat(9) }),
      fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'settle' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        const app = await openApp();
        const texts = new Set<string>();
        for (const step of acts) {
          if (step.kind === 'type') type(app, step.text);
          else if (step.kind === 'undo') app.now().scriptUndone(id);
          else if (step.kind === 'redo') app.now().scriptRedone(id);
          else {
            texts.add(app.now().variants[id]!.script);
            if (!('which' in step)) {
              await settled(app);
              continue;
            }
            await app.now().revisionsWanted(id);
            const all = Object.values(app.now().revisions);
            const chosen = all[step.which % Math.max(1, all.length)];
            if (!chosen) continue;
            await app.now().revisionRestored(id, chosen.id);
            expect(app.now().variants[id]?.script).toBe(chosen.script);
          }
        }
        await settled(app);
        const stored = new Set([...kept(app), app.now().variants[id]!.script]);
        for (const text of texts) if (text.trim() !== '') expect(stored).toContain(text);
        // Never the same twice in a row.
        const row = kept(app);
        expect(row.some((script, index) => index > 0 && script === row[index - 1])).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
