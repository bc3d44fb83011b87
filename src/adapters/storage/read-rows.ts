import * as v from 'valibot';
import type { UnreadableRow } from '../../domain/storage/storage-error';

export type ReadRow<T> = { ok: true; row: T } | { ok: false; unreadable: UnreadableRow };

/** A stored row as its schema reads it, or what is wrong with it. Never throws. */
export function readRow<T>(
  schema: v.GenericSchema<unknown, T>,
  store: string,
  key: IDBValidKey,
  stored: unknown,
): ReadRow<T> {
  const parsed = v.safeParse(schema, stored, { abortEarly: true });
  if (parsed.success) return { ok: true, row: parsed.output };
  const path = v.getDotPath(parsed.issues[0]) ?? '';
  return {
    ok: false,
    unreadable: {
      kind: 'unreadable-row',
      store,
      key: Array.isArray(key) ? key.join('/') : String(key),
      path,
    },
  };
}

/** Splits what a store holds into the rows that can be read and the report on those that cannot. */
export function readRows<T>(
  schema: v.GenericSchema<unknown, T>,
  store: string,
  keys: readonly IDBValidKey[],
  stored: readonly unknown[],
): { rows: T[]; unreadable: UnreadableRow[] } {
  const rows: T[] = [];
  const unreadable: UnreadableRow[] = [];
  keys.forEach((key, place) => {
    const read = readRow(schema, store, key, stored[place]);
    if (read.ok) rows.push(read.row);
    else unreadable.push(read.unreadable);
  });
  return { rows, unreadable };
}

/** A row about to be written. Throws where it could not be read back: that is a mistake of the code, not of the device. */
export function checkRow<T>(schema: v.GenericSchema<unknown, T>, row: T): T {
  return v.parse(schema, row);
}
