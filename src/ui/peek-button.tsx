import { type ComponentProps, useRef } from 'react';
import { Button } from './button';

interface PeekButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  open: boolean;
  onPeek(open: boolean): void;
}

/** Held longer than this, ms, it is a press that ends with the release; shorter, it is a switch. */
const HOLD_MS = 350;

/**
 * Shows something for as long as it is held; pressed shortly, by touch, key or reader, until it is pressed again, for
 * those who cannot hold.
 */
export function PeekButton({ open, onPeek, ...button }: PeekButtonProps) {
  const press = useRef<{ atMs: number; wasOpen: boolean } | null>(null);
  return (
    <Button
      {...button}
      aria-pressed={open}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // What appears may push the button away from under the pointer; it stays held all the same.
        event.currentTarget.setPointerCapture(event.pointerId);
        press.current = { atMs: event.timeStamp, wasOpen: open };
        if (!open) onPeek(true);
      }}
      onPointerUp={(event) => {
        const { current } = press;
        if (current && (current.wasOpen || event.timeStamp - current.atMs >= HOLD_MS)) onPeek(false);
      }}
      onPointerCancel={() => {
        press.current = null;
        onPeek(false);
      }}
      onContextMenu={(event) => event.preventDefault()}
      onClick={(event) => {
        // Of a pointer everything has been done by now; keys and readers click without one.
        if (!press.current || event.detail === 0) onPeek(!open);
        press.current = null;
      }}
    />
  );
}
