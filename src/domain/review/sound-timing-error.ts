/**
 * Why a take's sound could not be timed; each can be tried again. `undecodable`: the browser cannot read the recording.
 * The worker: it died, or gave no sign for too long. `cancelled`: the caller did not want it any more.
 */
export type SoundTimingError =
  | { kind: 'undecodable' }
  | { kind: 'worker-lost' }
  | { kind: 'timed-out' }
  | { kind: 'cancelled' };

/** Why there is no timing of a take: its sound, or what else it takes. */
export type TimingFailure =
  | SoundTimingError
  /** Nothing was recorded, or it cannot be read back. */
  | { kind: 'no-recording' }
  /** The script cannot be read aloud without the dictionary. */
  | { kind: 'no-dictionary' };
