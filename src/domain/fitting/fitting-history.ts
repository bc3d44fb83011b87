import type { Fitting } from './fitting';

/** The choices made so far, step by step, and those taken back. */
export interface FittingHistory {
  past: readonly Fitting[];
  present: Fitting;
  future: readonly Fitting[];
}

export function startHistory(present: Fitting): FittingHistory {
  return { past: [], present, future: [] };
}

/** One more step; none where nothing changed. */
export function choose(history: FittingHistory, next: Fitting): FittingHistory {
  if (JSON.stringify(next) === JSON.stringify(history.present)) return history;
  return { past: [...history.past, history.present], present: next, future: [] };
}

/** One step back; the history itself where there is none. */
export function undoChoice(history: FittingHistory): FittingHistory {
  const present = history.past.at(-1);
  if (!present) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] };
}

/** One step forward again; the history itself where there is none. */
export function redoChoice(history: FittingHistory): FittingHistory {
  const [present, ...future] = history.future;
  return present ? { past: [...history.past, history.present], present, future } : history;
}
