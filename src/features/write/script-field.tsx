import {
  type CompositionEvent,
  type FormEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import type { Variant } from '../../domain/pitch/pitch';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { writeText as text } from '../../text-ja/write';
import styles from './write.module.css';

export interface ScriptFieldHandle {
  /** Puts the selection on `[start, end)` of the script and brings it into view. */
  select(start: number, end: number): void;
}

/**
 * The script's text area. It owns its value while the person types; the store hears of it only between compositions,
 * so that an unconfirmed conversion is neither counted nor saved, and writes back only what changed elsewhere (undo,
 * another tab), so that the caret never jumps.
 */
export function ScriptField({ variant, ref }: { variant: Variant; ref: Ref<ScriptFieldHandle> }) {
  const { scriptTyped, scriptUndone, scriptRedone, compositionBegan, compositionEnded } = useAppActions();
  const caret = useAppStore((state) => state.histories[variant.id]?.present.caret);
  const area = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);

  useEffect(() => {
    const element = area.current;
    if (!element || composing.current || element.value === variant.script) return;
    element.value = variant.script;
    if (document.activeElement === element) {
      const place = Math.min(caret ?? variant.script.length, variant.script.length);
      element.setSelectionRange(place, place);
    }
  }, [variant.script, caret]);

  // A conversion that the screen's end cuts off must not keep other tabs out for ever.
  useEffect(() => () => compositionEnded(variant.id), [variant.id, compositionEnded]);

  // The browser's own undo (menu, shake, gesture) must follow our history, since it does not know labels or other tabs.
  useEffect(() => {
    const element = area.current;
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      // What is being converted is not in our history yet; the step before it stays.
      if (composing.current) return;
      if (event.inputType === 'historyUndo') scriptUndone(variant.id);
      else scriptRedone(variant.id);
    };
    element?.addEventListener('beforeinput', onBeforeInput);
    return () => element?.removeEventListener('beforeinput', onBeforeInput);
  }, [variant.id, scriptUndone, scriptRedone]);

  useImperativeHandle(ref, () => ({
    select: (start, end) => {
      const element = area.current;
      if (!element) return;
      element.focus({ preventScroll: true });
      element.setSelectionRange(start, end);
      element.scrollIntoView({ block: 'nearest' });
    },
  }));

  const commit = (element: HTMLTextAreaElement) =>
    scriptTyped(variant.id, element.value, element.selectionEnd);

  const onInput = (event: FormEvent<HTMLTextAreaElement>) => {
    if (!composing.current) commit(event.currentTarget);
  };
  const onCompositionEnd = (event: CompositionEvent<HTMLTextAreaElement>) => {
    composing.current = false;
    commit(event.currentTarget);
    compositionEnded(variant.id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // 229 is what Safari gives for the Enter that ends a composition.
    if (composing.current || event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const redo = (key === 'z' && event.shiftKey) || (key === 'y' && event.ctrlKey);
    if (!redo && key !== 'z') return;
    event.preventDefault();
    if (redo) scriptRedone(variant.id);
    else scriptUndone(variant.id);
  };

  return (
    <textarea
      ref={area}
      className={styles.script}
      aria-label={text.scriptLabel}
      placeholder={variant.medium === 'written' ? text.placeholderRead : text.placeholder}
      defaultValue={variant.script}
      lang="ja"
      spellCheck={false}
      autoCapitalize="none"
      rows={12}
      onInput={onInput}
      onCompositionStart={() => {
        composing.current = true;
        compositionBegan(variant.id);
      }}
      onCompositionEnd={onCompositionEnd}
      onKeyDown={onKeyDown}
    />
  );
}
