/**
 * Why a take's sound could not be timed; each can be tried again. `undecodable`: the browser cannot read the recording.
 * The worker: it died, or gave no sign for too long. `cancelled`: the caller did not want it any more.
 */
export type SoundTimingError =
  | { kind: 'undecodable' }
  | { kind: 'worker-lost' }
  | { kind: 'timed-out' }
  | { kind: 'cancelled' };
