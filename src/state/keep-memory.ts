import { newPreparation, type Preparation } from '../domain/memorising/preparation';
import type { AppState } from './app-state';
import type { Memory, MemorySlice } from './memory-slice';
import type { Ports } from './ports';

/** Reads and writes what is learnt by heart. */
export type MemoryKeeper = Pick<
  MemorySlice,
  'memoriesWanted' | 'memoryChangedElsewhere' | 'preparationChanged' | 'recallKept'
>;

export function keepMemory(
  ports: Pick<Ports, 'storage' | 'clock' | 'newId'>,
  set: (change: (state: AppState) => Partial<AppState>) => void,
  get: () => AppState,
): MemoryKeeper {
  const memoryOf = (variantId: string): Memory =>
    get().memories[variantId] ?? { preparation: newPreparation(variantId), recalls: [] };
  const put = (variantId: string, change: Partial<Memory>): void =>
    set((state) => ({
      memories: { ...state.memories, [variantId]: { ...memoryOf(variantId), ...change } },
    }));

  /** What is stored of these variants; `null` where storage fails, which is then told. */
  const read = async (variantIds: readonly string[]): Promise<Record<string, Memory> | null> => {
    if (get().library === 'memory-only')
      return Object.fromEntries(variantIds.map((id) => [id, memoryOf(id)]));
    const [prepared, recalled] = await Promise.all([
      ports.storage.preparationsOf(variantIds),
      ports.storage.recallsOf(variantIds),
    ]);
    if (!prepared.ok || !recalled.ok) {
      const failed = prepared.ok ? recalled : prepared;
      if (!failed.ok) get().storageTroubled(failed.error);
      return null;
    }
    return Object.fromEntries(
      variantIds.map((id) => [
        id,
        {
          preparation: prepared.preparations.find(({ variantId }) => variantId === id) ?? newPreparation(id),
          recalls: recalled.recalls
            .filter(({ variantId }) => variantId === id)
            .sort((one, other) => one.recalledAt - other.recalledAt),
        },
      ]),
    );
  };

  /** Variants whose preparation is being written: what changes meanwhile is written after, in one. */
  const writing = new Set<string>();
  /** Variants of which something was typed here: another tab's draft must not take its place. */
  const typed = new Set<string>();
  const save = async (variantId: string): Promise<void> => {
    if (writing.has(variantId)) return;
    writing.add(variantId);
    for (let saved: Preparation | null = null; saved !== memoryOf(variantId).preparation; ) {
      saved = memoryOf(variantId).preparation;
      const result = await ports.storage.savePreparation(saved);
      if (!result.ok) get().storageTroubled(result.error);
    }
    writing.delete(variantId);
  };

  const memoriesWanted = async (variantIds: readonly string[]): Promise<void> => {
    const unknown = variantIds.filter((id) => !(id in get().memories));
    if (unknown.length === 0) return;
    const found = await read(unknown);
    // What was set here in the meantime is newer than the answer.
    if (found) set((state) => ({ memories: { ...found, ...state.memories } }));
  };

  return {
    memoriesWanted,
    memoryChangedElsewhere: async (variantId) => {
      if (!(variantId in get().memories)) return;
      const found = (await read([variantId]))?.[variantId];
      if (!found) return;
      const { preparation, recalls } = memoryOf(variantId);
      // What was kept here a moment ago may not be in what was read.
      const known = new Set(found.recalls.map(({ id }) => id));
      put(variantId, { recalls: [...found.recalls, ...recalls.filter(({ id }) => !known.has(id))] });
      if (writing.has(variantId)) return;
      const draft = typed.has(variantId) ? preparation.draft : found.preparation.draft;
      put(variantId, { preparation: { ...found.preparation, draft } });
    },
    preparationChanged: async (variantId, change) => {
      const updatedAt = ports.clock.epochMs();
      if (change.draft) typed.add(variantId);
      if (change.draft === null) typed.delete(variantId);
      put(variantId, { preparation: { ...memoryOf(variantId).preparation, ...change, updatedAt } });
      await save(variantId);
    },
    recallKept: async (recall) => {
      const kept = { ...recall, id: ports.newId(), recalledAt: ports.clock.epochMs() };
      put(recall.variantId, { recalls: [...memoryOf(recall.variantId).recalls, kept] });
      const result = await ports.storage.saveRecall(kept);
      if (!result.ok) get().storageTroubled(result.error);
    },
  };
}
