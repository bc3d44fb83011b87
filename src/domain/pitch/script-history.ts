import type { LabelOverrule } from './pitch';

/** A state of the script one can return to: the text, the labels overruled, and where the caret stood. */
export interface ScriptState {
  script: string;
  overrules: LabelOverrule[];
  /** UTF-16 offset. */
  caret: number;
}

export interface ScriptHistory {
  past: ScriptState[];
  present: ScriptState;
  future: ScriptState[];
  /** When the last change came, epoch or monotonic ms; changes close together undo as one. */
  changedAtMs: number;
}

/** A pause in typing of this length (ms) begins a new step of undo: about one breath between phrases. */
export const UNDO_STEP_MS = 800;
/** A change of at most so many UTF-16 units is typing: one key gives one character, which may be a surrogate pair. */
const MOST_TYPED = 2;
/** Steps kept. Each holds one script of at most a few kB. */
const MOST_STEPS = 500;

export function startHistory(script: string, overrules: LabelOverrule[]): ScriptHistory {
  return {
    past: [],
    present: { script, overrules, caret: script.length },
    future: [],
    changedAtMs: -Infinity,
  };
}

/** Records a change. Typing that follows closely joins the step before; a pasted block or an overrule never does. */
export function recordChange(history: ScriptHistory, next: ScriptState, atMs: number): ScriptHistory {
  const { present } = history;
  if (next.script === present.script && next.overrules === present.overrules) {
    return { ...history, present: next };
  }
  const { start, end } = changedSpan(present.script, next.script);
  const removed = present.script.length - start - end;
  const added = next.script.length - start - end;
  const typing = next.script !== present.script && removed <= MOST_TYPED && added <= MOST_TYPED;
  const joins = typing && atMs - history.changedAtMs < UNDO_STEP_MS && history.past.length > 0;
  return {
    past: joins ? history.past : [...history.past, present].slice(-MOST_STEPS),
    present: next,
    future: [],
    // Typing after a larger change begins a step of its own.
    changedAtMs: typing ? atMs : -Infinity,
  };
}

/** How many UTF-16 units two texts share at their starts and at their ends, without overlap. */
function changedSpan(before: string, after: string): { start: number; end: number } {
  const shorter = Math.min(after.length, before.length);
  let start = 0;
  while (start < shorter && after[start] === before[start]) start += 1;
  let end = 0;
  while (end < shorter - start && after.at(-1 - end) === before.at(-1 - end)) end += 1;
  return { start, end };
}

/** `state` with the caret where it differs from the text before: behind what is put there. */
function caretAtChange(state: ScriptState, before: string): ScriptState {
  const { script } = state;
  if (script === before) return state;
  const caret = script.length - changedSpan(before, script).end;
  // Two characters can share one half of a surrogate pair; the caret stands between characters.
  const insidePair = /^[\uDC00-\uDFFF]/.test(script.slice(caret)) && caret > 0;
  return { ...state, caret: insidePair ? caret + 1 : caret };
}

/** One step back; the history itself where there is none. */
export function undoChange(history: ScriptHistory): ScriptHistory {
  const previous = history.past.at(-1);
  if (!previous) return history;
  return {
    past: history.past.slice(0, -1),
    present: caretAtChange(previous, history.present.script),
    future: [history.present, ...history.future],
    changedAtMs: -Infinity,
  };
}

/** One step forward again; the history itself where there is none. */
export function redoChange(history: ScriptHistory): ScriptHistory {
  const [next, ...future] = history.future;
  if (!next) return history;
  return {
    past: [...history.past, history.present],
    present: caretAtChange(next, history.present.script),
    future,
    changedAtMs: -Infinity,
  };
}
