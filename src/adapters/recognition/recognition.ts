import type { RecognitionError } from '../../domain/rehearsal/recognition-error';
import type { DeviceInstall, DeviceModel, RecognitionWay } from '../../domain/rehearsal/recognition-way';
import type { RecognisedPart } from '../../domain/rehearsal/take-log';
import type { RecognitionPlace } from '../../domain/settings/settings';

/** The way to a recogniser of Japanese. */
export interface Recognition {
  /** Whether the browser has the API at all; what stands behind it shows only once it is started. */
  availability(): 'available' | 'unsupported';
  /** Whether it can listen while the page records; where not, the microphone must be closed before `start`. */
  sharesMicrophone(): boolean;
  /** What there is for recognising Japanese on this device. Never rejects. */
  deviceModel(): Promise<DeviceModel>;
  /** Has the browser fetch what it needs for that, within a time limit; call it from a click. Never rejects. */
  installDeviceModel(): Promise<DeviceInstall>;
  /**
   * Listens until `stop`, over as many sessions as it takes. `track` is the microphone already open, used where the
   * browser takes one; `phrases` are words of the script worth expecting, used where the browser takes them. Recognition
   * on this device comes first; servers are used only where `place` is `anywhere`, else it gives up. Never
   * throws: a failure comes as `gave-up`. Listeners are called asynchronously.
   */
  start(options: RecognitionOptions, listener: (event: RecognitionEvent) => void): RecognitionRun;
}

export interface RecognitionOptions {
  track?: MediaStreamTrack;
  phrases?: string[];
  /** `anywhere` unless told. */
  place?: RecognitionPlace;
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
  | { kind: 'listening'; way: RecognitionWay }
  /** All that this session has heard, replacing what it said before. */
  | { kind: 'results'; session: number; parts: RecognisedPart[] }
  /** This session will say nothing more; another follows unless `gave-up` does or the run was stopped. */
  | { kind: 'session-ended'; session: number; error: RecognitionError | null }
  /** Always the last event: the recogniser is of no use any more. */
  | { kind: 'gave-up'; error: RecognitionError };
