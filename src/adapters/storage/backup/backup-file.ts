import * as v from 'valibot';
import type { Preparation } from '../../../domain/memorising/preparation';
import type { Recall } from '../../../domain/memorising/recall';
import type { Pitch, Revision, Variant } from '../../../domain/pitch/pitch';
import type { Take } from '../../../domain/rehearsal/take';
import type { Settings } from '../../../domain/settings/settings';
import type { BackupCounts, BackupError, BackupErrorKind } from '../../../domain/storage/backup-error';

/**
 * A backup is text in UTF-8, one JSON object a line, each line ended by `\n`:
 * - first `{"format":"ippun-backup","version":2,"exportedAt":epoch ms,"counts":{rows by store}}`;
 * - then one line a row, `{"store":…,"row":{…}}`: all of one store before the next, in the order of
 *   `BACKUP_STORES`, so that a row comes after the one it belongs to; recorded bytes are base64;
 * - last `{"end":true,"records":rows,"sha256":hex}`, the checksum being over every byte before that line.
 */
export const BACKUP_FORMAT = 'ippun-backup';
/** Version 1 knew nothing of preparations and recalls. */
export const BACKUP_VERSION = 2;
export const BACKUP_TYPE = 'application/x-ndjson';

export const BACKUP_STORES = [
  'settings',
  'pitches',
  'variants',
  'revisions',
  'takes',
  'preparations',
  'recalls',
  'recordingChunks',
] as const;
export type BackupStore = (typeof BACKUP_STORES)[number];

/** The first line is a hundred or so bytes; a file without any line break is given up after this many. */
export const MAX_HEADER_BYTES = 4096;
/**
 * One line stands in memory as a whole. The largest the app makes is the log of a long typed take, a few MiB, or the
 * whole of a recording from a recorder that does not deliver in pieces, base64 of about 10 MiB for 5 minutes.
 */
export const MAX_LINE_BYTES = 32 * 1024 * 1024;
/** Everything but recordings stands in memory while it is restored; a pitch a day for years is a tenth of this. */
export const MAX_TEXT_BYTES = 128 * 1024 * 1024;
/** A day and a half of recordings at the usual 128 kbit/s, in base64; above this, some file systems and phones fail. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024 - 1;
/** Three days of recordings in pieces of half a second; some 100 bytes each are kept in memory. */
export const MAX_RECORDS = 500_000;
/** A take's events hold parts, at depth 6 of a line; nothing the app writes is deeper. */
export const MAX_NESTING = 8;

/** Where in the file the line of a recording's piece is, without its line break. */
export interface ChunkPlace {
  takeId: string;
  index: number;
  startByte: number;
  endByte: number;
  line: number;
}

/** A file found good in every line. Recordings stay in the file until they are wanted. */
export interface Backup {
  exportedAt: number;
  counts: BackupCounts;
  settings: Settings | null;
  pitches: Pitch[];
  variants: Variant[];
  revisions: Revision[];
  takes: Take[];
  preparations: Preparation[];
  recalls: Recall[];
  chunks: ChunkPlace[];
  file: Blob;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const headerLine = v.strictObject({
  format: v.literal(BACKUP_FORMAT),
  version: v.picklist([1, BACKUP_VERSION]),
  exportedAt: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8.64e15)),
  counts: v.strictObject({
    settings: count,
    pitches: count,
    variants: count,
    revisions: count,
    takes: count,
    preparations: v.optional(count, 0),
    recalls: v.optional(count, 0),
    recordingChunks: count,
  } satisfies Record<BackupStore, unknown>),
});

export const endLine = v.strictObject({
  end: v.literal(true),
  records: count,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/** What is wrong with a file, as a thrown value inside the reader and the writer; it never leaves them as one. */
export class BackupFault extends Error {
  readonly fault: BackupError;

  constructor(kind: BackupErrorKind, line: number | null = null, path: string | null = null) {
    super(kind);
    this.fault = { kind, line, path };
  }
}
