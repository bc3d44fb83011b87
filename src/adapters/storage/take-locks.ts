/**
 * Marks takes in progress as belonging to a living tab. A web lock ends with its tab however that ends, so a take
 * without an end and without a lock is one whose tab was closed or killed.
 */
export interface TakeLocks {
  hold(takeId: string): Promise<void>;
  release(takeId: string): void;
  /** Takes in progress in any tab, this one included. */
  held(): Promise<ReadonlySet<string>>;
  releaseAll(): void;
}

/** Locks under names starting with `prefix`. Without web locks (plain http) nothing is ever held. */
export function createTakeLocks(prefix: string): TakeLocks {
  const releases = new Map<string, () => void>();
  const locks = 'locks' in navigator ? navigator.locks : null;

  return {
    hold: (takeId) => {
      if (!locks || releases.has(takeId)) return Promise.resolve();
      return new Promise((granted) => {
        const released = new Promise<void>((release) => releases.set(takeId, release));
        locks
          .request(`${prefix}${takeId}`, { mode: 'shared' }, () => {
            granted();
            return released;
          })
          .catch(() => granted());
      });
    },
    release: (takeId) => {
      releases.get(takeId)?.();
      releases.delete(takeId);
    },
    held: async () => {
      const held = (await locks?.query())?.held ?? [];
      return new Set(
        held
          .map((lock) => lock.name ?? '')
          .filter((name) => name.startsWith(prefix))
          .map((name) => name.slice(prefix.length)),
      );
    },
    releaseAll: () => {
      for (const takeId of [...releases.keys()]) {
        releases.get(takeId)?.();
        releases.delete(takeId);
      }
    },
  };
}
