import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LabelOverrule } from '../../../src/domain/pitch/pitch';
import {
  recordChange,
  redoChange,
  type ScriptHistory,
  type ScriptState,
  startHistory,
  UNDO_STEP_MS,
  undoChange,
} from '../../../src/domain/pitch/script-history';
import { japaneseScript } from '../text/japanese-text';

const overrule: LabelOverrule = { sentenceText: '小林です。', element: 'feature', carries: false };
const stateOf = (script: string, overrules: LabelOverrule[] = []): ScriptState => ({
  script,
  overrules,
  caret: script.length,
});

const edit = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), text: fc.constantFrom('あ', 'で', '緑町', '鍼灸師です') }),
  fc.record({ kind: fc.constant('delete' as const), count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant('paste' as const), text: japaneseScript }),
  fc.record({ kind: fc.constant('overrule' as const) }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
);
const edits = fc.array(fc.record({ edit, afterMs: fc.constantFrom(50, 300, UNDO_STEP_MS, 3000) }), {
  maxLength: 60,
});
type Edit = (typeof edit extends fc.Arbitrary<infer T> ? T : never) | never;

function apply(history: ScriptHistory, each: Edit, atMs: number): ScriptHistory {
  const { present } = history;
  switch (each.kind) {
    case 'type':
      return recordChange(history, stateOf(present.script + each.text, present.overrules), atMs);
    case 'delete':
      return recordChange(history, stateOf(present.script.slice(0, -each.count), present.overrules), atMs);
    case 'paste':
      return recordChange(history, stateOf(present.script + each.text, present.overrules), atMs);
    case 'overrule':
      return recordChange(history, { ...present, overrules: [...present.overrules, overrule] }, atMs);
    case 'undo':
      return undoChange(history);
    case 'redo':
      return redoChange(history);
  }
}

function live(start: string, steps: typeof edits extends fc.Arbitrary<infer T> ? T : never): ScriptHistory[] {
  let atMs = 10_000;
  const seen = [startHistory(start, [])];
  for (const step of steps) {
    atMs += step.afterMs;
    seen.push(apply(seen.at(-1)!, step.edit, atMs));
  }
  return seen;
}

describe('whatever is edited', () => {
  /** The caret aside, which goes where the change is. */
  const words = ({ script, overrules }: ScriptState) => ({ script, overrules });

  test('undoing to the beginning and redoing to the end rebuilds every state kept', () => {
    fc.assert(
      fc.property(japaneseScript, edits, (start, steps) => {
        const history = live(start, steps).at(-1)!;
        const kept = [...history.past, history.present, ...history.future];
        let back = history;
        const seenBack = [history.present];
        while (back.past.length > 0) {
          back = undoChange(back);
          seenBack.unshift(back.present);
        }
        expect(seenBack.map(words)).toEqual([...history.past, history.present].map(words));
        expect(back.present.script).toBe(start);
        expect(back.present.overrules).toEqual([]);
        expect(undoChange(back)).toBe(back);
        let forth = back;
        const seenForth = [back.present];
        while (forth.future.length > 0) {
          forth = redoChange(forth);
          seenForth.push(forth.present);
        }
        expect(seenForth.map(words)).toEqual(kept.map(words));
        expect(redoChange(forth)).toBe(forth);
      }),
    );
  });

  test('an undo takes back the change before it, a redo gives it back', () => {
    fc.assert(
      fc.property(japaneseScript, edits, (start, steps) => {
        for (const history of live(start, steps)) {
          if (history.past.length === 0) continue;
          const again = redoChange(undoChange(history));
          expect(words(again.present)).toEqual(words(history.present));
          expect(again.past.map(words)).toEqual(history.past.map(words));
          expect(again.future).toEqual(history.future);
          for (const { present } of [again, undoChange(history)]) {
            expect(present.caret).toBeGreaterThanOrEqual(0);
            expect(present.caret).toBeLessThanOrEqual(present.script.length);
          }
        }
      }),
    );
  });

  test('a change after an undo begins anew from there, and no history is changed under one’s hands', () => {
    fc.assert(
      fc.property(japaneseScript, edits, (start, steps) => {
        const seen = live(start, steps);
        const copies = structuredClone(seen);
        const undone = undoChange(seen.at(-1)!);
        const changed = recordChange(undone, stateOf(`${undone.present.script}まったく新しい文。`), 1e9);
        expect(changed.future).toEqual([]);
        expect(undoChange(changed).present).toEqual(undone.present);
        expect(seen).toEqual(copies);
      }),
    );
  });
});

describe('what undoes as one', () => {
  const start = startHistory('', []);
  const typed = (gapMs: number, keys: string): ScriptHistory =>
    [...keys].reduce(
      (history, key, index) =>
        recordChange(history, stateOf(history.present.script + key), 10_000 + index * gapMs),
      start,
    );

  test('keys in one breath', () => {
    expect(typed(UNDO_STEP_MS - 1, 'こんにちは').past).toHaveLength(1);
  });

  test('not keys with a pause between them', () => {
    expect(typed(UNDO_STEP_MS, 'こんにちは').past).toHaveLength(5);
  });

  test('not a pasted block, nor a label overruled, however fast', () => {
    const pasted = recordChange(typed(10, 'こん'), stateOf('こんにちは、小林です。'), 10_030);
    expect(pasted.past.map(({ script }) => script)).toEqual(['', 'こん']);
    const overruled = recordChange(pasted, { ...pasted.present, overrules: [overrule] }, 10_040);
    expect(overruled.past).toHaveLength(3);
  });

  test('not what follows an undo', () => {
    const undone = undoChange(typed(10, 'こん'));
    expect(recordChange(undone, stateOf('そ'), 10_020).past).toHaveLength(1);
  });

  test('a caret that only moved is no step, but is remembered', () => {
    const history = typed(10, 'こん');
    const moved = recordChange(history, { ...history.present, caret: 0 }, 10_020);
    expect(moved.past).toEqual(history.past);
    expect(moved.present.caret).toBe(0);
  });

  test('an undo puts the caret where the change was, also the first', () => {
    const opened = startHistory('緑町の小林です。', []);
    const added = recordChange(
      opened,
      { script: '緑町の鍼灸師、小林です。', overrules: [], caret: 7 },
      10_000,
    );
    expect(undoChange(added).present.caret).toBe(3);
    const removed = recordChange(added, { script: '鍼灸師、小林です。', overrules: [], caret: 0 }, 20_000);
    expect(undoChange(removed).present.caret).toBe(3);
    expect(redoChange(undoChange(removed)).present.caret).toBe(0);
    const swapped = recordChange(startHistory('𠮷野です', []), stateOf('𠮟野です'), 10_000);
    expect(undoChange(swapped).present.caret).toBe(2);
  });

  test('the oldest of very many steps make room; the newest stay', () => {
    let history = start;
    for (let i = 1; i <= 600; i++) history = recordChange(history, stateOf(`第${i}版`), i * 10_000);
    expect(history.past).toHaveLength(500);
    expect(history.past.at(-1)?.script).toBe('第599版');
  });
});

const NONE: LabelOverrule[] = [];

test('a paste over a selection of the same length is a step of its own, and so is what is typed after it', () => {
  const caret = 0;
  const state = (script: string) => ({ script, overrules: NONE, caret });
  let history = startHistory('あ', NONE);
  history = recordChange(history, state('あい'), 0);
  history = recordChange(history, state('うえ'), 100);
  history = recordChange(history, state('さしすせそたちつてと'), 200);
  history = recordChange(history, state('なにぬねのはひふへほ'), 300);
  history = recordChange(history, state('なにぬねのはひふへほま'), 400);
  const steps = [history.present.script];
  while (history.past.length > 0) {
    history = undoChange(history);
    steps.push(history.present.script);
  }
  expect(steps).toEqual([
    'なにぬねのはひふへほま',
    'なにぬねのはひふへほ',
    'さしすせそたちつてと',
    'うえ',
    'あ',
  ]);
});
