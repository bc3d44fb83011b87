import type { Preparation } from '../domain/memorising/preparation';
import type { Recall } from '../domain/memorising/recall';
import type { Slice } from './app-state';
import type { MemoryKeeper } from './keep-memory';
import type { Ports } from './ports';

/** What is set and what was recalled of one variant. */
export interface Memory {
  preparation: Preparation;
  /** The oldest first. */
  recalls: Recall[];
}

export interface MemorySlice {
  /** Of the variants asked for so far. */
  memories: Record<string, Memory>;
  memoriesWanted(variantIds: readonly string[]): Promise<void>;
  /** Reads of those variants what will be said on `today` (`YYYY-MM-DD`) or later; of the others nothing is kept in mind. */
  eventsWanted(variantIds: readonly string[], today: string): Promise<void>;
  /** Another tab has kept something for learning this variant; what is being typed here stays. */
  memoryChangedElsewhere(variantId: string): Promise<void>;
  preparationChanged(variantId: string, change: Partial<Omit<Preparation, 'variantId'>>): Promise<void>;
  recallKept(recall: Omit<Recall, 'id' | 'recalledAt'>): Promise<void>;
  /** Epoch ms, for the calendar. */
  wallClock(): number;
  /** Begins to measure: the function returned gives ms since now. */
  stopwatchStarted(): () => number;
  /** Keeps the screen on until the function returned is called. */
  screenKeptAwake(): () => void;
  /** Calls `listener` every frame with ms since now, until the function returned is called. */
  clockStarted(listener: (elapsedMs: number) => void): () => void;
}

/** What a person learns by heart; who keeps it comes with the first screen that asks for it. */
export const createMemorySlice =
  (ports: Pick<Ports, 'storage' | 'clock' | 'keepAwake' | 'newId'>): Slice<MemorySlice> =>
  (set, get) => {
    let coming: Promise<MemoryKeeper> | null = null;
    const keeper = (): Promise<MemoryKeeper> => {
      coming ??= import('./keep-memory').then(({ keepMemory }) => keepMemory(ports, set, get));
      return coming;
    };
    return {
      memories: {},
      memoriesWanted: async (variantIds) => (await keeper()).memoriesWanted(variantIds),
      eventsWanted: async (variantIds, today) => {
        if (get().library !== 'ready') return;
        const prepared = await ports.storage.preparationsOf(variantIds);
        if (!prepared.ok) return;
        const events = prepared.preparations
          .filter(({ eventDate }) => eventDate !== null && eventDate >= today)
          .map(({ variantId }) => variantId);
        // Where nothing is being learnt, nothing more comes to this screen.
        if (events.length > 0) await Promise.all([get().memoriesWanted(events), get().takesWanted(events)]);
      },
      memoryChangedElsewhere: async (variantId) => (await coming)?.memoryChangedElsewhere(variantId),
      preparationChanged: async (variantId, change) => (await keeper()).preparationChanged(variantId, change),
      recallKept: async (recall) => (await keeper()).recallKept(recall),
      wallClock: () => ports.clock.epochMs(),
      stopwatchStarted: () => {
        const startedAtMs = ports.clock.nowMs();
        return () => ports.clock.nowMs() - startedAtMs;
      },
      screenKeptAwake: () => ports.keepAwake(),
      clockStarted: (listener) => {
        const startedAtMs = ports.clock.nowMs();
        return ports.clock.onFrame((nowMs) => listener(nowMs - startedAtMs));
      },
    };
  };
