import type { Stored } from '../../domain/storage/storage-error';
import type { Database, Transaction } from './schema';
import { keysOf, OWNED_STORES } from './schema';
import { enqueue, inTransaction } from './transaction';

type Purging = Transaction<(typeof OWNED_STORES)[number], 'readwrite'>;
const ALL_STORES = [...OWNED_STORES, 'arrivingChunks', 'settings', 'voices'] as const;

/** Removes rows deleted before `deletedBefore` (epoch ms) with all that belongs to them; `removed` tells whether there were any. */
export function purgeDeleted(
  database: Database,
  deletedBefore: number,
): Promise<Stored<{ removed: boolean }>> {
  const deleted = IDBKeyRange.upperBound(deletedBefore, true);
  return inTransaction(database, OWNED_STORES, 'readwrite', async (transaction) => {
    const pitches = transaction.objectStore('pitches');
    const variants = transaction.objectStore('variants');
    const takes = transaction.objectStore('takes');
    const [pitchIds, variantIds, takeIds] = await Promise.all([
      pitches.index('deletedAt').getAllKeys(deleted),
      variants.index('deletedAt').getAllKeys(deleted),
      takes.index('deletedAt').getAllKeys(deleted),
    ]);
    const goneVariants = new Set(variantIds);
    for (const pitchId of pitchIds) {
      for (const id of await variants.index('pitchId').getAllKeys(pitchId)) goneVariants.add(id);
      enqueue(pitches.delete(pitchId));
    }
    const goneTakes = new Set(takeIds);
    for (const variantId of goneVariants) {
      for (const id of await takes.index('variantId').getAllKeys(variantId)) goneTakes.add(id);
      await removeOwned(transaction, 'revisions', variantId);
      await removeOwned(transaction, 'recalls', variantId);
      enqueue(transaction.objectStore('preparations').delete(variantId));
      enqueue(variants.delete(variantId));
    }
    for (const takeId of goneTakes) {
      enqueue(transaction.objectStore('recordingChunks').delete(keysOf(takeId)));
      enqueue(transaction.objectStore('takeTimings').delete(takeId));
      enqueue(takes.delete(takeId));
    }
    return { ok: true, removed: pitchIds.length + goneVariants.size + goneTakes.size > 0 };
  });
}

async function removeOwned(
  transaction: Purging,
  name: 'revisions' | 'recalls',
  variantId: string,
): Promise<void> {
  const store = transaction.objectStore(name);
  for (const id of await store.index('variantId').getAllKeys(variantId)) enqueue(store.delete(id));
}

/** Empties every store, settings and what is on its way in from a backup included. */
export async function removeEverything(database: Database): Promise<Stored> {
  await inTransaction(database, ALL_STORES, 'readwrite', async (transaction) => {
    for (const name of ALL_STORES) enqueue(transaction.objectStore(name).clear());
  });
  return { ok: true };
}
