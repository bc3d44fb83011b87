import type { NoticeContent } from '../domain/notice/notice';
import type { Revision } from '../domain/pitch/pitch';
import type { Take } from '../domain/rehearsal/take';
import { appendEvent } from '../domain/rehearsal/take-log';
import type { Sayings } from '../domain/review/count-sayings';
import type { Slice } from './app-state';
import { byId } from './library-slice';
import type { Ports } from './ports';

export interface TakeSlice {
  /** Takes of the variants asked for so far, oldest first; deleted ones included. */
  takes: Record<string, Take[]>;
  /** Scripts as they were when a take was spoken, by revision id. */
  revisions: Record<string, Revision>;
  /** The latest takes of all variants, in no order: what the person's own rate is taken from. */
  latestTakes: Take[];
  takesWanted(variantIds: readonly string[]): Promise<void>;
  latestTakesWanted(): Promise<void>;
  /** Another tab has kept or removed takes: those asked for so far are read anew. */
  takesChangedElsewhere(): Promise<void>;
  /** A take is written or has changed; it replaces the one with its id. */
  takeKept(take: Take): Promise<void>;
  takeNoted(variantId: string, takeId: string, note: string): void;
  /** What was said in a take that no recogniser heard; `null` takes it back. */
  takeRecalled(variantId: string, takeId: string, words: string | null): void;
  /** Its sound was looked at: how often each sentence was said. */
  takeCounted(variantId: string, takeId: string, sayings: Sayings): void;
  takeDeleted(variantId: string, takeId: string, notice?: NoticeContent): void;
  takeRestored(variantId: string, takeId: string): void;
  /** Removes a take's recording to save room, and keeps what it told; it can be brought back from the notice. */
  recordingDeleted(variantId: string, takeId: string): Promise<void>;
  /** Ends takes whose tab was closed or killed in the middle, at their last sign of life. */
  unfinishedTakesRecovered(): Promise<void>;
  recordingOf(takeId: string): Promise<Blob | null>;
}

/** Takes read for the person's own rate: several times as many as it counts, since typed and odd ones do not qualify. */
const LATEST_TAKES = 48;

export const createTakeSlice =
  (ports: Pick<Ports, 'storage' | 'clock'>): Slice<TakeSlice> =>
  (set, get) => {
    const change = (variantId: string, takeId: string, next: (take: Take) => Take): void => {
      const take = get().takes[variantId]?.find((candidate) => candidate.id === takeId);
      if (take) void get().takeKept(next(take));
    };

    const put = (take: Take): void =>
      set((state) => {
        const others = (state.takes[take.variantId] ?? []).filter((other) => other.id !== take.id);
        const takes = [...others, take].sort((a, b) => a.log.startedAt - b.log.startedAt);
        return {
          takes: { ...state.takes, [take.variantId]: takes },
          latestTakes: [...state.latestTakes.filter((other) => other.id !== take.id), take],
        };
      });

    /** `null` where storage fails, which is then told. */
    const read = async (
      variantIds: readonly string[],
    ): Promise<Pick<TakeSlice, 'takes' | 'revisions'> | null> => {
      if (get().library === 'memory-only') {
        return { takes: Object.fromEntries(variantIds.map((id) => [id, []])), revisions: {} };
      }
      // At once: one after the other, the second would wait behind whatever else is asked for meanwhile.
      const [result, revisions] = await Promise.all([
        ports.storage.takesOf(variantIds),
        ports.storage.revisionsOf(variantIds),
      ]);
      if (!result.ok) {
        get().storageTroubled(result.error);
        return null;
      }
      const takes: Record<string, Take[]> = {};
      for (const id of variantIds) {
        takes[id] = result.takes
          .filter((take) => take.variantId === id)
          .sort((a, b) => a.log.startedAt - b.log.startedAt);
      }
      return {
        takes,
        revisions: revisions.ok ? byId(revisions.revisions) : {},
      };
    };

    return {
      takes: {},
      latestTakes: [],
      revisions: {},
      takesWanted: async (variantIds) => {
        const unknown = variantIds.filter((id) => !(id in get().takes));
        if (unknown.length === 0) return;
        const found = await read(unknown);
        if (!found) return;
        set((state) => ({
          takes: { ...found.takes, ...state.takes },
          revisions: { ...state.revisions, ...found.revisions },
        }));
      },
      latestTakesWanted: async () => {
        const found = await ports.storage.latestTakes(LATEST_TAKES);
        if (!found.ok) return;
        set((state) => ({
          latestTakes: found.takes,
          revisions: { ...state.revisions, ...byId(found.revisions) },
        }));
        get().analysisWanted(found.revisions.map((revision) => revision.script));
      },
      takesChangedElsewhere: async () => {
        void get().latestTakesWanted();
        const before = get().takes;
        const found = Object.keys(before).length > 0 && (await read(Object.keys(before)));
        if (!found) return;
        // A take kept here in the meantime may not be in what was read.
        if (get().takes !== before) return get().takesChangedElsewhere();
        set((state) => ({ takes: found.takes, revisions: { ...state.revisions, ...found.revisions } }));
      },
      takeKept: async (take) => {
        put(take);
        const result = await ports.storage.saveTake(take);
        if (!result.ok) get().storageTroubled(result.error);
      },
      takeNoted: (variantId, takeId, note) => change(variantId, takeId, (take) => ({ ...take, note })),
      takeRecalled: (variantId, takeId, words) =>
        change(variantId, takeId, ({ recalled: _, ...take }) =>
          words === null ? take : { ...take, recalled: words },
        ),
      takeCounted: (variantId, takeId, sayings) =>
        change(variantId, takeId, (take) => ({ ...take, sayings })),
      takeDeleted: (variantId, takeId, notice = { kind: 'take-deleted' }) => {
        change(variantId, takeId, (take) => ({ ...take, deletedAt: ports.clock.epochMs() }));
        get().noticed(notice, () => get().takeRestored(variantId, takeId));
      },
      takeRestored: (variantId, takeId) =>
        change(variantId, takeId, (take) => ({ ...take, deletedAt: null })),
      recordingDeleted: async (variantId, takeId) => {
        const recording = await get().recordingOf(takeId);
        if (!recording) return;
        const removed = await ports.storage.removeRecording(takeId);
        if (!removed.ok) return get().storageTroubled(removed.error);
        change(variantId, takeId, (take) => ({ ...take, recordingType: null }));
        get().noticed({ kind: 'recording-deleted' }, async () => {
          const back = await ports.storage.appendRecordingChunk(takeId, 0, recording);
          if (!back.ok) return get().storageTroubled(back.error);
          change(variantId, takeId, (take) => ({ ...take, recordingType: recording.type }));
        });
      },
      unfinishedTakesRecovered: async () => {
        const result = await ports.storage.unfinishedTakes();
        if (!result.ok) return;
        for (const take of result.takes) {
          const atMs = Math.max(take.aliveAtMs, take.log.events.at(-1)?.atMs ?? 0);
          const log = appendEvent(take.log, { kind: 'stopped', atMs, by: 'device' });
          const saved = await ports.storage.saveTake({ ...take, log });
          if (!saved.ok) continue;
          // The screen may have read it before, when it had no end yet.
          await get().takesWanted([take.variantId]);
          put({ ...take, log });
          const variant = get().variants[take.variantId];
          if (variant) get().noticed({ kind: 'take-recovered', variantTitle: variant.title });
        }
      },
      recordingOf: async (takeId) => {
        const result = await ports.storage.recording(takeId);
        return result.ok ? result.recording : null;
      },
    };
  };
