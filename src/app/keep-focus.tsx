import { useEffect } from 'react';
import { useLocation } from 'wouter';

/** After a change of screen, focus goes to the new screen's heading, so that a keyboard or a reader starts there. */
export function FocusOnArrival() {
  const [location] = useLocation();
  useEffect(() => {
    const previous = document.body.dataset.location;
    document.body.dataset.location = location;
    if (previous === undefined || previous === location) return;
    // A choice within a screen can change its address: who is still choosing keeps the focus and the place.
    if (document.activeElement?.matches('main select')) return;
    window.scrollTo(0, 0);
    // The screen may still be loading; its heading takes the focus when it appears.
    const focusHeading = (): boolean => {
      const heading = document.querySelector<HTMLElement>('main h1');
      heading?.focus();
      return heading !== null;
    };
    if (focusHeading()) return;
    const observer = new MutationObserver(() => {
      if (focusHeading()) observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [location]);
  return null;
}

/**
 * A control that goes away, or is of no use any more, through what it did must not take the focus along: the one beside
 * it has it then, or the screen's heading. The browser would leave it on nothing, and say so by no event.
 */
export function FocusKept() {
  useEffect(() => {
    let focused: HTMLElement | null = null;
    const remember = (event: FocusEvent) => {
      focused = event.target as HTMLElement;
    };
    const observer = new MutationObserver(() => {
      if (!focused || (focused.isConnected && !focused.matches(':disabled'))) return;
      if (document.activeElement !== document.body && document.activeElement !== focused) return;
      const beside = focused.parentElement?.querySelector<HTMLElement>('button:enabled');
      const places = ['dialog[open] button', 'main h1', 'main'];
      const next = beside?.isConnected
        ? beside
        : places.map((place) => document.querySelector<HTMLElement>(place)).find((found) => found !== null);
      next?.focus({ preventScroll: true });
    });
    addEventListener('focusin', remember);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    return () => {
      removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
  return null;
}
