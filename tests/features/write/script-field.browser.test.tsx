import { createRef } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { UNDO_STEP_MS } from '../../../src/domain/pitch/script-history';
import { ScriptField, type ScriptFieldHandle } from '../../../src/features/write/script-field';
import { useAppStore } from '../../../src/state/use-app-store';
import { SCRIPT, VARIANT } from '../../state/open-app';
import { mount, openStore } from '../mount';

const id = VARIANT.id;

/** The field as the screen for writing has it: on the variant as the store has it now. */
function Field({ handle }: { handle: React.Ref<ScriptFieldHandle> }) {
  const variant = useAppStore((state) => state.variants[id]);
  return variant ? <ScriptField variant={variant} ref={handle} /> : null;
}

async function openField() {
  const app = await openStore();
  const handle = createRef<ScriptFieldHandle>();
  mount(<Field handle={handle} />, app.store);
  const locator = page.getByRole('textbox');
  await expect.element(locator).toHaveValue(SCRIPT);
  const area = locator.element() as HTMLTextAreaElement;
  const typed: string[] = [];
  const end = app.store.subscribe((state, before) => {
    const script = state.variants[id]?.script;
    if (script !== undefined && script !== before.variants[id]?.script) typed.push(script);
  });
  return {
    ...app,
    area,
    handle: () => handle.current!,
    /** Every text the store has been told since. */
    typed,
    end,
    script: () => app.now().variants[id]?.script,
    caretAt: (place: number) => {
      area.focus();
      area.setSelectionRange(place, place);
    },
  };
}
type OpenField = Awaited<ReturnType<typeof openField>>;

let field: OpenField;
beforeEach(async () => {
  field = await openField();
  return () => field.end();
});

/** Frames for React to draw and effects to run. */
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));

describe('typing', () => {
  test('in the middle goes to the store key by key, and the caret stays where it is typed', async () => {
    field.caretAt(5);
    await userEvent.keyboard('abc');
    expect(field.script()).toBe(`${SCRIPT.slice(0, 5)}abc${SCRIPT.slice(5)}`);
    await drawn();
    expect(field.area.selectionStart).toBe(8);
    expect(field.area.selectionEnd).toBe(8);
    await userEvent.keyboard('{Backspace}');
    expect(field.script()).toBe(`${SCRIPT.slice(0, 5)}ab${SCRIPT.slice(5)}`);
    expect(field.now().histories[id]?.present.caret).toBe(7);
  });
});

describe('a real conversion', () => {
  const compose = (text: string) =>
    cdp().send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

  test('is neither counted nor saved until it is confirmed, then at once', async () => {
    field.caretAt(SCRIPT.length);
    for (const text of ['ｋ', 'か', 'かｔ', 'かた', '肩']) await compose(text);
    expect(field.area.value).toBe(`${SCRIPT}肩`);
    expect(field.typed).toEqual([]);
    expect(field.now().saves[id]).toBeUndefined();
    await cdp().send('Input.insertText', { text: '肩' });
    expect(field.typed).toEqual([`${SCRIPT}肩`]);
    expect(field.now().saves[id]).toBe('pending');
    await expect.poll(() => field.storage.rows.variants.get(id)?.script).toBe(`${SCRIPT}肩`);
  });

  test('is not disturbed by what comes from elsewhere meanwhile', async () => {
    field.caretAt(SCRIPT.length);
    await compose('こ');
    field.now().labelOverruled(id, SCRIPT.slice(0, 28), 'target', true);
    await drawn();
    await compose('こり');
    expect(field.area.value).toBe(`${SCRIPT}こり`);
    await cdp().send('Input.insertText', { text: '凝り' });
    expect(field.script()).toBe(`${SCRIPT}凝り`);
    expect(field.now().variants[id]?.overrules).toHaveLength(1);
  });

  test('given up leaves the words as they were', async () => {
    field.caretAt(SCRIPT.length);
    await compose('かた');
    await compose('');
    await drawn();
    expect(field.area.value).toBe(SCRIPT);
    expect(field.script()).toBe(SCRIPT);
  });

  test('undoes as one step, and Ctrl+Z during it is not ours', async () => {
    field.caretAt(SCRIPT.length);
    await compose('かたこり');
    const key = new KeyboardEvent('keydown', {
      key: 'z',
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
      isComposing: true,
    });
    field.area.dispatchEvent(key);
    expect(key.defaultPrevented).toBe(false);
    await cdp().send('Input.insertText', { text: '肩こり' });
    expect(field.script()).toBe(`${SCRIPT}肩こり`);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field.script()).toBe(SCRIPT);
    await expect.poll(() => field.area.value).toBe(SCRIPT);
  });
});

describe('the order in which other browsers tell of a conversion', () => {
  const fire = (event: Event) => field.area.dispatchEvent(event);
  const input = (inputType: string, data: string, isComposing: boolean) => {
    fire(new InputEvent('input', { inputType, data, isComposing, bubbles: true }));
  };
  const composition = (type: string, data: string) =>
    fire(new CompositionEvent(type, { data, bubbles: true }));
  const setValue = (text: string) => {
    // As the browser does it: without React's own setter hearing of it.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(field.area, text);
  };
  const enter = (isComposing: boolean) => {
    const key = new KeyboardEvent('keydown', {
      key: 'Enter',
      keyCode: 229,
      isComposing,
      bubbles: true,
      cancelable: true,
    } as KeyboardEventInit);
    fire(key);
    return key;
  };
  const begin = () => {
    field.caretAt(SCRIPT.length);
    composition('compositionstart', '');
    for (const text of ['か', 'かた']) {
      composition('compositionupdate', text);
      setValue(SCRIPT + text);
      input('insertCompositionText', text, true);
    }
    expect(field.typed).toEqual([]);
  };

  test('Safari: the conversion ends before the key that ended it', () => {
    begin();
    setValue(SCRIPT);
    input('deleteCompositionText', '', true);
    setValue(`${SCRIPT}肩`);
    input('insertFromComposition', '肩', true);
    expect(field.typed).toEqual([]);
    composition('compositionend', '肩');
    expect(enter(false).defaultPrevented).toBe(false);
    expect(field.typed).toEqual([`${SCRIPT}肩`]);
  });

  test('Firefox: the text is told once more after the end', () => {
    begin();
    setValue(`${SCRIPT}肩`);
    composition('compositionend', '肩');
    input('insertCompositionText', '肩', false);
    expect(field.typed).toEqual([`${SCRIPT}肩`]);
    field.now().scriptUndone(id);
    expect(field.script()).toBe(SCRIPT);
  });
});

describe('undo and redo', () => {
  const history = (inputType: 'historyUndo' | 'historyRedo') => {
    const event = new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true });
    field.area.dispatchEvent(event);
    return event;
  };

  test('the browser’s own (menu, shake, gesture) follow the app’s history', async () => {
    field.caretAt(SCRIPT.length);
    await userEvent.keyboard('abc');
    expect(history('historyUndo').defaultPrevented).toBe(true);
    expect(field.script()).toBe(SCRIPT);
    await expect.poll(() => field.area.value).toBe(SCRIPT);
    expect(history('historyRedo').defaultPrevented).toBe(true);
    await expect.poll(() => field.area.value).toBe(`${SCRIPT}abc`);
    expect(field.area.selectionEnd).toBe(SCRIPT.length + 3);
  });

  test('by keys, with the caret where the change is', async () => {
    const press = async (keys: string) => {
      await userEvent.keyboard(keys);
      await drawn();
      return [field.area.value.length - SCRIPT.length, field.area.selectionEnd];
    };
    field.caretAt(3);
    await userEvent.keyboard('a');
    await new Promise((resolve) => setTimeout(resolve, UNDO_STEP_MS));
    field.caretAt(20);
    await userEvent.keyboard('b');
    expect(await press('{Control>}z{/Control}')).toEqual([1, 20]);
    expect(await press('{Control>}z{/Control}')).toEqual([0, 3]);
    expect(await press('{Control>}{Shift>}z{/Shift}{/Control}')).toEqual([1, 4]);
    expect(await press('{Control>}y{/Control}')).toEqual([2, 21]);
    expect(document.activeElement).toBe(field.area);
  });
});

describe('what comes from elsewhere', () => {
  test('another tab’s words replace those on screen; the caret stays at the last edit', async () => {
    field.caretAt(5);
    await userEvent.keyboard('a');
    await field.now().savesFlushed();
    const stored = field.storage.rows.variants.get(id)!;
    const theirs = `${stored.script}追伸。`;
    field.storage.rows.variants.set(id, { ...stored, script: theirs, saveCount: stored.saveCount + 1 });
    await field.now().variantChangedElsewhere(id);
    await expect.poll(() => field.area.value).toBe(theirs);
    expect(field.area.selectionStart).toBe(6);
    await userEvent.keyboard('b');
    expect(field.script()).toBe(`${theirs.slice(0, 6)}b${theirs.slice(6)}`);
  });

  test('a caret never stands behind the end', async () => {
    field.caretAt(SCRIPT.length);
    field.now().scriptReplaced(id, '短く。', [], false);
    await expect.poll(() => field.area.value).toBe('短く。');
    expect(field.area.selectionEnd).toBe(3);
  });

  test('a sentence chosen beside the field is selected in it, and has the focus', () => {
    field.handle().select(2, 9);
    expect(document.activeElement).toBe(field.area);
    expect(field.area.value.slice(field.area.selectionStart, field.area.selectionEnd)).toBe(
      SCRIPT.slice(2, 9),
    );
  });
});
