import type { Revision } from '../../domain/pitch/pitch';
import type { Take } from '../../domain/rehearsal/take';
import type { Stored, UnreadableRow } from '../../domain/storage/storage-error';
import { checkRow, readRows } from './read-rows';
import { recordingChunkRow, revisionRow, takeRow } from './rows';
import type { Database, RecordingChunk, StoredTake } from './schema';
import { keysOf } from './schema';
import { inTransaction } from './transaction';

export function takesOf(
  database: Database,
  variantIds: readonly string[],
): Promise<Stored<{ takes: Take[]; unreadable: UnreadableRow[] }>> {
  return inTransaction(database, ['takes'], 'readonly', async (transaction) => {
    const index = transaction.objectStore('takes').index('variantId');
    const found = await Promise.all(
      variantIds.map(async (variantId) => {
        const [keys, stored] = await Promise.all([index.getAllKeys(variantId), index.getAll(variantId)]);
        return readRows(takeRow, 'takes', keys, stored);
      }),
    );
    return {
      ok: true,
      takes: found.flatMap(({ rows }) => rows),
      unreadable: found.flatMap(({ unreadable }) => unreadable),
    };
  });
}

/** Whether a take has run to its end, or was thrown away. */
export function isOver(take: Take): boolean {
  return take.deletedAt !== null || take.log.events.at(-1)?.kind === 'stopped';
}

/** The row that a take is kept as. */
export function storedTake(take: Take): StoredTake {
  return isOver(take) ? take : { ...take, unfinished: 1 };
}

/** Takes that have no end, whether a tab is still in the middle of them or not. */
export function takesWithoutEnd(database: Database): Promise<Stored<{ takes: Take[] }>> {
  return inTransaction(database, ['takes'], 'readonly', async (transaction) => {
    const index = transaction.objectStore('takes').index('unfinished');
    const [keys, stored] = await Promise.all([index.getAllKeys(), index.getAll()]);
    return { ok: true, takes: readRows(takeRow, 'takes', keys, stored).rows };
  });
}

/** The `count` takes that began last, of all variants, deleted and unfinished ones included; the latest first. */
export function latestTakes(
  database: Database,
  count: number,
): Promise<Stored<{ takes: Take[]; revisions: Revision[] }>> {
  return inTransaction(database, ['takes', 'revisions'], 'readonly', async (transaction) => {
    const takes: Take[] = [];
    const index = transaction.objectStore('takes').index('startedAt');
    for await (const cursor of index.iterate(null, 'prev')) {
      takes.push(...readRows(takeRow, 'takes', [cursor.primaryKey], [cursor.value]).rows);
      if (takes.length >= count) break;
    }
    const ids = [...new Set(takes.map(({ revisionId }) => revisionId))];
    const store = transaction.objectStore('revisions');
    const stored = await Promise.all(ids.map((id) => store.get(id)));
    return { ok: true, takes, revisions: readRows(revisionRow, 'revisions', ids, stored).rows };
  });
}

/** How many takes of the variants have ended and are not deleted. */
export function countTakes(
  database: Database,
  variantIds: readonly string[],
): Promise<Stored<{ count: number }>> {
  return inTransaction(database, ['takes'], 'readonly', async (transaction) => {
    const takes = transaction.objectStore('takes');
    const index = takes.index('variantId');
    const counts = await Promise.all(variantIds.map((variantId) => index.count(variantId)));
    const [deleted, unfinished] = await Promise.all([
      takes.index('deletedAt').getAll(),
      takes.index('unfinished').getAll(),
    ]);
    const others = [...deleted, ...unfinished].filter(({ variantId }) => variantIds.includes(variantId));
    return { ok: true, count: counts.reduce((sum, count) => sum + count, 0) - others.length };
  });
}

export async function saveTake(database: Database, take: Take): Promise<Stored> {
  await inTransaction(database, ['takes'], 'readwrite', (transaction) =>
    transaction.objectStore('takes').put(storedTake(checkRow(takeRow, take))),
  );
  return { ok: true };
}

export async function saveRecordingChunk(database: Database, chunk: RecordingChunk): Promise<Stored> {
  await inTransaction(database, ['recordingChunks'], 'readwrite', (transaction) =>
    transaction.objectStore('recordingChunks').put(checkRow(recordingChunkRow, chunk)),
  );
  return { ok: true };
}

/** In one transaction: a tab closed in between would leave a take that names a recording it no longer has. */
export async function removeRecording(database: Database, takeId: string): Promise<Stored> {
  await inTransaction(database, ['takes', 'recordingChunks'], 'readwrite', async (transaction) => {
    const takes = transaction.objectStore('takes');
    const take = await takes.get(takeId);
    if (take) await takes.put({ ...take, recordingType: null });
    await transaction.objectStore('recordingChunks').delete(keysOf(takeId));
  });
  return { ok: true };
}

export function joinRecording(
  database: Database,
  takeId: string,
): Promise<Stored<{ recording: Blob | null }>> {
  return inTransaction(database, ['recordingChunks', 'takes'], 'readonly', async (transaction) => {
    const store = transaction.objectStore('recordingChunks');
    const [keys, stored, take] = await Promise.all([
      store.getAllKeys(keysOf(takeId)),
      store.getAll(keysOf(takeId)),
      transaction.objectStore('takes').get(takeId),
    ]);
    const { rows } = readRows(recordingChunkRow, 'recordingChunks', keys, stored);
    if (rows.length === 0) return { ok: true, recording: null };
    const named = readRows(takeRow, 'takes', [takeId], [take]).rows[0]?.recordingType;
    const type = named ?? rows.find((chunk) => chunk.type !== '')?.type ?? '';
    return {
      ok: true,
      recording: new Blob(
        rows.map((chunk) => chunk.bytes),
        { type },
      ),
    };
  });
}
