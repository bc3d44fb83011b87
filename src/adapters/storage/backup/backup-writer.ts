import type * as v from 'valibot';
import type { BackupError } from '../../../domain/storage/backup-error';
import type { UnreadableRow } from '../../../domain/storage/storage-error';
import { readRow } from '../read-rows';
import {
  pitchRow,
  preparationRow,
  readSettings,
  recallRow,
  recordingChunkRow,
  revisionRow,
  takeRow,
  variantRow,
} from '../rows';
import type { Database, RecordingChunk, Transaction } from '../schema';
import { SETTINGS_KEY } from '../schema';
import { inTransaction } from '../transaction';
import type { BackupStore } from './backup-file';
import { BACKUP_STORES, BackupFault, MAX_RECORDS, MAX_TEXT_BYTES } from './backup-file';
import { type BackupLine, startFile } from './backup-parts';
import { toLineRow, trackBelonging } from './backup-rows';
import { walkChunks } from './walk-chunks';

type Reading = Transaction<BackupStore, 'readonly'>;
export type WrittenBackup =
  | { ok: true; file: Blob; leftOut: UnreadableRow[] }
  | { ok: false; error: BackupError };

/**
 * Writes everything, as of one moment, into one file that `readBackup` accepts. Rows that cannot be read, or whose
 * owner is missing, are left out and named. `onProgress` is told a ratio from 0 to 1.
 */
export async function writeBackup(
  database: Database,
  exportedAt: number,
  onProgress: (ratio: number) => void = () => {},
): Promise<WrittenBackup> {
  try {
    return await inTransaction(database, BACKUP_STORES, 'readonly', async (transaction) => {
      const { rows, chunkCount, isKeptChunk, leftOut } = await gather(transaction);
      const textRows = rows.length;
      const total = textRows + chunkCount;
      if (total > MAX_RECORDS) throw new BackupFault('too-large');

      const parts = startFile(exportedAt, rows, chunkCount);
      if (parts.bytes() > MAX_TEXT_BYTES) throw new BackupFault('too-large');

      let written = textRows;
      await walkChunks(transaction.objectStore('recordingChunks'), (key, stored) => {
        if (!isKeptChunk(key)) return;
        parts.addLine({ store: 'recordingChunks', row: toLineRow(stored as RecordingChunk) });
        written += 1;
        onProgress(written / total);
      });
      const file = parts.finish();
      onProgress(1);
      return { ok: true, file, leftOut };
    });
  } catch (cause) {
    if (cause instanceof BackupFault) return { ok: false, error: cause.fault };
    throw cause;
  }
}

interface Gathered {
  rows: BackupLine[];
  chunkCount: number;
  isKeptChunk(key: IDBValidKey): boolean;
  leftOut: UnreadableRow[];
}

/** Everything but recordings, and which pieces of recordings belong to it. */
async function gather(transaction: Reading): Promise<Gathered> {
  const rows: Gathered['rows'] = [];
  const leftOut: UnreadableRow[] = [];
  const belonging = trackBelonging();

  const settings: unknown = await transaction.objectStore('settings').get(SETTINGS_KEY);
  if (settings !== undefined) rows.push({ store: 'settings', row: readSettings(settings) });

  const take = <T>(
    store: BackupStore,
    schema: v.GenericSchema<unknown, T>,
    key: IDBValidKey,
    stored: unknown,
    missingOwner: (row: T) => string | null,
  ): T | null => {
    const read = readRow(schema, store, key, stored);
    const path = read.ok ? missingOwner(read.row) : null;
    if (read.ok && path === null) return read.row;
    leftOut.push(
      read.ok
        ? { kind: 'unreadable-row', store, key: [key].flat().join('/'), path: path ?? '' }
        : read.unreadable,
    );
    return null;
  };
  const takeAll = async <T>(
    store: Exclude<BackupStore, 'settings' | 'recordingChunks'>,
    schema: v.GenericSchema<unknown, T>,
    missingOwner: (row: T) => string | null,
  ): Promise<void> => {
    const objectStore = transaction.objectStore(store);
    const [keys, stored] = await Promise.all([objectStore.getAllKeys(), objectStore.getAll()]);
    keys.forEach((key, place) => {
      const row = take(store, schema, key, stored[place], missingOwner);
      if (row !== null) rows.push({ store, row });
    });
  };
  await takeAll('pitches', pitchRow, belonging.pitch);
  await takeAll('variants', variantRow, belonging.variant);
  await takeAll('revisions', revisionRow, belonging.revision);
  await takeAll('takes', takeRow, belonging.take);
  await takeAll('preparations', preparationRow, belonging.memory);
  await takeAll('recalls', recallRow, belonging.memory);

  // The header says how many pieces follow, so they are looked at once before any is written.
  const leftOutChunks = new Set<string>();
  let chunkCount = 0;
  await walkChunks(transaction.objectStore('recordingChunks'), (key, stored) => {
    if (take('recordingChunks', recordingChunkRow, key, stored, belonging.chunk)) chunkCount += 1;
    else leftOutChunks.add(JSON.stringify(key));
  });
  return { rows, chunkCount, isKeptChunk: (key) => !leftOutChunks.has(JSON.stringify(key)), leftOut };
}
