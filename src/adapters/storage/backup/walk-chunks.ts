/** Pieces of recordings read at a time: usually a second each, some 16 kB. Several times faster than one by one. */
const CHUNKS_AT_A_TIME = 16;

/** What is needed of an object store whose keys are `[takeId, index]`. */
interface ChunkStore {
  getAllKeys(range: IDBKeyRange | null, count: number): Promise<IDBValidKey[]>;
  getAll(range: IDBKeyRange | null, count: number): Promise<unknown[]>;
}

/** Visits all pieces of recordings in order of their keys, few of them in memory at a time. */
export async function walkChunks(
  store: ChunkStore,
  visit: (key: IDBValidKey, stored: unknown) => void,
): Promise<void> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const [keys, stored]: [IDBValidKey[], unknown[]] = await Promise.all([
      store.getAllKeys(range, CHUNKS_AT_A_TIME),
      store.getAll(range, CHUNKS_AT_A_TIME),
    ]);
    keys.forEach((key, place) => {
      visit(key, stored[place]);
    });
    const last = keys.at(-1);
    if (last === undefined || keys.length < CHUNKS_AT_A_TIME) return;
    range = IDBKeyRange.lowerBound(last, true);
  }
}
