import type { Revision } from '../domain/pitch/pitch';
import type { Slice } from './app-state';
import type { Ports } from './ports';

export interface RevisionSlice {
  /** The person has changed a script on this screen; `before` is what stood there. */
  scriptEdited(variantId: string, before: string): void;
  /** Keeps the script as it stands; the same text twice in a row is one revision. */
  scriptKept(variantId: string): Promise<Revision>;
  /** A burst of editing is over: keeps what has been edited here since it was last kept, of one variant or of all. */
  editsKept(variantId?: string): Promise<void>;
  /** Reads every revision of a variant. */
  revisionsWanted(variantId: string): Promise<void>;
  /** Puts a revision's text in place of the script, in one step that can be undone; the present text is kept first. */
  revisionRestored(variantId: string, revisionId: string): Promise<void>;
}

/** Time without an edit (ms) after which the next one begins a new burst: as long as one reads through a minute's script. */
export const BURST_PAUSE_MS = 3 * 60_000;

export const createRevisionSlice = (
  ports: Pick<Ports, 'storage' | 'clock' | 'newId'>,
): Slice<RevisionSlice> => {
  /** When each variant was last edited here, as long as that is not kept; ms of the monotonic clock. */
  const edited = new Map<string, number>();
  /** Revisions are kept one after the other, so that the latest is known for sure. */
  let keeping: Promise<unknown> = Promise.resolve();
  let lastKeptAt = 0;

  return (set, get) => {
    const store = async (revision: Revision): Promise<Revision> => {
      const { variantId, script, keptAt, id } = revision;
      if (get().library === 'memory-only') {
        const latest = Object.values(get().revisions).findLast((known) => known.variantId === variantId);
        return latest?.script === script ? latest : revision;
      }
      const result = await ports.storage.keepRevision(variantId, script, keptAt, id);
      if (result.ok) return result.revision;
      // It is at least here then, as the script itself is.
      get().storageTroubled(result.error);
      return revision;
    };

    const keep = (variantId: string, script: string): Promise<Revision> => {
      // No two at one time: their order is the order in which they were written.
      lastKeptAt = Math.max(ports.clock.epochMs(), lastKeptAt + 1);
      const revision = { id: ports.newId(), variantId, script, keptAt: lastKeptAt };
      const kept = keeping.then(async () => {
        const found = await store(revision);
        set((state) => ({ revisions: { ...state.revisions, [found.id]: found } }));
        return found;
      });
      keeping = kept.catch(() => {});
      return kept;
    };

    return {
      scriptEdited: (variantId, before) => {
        const now = ports.clock.nowMs();
        const last = edited.get(variantId);
        edited.set(variantId, now);
        const begins = last === undefined || now - last > BURST_PAUSE_MS;
        if (begins && before.trim() !== '') void keep(variantId, before);
      },
      scriptKept: (variantId) => {
        edited.delete(variantId);
        return keep(variantId, get().variants[variantId]?.script ?? '');
      },
      editsKept: async (variantId) => {
        const ended = [...edited.keys()].filter((id) => variantId === undefined || id === variantId);
        await Promise.all(ended.map((id) => get().scriptKept(id)));
      },
      // These come with the screen that wants them.
      revisionsWanted: async (variantId) =>
        (await import('./look-back')).readRevisions(ports, set, get, variantId),
      revisionRestored: async (variantId, revisionId) =>
        (await import('./look-back')).restoreRevision(get, variantId, revisionId),
    };
  };
};
