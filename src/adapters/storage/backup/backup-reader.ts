import * as v from 'valibot';
import type { BackupCounts, BackupError } from '../../../domain/storage/backup-error';
import { pitchRow, preparationRow, recallRow, revisionRow, settingsRow, takeRow, variantRow } from '../rows';
import type { RecordingChunk } from '../schema';
import type { Backup, BackupStore, ChunkPlace } from './backup-file';
import {
  BACKUP_FORMAT,
  BACKUP_STORES,
  BACKUP_VERSION,
  BackupFault,
  endLine,
  headerLine,
  MAX_FILE_BYTES,
  MAX_RECORDS,
  MAX_TEXT_BYTES,
} from './backup-file';
import type { Line } from './backup-lines';
import { parseLine, readLines } from './backup-lines';
import { chunkLineRow, fromLineRow, trackBelonging } from './backup-rows';
import { startSha256 } from './sha-256';

const envelope = v.strictObject({ store: v.picklist(BACKUP_STORES), row: v.unknown() });

/**
 * Reads a backup and checks every line of it. Nothing is stored: `Storage.restore` does that with the result.
 * `onProgress` is told a ratio from 0 to 1.
 */
export async function readBackup(
  file: Blob,
  onProgress: (ratio: number) => void = () => {},
): Promise<{ ok: true; backup: Backup } | { ok: false; error: BackupError }> {
  try {
    if (file.size > MAX_FILE_BYTES) throw new BackupFault('too-large');
    return { ok: true, backup: await readAll(file, onProgress) };
  } catch (cause) {
    if (cause instanceof BackupFault) return { ok: false, error: cause.fault };
    throw cause;
  }
}

async function readAll(file: Blob, onProgress: (ratio: number) => void): Promise<Backup> {
  const lines = readLines(file, startSha256);
  const header = readHeader(await firstLine(lines));
  const backup: Backup = {
    ...header,
    settings: null,
    pitches: [],
    variants: [],
    revisions: [],
    takes: [],
    preparations: [],
    recalls: [],
    chunks: [],
    file,
  };
  const takeIn = rowTaker(backup);
  let records = 0;
  let textBytes = 0;
  let ended = false;

  for await (const line of lines) {
    if (ended) throw new BackupFault('content-after-end', line.number);
    if (isObject(line.value) && 'end' in line.value) {
      checkEnd(line, records, backup);
      ended = true;
      continue;
    }
    records += 1;
    if (records > MAX_RECORDS) throw new BackupFault('too-large', line.number);
    const store = takeIn(line);
    if (store !== 'recordingChunks') textBytes += line.endByte - line.startByte;
    if (textBytes > MAX_TEXT_BYTES) throw new BackupFault('too-large', line.number);
    onProgress(line.endByte / file.size);
  }
  if (!ended) throw new BackupFault('truncated', records + 1);
  onProgress(1);
  return backup;
}

async function firstLine(lines: AsyncGenerator<Line>): Promise<Line> {
  let first: IteratorResult<Line>;
  try {
    first = await lines.next();
  } catch (cause) {
    // Whatever is wrong with the first line, it does not say that this is a backup.
    if (cause instanceof BackupFault && cause.fault.line !== null) throw new BackupFault('not-a-backup', 1);
    throw cause;
  }
  if (first.done) throw new BackupFault('not-a-backup', 1);
  return first.value;
}

function readHeader({ value }: Line): Pick<Backup, 'exportedAt' | 'counts'> {
  if (!isObject(value) || !('format' in value) || value.format !== BACKUP_FORMAT) {
    throw new BackupFault('not-a-backup', 1);
  }
  const version = 'version' in value ? value.version : null;
  if (typeof version === 'number' && version > BACKUP_VERSION) throw new BackupFault('newer-backup', 1);
  const { exportedAt, counts } = parse(headerLine, value, 1, '');
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (records > MAX_RECORDS) throw new BackupFault('too-large', 1, 'counts');
  return { exportedAt, counts };
}

function checkEnd(line: Line, records: number, backup: Backup): void {
  const end = parse(endLine, line.value, line.number, '');
  const found: BackupCounts = {
    settings: backup.settings ? 1 : 0,
    pitches: backup.pitches.length,
    variants: backup.variants.length,
    revisions: backup.revisions.length,
    takes: backup.takes.length,
    preparations: backup.preparations.length,
    recalls: backup.recalls.length,
    recordingChunks: backup.chunks.length,
  };
  const miscounted = BACKUP_STORES.find((store) => found[store] !== backup.counts[store]);
  if (end.records !== records) throw new BackupFault('damaged', line.number, 'records');
  if (miscounted) throw new BackupFault('damaged', 1, `counts.${miscounted}`);
  if (end.sha256 !== line.sha256Before()) throw new BackupFault('damaged', line.number, 'sha256');
}

/** Checks one row after another and puts them into `backup`. */
function rowTaker(backup: Backup): (line: Line) => BackupStore {
  const ids = new Map(BACKUP_STORES.map((store) => [store, new Set<string>()]));
  const belonging = trackBelonging();
  let place = 0;

  return (line) => {
    const { store, row } = parse(envelope, line.value, line.number, '');
    // Owners come before what they own.
    if (BACKUP_STORES.indexOf(store) < place) throw new BackupFault('invalid-row', line.number, 'store');
    place = BACKUP_STORES.indexOf(store);

    const once = (id: string): void => {
      if (ids.get(store)?.has(id)) throw new BackupFault('duplicate-id', line.number, 'row.id');
      ids.get(store)?.add(id);
    };
    const owned = (missing: string | null): void => {
      if (missing !== null) throw new BackupFault('missing-parent', line.number, `row.${missing}`);
    };
    switch (store) {
      case 'settings': {
        once('settings');
        backup.settings = parse(settingsRow, row, line.number, 'row.');
        break;
      }
      case 'pitches': {
        const pitch = parse(pitchRow, row, line.number, 'row.');
        once(pitch.id);
        owned(belonging.pitch(pitch));
        backup.pitches.push(pitch);
        break;
      }
      case 'variants': {
        const variant = parse(variantRow, row, line.number, 'row.');
        once(variant.id);
        owned(belonging.variant(variant));
        backup.variants.push(variant);
        break;
      }
      case 'revisions': {
        const revision = parse(revisionRow, row, line.number, 'row.');
        once(revision.id);
        owned(belonging.revision(revision));
        backup.revisions.push(revision);
        break;
      }
      case 'takes': {
        const take = parse(takeRow, row, line.number, 'row.');
        once(take.id);
        owned(belonging.take(take));
        backup.takes.push(take);
        break;
      }
      case 'preparations': {
        const preparation = parse(preparationRow, row, line.number, 'row.');
        once(preparation.variantId);
        owned(belonging.memory(preparation));
        backup.preparations.push(preparation);
        break;
      }
      case 'recalls': {
        const recall = parse(recallRow, row, line.number, 'row.');
        once(recall.id);
        owned(belonging.memory(recall));
        backup.recalls.push(recall);
        break;
      }
      case 'recordingChunks': {
        const { takeId, index } = parseChunk(row, line.number);
        once(JSON.stringify([takeId, index]));
        owned(belonging.chunk({ takeId }));
        const { startByte, endByte, number } = line;
        backup.chunks.push({ takeId, index, startByte, endByte, line: number });
      }
    }
    return store;
  };
}

function parseChunk(row: unknown, line: number): RecordingChunk {
  const chunk = fromLineRow(parse(chunkLineRow, row, line, 'row.'));
  if (!chunk) throw new BackupFault('invalid-row', line, 'row.bytes');
  return chunk;
}

/**
 * Reads pieces of recordings again, all with one look at the file, so `places` should lie close together. Throws
 * `BackupFault` where the file is no longer what it was.
 */
export async function readChunks(file: Blob, places: readonly ChunkPlace[]): Promise<RecordingChunk[]> {
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last) return [];
  const bytes = await file
    .slice(first.startByte, last.endByte)
    .arrayBuffer()
    .catch(() => {
      throw new BackupFault('file-unreadable', first.line);
    });
  return places.map(({ takeId, index, startByte, endByte, line }) => {
    // A file that has become shorter gives fewer bytes than were asked for.
    const from = Math.min(startByte - first.startByte, bytes.byteLength);
    const to = Math.min(endByte - first.startByte, bytes.byteLength);
    const value = parseLine(new Uint8Array(bytes, from, to - from), line);
    const { store, row } = parse(envelope, value, line, '');
    const chunk = parseChunk(row, line);
    if (store !== 'recordingChunks' || chunk.takeId !== takeId || chunk.index !== index) {
      throw new BackupFault('file-unreadable', line);
    }
    return chunk;
  });
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown, line: number, prefix: string): T {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  throw new BackupFault('invalid-row', line, `${prefix}${v.getDotPath(parsed.issues[0]) ?? ''}`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
