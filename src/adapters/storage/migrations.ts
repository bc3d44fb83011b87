import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** A step works on whatever the step before left behind, so it knows no present-day types. */
export type Migration = (
  database: IDBPDatabase<unknown>,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;

/**
 * Step `n` leads from version `n` to `n + 1`. Steps are only ever added at the end: one that has been released is
 * never changed, since databases made by it are on people's disks. A step awaits nothing but its own requests, or
 * its transaction ends under it.
 */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    const pitches = database.createObjectStore('pitches', { keyPath: 'id' });
    const variants = database.createObjectStore('variants', { keyPath: 'id' });
    const revisions = database.createObjectStore('revisions', { keyPath: 'id' });
    const takes = database.createObjectStore('takes', { keyPath: 'id' });
    variants.createIndex('pitchId', 'pitchId');
    for (const store of [revisions, takes]) store.createIndex('variantId', 'variantId');
    // Only a row marked as deleted has a number there, so this index holds no others.
    for (const store of [pitches, variants, takes]) store.createIndex('deletedAt', 'deletedAt');
    database.createObjectStore('recordingChunks', { keyPath: ['takeId', 'index'] });
    // Pieces of recordings on their way in from a backup, until all of it is put in place at once.
    database.createObjectStore('arrivingChunks', { keyPath: ['takeId', 'index'] });
    database.createObjectStore('settings');
  },
  (database) => {
    // When each sentence of a take was said. Not in backups: the recording tells it again.
    database.createObjectStore('takeTimings', { keyPath: 'takeId' });
  },
  (database) => {
    database.createObjectStore('preparations', { keyPath: 'variantId' });
    const recalls = database.createObjectStore('recalls', { keyPath: 'id' });
    recalls.createIndex('variantId', 'variantId');
  },
  (database) => {
    // What takes told about the person's voice: one row, kept only where they agreed to it, and in no backup.
    database.createObjectStore('voices');
  },
  async (_database, transaction) => {
    // With years of takes, neither the latest nor the unfinished ones can be looked for among all of them.
    const takes = transaction.objectStore('takes');
    takes.createIndex('startedAt', 'log.startedAt');
    // Only an unfinished take has a number there, so this index holds no others.
    takes.createIndex('unfinished', 'unfinished');
    for await (const cursor of takes) {
      const over = cursor.value.deletedAt !== null || cursor.value.log?.events?.at(-1)?.kind === 'stopped';
      if (!over) await cursor.update({ ...cursor.value, unfinished: 1 });
    }
  },
  (_database, transaction) => {
    // The latest of a script's many revisions is looked for at every burst of writing.
    transaction.objectStore('revisions').createIndex('keptAt', ['variantId', 'keptAt']);
  },
];
