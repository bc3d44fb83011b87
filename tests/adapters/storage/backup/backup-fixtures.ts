import { openDB } from 'idb';
import type { Storage } from '../../../../src/adapters/storage/storage';
import { storedTake } from '../../../../src/adapters/storage/take-store';
import type { Take } from '../../../../src/domain/rehearsal/take';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings/settings';
import { pitchOf, preparationOf, recallOf, revisionOf, takeOf, variantOf } from '../storage-fixtures';

/** One line of a backup that is a row. */
export interface RowLine {
  store: string;
  row: unknown;
}

/** The rows of a small, sound backup: two variants, a take and its recording in three pieces. */
export function soundRows(): RowLine[] {
  const chunk = (index: number, bytes: string) => ({
    store: 'recordingChunks',
    row: { takeId: 'take-1', index, type: 'audio/webm', bytes },
  });
  return [
    { store: 'settings', row: { ...DEFAULT_SETTINGS, theme: 'dark' } },
    { store: 'pitches', row: pitchOf() },
    { store: 'variants', row: variantOf() },
    { store: 'variants', row: variantOf({ id: 'variant-2', title: '名刺交換', timeBudget: 15 }) },
    { store: 'revisions', row: revisionOf() },
    { store: 'takes', row: takeOf() },
    { store: 'preparations', row: preparationOf() },
    { store: 'recalls', row: recallOf() },
    chunk(0, 'GkXfo59C'),
    chunk(1, 'AQ=='),
    chunk(2, ''),
  ];
}

const STORES = [
  'settings',
  'pitches',
  'variants',
  'revisions',
  'takes',
  'preparations',
  'recalls',
  'recordingChunks',
];

export async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A file around the rows in which counts and checksum are right, written by the format's description alone. */
export async function sealed(
  rows: readonly (RowLine | string)[],
  headerFields: object = {},
): Promise<string> {
  const counts = Object.fromEntries(
    STORES.map((store) => [
      store,
      rows.filter((row) => typeof row === 'object' && row.store === store).length,
    ]),
  );
  const header = {
    format: 'ippun-backup',
    version: 2,
    exportedAt: 1_763_800_000_000,
    counts,
    ...headerFields,
  };
  const body = [header, ...rows]
    .map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
    .join('');
  const end = { end: true, records: rows.length, sha256: await sha256Of(body) };
  return `${body}${JSON.stringify(end)}\n`;
}

/** Everything in a database, as plain values that can be compared. */
export async function contentOf(databaseName: string, storage: Storage): Promise<Record<string, unknown>> {
  await storage.load();
  const database = await openDB(databaseName);
  const content: Record<string, unknown> = {};
  for (const store of database.objectStoreNames) {
    const [keys, rows] = await Promise.all([database.getAllKeys(store), database.getAll(store)]);
    content[store] = rows.map((row, place) => [
      keys[place],
      row.bytes instanceof ArrayBuffer ? { ...row, bytes: [...new Uint8Array(row.bytes)] } : row,
    ]);
  }
  database.close();
  return content;
}

/** Writes rows as storage keeps them, without raising save counts or looking at them. */
export async function fill(
  databaseName: string,
  storage: Storage,
  rows: readonly { store: string; row: unknown }[],
): Promise<void> {
  await storage.load();
  const database = await openDB(databaseName);
  for (const { store, row } of rows) {
    const kept = store === 'takes' ? storedTake(row as Take) : row;
    await database.put(store, kept, store === 'settings' ? 'settings' : undefined);
  }
  database.close();
}
