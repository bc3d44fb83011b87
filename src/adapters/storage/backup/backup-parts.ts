import type { BackupStore } from './backup-file';
import {
  BACKUP_FORMAT,
  BACKUP_STORES,
  BACKUP_TYPE,
  BACKUP_VERSION,
  BackupFault,
  MAX_FILE_BYTES,
  MAX_LINE_BYTES,
} from './backup-file';
import { startSha256 } from './sha-256';

/** Text handed to the browser at a time; what is in a Blob need not stand in the page's memory. */
const PART_BYTES = 4 * 1024 * 1024;

/** A row as a line of the file holds it. */
export interface BackupLine {
  store: BackupStore;
  row: unknown;
}

/**
 * Begins a file with its header and with `rows`, which come in the order of their stores; `chunkCount` pieces of
 * recordings are to follow. Keeps the checksum of all lines. Throws `BackupFault` for more than a file may hold.
 */
export function startFile(exportedAt: number, rows: readonly BackupLine[], chunkCount: number) {
  const encoder = new TextEncoder();
  const sha256 = startSha256();
  const parts: Blob[] = [];
  let open: Uint8Array<ArrayBuffer>[] = [];
  let openBytes = 0;
  let closedBytes = 0;

  const closePart = (): void => {
    parts.push(new Blob(open));
    closedBytes += openBytes;
    open = [];
    openBytes = 0;
  };
  const addLine = (line: unknown): void => {
    const bytes = encoder.encode(`${JSON.stringify(line)}\n`);
    if (bytes.length > MAX_LINE_BYTES) throw new BackupFault('line-too-long');
    sha256.update(bytes);
    open.push(bytes);
    openBytes += bytes.length;
    if (openBytes >= PART_BYTES) closePart();
    if (closedBytes + openBytes > MAX_FILE_BYTES) throw new BackupFault('too-large');
  };

  const counts = Object.fromEntries(BACKUP_STORES.map((store) => [store, 0])) as Record<BackupStore, number>;
  for (const { store } of rows) counts[store] += 1;
  counts.recordingChunks = chunkCount;
  addLine({ format: BACKUP_FORMAT, version: BACKUP_VERSION, exportedAt, counts });
  for (const line of rows) addLine(line);

  return {
    addLine,
    bytes: () => closedBytes + openBytes,
    /** The whole file, its last line written; after it nothing may come. */
    finish: (): Blob => {
      addLine({ end: true, records: rows.length + chunkCount, sha256: sha256.hex() });
      closePart();
      return new Blob(parts, { type: BACKUP_TYPE });
    },
  };
}
