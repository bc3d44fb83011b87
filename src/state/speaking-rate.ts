import { DEFAULT_SPEAKING_RATE, type SpeakingRate } from '../domain/timing/estimate-duration';
import type { AppState } from './app-state';

/** The rate that estimates are made with. */
export function selectSpeakingRate(_state: AppState): SpeakingRate {
  return DEFAULT_SPEAKING_RATE;
}
