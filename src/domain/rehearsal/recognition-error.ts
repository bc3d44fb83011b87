/** The Web Speech API's own error codes, and two for browsers where there is nothing behind the API. */
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
] as const;
export type RecognitionError = (typeof RECOGNITION_ERRORS)[number];
