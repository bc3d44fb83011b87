import type { Recall } from '../../../domain/memorising/recall';
import type { Pitch, Revision, Variant } from '../../../domain/pitch/pitch';
import type { Take } from '../../../domain/rehearsal/take';
import type { BackupError, RestoreCounts } from '../../../domain/storage/backup-error';
import { readRow, readRows } from '../read-rows';
import { variantRow } from '../rows';
import type { Database, RecordingChunk, Transaction } from '../schema';
import { OWNED_STORES, SETTINGS_KEY } from '../schema';
import type { RestoreMode } from '../storage';
import { storedTake } from '../take-store';
import { enqueue, inTransaction } from '../transaction';
import type { Backup, ChunkPlace } from './backup-file';
import { BackupFault } from './backup-file';
import { readChunks } from './backup-reader';
import { isSame, isSameText } from './same-row';
import { walkChunks } from './walk-chunks';

const REPLACED_STORES = [...OWNED_STORES, 'settings'] as const;
const ALL_STORES = [...REPLACED_STORES, 'arrivingChunks'] as const;
type Restoring = Transaction<(typeof ALL_STORES)[number], 'readwrite'>;

/** How much of the file is looked at and put into the arriving store at a time; a longer line comes alone. */
const PORTION_BYTES = 4 * 1024 * 1024;

/**
 * Puts a backup in place. Recordings first go to a store of their own, piece by piece, since a transaction does not
 * outlive the reading of a file; then one transaction moves everything to where it belongs, or nothing. Until it is
 * through, recordings need twice their room. One restore at a time: the caller sees to that.
 */
export async function restoreBackup(
  database: Database,
  backup: Backup,
  mode: RestoreMode,
  newId: () => string,
  onProgress: (ratio: number) => void = () => {},
): Promise<{ ok: true; counts: RestoreCounts } | { ok: false; error: BackupError }> {
  try {
    // Pieces left behind by a restore that was cut off.
    await database.clear('arrivingChunks');
    const known = mode === 'add' ? new Set(await database.getAllKeys('takes')) : new Set<string>();
    const arriving = backup.chunks.filter(({ takeId }) => !known.has(takeId));
    await bringIn(database, backup.file, arriving, onProgress);
    const counts = await inTransaction(database, ALL_STORES, 'readwrite', (transaction) =>
      mode === 'add'
        ? addRows(transaction, backup, known, newId)
        : replaceRows(transaction, backup, arriving.length),
    );
    onProgress(1);
    return { ok: true, counts };
  } catch (cause) {
    await database.clear('arrivingChunks').catch(() => {});
    if (cause instanceof BackupFault) return { ok: false, error: cause.fault };
    throw cause;
  }
}

async function bringIn(
  database: Database,
  file: Blob,
  places: readonly ChunkPlace[],
  onProgress: (ratio: number) => void,
): Promise<void> {
  let done = 0;
  while (done < places.length) {
    const first = places[done] as ChunkPlace;
    let next = done + 1;
    while ((places[next]?.endByte ?? Number.POSITIVE_INFINITY) - first.startByte <= PORTION_BYTES) next += 1;
    const chunks = await readChunks(file, places.slice(done, next));
    await inTransaction(database, ['arrivingChunks'], 'readwrite', async (transaction) => {
      for (const chunk of chunks) enqueue(transaction.objectStore('arrivingChunks').put(chunk));
    });
    done = next;
    onProgress(done / (places.length + 1));
  }
}

/** Moves the pieces of the takes for which `isWanted`, and drops the rest; how many were moved. */
async function moveArrived(transaction: Restoring, isWanted: (takeId: string) => boolean): Promise<number> {
  const recordings = transaction.objectStore('recordingChunks');
  const arriving = transaction.objectStore('arrivingChunks');
  let moved = 0;
  await walkChunks(arriving, (_key, stored) => {
    const chunk = stored as RecordingChunk;
    if (!isWanted(chunk.takeId)) return;
    enqueue(recordings.put(chunk));
    moved += 1;
  });
  enqueue(arriving.clear());
  return moved;
}

async function replaceRows(
  transaction: Restoring,
  backup: Backup,
  expectedChunks: number,
): Promise<RestoreCounts> {
  const variants = transaction.objectStore('variants');
  // Another tab may have one of these variants on screen. A count it has not seen makes its next save a conflict.
  const ours = new Map<string, Variant>();
  const [keys, stored] = await Promise.all([variants.getAllKeys(), variants.getAll()]);
  for (const variant of readRows(variantRow, 'variants', keys, stored).rows) ours.set(variant.id, variant);

  // No backup holds timings: the recordings tell them again.
  for (const name of REPLACED_STORES) enqueue(transaction.objectStore(name).clear());
  if (backup.settings) enqueue(transaction.objectStore('settings').put(backup.settings, SETTINGS_KEY));
  for (const pitch of backup.pitches) enqueue(transaction.objectStore('pitches').put(pitch));
  for (const variant of backup.variants) {
    const before = ours.get(variant.id);
    const saveCount = before ? Math.max(before.saveCount, variant.saveCount) + 1 : variant.saveCount;
    enqueue(variants.put({ ...variant, saveCount }));
  }
  for (const revision of backup.revisions) enqueue(transaction.objectStore('revisions').put(revision));
  for (const take of backup.takes) enqueue(transaction.objectStore('takes').put(storedTake(take)));
  for (const row of backup.preparations) enqueue(transaction.objectStore('preparations').put(row));
  for (const recall of backup.recalls) enqueue(transaction.objectStore('recalls').put(recall));
  const moved = await moveArrived(transaction, () => true);
  if (moved !== expectedChunks) throw new Error(`${moved} of ${expectedChunks} pieces had arrived.`);

  const { recordingChunks: _, ...rows } = backup.counts;
  const added = Object.values(rows).reduce((sum, count) => sum + count, 0);
  return { added, same: 0, copied: 0, keptOurs: 0 };
}

async function addRows(
  transaction: Restoring,
  backup: Backup,
  knownTakes: ReadonlySet<string>,
  newId: () => string,
): Promise<RestoreCounts> {
  const counts: RestoreCounts = { added: 0, same: 0, copied: 0, keptOurs: 0 };

  const settingsStore = transaction.objectStore('settings');
  const ourSettings: unknown = await settingsStore.get(SETTINGS_KEY);
  if (backup.settings) {
    if (ourSettings === undefined) await settingsStore.put(backup.settings, SETTINGS_KEY);
    counts[
      ourSettings === undefined ? 'added' : isSame(ourSettings, backup.settings) ? 'same' : 'keptOurs'
    ] += 1;
  }
  for (const pitch of backup.pitches) counts[await addOrKeep(transaction, 'pitches', pitch)] += 1;
  for (const variant of backup.variants) counts[await addOrCopy(transaction, variant, newId)] += 1;
  for (const revision of backup.revisions) counts[await addOnce(transaction, 'revisions', revision)] += 1;
  for (const recall of backup.recalls) counts[await addOnce(transaction, 'recalls', recall)] += 1;
  const arrived = new Set<string>();
  for (const take of backup.takes) {
    // A take that was here when the restore began has no pieces on their way, and what is here is kept.
    const isNew =
      !knownTakes.has(take.id) && (await transaction.objectStore('takes').getKey(take.id)) === undefined;
    if (isNew) arrived.add(take.id);
    counts[await addOrKeep(transaction, 'takes', storedTake(take))] += 1;
  }
  const preparations = transaction.objectStore('preparations');
  for (const row of backup.preparations) {
    const ours = await preparations.get(row.variantId);
    if (ours === undefined) await preparations.put(row);
    counts[ours === undefined ? 'added' : isSame(ours, row) ? 'same' : 'keptOurs'] += 1;
  }
  await moveArrived(transaction, (takeId) => arrived.has(takeId));
  return counts;
}

type Outcome = keyof RestoreCounts;

/** Adds a row that never changes once kept. */
async function addOnce(
  transaction: Restoring,
  ...[name, row]: ['revisions', Revision] | ['recalls', Recall]
): Promise<Outcome> {
  if ((await transaction.objectStore(name).getKey(row.id)) !== undefined) return 'same';
  await (name === 'recalls'
    ? transaction.objectStore(name).put(row)
    : transaction.objectStore(name).put(row));
  return 'added';
}

/** Adds a row that is not here; one that is here stays, but comes back where it was deleted here and not there. */
async function addOrKeep(
  transaction: Restoring,
  name: 'pitches' | 'takes',
  row: Pitch | Take,
): Promise<Outcome> {
  const store = transaction.objectStore(name) as unknown as {
    get(id: string): Promise<{ deletedAt: number | null } | undefined>;
    put(row: unknown): Promise<unknown>;
  };
  const ours = await store.get(row.id);
  if (ours === undefined) {
    await store.put(row);
    return 'added';
  }
  if (ours.deletedAt !== null && row.deletedAt === null) {
    await store.put({ ...ours, deletedAt: null });
    return 'added';
  }
  return isSame(ours, row) ? 'same' : 'keptOurs';
}

async function addOrCopy(transaction: Restoring, variant: Variant, newId: () => string): Promise<Outcome> {
  const store = transaction.objectStore('variants');
  const stored: unknown = await store.get(variant.id);
  if (stored === undefined) {
    await store.put(variant);
    return 'added';
  }
  const read = readRow(variantRow, 'variants', variant.id, stored);
  if (read.ok && isSameText(read.row, variant)) {
    if (read.row.deletedAt === null || variant.deletedAt !== null) return 'same';
    await store.put({ ...read.row, deletedAt: null, saveCount: read.row.saveCount + 1 });
    return 'added';
  }
  // A deleted one would be a copy that nobody can see.
  if (variant.deletedAt !== null) return 'keptOurs';
  // The copy of an earlier restore of the same file is enough.
  const siblings = await store.index('pitchId').getAll(variant.pitchId);
  const isCopied = siblings.some(
    (sibling) =>
      sibling.deletedAt === null &&
      readRow(variantRow, 'variants', sibling.id, sibling).ok &&
      isSameText(sibling, variant),
  );
  if (isCopied) return 'same';
  await store.put({ ...variant, id: newId() });
  return 'copied';
}
