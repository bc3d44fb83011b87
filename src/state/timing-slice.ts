import type { Take } from '../domain/rehearsal/take';
import type { TimingFailure } from '../domain/review/sound-timing-error';
import type { TakeTiming } from '../domain/sound-alignment/time-take';
import { splitSentences } from '../domain/text/sentences';
import type { Slice } from './app-state';
import type { Ports } from './ports';
import { scriptOf } from './take-texts';

/** How far the timing of a take's sentences is. */
export type TimingProgress =
  /** `ratio`: share of the work done, 0–1. */
  | { kind: 'under-way'; ratio: number }
  | { kind: 'ready'; timing: TakeTiming }
  | { kind: 'failed'; error: TimingFailure };

export interface TimingSlice {
  /** By take id, of the takes asked for so far. */
  timings: Record<string, TimingProgress>;
  /**
   * Finds out when each sentence of a take was said: from what is kept, else from the recording. Takes asked for
   * are worked on one after the other; asking again does nothing, save after a failure, when it tries again.
   */
  timingWanted(take: Take): void;
  /** Shows the timings of these takes that are kept; nothing is worked out. */
  keptTimingsWanted(takeIds: readonly string[]): Promise<void>;
  /** Nobody waits for it any more; what has been begun is ended. */
  timingUnwanted(takeId: string): void;
}

export const createTimingSlice = (
  ports: Pick<Ports, 'storage' | 'analyzer' | 'soundTiming'>,
): Slice<TimingSlice> => {
  /** In the order in which they were asked for. */
  const wanted = new Set<{ take: Take; ending: AbortController }>();
  let working = false;

  return (set, get) => {
    const show = (takeId: string, progress: TimingProgress): void =>
      set((state) => ({ timings: { ...state.timings, [takeId]: progress } }));

    const forget = (takeId: string): void =>
      set(({ timings: { [takeId]: _forgotten, ...timings } }) => ({ timings }));

    const time = async (take: Take, signal: AbortSignal): Promise<TimingProgress> => {
      const failed = (error: TimingFailure): TimingProgress => ({ kind: 'failed', error });
      const kept = await ports.storage.timing(take.id);
      if (kept.ok && kept.timing) return { kind: 'ready', timing: kept.timing };
      const recording = await get().recordingOf(take.id);
      if (!recording) return failed({ kind: 'no-recording' });
      const sentences = splitSentences(scriptOf(take, get().revisions)).map(({ text }) => text);
      const analysed = await ports.analyzer.analyze(sentences, get().settings.readingCorrections);
      if (!analysed.ok) return failed({ kind: 'no-dictionary' });
      // Sounds are of use to a review alone, and stay out of the first load.
      const { readSentence } = await import('../domain/sound-alignment/sentence-reading');
      const readings = analysed.analyses.map(({ text, spans }) => readSentence(text, spans));
      const onProgress = (ratio: number): void => {
        if (!signal.aborted) show(take.id, { kind: 'under-way', ratio });
      };
      const result = await ports.soundTiming.time(recording, readings, { signal, onProgress });
      if (!result.ok) return failed(result.error);
      // Where it cannot be kept it is worked out again: nothing is lost but time.
      void ports.storage.saveTiming(take.id, result.timing);
      return { kind: 'ready', timing: result.timing };
    };

    const workOff = async (): Promise<void> => {
      if (working) return;
      working = true;
      try {
        for (const wish of wanted) {
          const { signal } = wish.ending;
          const progress = await time(wish.take, signal);
          if (!signal.aborted) show(wish.take.id, progress);
          wanted.delete(wish);
        }
      } finally {
        working = false;
      }
    };

    return {
      timings: {},
      timingWanted: (take) => {
        const known = get().timings[take.id];
        if (known && known.kind !== 'failed') return;
        wanted.add({ take, ending: new AbortController() });
        show(take.id, { kind: 'under-way', ratio: 0 });
        void workOff();
      },
      keptTimingsWanted: async (takeIds) => {
        for (const takeId of takeIds) {
          if (get().timings[takeId]) continue;
          const kept = await ports.storage.timing(takeId);
          if (!kept.ok) return;
          if (kept.timing && !get().timings[takeId]) show(takeId, { kind: 'ready', timing: kept.timing });
        }
      },
      timingUnwanted: (takeId) => {
        for (const wish of wanted) {
          if (wish.take.id !== takeId) continue;
          wanted.delete(wish);
          wish.ending.abort();
          forget(takeId);
        }
      },
    };
  };
};
