import { createStore, type StoreApi } from 'zustand/vanilla';
import { createAnalysisSlice } from './analysis-slice';
import type { AppState } from './app-state';
import { createEditorSlice } from './editor-slice';
import { createFittingSlice } from './fitting-slice';
import { createKeepingSlice } from './keeping-slice';
import { createLibrarySlice } from './library-slice';
import { createMemorySlice } from './memory-slice';
import { createNoticeSlice } from './notice-slice';
import type { Ports } from './ports';
import { createRecognitionSlice } from './recognition-slice';
import { createRehearsalSlice } from './rehearsal-slice';
import { createRevisionSlice } from './revision-slice';
import { createSaveSlice } from './save-slice';
import { createSettingsSlice } from './settings-slice';
import { createTakeSlice } from './take-slice';
import { createTimingSlice } from './timing-slice';

export type AppStore = StoreApi<AppState>;

/** The app's memory, over the ports given; nothing is read or opened until `startApp`. */
export function createAppStore(ports: Ports): AppStore {
  return createStore<AppState>((...api) => ({
    ...createNoticeSlice(ports.newId)(...api),
    ...createSettingsSlice(ports)(...api),
    ...createLibrarySlice(ports)(...api),
    ...createEditorSlice(ports)(...api),
    ...createSaveSlice(ports)(...api),
    ...createAnalysisSlice(ports)(...api),
    ...createKeepingSlice(ports)(...api),
    ...createTakeSlice(ports)(...api),
    ...createRevisionSlice(ports)(...api),
    ...createFittingSlice(...api),
    ...createTimingSlice(ports)(...api),
    ...createRecognitionSlice(ports)(...api),
    ...createRehearsalSlice(ports)(...api),
    ...createMemorySlice(ports)(...api),
  }));
}
