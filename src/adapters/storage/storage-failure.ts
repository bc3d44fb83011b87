import type { StorageError } from '../../domain/storage/storage-error';

/** Names of exceptions by which browsers say that there is no working storage here. */
const UNAVAILABLE = new Set([
  'AbortError',
  'InvalidStateError',
  'NotAllowedError',
  'NotReadableError',
  'SecurityError',
  'TimeoutError',
  'UnknownError',
]);

/** The expected failure behind an exception, or `null` where it is a mistake of the code. */
export function storageErrorOf(cause: unknown): StorageError | null {
  if (!(cause instanceof DOMException)) return null;
  if (cause.name === 'QuotaExceededError') return { kind: 'quota-exceeded' };
  if (cause.name === 'VersionError') return { kind: 'newer-version' };
  return UNAVAILABLE.has(cause.name) ? { kind: 'unavailable' } : null;
}

/** Whether the connection was gone before the work could be committed, so that it may be done again on a new one. */
export function isLostConnection(cause: unknown): boolean {
  return cause instanceof DOMException && (cause.name === 'InvalidStateError' || cause.name === 'AbortError');
}
