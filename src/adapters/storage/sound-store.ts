import type { HeardTake } from '../../domain/review/heard-take';
import type { Stored } from '../../domain/storage/storage-error';
import type { KeptVoice } from '../../domain/voice-memory/kept-voice';
import { checkRow, readRow } from './read-rows';
import { storedTimingRow, voiceRow } from './rows';
import type { Database } from './schema';
import { VOICE_KEY } from './schema';
import { enqueue, inTransaction } from './transaction';

/** What the sound of a take told; `null` where nothing is kept, or what is kept is of another version or damaged. */
export async function findHeardTake(
  database: Database,
  takeId: string,
): Promise<Stored<{ heard: HeardTake | null }>> {
  const stored = await database.get('takeTimings', takeId);
  const read = readRow(storedTimingRow, 'takeTimings', takeId, stored);
  if (!read.ok) return { ok: true, heard: null };
  const { timing, trace } = read.row;
  return { ok: true, heard: { timing, trace } };
}

/** Keeps what the sound of a take told; a take that has been removed meanwhile keeps none. */
export async function saveHeardTake(database: Database, takeId: string, heard: HeardTake): Promise<Stored> {
  await inTransaction(database, ['takes', 'takeTimings'], 'readwrite', async (transaction) => {
    if ((await transaction.objectStore('takes').getKey(takeId)) === undefined) return;
    enqueue(transaction.objectStore('takeTimings').put(checkRow(storedTimingRow, { takeId, ...heard })));
  });
  return { ok: true };
}

/** The person's voice as kept; `null` where none is, or it is of another version or damaged. */
export async function findVoice(database: Database): Promise<Stored<{ voice: KeptVoice | null }>> {
  const read = readRow(voiceRow, 'voices', VOICE_KEY, await database.get('voices', VOICE_KEY));
  return { ok: true, voice: read.ok ? read.row : null };
}

export async function saveVoice(database: Database, voice: KeptVoice | null): Promise<Stored> {
  await inTransaction(database, ['voices'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('voices');
    await (voice ? store.put(checkRow(voiceRow, voice), VOICE_KEY) : store.delete(VOICE_KEY));
  });
  return { ok: true };
}
