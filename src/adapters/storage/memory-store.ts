import type { Preparation } from '../../domain/memorising/preparation';
import type { Recall } from '../../domain/memorising/recall';
import type { Stored } from '../../domain/storage/storage-error';
import { checkRow, readRows } from './read-rows';
import { preparationRow, recallRow } from './rows';
import type { Database } from './schema';
import { inTransaction } from './transaction';

/** What is set for learning these variants by heart. A row that cannot be read is as none: nothing but settings is in it. */
export function preparationsOf(
  database: Database,
  variantIds: readonly string[],
): Promise<Stored<{ preparations: Preparation[] }>> {
  return inTransaction(database, ['preparations'], 'readonly', async (transaction) => {
    const store = transaction.objectStore('preparations');
    const stored = await Promise.all(variantIds.map((variantId) => store.get(variantId)));
    const found = stored.filter((row) => row !== undefined);
    const keys = found.map(({ variantId }) => variantId);
    return { ok: true, preparations: readRows(preparationRow, 'preparations', keys, found).rows };
  });
}

export async function savePreparation(database: Database, preparation: Preparation): Promise<Stored> {
  await inTransaction(database, ['preparations'], 'readwrite', (transaction) =>
    transaction.objectStore('preparations').put(checkRow(preparationRow, preparation)),
  );
  return { ok: true };
}

export function recallsOf(
  database: Database,
  variantIds: readonly string[],
): Promise<Stored<{ recalls: Recall[] }>> {
  return inTransaction(database, ['recalls'], 'readonly', async (transaction) => {
    const index = transaction.objectStore('recalls').index('variantId');
    const found = await Promise.all(
      variantIds.map(async (variantId) => {
        const [keys, stored] = await Promise.all([index.getAllKeys(variantId), index.getAll(variantId)]);
        return readRows(recallRow, 'recalls', keys, stored).rows;
      }),
    );
    return { ok: true, recalls: found.flat() };
  });
}

export async function saveRecall(database: Database, recall: Recall): Promise<Stored> {
  await inTransaction(database, ['recalls'], 'readwrite', (transaction) =>
    transaction.objectStore('recalls').put(checkRow(recallRow, recall)),
  );
  return { ok: true };
}
