/** Why there is no sound from the microphone. */
export const MICROPHONE_ERRORS = [
  'permission-denied',
  'no-device',
  'device-busy',
  'insecure-context',
  'unsupported',
  'lost',
] as const;
export type MicrophoneError = (typeof MICROPHONE_ERRORS)[number];
