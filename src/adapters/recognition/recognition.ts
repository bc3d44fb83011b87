import type { RecognitionError } from '../../domain/rehearsal/recognition-error';
import type { RecognisedPart } from '../../domain/rehearsal/take-log';

/** The way to a recogniser of Japanese. */
export interface Recognition {
  /** Whether the browser has the API at all; what stands behind it shows only once it is started. */
  availability(): 'available' | 'unsupported';
  /**
   * Listens until `stop`, over as many sessions as it takes. `track` is the microphone already open, used where the
   * browser takes one; `phrases` are words of the script worth expecting, used where the browser takes them. Never
   * throws: a failure comes as `gave-up`. Listeners are called asynchronously.
   */
  start(
    options: { track?: MediaStreamTrack; phrases?: string[] },
    listener: (event: RecognitionEvent) => void,
  ): RecognitionRun;
}

export interface RecognitionRun {
  /**
   * Ends listening: what is still on its way is waited for, a limited time, and handed to the listener as final.
   * After it resolves the listener is not called again. More than one call gives the same end.
   */
  stop(): Promise<void>;
}

/** `session` counts from 1 within a run. */
export type RecognitionEvent =
  /** The recogniser is listening; comes again after each restart. */
  | { kind: 'listening' }
  /** All that this session has heard, replacing what it said before. */
  | { kind: 'results'; session: number; parts: RecognisedPart[] }
  /** This session will say nothing more; another follows unless `gave-up` does or the run was stopped. */
  | { kind: 'session-ended'; session: number; error: RecognitionError | null }
  /** Always the last event: the recogniser is of no use any more. */
  | { kind: 'gave-up'; error: RecognitionError };
