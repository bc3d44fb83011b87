import type { RecognitionPlace, Settings } from '../domain/settings/settings';

/** Where speech may be recognised: without a word of agreement it never leaves the device. */
export function allowedPlace(settings: Settings): RecognitionPlace {
  return settings.recognitionConsent === 'agreed' ? settings.recognitionPlace : 'device-only';
}
