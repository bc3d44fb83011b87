import type { Database, StoreName, Transaction } from './schema';

/**
 * Runs `work` in one transaction: resolves with its result once that is committed, or rolls everything back and
 * throws the reason. `work` may await nothing but requests of the transaction.
 */
export async function inTransaction<Name extends StoreName, Mode extends 'readonly' | 'readwrite', T>(
  database: Database,
  stores: readonly Name[],
  mode: Mode,
  work: (transaction: Transaction<Name, Mode>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction([...stores], mode);
  // Always handled below; without this a failure inside `work` would be reported twice.
  transaction.done.catch(() => {});
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (cause) {
    try {
      transaction.abort();
    } catch {
      // It has aborted by itself.
    }
    await transaction.done.catch(() => {});
    // A request that fails because its transaction ran out of room says only `AbortError`; the transaction says why.
    throw transaction.error ?? cause;
  }
}

/** Starts a request whose failure shows in the end of its transaction, so that many can be under way at once. */
export function enqueue(request: Promise<unknown>): void {
  request.catch(() => {});
}
