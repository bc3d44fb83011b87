/**
 * Why something could not be kept or read back.
 * - `unavailable`: no storage here (private window, switched off, disk failure)
 * - `quota-exceeded`: no room left
 * - `blocked-by-other-tab`: another tab keeps an older database open
 * - `newer-version`: the database was made by a newer version of the app, or another tab is upgrading it now
 * - `unreadable-row`: one stored row is not what it should be; it stays where it is
 */
export const STORAGE_ERRORS = [
  'unavailable',
  'quota-exceeded',
  'blocked-by-other-tab',
  'newer-version',
  'unreadable-row',
] as const;

/** A row that is left in place because it cannot be understood. */
export interface UnreadableRow {
  kind: 'unreadable-row';
  store: string;
  /** The row's key; parts of a compound key are joined with `/`. */
  key: string;
  /** Field that is wrong, e.g. `log.events.3.kind`; empty where the row as a whole is. */
  path: string;
}

export type StorageError =
  | { kind: Exclude<(typeof STORAGE_ERRORS)[number], 'unreadable-row'> }
  | UnreadableRow;

/** What storage answers: `T` and `ok`, or why not. */
export type Stored<T = unknown> = ({ ok: true } & T) | { ok: false; error: StorageError };
