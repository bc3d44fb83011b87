import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Preparation } from '../../domain/memorising/preparation';
import type { Recall } from '../../domain/memorising/recall';
import type { Pitch, Revision, Variant } from '../../domain/pitch/pitch';
import type { Take } from '../../domain/rehearsal/take';
import type { HeardTake } from '../../domain/review/heard-take';
import type { Settings } from '../../domain/settings/settings';
import type { KeptVoice } from '../../domain/voice-memory/kept-voice';

export const DATABASE_NAME = 'ippun';

/** The one row of the settings store. */
export const SETTINGS_KEY = 'settings';

/**
 * A piece of a take's recording. Bytes, not a Blob: Safari has lost Blobs kept in IndexedDB, and bytes are copied
 * into the transaction, so what is committed needs nothing else to be readable.
 */
export interface RecordingChunk {
  takeId: string;
  /** Place in the recording, from 0. */
  index: number;
  /** MIME type as the recorder gave it; empty where it gave none. */
  type: string;
  bytes: ArrayBuffer;
}

/** A take as it lies in the database: one that has no end says so, to be found again should its tab be killed. */
export type StoredTake = Take & { unfinished?: 1 };

/** The one row of the voices store. */
export const VOICE_KEY = 'own';

/** What the sound of a take told, kept so that it is worked out once; its parts carry the version of their method. */
export interface StoredTiming extends HeardTake {
  takeId: string;
}

/** The database as the newest step of `migrations.ts` leaves it. */
export interface IppunSchema extends DBSchema {
  pitches: { key: string; value: Pitch; indexes: { deletedAt: number } };
  variants: { key: string; value: Variant; indexes: { pitchId: string; deletedAt: number } };
  revisions: {
    key: string;
    value: Revision;
    indexes: { variantId: string; keptAt: [variantId: string, keptAt: number] };
  };
  takes: {
    key: string;
    value: StoredTake;
    indexes: { variantId: string; deletedAt: number; startedAt: number; unfinished: number };
  };
  recordingChunks: { key: [takeId: string, index: number]; value: RecordingChunk };
  arrivingChunks: { key: [takeId: string, index: number]; value: RecordingChunk };
  settings: { key: string; value: Settings };
  takeTimings: { key: string; value: StoredTiming };
  preparations: { key: string; value: Preparation };
  voices: { key: string; value: KeptVoice };
  recalls: { key: string; value: Recall; indexes: { variantId: string } };
}

export type StoreName = StoreNames<IppunSchema>;
export type Database = IDBPDatabase<IppunSchema>;
export type Transaction<Names extends StoreName, Mode extends IDBTransactionMode> = IDBPTransaction<
  IppunSchema,
  Names[],
  Mode
>;

/** What a person has made and all that belongs to it. */
export const OWNED_STORES = [
  'pitches',
  'variants',
  'revisions',
  'takes',
  'recordingChunks',
  'takeTimings',
  'preparations',
  'recalls',
] as const satisfies StoreName[];

/** All keys of two parts that begin with `id` and go on with a number: the pieces of a take's recording, say. */
export function keysOf(id: string): IDBKeyRange {
  // An array sorts after every number, so this ends after the last there can be.
  return IDBKeyRange.bound([id], [id, []]);
}
