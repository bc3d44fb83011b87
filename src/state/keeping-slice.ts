import type { Backup } from '../adapters/storage/backup/backup-file';
import type { RestoreMode } from '../adapters/storage/storage';
import type { BackupError, RestoreCounts } from '../domain/storage/backup-error';
import type { StorageUsage } from '../domain/storage/storage-change';
import type { StorageError } from '../domain/storage/storage-error';
import type { Slice } from './app-state';
import { selectPitches, selectVariantsOf } from './library-slice';
import type { Ports } from './ports';

type Failed = { ok: false; error: StorageError | BackupError };
type Progress = (ratio: number) => void;

export interface KeepingSlice {
  /** `null` until asked for. */
  usage: StorageUsage | null;
  /** Takes of pitches that are not deleted; `null` until asked for, and where storage does not say. */
  takeCount: number | null;
  usageWanted(): Promise<void>;
  /** Asks the browser not to clear the storage by itself; whether it promises. */
  persistenceWanted(): Promise<boolean>;
  /** Everything in one file; `leftOut` rows cannot be read. */
  backupWanted(onProgress: Progress): Promise<{ ok: true; file: Blob; leftOut: number } | Failed>;
  backupOpened(file: Blob, onProgress: Progress): Promise<{ ok: true; backup: Backup } | Failed>;
  backupRestored(
    backup: Backup,
    mode: RestoreMode,
    onProgress: Progress,
  ): Promise<{ ok: true; counts: RestoreCounts } | Failed>;
  everythingRemoved(): Promise<void>;
}

export const createKeepingSlice =
  (ports: Pick<Ports, 'storage' | 'clock'>): Slice<KeepingSlice> =>
  (set, get) => {
    const startOver = async (): Promise<void> => {
      set({
        pitches: {},
        variants: {},
        takes: {},
        latestTakes: [],
        revisions: {},
        memories: {},
        histories: {},
        conflicts: {},
        saves: {},
      });
      await get().libraryRead();
      await get().latestTakesWanted();
      await get().usageWanted();
    };
    return {
      usage: null,
      takeCount: null,
      usageWanted: async () => {
        const variants = selectPitches(get()).flatMap(({ id }) => selectVariantsOf(get(), id));
        const [usage, counted] = await Promise.all([
          ports.storage.usage(),
          ports.storage.countTakes(variants.map(({ id }) => id)),
        ]);
        set({ usage, takeCount: counted.ok ? counted.count : null });
      },
      persistenceWanted: async () => {
        const promised = await ports.storage.requestPersistence();
        await get().usageWanted();
        return promised;
      },
      backupWanted: async (onProgress) => {
        await Promise.all([get().savesFlushed(), get().editsKept()]);
        const exportedAt = ports.clock.epochMs();
        const result = await ports.storage.exportBackup(exportedAt, onProgress);
        if (!result.ok) return result;
        get().settingsChanged({ lastBackupAt: exportedAt });
        return { ok: true, file: result.file, leftOut: result.leftOut.length };
      },
      backupOpened: (file, onProgress) => ports.storage.readBackup(file, onProgress),
      backupRestored: async (backup, mode, onProgress) => {
        await Promise.all([get().savesFlushed(), get().editsKept()]);
        const result = await ports.storage.restore(backup, mode, onProgress);
        if (result.ok) await startOver();
        return result;
      },
      everythingRemoved: async () => {
        const result = await ports.storage.removeEverything();
        if (!result.ok) return get().storageTroubled(result.error);
        await startOver();
      },
    };
  };
