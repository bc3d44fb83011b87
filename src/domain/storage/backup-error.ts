/** Why a file cannot be taken as a backup. */
export const BACKUP_ERRORS = [
  /** The file could not be read from the disk, or changed while it was read. */
  'file-unreadable',
  /** Not a file of this app. */
  'not-a-backup',
  /** Written by a newer version of the app. */
  'newer-backup',
  /** More than a backup may hold; see the limits of the format. */
  'too-large',
  'line-too-long',
  'invalid-utf-8',
  'invalid-json',
  /** Names or nesting that no backup has and that could do harm. */
  'forbidden-content',
  /** A row with fields missing, of a wrong type or out of range. */
  'invalid-row',
  'duplicate-id',
  /** A row that belongs to one that did not come before it. */
  'missing-parent',
  /** The file ends before its last line. */
  'truncated',
  /** Counts or checksum differ from what the file says of itself. */
  'damaged',
  'content-after-end',
] as const;
export type BackupErrorKind = (typeof BACKUP_ERRORS)[number];

export interface BackupError {
  kind: BackupErrorKind;
  /** Line of the file, from 1; `null` where no one line is to blame. */
  line: number | null;
  /** Field that is wrong, e.g. `row.timeBudget`; `null` where it is not about a field. */
  path: string | null;
}

/** Rows of each kind in a backup. `settings` is 1 where the person's settings are in it. */
export interface BackupCounts {
  pitches: number;
  variants: number;
  revisions: number;
  takes: number;
  recordingChunks: number;
  preparations: number;
  recalls: number;
  settings: number;
}

/** What came of restoring a backup, in rows without counting pieces of recordings. */
export interface RestoreCounts {
  /** New here, or deleted here and brought back. */
  added: number;
  /** Here already, unchanged. */
  same: number;
  /** Variants that differ from the ones here and were added as copies. */
  copied: number;
  /** Pitches, takes and settings that differ from the ones here, where the ones here were kept. */
  keptOurs: number;
}
