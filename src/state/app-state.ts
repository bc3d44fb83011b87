import type { StateCreator } from 'zustand/vanilla';
import type { AnalysisSlice } from './analysis-slice';
import type { EditorSlice } from './editor-slice';
import type { FittingSlice } from './fitting-slice';
import type { KeepingSlice } from './keeping-slice';
import type { LibrarySlice } from './library-slice';
import type { MemorySlice } from './memory-slice';
import type { NoticeSlice } from './notice-slice';
import type { RecognitionSlice } from './recognition-slice';
import type { RehearsalSlice } from './rehearsal-slice';
import type { RevisionSlice } from './revision-slice';
import type { SaveSlice } from './save-slice';
import type { SettingsSlice } from './settings-slice';
import type { TakeSlice } from './take-slice';
import type { TimingSlice } from './timing-slice';

/** The whole of what the app remembers while it is open; each slice owns its part and the actions on it. */
export type AppState = LibrarySlice &
  EditorSlice &
  SaveSlice &
  AnalysisSlice &
  TakeSlice &
  RevisionSlice &
  FittingSlice &
  TimingSlice &
  RecognitionSlice &
  RehearsalSlice &
  SettingsSlice &
  KeepingSlice &
  MemorySlice &
  NoticeSlice;

export type Slice<T> = StateCreator<AppState, [], [], T>;
