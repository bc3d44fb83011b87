import type { MicrophoneError } from './microphone-error';
import type { Phase } from './phase';
import type { Hearing } from './take-log';

export type PhaseEvent =
  | { kind: 'opened'; hearing: Hearing }
  | { kind: 'devices-ready' }
  | { kind: 'microphone-failed'; reason: MicrophoneError }
  | { kind: 'countdown-began' }
  | { kind: 'counted' }
  | { kind: 'began' }
  | { kind: 'hearing-reduced'; hearing: Hearing }
  | { kind: 'paused' }
  | { kind: 'resumed' }
  | { kind: 'stopped' }
  | { kind: 'kept'; takeId: string }
  | { kind: 'left' };

/** Seconds counted down before the clock starts. */
export const COUNTDOWN_FROM = 3;

/** The phase after an event. An event that makes no sense in a phase leaves it as it is. */
export function advancePhase(phase: Phase, event: PhaseEvent): Phase {
  // Leaving and opening are possible from everywhere; while a take is being written, only its end counts.
  if (event.kind === 'left') return { kind: 'idle' };
  if (event.kind === 'opened' && phase.kind !== 'finishing') {
    const silent = event.hearing === 'clock-only' || event.hearing === 'typed';
    return { kind: 'preparing', hearing: event.hearing, ready: silent };
  }
  switch (phase.kind) {
    case 'preparing':
      if (event.kind === 'devices-ready') return { ...phase, ready: true };
      if (event.kind === 'microphone-failed') {
        return { kind: 'failed', hearing: phase.hearing, reason: event.reason };
      }
      if (event.kind === 'hearing-reduced') return reduceHearing(phase, event.hearing);
      if (event.kind === 'countdown-began' && phase.ready) {
        return { kind: 'countdown', hearing: phase.hearing, remaining: COUNTDOWN_FROM };
      }
      if (event.kind === 'began' && phase.ready) return { kind: 'speaking', hearing: phase.hearing };
      return phase;
    case 'countdown':
      if (event.kind === 'counted' && phase.remaining > 1)
        return { ...phase, remaining: phase.remaining - 1 };
      if (event.kind === 'microphone-failed') {
        return { kind: 'failed', hearing: phase.hearing, reason: event.reason };
      }
      if (event.kind === 'hearing-reduced') return reduceHearing(phase, event.hearing);
      if (event.kind === 'began') return { kind: 'speaking', hearing: phase.hearing };
      return phase;
    case 'speaking':
      if (event.kind === 'paused') return { kind: 'paused', hearing: phase.hearing };
      if (event.kind === 'stopped') return { kind: 'finishing', hearing: phase.hearing };
      if (event.kind === 'hearing-reduced') return reduceHearing(phase, event.hearing);
      return phase;
    case 'paused':
      if (event.kind === 'resumed') return { kind: 'speaking', hearing: phase.hearing };
      if (event.kind === 'stopped') return { kind: 'finishing', hearing: phase.hearing };
      if (event.kind === 'hearing-reduced') return reduceHearing(phase, event.hearing);
      return phase;
    case 'finishing':
      return event.kind === 'kept' ? { kind: 'reviewed', takeId: event.takeId } : phase;
    case 'idle':
    case 'reviewed':
    case 'failed':
      return phase;
  }
}

/** The order in which hearing can be lost; what is typed reaches the app whatever becomes of devices. */
const LESS_AND_LESS: readonly Hearing[] = ['audio-and-words', 'audio-only', 'clock-only'];

function reduceHearing<P extends { hearing: Hearing }>(phase: P, hearing: Hearing): P {
  const [now, next] = [LESS_AND_LESS.indexOf(phase.hearing), LESS_AND_LESS.indexOf(hearing)];
  return now !== -1 && next > now ? { ...phase, hearing } : phase;
}
