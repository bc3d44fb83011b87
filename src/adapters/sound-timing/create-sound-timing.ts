import type { Stretch } from '../../domain/delivery/detect-speech';
import type { HeardTake } from '../../domain/review/heard-take';
import type { SoundTimingError } from '../../domain/review/sound-timing-error';
import type { SentenceReading } from '../../domain/sound-alignment/sentence-reading';
import type { SoundSums } from '../../domain/sound-alignment/sound-model';
import { decodeRecording } from './decode-recording';
import { isTimingReply, type TimingRequest } from './protocol';

export type TimedRecording =
  /** `voice`: what the take told about it, `null` where its sounds could not be used. */
  { ok: true; heard: HeardTake; voice: SoundSums | null } | { ok: false; error: SoundTimingError };

/** Finds out when each sentence of a take was said, from its recording alone and off the page's thread. */
export interface SoundTiming {
  /**
   * `readings`: one for each sentence of the script; `gaps`: where no sound came in, ms of the recording; `voice`: what
   * earlier takes told about it. Never rejects but by mistake.
   */
  time(
    recording: Blob,
    readings: readonly SentenceReading[],
    options?: {
      gaps?: readonly Stretch[];
      voice?: SoundSums | null;
      signal?: AbortSignal;
      onProgress?: (ratio: number) => void;
    },
  ): Promise<TimedRecording>;
  /** Ends what is under way; that and later calls give `cancelled`. */
  close(): void;
}

export interface SoundTimingOptions {
  createWorker?: () => Worker;
  /** A worker that gives no sign of life (progress is one) for so long has failed. */
  silenceMs?: number;
}

function createTimingWorker(): Worker {
  return new Worker(new URL('./worker/timing-worker.ts', import.meta.url), { type: 'module' });
}

/**
 * One worker for each take, ended with its answer: so all the memory comes back (a take of five minutes takes some
 * tens of MB), and what is not wanted any more can be ended in mid-work.
 */
export function createSoundTiming({
  createWorker = createTimingWorker,
  silenceMs = 30_000,
}: SoundTimingOptions = {}): SoundTiming {
  const closing = new AbortController();

  function timeInWorker(
    request: TimingRequest,
    signal: AbortSignal,
    onProgress: (ratio: number) => void,
  ): Promise<TimedRecording> {
    return new Promise((settle) => {
      const listening = new AbortController();
      let worker: Worker | undefined;
      let silence: ReturnType<typeof setTimeout> | undefined;
      const end = (result: TimedRecording): void => {
        clearTimeout(silence);
        listening.abort();
        worker?.terminate();
        settle(result);
      };
      const fail = (kind: SoundTimingError['kind']) => end({ ok: false, error: { kind } });
      const watchSilence = (): void => {
        clearTimeout(silence);
        silence = setTimeout(() => fail('timed-out'), silenceMs);
      };
      try {
        worker = createWorker();
      } catch {
        // Workers are forbidden here, or too many.
        return fail('worker-lost');
      }
      const heard = { signal: listening.signal };
      signal.addEventListener('abort', () => fail('cancelled'), heard);
      worker.addEventListener('error', () => fail('worker-lost'), heard);
      worker.addEventListener('messageerror', () => fail('worker-lost'), heard);
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<unknown>) => {
          if (!isTimingReply(data)) return fail('worker-lost');
          if (data.kind === 'timed') return end({ ok: true, heard: data.heard, voice: data.voice });
          watchSilence();
          onProgress(data.ratio);
        },
        heard,
      );
      worker.postMessage(request, [request.samples.buffer]);
      watchSilence();
    });
  }

  return {
    async time(recording, readings, { gaps = [], voice = null, signal, onProgress = () => {} } = {}) {
      const ending = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      const cancelled = { ok: false, error: { kind: 'cancelled' } } as const;
      if (ending.aborted) return cancelled;
      const samples = await decodeRecording(recording);
      if (ending.aborted) return cancelled;
      if (!samples) return { ok: false, error: { kind: 'undecodable' } };
      return timeInWorker({ samples, readings, gaps, voice }, ending, onProgress);
    },
    close: () => closing.abort(),
  };
}
