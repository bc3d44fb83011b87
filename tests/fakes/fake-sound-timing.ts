import type { SoundTiming, TimedRecording } from '../../src/adapters/sound-timing/create-sound-timing';
import type { Stretch } from '../../src/domain/delivery/detect-speech';
import type { HeardTake } from '../../src/domain/review/heard-take';
import type { SoundTimingError } from '../../src/domain/review/sound-timing-error';
import type { SentenceReading } from '../../src/domain/sound-alignment/sentence-reading';
import type { SoundSums } from '../../src/domain/sound-alignment/sound-model';

/** Answers when the test says so, in place of a worker that listens to sound. */
export interface FakeSoundTiming extends SoundTiming {
  /** Readings asked for, call by call. */
  readonly asked: readonly (readonly SentenceReading[])[];
  /** Where no sound came in, call by call. */
  readonly gaps: readonly (readonly Stretch[])[];
  /** What was known of the voice, call by call. */
  readonly voices: readonly (SoundSums | null)[];
  /** How many wait for an answer. */
  waitingCount(): number;
  tellProgress(ratio: number): void;
  /** Answers the call that has waited longest. */
  answer(heard: HeardTake, voice?: SoundSums | null): void;
  fail(error: SoundTimingError): void;
  closed(): boolean;
}

interface Waiting {
  onProgress(ratio: number): void;
  settle(result: TimedRecording): void;
}

export function createFakeSoundTiming(): FakeSoundTiming {
  const asked: SentenceReading[][] = [];
  const gapsAsked: (readonly Stretch[])[] = [];
  const voices: (SoundSums | null)[] = [];
  const waiting: Waiting[] = [];
  let closed = false;
  const cancelled: TimedRecording = { ok: false, error: { kind: 'cancelled' } };
  const settleNext = (result: TimedRecording): void => {
    const next = waiting.shift();
    if (!next) throw new Error('Nobody waits for a timing.');
    next.settle(result);
  };
  return {
    asked,
    waitingCount: () => waiting.length,
    tellProgress: (ratio) => waiting[0]?.onProgress(ratio),
    gaps: gapsAsked,
    voices,
    answer: (heard, voice = null) => settleNext({ ok: true, heard, voice }),
    fail: (error) => settleNext({ ok: false, error }),
    closed: () => closed,
    time: (_recording, readings, { gaps = [], voice = null, signal, onProgress = () => {} } = {}) => {
      asked.push([...readings]);
      gapsAsked.push(gaps);
      voices.push(voice);
      if (closed || signal?.aborted) return Promise.resolve(cancelled);
      return new Promise((settle) => {
        const call = { onProgress, settle };
        waiting.push(call);
        signal?.addEventListener('abort', () => {
          waiting.splice(waiting.indexOf(call), 1);
          settle(cancelled);
        });
      });
    },
    close: () => {
      closed = true;
      for (const { settle } of waiting.splice(0)) settle(cancelled);
    },
  };
}
