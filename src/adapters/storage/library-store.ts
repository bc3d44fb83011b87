import type { Pitch, Revision, Variant } from '../../domain/pitch/pitch';
import type { Settings } from '../../domain/settings/settings';
import type { Stored } from '../../domain/storage/storage-error';
import { checkRow, readRow, readRows } from './read-rows';
import { pitchRow, readSettings, revisionRow, settingsRow, variantRow } from './rows';
import type { Database } from './schema';
import { keysOf, SETTINGS_KEY } from './schema';
import type { Library, SavedVariant } from './storage';
import { inTransaction } from './transaction';

/** Everything but takes, as of one moment. */
export function loadLibrary(database: Database): Promise<Stored<Library>> {
  return inTransaction(database, ['pitches', 'variants', 'settings'], 'readonly', async (transaction) => {
    const pitchStore = transaction.objectStore('pitches');
    const variantStore = transaction.objectStore('variants');
    const [pitchKeys, pitchRows, variantKeys, variantRows, settings] = await Promise.all([
      pitchStore.getAllKeys(),
      pitchStore.getAll(),
      variantStore.getAllKeys(),
      variantStore.getAll(),
      transaction.objectStore('settings').get(SETTINGS_KEY),
    ]);
    const pitches = readRows(pitchRow, 'pitches', pitchKeys, pitchRows);
    const variants = readRows(variantRow, 'variants', variantKeys, variantRows);
    return {
      ok: true,
      pitches: pitches.rows,
      variants: variants.rows,
      settings: readSettings(settings),
      unreadable: [...pitches.unreadable, ...variants.unreadable],
    };
  });
}

export async function findVariant(
  database: Database,
  id: string,
): Promise<Stored<{ variant: Variant | null }>> {
  const stored = await database.get('variants', id);
  if (stored === undefined) return { ok: true, variant: null };
  const read = readRow(variantRow, 'variants', id, stored);
  return read.ok ? { ok: true, variant: read.row } : { ok: false, error: read.unreadable };
}

export async function savePitch(database: Database, pitch: Pitch): Promise<Stored> {
  await inTransaction(database, ['pitches'], 'readwrite', (transaction) =>
    transaction.objectStore('pitches').put(checkRow(pitchRow, pitch)),
  );
  return { ok: true };
}

/** Compares and writes in one transaction, which no other tab's can interleave with. */
export function saveVariant(
  database: Database,
  variant: Variant,
  expectedSaveCount: number,
): Promise<SavedVariant> {
  return inTransaction(database, ['variants'], 'readwrite', async (transaction): Promise<SavedVariant> => {
    const store = transaction.objectStore('variants');
    const stored: unknown = await store.get(variant.id);
    if (stored !== undefined) {
      const read = readRow(variantRow, 'variants', variant.id, stored);
      if (!read.ok) return { ok: false, error: read.unreadable };
      if (read.row.saveCount !== expectedSaveCount) {
        return { ok: false, kind: 'changed-elsewhere', theirs: read.row };
      }
    }
    const saved = checkRow(variantRow, { ...variant, saveCount: expectedSaveCount + 1 });
    await store.put(saved);
    return { ok: true, variant: saved };
  });
}

export function keepRevision(
  database: Database,
  revision: Revision,
): Promise<Stored<{ revision: Revision }>> {
  return inTransaction(database, ['revisions'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('revisions');
    // The latest that can be read, of whatever many there are.
    for await (const cursor of store.index('keptAt').iterate(keysOf(revision.variantId), 'prev')) {
      const read = readRow(revisionRow, 'revisions', cursor.primaryKey, cursor.value);
      if (!read.ok) continue;
      if (read.row.script === revision.script) return { ok: true, revision: read.row };
      break;
    }
    await store.add(checkRow(revisionRow, revision));
    return { ok: true, revision };
  });
}

export async function findRevision(
  database: Database,
  id: string,
): Promise<Stored<{ revision: Revision | null }>> {
  const stored: unknown = await database.get('revisions', id);
  if (stored === undefined) return { ok: true, revision: null };
  const read = readRow(revisionRow, 'revisions', id, stored);
  return read.ok ? { ok: true, revision: read.row } : { ok: false, error: read.unreadable };
}

export function revisionsOf(
  database: Database,
  variantIds: readonly string[],
): Promise<Stored<{ revisions: Revision[] }>> {
  return inTransaction(database, ['revisions'], 'readonly', async (transaction) => {
    const index = transaction.objectStore('revisions').index('variantId');
    const found = await Promise.all(
      variantIds.map(async (variantId) => {
        const [keys, stored] = await Promise.all([index.getAllKeys(variantId), index.getAll(variantId)]);
        return readRows(revisionRow, 'revisions', keys, stored).rows;
      }),
    );
    return { ok: true, revisions: found.flat() };
  });
}

export async function saveSettings(database: Database, settings: Settings): Promise<Stored> {
  await inTransaction(database, ['settings'], 'readwrite', (transaction) =>
    transaction.objectStore('settings').put(checkRow(settingsRow, settings), SETTINGS_KEY),
  );
  return { ok: true };
}
