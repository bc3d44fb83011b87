import type { Clock } from '../../src/adapters/clock/clock';

/** Frames while visible and while hidden, ms: coarser than a screen's, so that a minute passes quickly. */
const FRAME_MS = 50;
const HIDDEN_FRAME_MS = 250;

interface Due {
  atMs: number;
  order: number;
  action: () => void;
}

/** A clock moved by hand. Time passes only in `advance`, which lets promises settle between one timer and the next. */
export interface FakeClock extends Clock {
  advance(ms: number): Promise<void>;
  setHidden(hidden: boolean): void;
  /** Timers, frame and visibility listeners still there: 0 when everything has been closed. */
  openCount(): number;
}

/** `epochMs` at the start, by default a fixed morning; `nowMs` starts at an odd value, as the real one does. */
export function createFakeClock(epochStartMs = Date.UTC(2026, 3, 1, 0, 0, 0)): FakeClock {
  const startMs = 1_234.5;
  let nowMs = startMs;
  let order = 0;
  let hidden = false;
  const timers = new Set<Due>();
  const visibility = new Set<(hidden: boolean) => void>();

  function schedule(delayMs: number, action: () => void): () => void {
    const due: Due = { atMs: nowMs + Math.max(0, delayMs), order: order++, action };
    timers.add(due);
    return () => timers.delete(due);
  }
  const settle = async () => {
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  const nextBefore = (endMs: number) =>
    [...timers].filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0];

  return {
    nowMs: () => nowMs,
    epochMs: () => Math.floor(epochStartMs + nowMs - startMs),
    schedule,
    wait: (delayMs) => new Promise((resolve) => schedule(delayMs, resolve)),
    onFrame(listener) {
      let cancel: () => void = () => {};
      const next = () => {
        cancel = schedule(hidden ? HIDDEN_FRAME_MS : FRAME_MS, () => {
          next();
          listener(nowMs);
        });
      };
      next();
      return () => cancel();
    },
    onVisibility(listener) {
      visibility.add(listener);
      return () => visibility.delete(listener);
    },
    async advance(ms) {
      const endMs = nowMs + ms;
      await settle();
      for (let due = nextBefore(endMs); due; due = nextBefore(endMs)) {
        timers.delete(due);
        nowMs = Math.max(nowMs, due.atMs);
        due.action();
        await settle();
      }
      nowMs = endMs;
      await settle();
    },
    setHidden(value) {
      if (value === hidden) return;
      hidden = value;
      for (const listener of [...visibility]) listener(hidden);
    },
    openCount: () => timers.size + visibility.size,
  };
}
