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
  /**
   * Adds an event, stamped now. Of what a recogniser says several times a second, each time the whole session, only
   * what is new and final enters the log at once; of the rest, the latest with the next save or event.
   */
  append(event: Unstamped): void;
  /** The whole text as typed so far; it enters the log with the next save, not with every key. */
  typed(text: string): void;
  recordingBegan(mimeType: string): void;
  /**
   * Keeps a piece of the recording. Pieces are written in their order; one that storage refuses waits with all that
   * follow and is tried again with each, so that what is kept is always the recording's beginning, without a hole.
   */
  keepChunk(chunk: Blob, index: number): void;
  /** Stops the clock now; `append` still takes what devices deliver late, stamped with this moment. */
  stopClock(): void;
  /** Writes the end and everything outstanding; returns the finished take. */
  finish(): Promise<Take>;
}

/** An event that says again all that one like it said before, and more. */
type Held = Extract<TakeEvent, { kind: 'recognised' | 'typed' }>;

const isSameSession = (a: Held, b: Held): boolean =>
  a.kind === 'recognised' && b.kind === 'recognised' && a.session === b.session;

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
  /** What the log holds of it is out of date; stamped when it came. */
  let unsettled: Held | null = null;
  /** Final parts of the session heard last that are in the log. */
  let settledFinals = { session: 0, count: 0 };
  let saving: Promise<void> = Promise.resolve();
  const unwritten: { chunk: Blob; index: number }[] = [];
  let writing: Promise<void> = Promise.resolve();

  const atMs = (): number => stoppedAtMs ?? Math.round(ports.clock.nowMs() - beganAtMs);

  const trouble = (error: StorageError): void => {
    if (!troubled) onTrouble(error);
    troubled = true;
  };

  const settle = (): void => {
    if (unsettled) take = { ...take, log: appendEvent(take.log, unsettled) };
    unsettled = null;
  };

  const hold = (event: Held): void => {
    const replaces =
      unsettled?.kind === event.kind && (event.kind === 'typed' || isSameSession(unsettled, event));
    if (!replaces) settle();
    unsettled = event;
  };

  const append = (event: Unstamped): void => {
    const stamped = { ...event, atMs: atMs() } as TakeEvent;
    if (stamped.kind === 'recognised') {
      hold(stamped);
      const { session } = stamped;
      const count = stamped.parts.filter((part) => part.final).length;
      if (count > (session === settledFinals.session ? settledFinals.count : 0)) settle();
      settledFinals = { session, count };
    } else {
      settle();
      take = { ...take, log: appendEvent(take.log, stamped) };
    }
  };

  const save = async (): Promise<void> => {
    settle();
    take = { ...take, aliveAtMs: atMs() };
    const result = await ports.storage.saveTake(take);
    if (!result.ok) trouble(result.error);
  };

  const writeChunks = async (): Promise<void> => {
    for (let next = unwritten[0]; next; next = unwritten[0]) {
      const result = await ports.storage.appendRecordingChunk(take.id, next.index, next.chunk);
      if (!result.ok) return trouble(result.error);
      unwritten.shift();
    }
  };

  let cancelNext = (): void => {};
  const saveAndRepeat = async (): Promise<void> => {
    saving = save();
    await saving;
    if (stoppedAtMs === null) cancelNext = ports.clock.schedule(SAVE_EVERY_MS, () => void saveAndRepeat());
  };
  void saveAndRepeat();

  return {
    atMs,
    elapsedMs: () => takeDurationMs(take.log, atMs()),
    append,
    typed: (text) => {
      hold({ kind: 'typed', by: 'speaker', text, atMs: atMs() });
    },
    recordingBegan: (mimeType) => {
      take = { ...take, recordingType: mimeType };
    },
    keepChunk: (chunk, index) => {
      unwritten.push({ chunk, index });
      writing = writing.then(writeChunks);
    },
    stopClock: () => {
      stoppedAtMs ??= atMs();
      cancelNext();
    },
    finish: async () => {
      stoppedAtMs ??= atMs();
      cancelNext();
      // A save still on its way must not land after the finished take and take its end away again.
      await Promise.all([saving, writing]);
      await writeChunks();
      if (unwritten.length > 0) append({ kind: 'recording-ended', by: 'device' });
      append({ kind: 'stopped', by: 'speaker' });
      return { ...take, aliveAtMs: stoppedAtMs };
    },
  };
}
