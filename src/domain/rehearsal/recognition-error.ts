/** The Web Speech API's own error codes, two for browsers where there is nothing behind the API, and one for
 * recognition that may only happen on this device and cannot. */
export const RECOGNITION_ERRORS = [
  'no-speech',
  'aborted',
  'audio-capture',
  'network',
  'not-allowed',
  'service-not-allowed',
  'language-not-supported',
  'phrases-not-supported',
  'bad-grammar',
  'unsupported',
  'no-backend',
  'not-on-device',
] as const;
export type RecognitionError = (typeof RECOGNITION_ERRORS)[number];
