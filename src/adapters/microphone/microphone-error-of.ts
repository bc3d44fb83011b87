import type { MicrophoneError } from '../../domain/rehearsal/microphone-error';

/**
 * What a failure of `getUserMedia` means for the person. The names are those of the Media Capture specification;
 * `AbortError` is what browsers give where the hardware refuses without saying why, most often another program.
 */
export function microphoneErrorOf(reason: unknown): MicrophoneError {
  const name = reason instanceof Error || reason instanceof DOMException ? reason.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'permission-denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-device';
    case 'NotReadableError':
    case 'AbortError':
      return 'device-busy';
    default:
      return 'unsupported';
  }
}
