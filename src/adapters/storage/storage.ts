import type { Preparation } from '../../domain/memorising/preparation';
import type { Recall } from '../../domain/memorising/recall';
import type { Pitch, Revision, Variant } from '../../domain/pitch/pitch';
import type { Take } from '../../domain/rehearsal/take';
import type { HeardTake } from '../../domain/review/heard-take';
import type { Settings } from '../../domain/settings/settings';
import type { BackupError, RestoreCounts } from '../../domain/storage/backup-error';
import type { StorageChange, StorageUsage } from '../../domain/storage/storage-change';
import type { StorageError, Stored, UnreadableRow } from '../../domain/storage/storage-error';
import type { KeptVoice } from '../../domain/voice-memory/kept-voice';
import type { Backup } from './backup/backup-file';

export interface Library {
  /** Rows marked as deleted included. */
  pitches: Pitch[];
  variants: Variant[];
  settings: Settings;
  /** Rows of pitches and variants that cannot be read; they stay where they are. */
  unreadable: UnreadableRow[];
}

export type SavedVariant =
  | { ok: true; variant: Variant }
  /** Another tab has saved since; `theirs` is what is stored, and nothing was written. */
  | { ok: false; kind: 'changed-elsewhere'; theirs: Variant }
  | { ok: false; error: StorageError };

/** `add` keeps what is here and adds what is not; `replace` leaves exactly what the backup holds. */
export type RestoreMode = 'add' | 'replace';

/** Everything a person makes, kept in this browser. Failures are values; nothing here rejects but by mistake. */
export interface Storage {
  load(): Promise<Stored<Library>>;
  /** One variant as stored now; `null` where there is none or it cannot be read. */
  variant(id: string): Promise<Variant | null>;
  savePitch(pitch: Pitch): Promise<Stored>;
  /**
   * Writes only where the stored save count is `expectedSaveCount` (0 for a new variant), and raises it by one. A
   * variant that is no longer stored is stored anew: its words are on someone's screen.
   */
  saveVariant(variant: Variant, expectedSaveCount: number): Promise<SavedVariant>;
  /** The revision holding `script`: the variant's latest where that has the same script, else a new one, `newId`. */
  keepRevision(
    variantId: string,
    script: string,
    keptAt: number,
    newId: string,
  ): Promise<Stored<{ revision: Revision }>>;
  revision(id: string): Promise<Stored<{ revision: Revision | null }>>;
  revisionsOf(variantIds: readonly string[]): Promise<Stored<{ revisions: Revision[] }>>;

  /** Takes of the variants, deleted ones included, in no order. */
  takesOf(variantIds: readonly string[]): Promise<Stored<{ takes: Take[]; unreadable: UnreadableRow[] }>>;
  /** The takes that began last, of all variants, deleted and unfinished ones included, with their scripts. */
  latestTakes(count: number): Promise<Stored<{ takes: Take[]; revisions: Revision[] }>>;
  /** How many takes of the variants have ended and are not deleted. */
  countTakes(variantIds: readonly string[]): Promise<Stored<{ count: number }>>;
  /** Writes a take, in progress or ended. One in progress counts as this tab's until it ends or the tab does. */
  saveTake(take: Take): Promise<Stored>;
  /** `index` counts from 0; writing the same index again replaces the piece. */
  appendRecordingChunk(takeId: string, index: number, piece: Blob | ArrayBuffer): Promise<Stored>;
  /** The pieces of a take's recording joined in order; `null` where there are none. */
  recording(takeId: string): Promise<Stored<{ recording: Blob | null }>>;
  /** Removes the recording alone, and its type from the take; what its sound told stays. */
  removeRecording(takeId: string): Promise<Stored>;
  /**
   * What the sound of a take told, by today's method; `null` where that is not kept. Worked out from the recording, it
   * is no part of a backup.
   */
  heardTake(takeId: string): Promise<Stored<{ heard: HeardTake | null }>>;
  /** Keeps it in place of what an earlier method told. */
  saveHeardTake(takeId: string, heard: HeardTake): Promise<Stored>;
  /** What takes told about the person's voice, by today's method; `null` where nothing is kept. In no backup. */
  voice(): Promise<Stored<{ voice: KeptVoice | null }>>;
  /** Keeps it in place of what was kept; `null` removes it. */
  saveVoice(voice: KeptVoice | null): Promise<Stored>;
  /** Takes that have no end and that no open tab is in the middle of: what a killed tab left behind. */
  unfinishedTakes(): Promise<Stored<{ takes: Take[] }>>;

  /** What is set for learning the variants by heart; those without have no row. */
  preparationsOf(variantIds: readonly string[]): Promise<Stored<{ preparations: Preparation[] }>>;
  savePreparation(preparation: Preparation): Promise<Stored>;
  /** Recalls of the variants, in no order. */
  recallsOf(variantIds: readonly string[]): Promise<Stored<{ recalls: Recall[] }>>;
  saveRecall(recall: Recall): Promise<Stored>;

  saveSettings(settings: Settings): Promise<Stored>;

  /** Removes for good what was deleted before `deletedBefore` (epoch ms), with all that belongs to it. */
  purge(deletedBefore: number): Promise<Stored>;
  removeEverything(): Promise<Stored>;

  usage(): Promise<StorageUsage>;
  /** Asks the browser not to clear this storage by itself; whether it promises. */
  requestPersistence(): Promise<boolean>;

  /** Tells what other tabs keep and remove, until the returned function is called. */
  changes(listener: (change: StorageChange) => void): () => void;
  /** Tells when the database had to be closed for a newer version in another tab, until the returned function is called. */
  interruptions(listener: (error: StorageError) => void): () => void;

  /**
   * Writes everything into one file. `exportedAt` in epoch ms. `leftOut` are rows that cannot be read or whose owner
   * is missing. `onProgress` is told a ratio from 0 to 1.
   */
  exportBackup(
    exportedAt: number,
    onProgress?: (ratio: number) => void,
  ): Promise<Stored<{ file: Blob; leftOut: UnreadableRow[] }> | { ok: false; error: BackupError }>;
  /** Reads a backup file and checks every line of it; nothing is stored by that. */
  readBackup(
    file: Blob,
    onProgress?: (ratio: number) => void,
  ): Promise<{ ok: true; backup: Backup } | { ok: false; error: BackupError }>;
  /** Puts a backup that `readBackup` has accepted in place: all of it or nothing. */
  restore(
    backup: Backup,
    mode: RestoreMode,
    onProgress?: (ratio: number) => void,
  ): Promise<{ ok: true; counts: RestoreCounts } | { ok: false; error: StorageError | BackupError }>;

  /** Lets go of the database, the other tabs and the takes in progress. */
  close(): void;
}
