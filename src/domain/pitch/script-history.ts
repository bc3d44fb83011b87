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
  const smallStep =
    Math.abs(next.script.length - present.script.length) <= 2 && next.script !== present.script;
  const joins = smallStep && atMs - history.changedAtMs < UNDO_STEP_MS && history.past.length > 0;
  return {
    past: joins ? history.past : [...history.past, present].slice(-MOST_STEPS),
    present: next,
    future: [],
    changedAtMs: atMs,
  };
}

/** One step back; the history itself where there is none. */
export function undoChange(history: ScriptHistory): ScriptHistory {
  const previous = history.past.at(-1);
  if (!previous) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    changedAtMs: -Infinity,
  };
}

/** One step forward again; the history itself where there is none. */
export function redoChange(history: ScriptHistory): ScriptHistory {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: next, future, changedAtMs: -Infinity };
}
