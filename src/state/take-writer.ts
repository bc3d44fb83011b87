import type { Take } from '../domain/rehearsal/take';
import { appendEvent, type TakeEvent, takeDurationMs } from '../domain/rehearsal/take-log';
import type { StorageError } from '../domain/storage/storage-error';
import type { Ports } from './ports';

/** An event before it is stamped. */
export type Unstamped<E = TakeEvent> = E extends TakeEvent ? Omit<E, 'atMs'> : never;

/** A take being spoken: its log in memory, and on disk never more than a second behind. */
export interface TakeWriter {
  /** Ms since the take began, pauses included. */
  atMs(): number;
  /** Ms on the person's clock: without the pauses. */
  elapsedMs(): number;
  append(event: Unstamped): void;
  /** The whole text as typed so far; it enters the log with the next save, not with every key. */
  typed(text: string): void;
  recordingBegan(mimeType: string): void;
  keepChunk(chunk: Blob, index: number): void;
  /** Stops the clock now; `append` still takes what devices deliver late, stamped with this moment. */
  stopClock(): void;
  /** Writes the end and everything outstanding; returns the finished take. */
  finish(): Promise<Take>;
}

/** How often a running take is saved, in ms: what a killed tab can lose. */
const SAVE_EVERY_MS = 1000;

export function openTakeWriter(
  ports: Pick<Ports, 'storage' | 'clock'>,
  begun: Take,
  onTrouble: (error: StorageError) => void,
): TakeWriter {
  let take = begun;
  const beganAtMs = ports.clock.nowMs();
  let stoppedAtMs: number | null = null;
  let troubled = false;
  let typedSinceSave: string | null = null;
  const chunkWrites: Promise<void>[] = [];

  const atMs = (): number => stoppedAtMs ?? Math.round(ports.clock.nowMs() - beganAtMs);

  const trouble = (error: StorageError): void => {
    if (!troubled) onTrouble(error);
    troubled = true;
  };

  const append = (event: Unstamped): void => {
    take = { ...take, log: appendEvent(take.log, { ...event, atMs: atMs() } as TakeEvent) };
  };

  const appendTyped = (): void => {
    if (typedSinceSave !== null) append({ kind: 'typed', by: 'speaker', text: typedSinceSave });
    typedSinceSave = null;
  };

  const save = async (): Promise<void> => {
    appendTyped();
    take = { ...take, aliveAtMs: atMs() };
    const result = await ports.storage.saveTake(take);
    if (!result.ok) trouble(result.error);
  };

  let cancelNext = (): void => {};
  const saveAndRepeat = async (): Promise<void> => {
    await save();
    if (stoppedAtMs === null) cancelNext = ports.clock.schedule(SAVE_EVERY_MS, () => void saveAndRepeat());
  };
  void saveAndRepeat();

  return {
    atMs,
    elapsedMs: () => takeDurationMs(take.log, atMs()),
    append,
    typed: (text) => {
      typedSinceSave = text;
    },
    recordingBegan: (mimeType) => {
      take = { ...take, recordingType: mimeType };
    },
    keepChunk: (chunk, index) => {
      const write = async (): Promise<void> => {
        const result = await ports.storage.appendRecordingChunk(take.id, index, chunk);
        if (!result.ok) trouble(result.error);
      };
      chunkWrites.push(write());
    },
    stopClock: () => {
      stoppedAtMs ??= atMs();
      cancelNext();
    },
    finish: async () => {
      stoppedAtMs ??= atMs();
      cancelNext();
      appendTyped();
      append({ kind: 'stopped', by: 'speaker' });
      await Promise.all(chunkWrites);
      return { ...take, aliveAtMs: stoppedAtMs };
    },
  };
}
