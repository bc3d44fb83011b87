import { useEffect } from 'react';

/** Ctrl+Z and Ctrl+Shift+Z (⌘ on a Mac, Ctrl+Y too) for the screen's own steps; a text field keeps its own. */
export function useUndoKeys(onUndo: () => void, onRedo: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      if (
        (event.target as HTMLElement).matches('input[type="text"], textarea') ||
        document.querySelector('dialog[open]')
      )
        return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) onRedo();
      else onUndo();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [onUndo, onRedo]);
}
