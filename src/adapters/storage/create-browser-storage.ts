import type { StorageError } from '../../domain/storage/storage-error';
import { createChangeChannel } from './change-channel';
import {
  findRevision,
  findVariant,
  keepRevision,
  loadLibrary,
  revisionsOf,
  savePitch,
  saveSettings,
  saveVariant,
} from './library-store';
import { preparationsOf, recallsOf, savePreparation, saveRecall } from './memory-store';
import type { Migration } from './migrations';
import { MIGRATIONS } from './migrations';
import { connectDatabase } from './open-database';
import { purgeDeleted, removeEverything } from './remove-rows';
import { DATABASE_NAME } from './schema';
import { findHeardTake, findVoice, saveHeardTake, saveVoice } from './sound-store';
import type { Storage } from './storage';
import { askPersistence, askUsage } from './storage-room';
import { createTakeLocks } from './take-locks';
import {
  countTakes,
  isOver,
  joinRecording,
  latestTakes,
  removeRecording,
  saveRecordingChunk,
  saveTake,
  takesOf,
  takesWithoutEnd,
} from './take-store';

export interface BrowserStorageOptions {
  /** A new unique identifier, for copies made while restoring a backup. */
  newId(): string;
  databaseName?: string;
  migrations?: readonly Migration[];
}

/** Storage in this browser's IndexedDB. Nothing is opened before the first use; the caller owns `close`. */
export function createBrowserStorage({
  newId,
  databaseName = DATABASE_NAME,
  migrations = MIGRATIONS,
}: BrowserStorageOptions): Storage {
  const interrupted = new Set<(error: StorageError) => void>();
  const connection = connectDatabase({
    name: databaseName,
    migrations,
    onClosedForUpgrade: () => {
      for (const listener of interrupted) listener({ kind: 'newer-version' });
    },
  });
  const channel = createChangeChannel(`${databaseName}-changes`);
  const takeLocks = createTakeLocks(`${databaseName}-take-`);
  const restoring = `${databaseName}-restore`;

  return {
    load: () => connection.use(loadLibrary),
    variant: async (id) => {
      const found = await connection.use((database) => findVariant(database, id));
      return found.ok ? found.variant : null;
    },
    savePitch: async (pitch) => {
      const saved = await connection.use((database) => savePitch(database, pitch));
      if (saved.ok) channel.tell({ kind: 'pitch', id: pitch.id });
      return saved;
    },
    saveVariant: async (variant, expectedSaveCount) => {
      const saved = await connection.use((database) => saveVariant(database, variant, expectedSaveCount));
      if (saved.ok) channel.tell({ kind: 'variant', id: variant.id });
      return saved;
    },
    keepRevision: (variantId, script, keptAt, revisionId) =>
      connection.use((database) => keepRevision(database, { id: revisionId, variantId, script, keptAt })),
    revision: (id) => connection.use((database) => findRevision(database, id)),
    revisionsOf: (variantIds) => connection.use((database) => revisionsOf(database, variantIds)),

    takesOf: (variantIds) => connection.use((database) => takesOf(database, variantIds)),
    latestTakes: (count) => connection.use((database) => latestTakes(database, count)),
    countTakes: (variantIds) => connection.use((database) => countTakes(database, variantIds)),
    saveTake: async (take) => {
      // Before the take is stored: no other tab may see it without its lock.
      if (!isOver(take)) await takeLocks.hold(take.id);
      const saved = await connection.use((database) => saveTake(database, take));
      if (isOver(take)) takeLocks.release(take.id);
      // Of one in progress, saved every second, no other tab has anything to show.
      if (saved.ok && isOver(take)) channel.tell({ kind: 'take', id: take.id });
      return saved;
    },
    appendRecordingChunk: async (takeId, index, piece) => {
      const bytes = piece instanceof Blob ? await piece.arrayBuffer() : piece;
      const type = piece instanceof Blob ? piece.type : '';
      return connection.use((database) => saveRecordingChunk(database, { takeId, index, type, bytes }));
    },
    recording: (takeId) => connection.use((database) => joinRecording(database, takeId)),
    removeRecording: (takeId) => connection.use((database) => removeRecording(database, takeId)),
    heardTake: (takeId) => connection.use((database) => findHeardTake(database, takeId)),
    saveHeardTake: (takeId, heard) => connection.use((database) => saveHeardTake(database, takeId, heard)),
    voice: () => connection.use(findVoice),
    saveVoice: (voice) => connection.use((database) => saveVoice(database, voice)),
    unfinishedTakes: async () => {
      const found = await connection.use(takesWithoutEnd);
      if (!found.ok) return found;
      const held = await takeLocks.held();
      return { ok: true, takes: found.takes.filter((take) => !held.has(take.id)) };
    },

    preparationsOf: (variantIds) => connection.use((database) => preparationsOf(database, variantIds)),
    savePreparation: async (preparation) => {
      const saved = await connection.use((database) => savePreparation(database, preparation));
      if (saved.ok) channel.tell({ kind: 'memory', id: preparation.variantId });
      return saved;
    },
    recallsOf: (variantIds) => connection.use((database) => recallsOf(database, variantIds)),
    saveRecall: async (recall) => {
      const saved = await connection.use((database) => saveRecall(database, recall));
      if (saved.ok) channel.tell({ kind: 'memory', id: recall.variantId });
      return saved;
    },

    saveSettings: async (settings) => {
      const saved = await connection.use((database) => saveSettings(database, settings));
      if (saved.ok) channel.tell({ kind: 'settings' });
      return saved;
    },

    purge: async (deletedBefore) => {
      const purged = await connection.use((database) => purgeDeleted(database, deletedBefore));
      if (purged.ok && purged.removed) channel.tell({ kind: 'everything' });
      return purged;
    },
    removeEverything: () =>
      alone(restoring, async () => {
        const removed = await connection.use(removeEverything);
        if (removed.ok) channel.tell({ kind: 'everything' });
        return removed;
      }),

    usage: askUsage,
    requestPersistence: askPersistence,

    changes: channel.listen,
    interruptions: (listener) => {
      interrupted.add(listener);
      return () => interrupted.delete(listener);
    },

    exportBackup: async (exportedAt, onProgress) => {
      const code = await loadBackupCode();
      if (!code) return { ok: false, error: { kind: 'unavailable' } };
      return connection.use((database) => code.writeBackup(database, exportedAt, onProgress));
    },
    readBackup: async (file, onProgress) => {
      const code = await loadBackupCode();
      if (!code) return { ok: false, error: { kind: 'file-unreadable', line: null, path: null } };
      return code.readBackup(file, onProgress);
    },
    restore: (backup, mode, onProgress) =>
      alone(restoring, async () => {
        const code = await loadBackupCode();
        if (!code) return { ok: false, error: { kind: 'unavailable' } };
        const restored = await connection.use((database) =>
          code.restoreBackup(database, backup, mode, newId, onProgress),
        );
        if (restored.ok) channel.tell({ kind: 'everything' });
        return restored;
      }),

    close: () => {
      connection.close();
      channel.close();
      takeLocks.releaseAll();
      interrupted.clear();
    },
  };
}

/**
 * Backups are rare and their code is a tenth of the first load, so it comes when it is wanted; the service worker has
 * it by then. `null` where it cannot be had.
 */
async function loadBackupCode() {
  try {
    const [{ readBackup }, { writeBackup }, { restoreBackup }] = await Promise.all([
      import('./backup/backup-reader'),
      import('./backup/backup-writer'),
      import('./backup/restore-backup'),
    ]);
    return { readBackup, writeBackup, restoreBackup };
  } catch {
    return null;
  }
}

/** Runs `work` while no other tab runs any under the same name; at once where there are no web locks. */
function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(name, work) : work();
}
