import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/domain/text/sentences';
import { openApp, SCRIPT, type TestApp, VARIANT } from './open-app';

const id = VARIANT.id;
const script = (app: TestApp) => app.now().variants[id]?.script;
const type = (app: TestApp, text: string) => app.now().scriptTyped(id, text, text.length);

describe('undo and redo', () => {
  test('a phrase typed in one breath undoes as one, and comes back', async () => {
    const app = await openApp();
    for (const end of [1, 2, 3, 4]) {
      type(app, SCRIPT + 'どうぞ。'.slice(0, end));
      await app.clock.advance(120);
    }
    await app.clock.advance(1000);
    type(app, `${SCRIPT}どうぞ。よ`);
    app.now().scriptUndone(id);
    expect(script(app)).toBe(`${SCRIPT}どうぞ。`);
    app.now().scriptUndone(id);
    expect(script(app)).toBe(SCRIPT);
    app.now().scriptUndone(id);
    expect(script(app)).toBe(SCRIPT);
    app.now().scriptRedone(id);
    app.now().scriptRedone(id);
    expect(script(app)).toBe(`${SCRIPT}どうぞ。よ`);
    app.now().scriptRedone(id);
    await app.clock.advance(1000);
    expect(app.storage.rows.variants.get(id)?.script).toBe(`${SCRIPT}どうぞ。よ`);
  });

  test('an undo is saved as any change is', async () => {
    const app = await openApp();
    type(app, 'まちがい。');
    await app.clock.advance(1000);
    app.now().scriptUndone(id);
    await app.clock.advance(1000);
    expect(app.storage.rows.variants.get(id)?.script).toBe(SCRIPT);
  });

  test('a label overruled is a step of its own, and undoes', async () => {
    const app = await openApp();
    const [first] = splitSentences(SCRIPT);
    app.now().labelOverruled(id, first!.text, 'target', false);
    expect(app.now().variants[id]?.overrules).toEqual([
      { sentenceText: first!.text, element: 'target', carries: false },
    ]);
    app.now().scriptUndone(id);
    expect(app.now().variants[id]?.overrules).toEqual([]);
    app.now().scriptRedone(id);
    expect(app.now().variants[id]?.overrules).toHaveLength(1);
  });

  test('an overrule goes with its sentence through edits, and survives edits of the others', async () => {
    const app = await openApp();
    const [first, second] = splitSentences(SCRIPT).map((sentence) => sentence.text);
    app.now().labelOverruled(id, first!, 'target', false);
    type(app, SCRIPT.replace(second!, '東町で鍼灸院をしている、小林と申します。'));
    expect(app.now().variants[id]?.overrules[0]?.sentenceText).toBe(first);
    const edited = first!.replace('頭まで', '肩も頭も');
    type(app, SCRIPT.replace(first!, edited));
    expect(app.now().variants[id]?.overrules[0]?.sentenceText).toBe(edited);
  });

  test('the same text told twice, as some browsers do after a conversion, is one step', async () => {
    const app = await openApp();
    app.now().labelOverruled(id, splitSentences(SCRIPT)[0]!.text, 'target', false);
    type(app, `${SCRIPT}変換した文です。`);
    type(app, `${SCRIPT}変換した文です。`);
    app.now().scriptUndone(id);
    expect(script(app)).toBe(SCRIPT);
  });

  test('a variant nobody knows is no error', async () => {
    const app = await openApp();
    app.now().scriptTyped('unknown', 'あ', 1);
    app.now().scriptUndone('unknown');
    app.now().labelOverruled('unknown', 'あ', 'target', true);
    expect(app.now().variants.unknown).toBeUndefined();
    expect(app.clock.openCount()).toBe(0);
  });
});
