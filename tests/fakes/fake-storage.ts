import type { Storage } from '../../src/adapters/storage/storage';
import type { Preparation } from '../../src/domain/memorising/preparation';
import type { Recall } from '../../src/domain/memorising/recall';
import type { Pitch, Revision, Variant } from '../../src/domain/pitch/pitch';
import { endedTakes } from '../../src/domain/progress/best-take';
import type { Take } from '../../src/domain/rehearsal/take';
import type { HeardTake } from '../../src/domain/review/heard-take';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/settings/settings';
import type { StorageChange } from '../../src/domain/storage/storage-change';
import type { StorageError } from '../../src/domain/storage/storage-error';
import type { KeptVoice } from '../../src/domain/voice-memory/kept-voice';

/** One tab's storage held in memory, for tests in which a database would not be told apart from it. */
export interface FakeStorage extends Storage {
  /** What is stored now, by id; the test may put rows there as another tab would. */
  readonly rows: {
    pitches: Map<string, Pitch>;
    variants: Map<string, Variant>;
    revisions: Map<string, Revision>;
    takes: Map<string, Take>;
    /** By take, the pieces by their index. */
    recordings: Map<string, Map<number, Blob>>;
    heardTakes: Map<string, HeardTake>;
    voice: KeptVoice | null;
    /** By variant. */
    preparations: Map<string, Preparation>;
    recalls: Map<string, Recall>;
    settings: Settings;
  };
  /** Every write of a variant that was let through, in order. */
  readonly savedVariants: readonly Variant[];
  /** Every write of a take, in order: how it stood on disk from one second to the next. */
  readonly savedTakes: readonly Take[];
  /** From now on everything fails so; `null` ends that. */
  fail(error: StorageError | null): void;
  /** Answers wait until the function returned is called. */
  hold(): () => void;
  /** Another tab has kept or removed something. */
  tell(change: StorageChange): void;
  closed(): boolean;
}

const isOver = (take: Take) => take.deletedAt !== null || take.log.events.at(-1)?.kind === 'stopped';

export function createFakeStorage(): FakeStorage {
  const rows: FakeStorage['rows'] = {
    pitches: new Map(),
    variants: new Map(),
    revisions: new Map(),
    takes: new Map(),
    recordings: new Map(),
    heardTakes: new Map(),
    voice: null,
    preparations: new Map(),
    recalls: new Map(),
    settings: DEFAULT_SETTINGS,
  };
  const savedVariants: Variant[] = [];
  const savedTakes: Take[] = [];
  const ownTakes = new Set<string>();
  const listeners = new Set<(change: StorageChange) => void>();
  let failure: StorageError | null = null;
  let held: Promise<void> = Promise.resolve();
  let closed = false;

  /** As a database does, answers later, with copies. */
  const answer = async <T>(work: () => T): Promise<T | { ok: false; error: StorageError }> => {
    await Promise.resolve();
    await held;
    return failure ? { ok: false, error: failure } : structuredClone(work());
  };
  const of = <T extends { variantId: string }>(items: Map<string, T>, variantIds: readonly string[]) =>
    [...items.values()].filter((item) => variantIds.includes(item.variantId));
  const ok = { ok: true } as const;
  const notHere = (): never => {
    throw new Error('Backups are tried on the real storage.');
  };

  return {
    rows,
    savedVariants,
    savedTakes,
    fail: (error) => {
      failure = error;
    },
    hold: () => {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    tell: (change) => {
      for (const listener of [...listeners]) listener(change);
    },
    closed: () => closed,

    load: () =>
      answer(() => ({
        ...ok,
        pitches: [...rows.pitches.values()],
        variants: [...rows.variants.values()],
        settings: rows.settings,
        unreadable: [],
      })),
    variant: async (id) => {
      const found = await answer(() => ({ ...ok, variant: rows.variants.get(id) ?? null }));
      return found.ok ? found.variant : null;
    },
    savePitch: (pitch) =>
      answer(() => {
        rows.pitches.set(pitch.id, structuredClone(pitch));
        return ok;
      }),
    saveVariant: (variant, expectedSaveCount) =>
      answer(() => {
        const theirs = rows.variants.get(variant.id);
        if (theirs && theirs.saveCount !== expectedSaveCount) {
          return { ok: false as const, kind: 'changed-elsewhere' as const, theirs };
        }
        const saved = structuredClone({ ...variant, saveCount: expectedSaveCount + 1 });
        rows.variants.set(variant.id, saved);
        savedVariants.push(saved);
        return { ...ok, variant: saved };
      }),
    keepRevision: (variantId, script, keptAt, newId) =>
      answer(() => {
        const latest = of(rows.revisions, [variantId]).sort((a, b) => b.keptAt - a.keptAt)[0];
        if (latest?.script === script) return { ...ok, revision: latest };
        const revision = { id: newId, variantId, script, keptAt };
        rows.revisions.set(newId, revision);
        return { ...ok, revision };
      }),
    revision: (id) => answer(() => ({ ...ok, revision: rows.revisions.get(id) ?? null })),
    revisionsOf: (variantIds) => answer(() => ({ ...ok, revisions: of(rows.revisions, variantIds) })),

    takesOf: (variantIds) => answer(() => ({ ...ok, takes: of(rows.takes, variantIds), unreadable: [] })),
    latestTakes: (count) =>
      answer(() => {
        const takes = [...rows.takes.values()]
          .sort((a, b) => b.log.startedAt - a.log.startedAt)
          .slice(0, count);
        const revisions = takes.flatMap((take) => rows.revisions.get(take.revisionId) ?? []);
        return { ...ok, takes, revisions };
      }),
    countTakes: (variantIds) =>
      answer(() => ({ ...ok, count: endedTakes(of(rows.takes, variantIds)).length })),
    saveTake: (take) => {
      const written = structuredClone(take);
      return answer(() => {
        if (isOver(written)) ownTakes.delete(written.id);
        else ownTakes.add(written.id);
        rows.takes.set(written.id, written);
        savedTakes.push(written);
        return ok;
      });
    },
    appendRecordingChunk: (takeId, index, piece) =>
      answer(() => {
        const pieces = rows.recordings.get(takeId) ?? new Map<number, Blob>();
        pieces.set(index, piece instanceof Blob ? piece : new Blob([piece]));
        rows.recordings.set(takeId, pieces);
        return ok;
      }),
    recording: (takeId) =>
      answer(() => {
        const pieces = [...(rows.recordings.get(takeId) ?? [])].sort(([a], [b]) => a - b);
        const recording = pieces.length === 0 ? null : new Blob(pieces.map(([, piece]) => piece));
        return { ...ok, recording };
      }),
    removeRecording: (takeId) =>
      answer(() => {
        const take = rows.takes.get(takeId);
        if (take) rows.takes.set(takeId, { ...take, recordingType: null });
        rows.recordings.delete(takeId);
        return ok;
      }),
    heardTake: (takeId) => answer(() => ({ ...ok, heard: rows.heardTakes.get(takeId) ?? null })),
    saveHeardTake: (takeId, heard) =>
      answer(() => {
        rows.heardTakes.set(takeId, structuredClone(heard));
        return ok;
      }),
    voice: () => answer(() => ({ ...ok, voice: rows.voice })),
    saveVoice: (voice) =>
      answer(() => {
        rows.voice = structuredClone(voice);
        return ok;
      }),
    unfinishedTakes: () =>
      answer(() => ({
        ...ok,
        takes: [...rows.takes.values()].filter((take) => !isOver(take) && !ownTakes.has(take.id)),
      })),

    preparationsOf: (variantIds) =>
      answer(() => ({ ...ok, preparations: of(rows.preparations, variantIds) })),
    savePreparation: (preparation) =>
      answer(() => {
        rows.preparations.set(preparation.variantId, structuredClone(preparation));
        return ok;
      }),
    recallsOf: (variantIds) => answer(() => ({ ...ok, recalls: of(rows.recalls, variantIds) })),
    saveRecall: (recall) =>
      answer(() => {
        rows.recalls.set(recall.id, structuredClone(recall));
        return ok;
      }),

    saveSettings: (settings) =>
      answer(() => {
        rows.settings = structuredClone(settings);
        return ok;
      }),
    purge: () => answer(() => ok),
    removeEverything: () =>
      answer(() => {
        for (const table of [
          rows.pitches,
          rows.variants,
          rows.revisions,
          rows.takes,
          rows.recordings,
          rows.heardTakes,
          rows.preparations,
          rows.recalls,
        ])
          table.clear();
        rows.settings = DEFAULT_SETTINGS;
        rows.voice = null;
        return ok;
      }),
    usage: async () => ({ usageBytes: null, quotaBytes: null, persisted: null }),
    requestPersistence: async () => false,
    changes: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    interruptions: () => () => {},
    exportBackup: notHere,
    readBackup: notHere,
    restore: notHere,
    close: () => {
      closed = true;
    },
  };
}
