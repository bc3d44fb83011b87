import type { Clock } from './clock';

/**
 * A hidden tab gets no animation frames. A timer goes on there, though browsers slow it to one a second and, after
 * five minutes, to one a minute: enough for signs of life, which is why elapsed time is always read and never summed.
 */
const HIDDEN_FRAME_MS = 250;

/** The browser's clock. `nowMs` is `performance.now()`; nothing stays scheduled once every stop has been called. */
export function createBrowserClock(): Clock {
  const nowMs = () => performance.now();

  function schedule(delayMs: number, action: () => void): () => void {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  }

  function onVisibility(listener: (hidden: boolean) => void): () => void {
    const changed = () => listener(document.hidden);
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }

  function onFrame(listener: (nowMs: number) => void): () => void {
    let stopped = false;
    let cancelNext: () => void = () => {};

    const next = () => {
      if (document.hidden) {
        cancelNext = schedule(HIDDEN_FRAME_MS, tick);
      } else {
        const frame = requestAnimationFrame(tick);
        cancelNext = () => cancelAnimationFrame(frame);
      }
    };
    const tick = () => {
      listener(nowMs());
      if (!stopped) next();
    };
    // A frame asked for while visible never comes once hidden: change over to the other source at the change itself.
    const stopVisibility = onVisibility(() => {
      cancelNext();
      next();
    });

    next();
    return () => {
      stopped = true;
      cancelNext();
      stopVisibility();
    };
  }

  return {
    nowMs,
    epochMs: () => Date.now(),
    onFrame,
    onVisibility,
    schedule,
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
  };
}
