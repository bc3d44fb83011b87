import type { Element } from '../domain/coverage/element';
import { carryOverrules, overruleLabel } from '../domain/coverage/hold-overrules';
import type { LabelOverrule } from '../domain/pitch/pitch';
import {
  recordChange,
  redoChange,
  type ScriptHistory,
  type ScriptState,
  startHistory,
  undoChange,
} from '../domain/pitch/script-history';
import { splitSentences } from '../domain/text/sentences';
import type { Slice } from './app-state';
import type { Ports } from './ports';

export interface EditorSlice {
  /** Undo and redo of each variant opened so far. */
  histories: Record<string, ScriptHistory>;
  /** The script changed under the person's hands. Never called while an IME composition is open. */
  scriptTyped(variantId: string, script: string, caret: number): void;
  /** The script is replaced as one step that can be undone; `save` is false where storage has it already. */
  scriptReplaced(variantId: string, script: string, overrules: LabelOverrule[], save: boolean): void;
  historyRestarted(variantId: string, history: ScriptHistory): void;
  labelOverruled(variantId: string, sentenceText: string, element: Element, carries: boolean): void;
  scriptUndone(variantId: string): void;
  scriptRedone(variantId: string): void;
}

const sentenceTexts = (script: string): string[] => splitSentences(script).map((sentence) => sentence.text);

export const createEditorSlice =
  (ports: Pick<Ports, 'clock'>): Slice<EditorSlice> =>
  (set, get) => {
    const historyOf = (variantId: string): ScriptHistory | null => {
      const variant = get().variants[variantId];
      return get().histories[variantId] ?? (variant ? startHistory(variant.script, variant.overrules) : null);
    };

    const put = (variantId: string, history: ScriptHistory, save = true): void => {
      const { script, overrules } = history.present;
      const before = get().variants[variantId]?.script;
      if (save && before !== undefined && before !== script) get().scriptEdited(variantId, before);
      set((state) => {
        const variant = state.variants[variantId];
        if (!variant) return {};
        const changed = { ...variant, script, overrules, updatedAt: ports.clock.epochMs() };
        return {
          variants: { ...state.variants, [variantId]: changed },
          histories: { ...state.histories, [variantId]: history },
        };
      });
      if (save) get().variantTouched(variantId);
    };

    const change = (variantId: string, next: (present: ScriptState) => ScriptState, save = true): void => {
      const history = historyOf(variantId);
      if (!history) return;
      put(variantId, recordChange(history, next(history.present), ports.clock.nowMs()), save);
    };

    return {
      histories: {},
      scriptTyped: (variantId, script, caret) =>
        change(variantId, (present) => ({
          script,
          overrules:
            present.overrules.length === 0 || script === present.script
              ? present.overrules
              : carryOverrules(present.overrules, sentenceTexts(present.script), sentenceTexts(script)),
          caret,
        })),
      scriptReplaced: (variantId, script, overrules, save) => {
        const history = historyOf(variantId);
        if (!history) return;
        // A step of its own, however closely it follows the typing: what it replaces is one undo away.
        const before = { ...history, changedAtMs: -Infinity };
        const next = { script, overrules, caret: script.length };
        put(variantId, recordChange(before, next, ports.clock.nowMs()), save);
      },
      historyRestarted: (variantId, history) =>
        set((state) => ({ histories: { ...state.histories, [variantId]: history } })),
      labelOverruled: (variantId, sentenceText, element, carries) =>
        change(variantId, (present) => ({
          ...present,
          overrules: overruleLabel(present.overrules, sentenceText, element, carries),
        })),
      scriptUndone: (variantId) => {
        const history = historyOf(variantId);
        if (history && history.past.length > 0) put(variantId, undoChange(history));
      },
      scriptRedone: (variantId) => {
        const history = historyOf(variantId);
        if (history && history.future.length > 0) put(variantId, redoChange(history));
      },
    };
  };
