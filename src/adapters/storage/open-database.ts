import { openDB } from 'idb';
import type { StorageError } from '../../domain/storage/storage-error';
import type { Migration } from './migrations';
import type { Database } from './schema';
import { isLostConnection, storageErrorOf } from './storage-failure';

/** How long another tab may take to close its older database before the person is told, in ms. */
const BLOCKED_GRACE_MS = 2000;
/** After this the database counts as unavailable: Safari has been seen never to answer (WebKit bug 226547), in ms. */
const OPEN_TIMEOUT_MS = 10_000;

export interface DatabaseOptions {
  name: string;
  migrations: readonly Migration[];
  /** The connection had to close, because another tab is upgrading the database. */
  onClosedForUpgrade(): void;
}

export interface DatabaseConnection {
  /**
   * Runs `work` on the open database, opening it first where it is not. A connection that was closed from outside is
   * opened again and `work` repeated once, so `work` commits in its last transaction or can be repeated.
   */
  use<T extends { ok: boolean }>(
    work: (database: Database) => Promise<T>,
  ): Promise<T | { ok: false; error: StorageError }>;
  close(): void;
}

type Opened = { ok: true; database: Database } | { ok: false; error: StorageError };

/** A connection that opens on first use; version = number of migrations. */
export function connectDatabase(options: DatabaseOptions): DatabaseConnection {
  let answer: Promise<Opened> | null = null;
  let current: Database | null = null;
  let closed = false;

  const forget = (database: Database | null): void => {
    if (database === null || database !== current) return;
    current = null;
    answer = null;
  };

  /** Answers within a bounded time. An opening that takes longer goes on, and what it opens serves later uses. */
  const start = (): Promise<Opened> =>
    new Promise((resolve) => {
      const giveUpAfter = (delayMs: number, kind: 'unavailable' | 'blocked-by-other-tab') =>
        setTimeout(() => resolve({ ok: false, error: { kind } }), delayMs);
      const timers = [giveUpAfter(OPEN_TIMEOUT_MS, 'unavailable')];
      const settle = (opened: Opened): void => {
        for (const timer of timers) clearTimeout(timer);
        if (opened.ok && closed) opened.database.close();
        if (opened.ok) current = opened.database;
        // A failure is not remembered: the next use tries again.
        answer = opened.ok ? Promise.resolve(opened) : null;
        resolve(opened);
      };
      openAndMigrate(
        options,
        () => timers.push(giveUpAfter(BLOCKED_GRACE_MS, 'blocked-by-other-tab')),
        forget,
      ).then(
        (database) => settle({ ok: true, database }),
        (cause) => {
          const error = storageErrorOf(cause);
          // A migration that throws leaves the old database untouched, and nothing of it can be used.
          if (error === null) reportError(cause);
          settle({ ok: false, error: error ?? { kind: 'unavailable' } });
        },
      );
    });

  const open = (): Promise<Opened> => {
    answer ??= start();
    return answer;
  };

  return {
    use: async (work) => {
      for (let attempt = 1; ; attempt += 1) {
        const opened = await open();
        if (!opened.ok) return opened;
        try {
          return await work(opened.database);
        } catch (cause) {
          const lost = isLostConnection(cause) && (current !== opened.database || !isOpen(opened.database));
          if (lost && !closed && attempt === 1) {
            forget(opened.database);
            continue;
          }
          const error = storageErrorOf(cause);
          if (error === null) throw cause;
          return { ok: false, error };
        }
      }
    },
    close: () => {
      closed = true;
      current?.close();
      forget(current);
    },
  };
}

/** Whether a transaction can still be started: there is no property that tells. */
function isOpen(database: Database): boolean {
  try {
    database.transaction('settings').done.catch(() => {});
    return true;
  } catch {
    return false;
  }
}

async function openAndMigrate(
  { name, migrations, onClosedForUpgrade }: DatabaseOptions,
  onBlocked: () => void,
  forget: (database: Database | null) => void,
): Promise<Database> {
  // Absent in some private windows; reading it throws a SecurityError where cookies are refused.
  if (globalThis.indexedDB === undefined) throw new DOMException('No IndexedDB here.', 'NotAllowedError');
  let failure: unknown = null;
  const version = migrations.length;
  try {
    const database: Database = await openDB(name, version, {
      upgrade: (upgrading, oldVersion, _newVersion, transaction) => {
        const run = async (): Promise<void> => {
          for (const migration of migrations.slice(oldVersion)) {
            await migration(upgrading as never, transaction as never);
          }
        };
        run().catch((cause) => {
          failure = cause;
          try {
            transaction.abort();
          } catch {
            // It has aborted by itself.
          }
        });
        // Its end is seen by whoever opens.
        transaction.done.catch(() => {});
      },
      blocked: onBlocked,
      blocking: (_oldVersion, newVersion) => {
        database.close();
        forget(database);
        // Without a new version the database is being deleted, which the browser does at the person's wish.
        if (newVersion !== null) onClosedForUpgrade();
      },
      terminated: () => forget(database),
    });
    return database;
  } catch (cause) {
    throw failure ?? cause;
  }
}
