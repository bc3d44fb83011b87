import type { Take } from '../domain/rehearsal/take';
import type { HeardTake } from '../domain/review/heard-take';
import type { TimingFailure } from '../domain/review/sound-timing-error';
import type { Slice } from './app-state';
import type { TimingPorts } from './time-recording';

/** How far the timing of a take's sentences is. */
export type TimingProgress =
  /** `ratio`: share of the work done, 0–1. */
  | { kind: 'under-way'; ratio: number }
  | { kind: 'ready'; heard: HeardTake }
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
  /** Takes that the kept voice stands on; `null` until asked for. */
  voiceTakes: number | null;
  voiceWanted(): Promise<void>;
  /** Forgets the voice that was kept. */
  voiceForgotten(): void;
  /** Whether voices are kept from now on; without consent nothing stays kept. */
  voiceConsented(agreed: boolean): void;
}

export const createTimingSlice = (ports: TimingPorts): Slice<TimingSlice> => {
  /** In the order in which they were asked for. */
  const wanted = new Set<{ take: Take; ending: AbortController }>();
  let working = false;

  return (set, get) => {
    const show = (takeId: string, progress: TimingProgress): void =>
      set((state) => ({ timings: { ...state.timings, [takeId]: progress } }));

    const forget = (takeId: string): void =>
      set(({ timings: { [takeId]: _forgotten, ...timings } }) => ({ timings }));

    const workOff = async (): Promise<void> => {
      if (working) return;
      working = true;
      try {
        // It is of use to a review alone, and stays out of the first load.
        const { timeRecording } = await import('./time-recording');
        for (const wish of wanted) {
          const { take, ending } = wish;
          const { signal } = ending;
          const onProgress = (ratio: number): void => {
            if (!signal.aborted) show(take.id, { kind: 'under-way', ratio });
          };
          const progress = await timeRecording(ports, set, get, take, { signal, onProgress });
          if (!signal.aborted) show(take.id, progress);
          wanted.delete(wish);
        }
      } finally {
        working = false;
      }
    };

    return {
      timings: {},
      voiceTakes: null,
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
          const kept = await ports.storage.heardTake(takeId);
          if (!kept.ok) return;
          if (kept.heard && !get().timings[takeId]) show(takeId, { kind: 'ready', heard: kept.heard });
        }
      },
      voiceWanted: async () => {
        const kept = await ports.storage.voice();
        if (kept.ok) set({ voiceTakes: kept.voice?.takeIds.length ?? 0 });
      },
      voiceForgotten: () => {
        set({ voiceTakes: 0 });
        void ports.storage.saveVoice(null).then((saved) => {
          if (!saved.ok) get().storageTroubled(saved.error);
        });
      },
      voiceConsented: (agreed) => {
        get().settingsChanged({ keepVoice: agreed });
        if (!agreed) get().voiceForgotten();
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
