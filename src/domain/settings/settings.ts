import type { Occasion } from '../pitch/occasion';
import type { ReadingCorrection } from '../reading/read-aloud';

/** Whether speech may go to the browser's recogniser, which may send it to a server. */
export const RECOGNITION_CONSENTS = ['not-asked', 'agreed', 'declined'] as const;
export type RecognitionConsent = (typeof RECOGNITION_CONSENTS)[number];

/** Where speech may be turned into words; `device-only` refuses rather than sends it anywhere. */
export const RECOGNITION_PLACES = ['anywhere', 'device-only'] as const;
export type RecognitionPlace = (typeof RECOGNITION_PLACES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What a person has chosen for the whole app. */
export interface Settings {
  /** Characters for a time budget of 60 s; other budgets scale in proportion. */
  characterTarget: { min: number; max: number };
  recognitionConsent: RecognitionConsent;
  recognitionPlace: RecognitionPlace;
  theme: Theme;
  readingCorrections: ReadingCorrection[];
  /** Whether a take's audio is kept. */
  recordAudio: boolean;
  /** Whether what takes tell about the voice is kept for later ones. */
  keepVoice: boolean;
  /** Epoch ms of the last export; `null` where there was none. */
  lastBackupAt: number | null;
  exampleDismissed: boolean;
  /** The person's own list of occasions; `null` where it is the built-in one. */
  occasions: Occasion[] | null;
  /** Seconds into a take at which the clock shows a silent mark. */
  marks: number[];
}

/** 300–350 characters a minute is the pace at which news is read in Japanese; the range is a setting since sources differ. */
export const DEFAULT_SETTINGS: Settings = {
  characterTarget: { min: 300, max: 350 },
  recognitionConsent: 'not-asked',
  recognitionPlace: 'anywhere',
  theme: 'system',
  readingCorrections: [],
  recordAudio: true,
  keepVoice: false,
  lastBackupAt: null,
  exampleDismissed: false,
  occasions: null,
  marks: [30, 50, 60],
};
