import type { Occasion } from '../domain/pitch/occasion';
import type { ReadingCorrection } from '../domain/reading/read-aloud';
import { DEFAULT_SETTINGS, type Settings } from '../domain/settings/settings';
import type { Slice } from './app-state';
import type { Ports } from './ports';

export interface SettingsSlice {
  settings: Settings;
  offline: { offlineReady: boolean; updateReady: boolean };
  settingsChanged(change: Partial<Settings>): void;
  readingCorrected(correction: ReadingCorrection): void;
  readingForgotten(surface: string): void;
  /** Changes the list of occasions as it is at that moment (`null`: the built-in one); `newId` is for one that is added. */
  occasionsChanged(next: (kept: Occasion[] | null, newId: string) => Occasion[] | null): void;
  updateAccepted(): void;
}

export const createSettingsSlice =
  (ports: Pick<Ports, 'storage' | 'offline' | 'newId'>): Slice<SettingsSlice> =>
  (set, get) => {
    const change = async (part: Partial<Settings>): Promise<void> => {
      const settings = { ...get().settings, ...part };
      set({ settings });
      const result = await ports.storage.saveSettings(settings);
      if (!result.ok) get().storageTroubled(result.error);
    };
    const changeReadings = (readingCorrections: ReadingCorrection[]): void => {
      void change({ readingCorrections });
      get().readingsChanged();
    };
    ports.offline.subscribe((offline) => set({ offline }));

    return {
      settings: DEFAULT_SETTINGS,
      offline: { offlineReady: false, updateReady: false },
      settingsChanged: (part) => void change(part),
      readingCorrected: (correction) => {
        const others = get().settings.readingCorrections.filter(
          (other) => other.surface !== correction.surface,
        );
        changeReadings([...others, correction]);
      },
      readingForgotten: (surface) =>
        changeReadings(get().settings.readingCorrections.filter((other) => other.surface !== surface)),
      occasionsChanged: (next) => void change({ occasions: next(get().settings.occasions, ports.newId()) }),
      updateAccepted: () => ports.offline.applyUpdate(),
    };
  };
