import type { Take } from '../../domain/rehearsal/take';
import type { Stored, UnreadableRow } from '../../domain/storage/storage-error';
import { checkRow, readRows, recordingChunkRow, takeRow } from './rows';
import type { Database, RecordingChunk } from './schema';
import { chunksOf } from './schema';
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

/** Takes that have no end, whether a tab is still in the middle of them or not. */
export function takesWithoutEnd(database: Database): Promise<Stored<{ takes: Take[] }>> {
  return inTransaction(database, ['takes'], 'readonly', async (transaction) => {
    const takes: Take[] = [];
    // One at a time: logs can be large, and nearly all of them are of no interest here.
    for await (const cursor of transaction.objectStore('takes')) {
      const { rows } = readRows(takeRow, 'takes', [cursor.primaryKey], [cursor.value]);
      takes.push(...rows.filter((take) => !isOver(take)));
    }
    return { ok: true, takes };
  });
}

export async function saveTake(database: Database, take: Take): Promise<Stored> {
  await inTransaction(database, ['takes'], 'readwrite', (transaction) =>
    transaction.objectStore('takes').put(checkRow(takeRow, take)),
  );
  return { ok: true };
}

export async function saveRecordingChunk(database: Database, chunk: RecordingChunk): Promise<Stored> {
  await inTransaction(database, ['recordingChunks'], 'readwrite', (transaction) =>
    transaction.objectStore('recordingChunks').put(checkRow(recordingChunkRow, chunk)),
  );
  return { ok: true };
}

export function joinRecording(
  database: Database,
  takeId: string,
): Promise<Stored<{ recording: Blob | null }>> {
  return inTransaction(database, ['recordingChunks', 'takes'], 'readonly', async (transaction) => {
    const store = transaction.objectStore('recordingChunks');
    const [keys, stored, take] = await Promise.all([
      store.getAllKeys(chunksOf(takeId)),
      store.getAll(chunksOf(takeId)),
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
