import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** A drag under way. */
interface Drag {
  from: number;
  /** Where the item would stand if it were let go now. */
  to: number;
  /** How far the pointer has carried it, in px. */
  by: number;
}

/** How near the window's edge the page scrolls along, in px, and how far at each move of the pointer. */
const EDGE_PX = 72;
const SCROLL_PX = 10;

/**
 * Dragging an item of a list to another place, with mouse, pen or finger. Only the drop changes the order; Escape, or a
 * pointer that the browser takes away, leaves it. `list` holds the items as its children.
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  onDrop: (from: number, to: number) => void,
): { drag: Drag | null; onGrab(event: ReactPointerEvent<HTMLElement>, from: number): void } {
  const [drag, setDrag] = useState<Drag | null>(null);
  const release = useRef<(() => void) | null>(null);
  useEffect(() => () => release.current?.(), []);

  const onGrab = (event: ReactPointerEvent<HTMLElement>, from: number) => {
    if (event.button !== 0 || !list.current) return;
    event.preventDefault();
    const handle = event.currentTarget;
    handle.focus();
    handle.setPointerCapture(event.pointerId);
    const startY = event.pageY;
    // Middles in the page, as they lie before anything moves.
    const middles = [...list.current.children].map((item) => {
      const box = item.getBoundingClientRect();
      return box.top + window.scrollY + box.height / 2;
    });
    let latest: Drag = { from, to: from, by: 0 };
    setDrag(latest);

    const onMove = (move: PointerEvent) => {
      if (move.clientY < EDGE_PX) window.scrollBy(0, -SCROLL_PX);
      if (move.clientY > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX);
      const by = move.pageY - startY;
      // It goes where the pointer is: past an item once the pointer is past its middle.
      const above = middles.filter((middle, index) => index !== from && middle < move.pageY).length;
      latest = { from, to: above, by };
      setDrag(latest);
    };
    const end = (drop: boolean) => {
      release.current?.();
      if (drop && latest.to !== from) onDrop(from, latest.to);
    };
    const onUp = () => end(true);
    const onCancel = () => end(false);
    const onKey = (key: KeyboardEvent) => {
      if (key.key === 'Escape') end(false);
    };
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('pointerup', onUp);
    handle.addEventListener('pointercancel', onCancel);
    window.addEventListener('keydown', onKey);
    release.current = () => {
      release.current = null;
      handle.removeEventListener('pointermove', onMove);
      handle.removeEventListener('pointerup', onUp);
      handle.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('keydown', onKey);
      setDrag(null);
    };
  };
  return { drag, onGrab };
}
