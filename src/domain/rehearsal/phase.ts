import type { MicrophoneError } from './microphone-error';
import type { Hearing } from './take-log';

/**
 * Where a take stands. What can be heard is a value in the phase: a take that loses its recogniser or its microphone
 * goes on with less, it does not end.
 */
export type Phase =
  | { kind: 'idle' }
  /** Devices are open (or opening); the person sees whether the voice is heard before the clock starts. */
  | { kind: 'preparing'; hearing: Hearing; ready: boolean }
  | { kind: 'countdown'; hearing: Hearing; remaining: number }
  | { kind: 'speaking'; hearing: Hearing }
  | { kind: 'paused'; hearing: Hearing }
  | { kind: 'finishing'; hearing: Hearing }
  | { kind: 'reviewed'; takeId: string }
  | { kind: 'failed'; hearing: Hearing; reason: MicrophoneError };

/** Whether a take is running whose loss would hurt. */
export function isUnderWay(phase: Phase): boolean {
  return phase.kind === 'speaking' || phase.kind === 'paused' || phase.kind === 'finishing';
}
