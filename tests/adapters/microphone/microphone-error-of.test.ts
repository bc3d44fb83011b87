import { expect, test } from 'vitest';
import { microphoneErrorOf } from '../../../src/adapters/microphone/microphone-error-of';

test.each([
  ['NotAllowedError', 'permission-denied'],
  ['SecurityError', 'permission-denied'],
  ['NotFoundError', 'no-device'],
  ['OverconstrainedError', 'no-device'],
  ['NotReadableError', 'device-busy'],
  ['AbortError', 'device-busy'],
  ['InvalidStateError', 'unsupported'],
])('%s means %s', (name, error) => {
  expect(microphoneErrorOf(new DOMException('', name))).toBe(error);
});

test('an error of another kind, or none, is no reason to ask the person for permission', () => {
  expect(microphoneErrorOf(new TypeError('audio or video must be requested'))).toBe('unsupported');
  expect(microphoneErrorOf('NotAllowedError')).toBe('unsupported');
});
