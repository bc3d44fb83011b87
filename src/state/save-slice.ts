import { mergeVariant } from '../domain/pitch/merge-variant';
import type { Variant } from '../domain/pitch/pitch';
import { startHistory } from '../domain/pitch/script-history';
import type { StorageError } from '../domain/storage/storage-error';
import type { Slice } from './app-state';
import type { Ports } from './ports';

/** How far the stored text is behind the text on screen. */
export type SaveStatus = 'saved' | 'pending' | 'failed' | 'conflict';

export type ConflictChoice =
  | { kind: 'take-theirs' }
  | { kind: 'keep-mine' }
  /** Theirs stays; ours becomes a variant of its own under the title given. */
  | { kind: 'keep-both'; title: string };

export interface SaveSlice {
  /** Per variant; `saved` where it has no entry. */
  saves: Record<string, SaveStatus>;
  /** Variants that another tab has changed since this one read them, as stored now. */
  conflicts: Record<string, Variant>;
  /** A variant changed and has to be saved soon. */
  variantTouched(variantId: string): void;
  /** Saves whatever is unsaved at once: the page is going away. */
  savesFlushed(): Promise<void>;
  conflictResolved(variantId: string, choice: ConflictChoice): void;
  /** Another tab has saved this variant. */
  variantChangedElsewhere(variantId: string): Promise<void>;
  /** These are what is stored now: what a later change of another tab is held against. */
  variantsRead(variants: readonly Variant[]): void;
  /** An IME conversion is open on this variant's script: until it ends, no other tab's text may take its place. */
  compositionBegan(variantId: string): void;
  compositionEnded(variantId: string): void;
  storageTroubled(error: StorageError): void;
}

/** Quiet time after the last change before a save, and the longest an unsaved change may wait, in ms. */
const QUIET_MS = 350;
const LONGEST_WAIT_MS = 900;
/** Until a failed save is tried again, in ms. */
const RETRY_MS = 5000;

interface Waiting {
  since: number;
  cancel(): void;
}

export const createSaveSlice = (ports: Pick<Ports, 'storage' | 'clock' | 'newId'>): Slice<SaveSlice> => {
  const waiting = new Map<string, Waiting>();
  const inFlight = new Map<string, Promise<void>>();
  /** Variants as they were when this tab and storage last agreed. */
  const bases = new Map<string, Variant>();
  const composing = new Set<string>();

  return (set, get) => {
    const setStatus = (variantId: string, status: SaveStatus): void =>
      set((state) => ({ saves: { ...state.saves, [variantId]: status } }));

    const schedule = (variantId: string, delayMs: number): void => {
      const before = waiting.get(variantId);
      before?.cancel();
      const now = ports.clock.nowMs();
      const since = before?.since ?? now;
      const wait = Math.max(0, Math.min(delayMs, since + Math.max(LONGEST_WAIT_MS, delayMs) - now));
      waiting.set(variantId, { since, cancel: ports.clock.schedule(wait, () => void save(variantId)) });
    };

    /** Puts the stored text in place of the one on screen; the screen's text stays one undo away. */
    const accept = (theirs: Variant, keepUndo: boolean): void => {
      bases.set(theirs.id, theirs);
      const mine = get().variants[theirs.id];
      if (mine && mine.script !== theirs.script) {
        void get().editsKept(theirs.id);
        if (keepUndo) get().scriptReplaced(theirs.id, theirs.script, theirs.overrules, false);
        else {
          const { present, ...history } = startHistory(theirs.script, theirs.overrules);
          const caret = get().histories[theirs.id]?.present.caret ?? present.caret;
          get().historyRestarted(theirs.id, {
            ...history,
            present: { ...present, caret: Math.min(caret, present.caret) },
          });
        }
      }
      set((state) => ({ variants: { ...state.variants, [theirs.id]: theirs } }));
    };

    const save = async (variantId: string): Promise<void> => {
      waiting.get(variantId)?.cancel();
      waiting.delete(variantId);
      const variant = get().variants[variantId];
      if (!variant || get().conflicts[variantId]) return;
      const running = inFlight.get(variantId);
      if (running) {
        await running;
        return save(variantId);
      }
      const attempt = write(variant);
      inFlight.set(variantId, attempt);
      await attempt;
    };

    const write = async (variant: Variant): Promise<void> => {
      const result = await ports.storage.saveVariant(variant, variant.saveCount);
      inFlight.delete(variant.id);
      if (result.ok) {
        bases.set(variant.id, result.variant);
        set((state) => {
          const current = state.variants[variant.id];
          if (!current) return {};
          const saved = { ...current, saveCount: result.variant.saveCount };
          return { variants: { ...state.variants, [variant.id]: saved } };
        });
        setStatus(variant.id, waiting.has(variant.id) ? 'pending' : 'saved');
      } else if ('theirs' in result) {
        const { theirs } = result;
        const mine = get().variants[variant.id];
        const merged = mine && mergeVariant(bases.get(variant.id), mine, theirs);
        if (merged && composing.has(variant.id) && merged.script !== mine.script) {
          schedule(variant.id, QUIET_MS);
          return;
        }
        if (merged) {
          accept(merged, false);
          bases.set(theirs.id, theirs);
          schedule(variant.id, 0);
          return;
        }
        set((state) => ({ conflicts: { ...state.conflicts, [variant.id]: theirs } }));
        setStatus(variant.id, 'conflict');
      } else {
        setStatus(variant.id, 'failed');
        get().storageTroubled(result.error);
        if (!waiting.has(variant.id)) schedule(variant.id, RETRY_MS);
      }
    };

    return {
      saves: {},
      conflicts: {},
      variantTouched: (variantId) => {
        // Without storage there is nothing to wait for; the screen says that nothing will be kept.
        if (get().library === 'memory-only' || get().conflicts[variantId]) return;
        if (get().saves[variantId] !== 'failed') setStatus(variantId, 'pending');
        schedule(variantId, QUIET_MS);
      },
      savesFlushed: async () => {
        await Promise.all([...[...waiting.keys()].map(save), ...inFlight.values()]);
      },
      conflictResolved: (variantId, choice) => {
        const theirs = get().conflicts[variantId];
        const mine = get().variants[variantId];
        if (!theirs || !mine) return;
        set((state) => {
          const { [variantId]: _, ...conflicts } = state.conflicts;
          return { conflicts };
        });
        if (choice.kind === 'keep-mine') {
          bases.set(variantId, theirs);
          set((state) => ({
            variants: { ...state.variants, [variantId]: { ...mine, saveCount: theirs.saveCount } },
          }));
          get().variantTouched(variantId);
          return;
        }
        if (choice.kind === 'keep-both') {
          get().variantDuplicated(variantId, { ...mine, title: choice.title });
        }
        accept(theirs, true);
        setStatus(variantId, 'saved');
      },
      variantChangedElsewhere: async (variantId) => {
        const stored = await ports.storage.variant(variantId);
        const mine = get().variants[variantId];
        const busy = waiting.has(variantId) || inFlight.has(variantId) || composing.has(variantId);
        if (!stored || busy || get().conflicts[variantId]) return;
        if (!mine || stored.saveCount > mine.saveCount) accept(stored, false);
      },
      variantsRead: (variants) => {
        for (const variant of variants) bases.set(variant.id, variant);
      },
      compositionBegan: (variantId) => void composing.add(variantId),
      compositionEnded: (variantId) => {
        composing.delete(variantId);
        // What another tab saved in the meantime is taken over now, unless the conversion has changed the text.
        void get().variantChangedElsewhere(variantId);
      },
      storageTroubled: (error) => {
        // Every screen says it already where nothing can be kept.
        if (get().library === 'memory-only') return;
        set({ storageError: error });
        get().noticed({ kind: 'storage-failed', error });
      },
    };
  };
};
