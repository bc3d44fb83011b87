import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpeechRecognitionFixture } from '../../fakes/fake-speech-recognition';

/** The recorded behaviour of that name in tests/fixtures/recognition. */
export function readRecognitionFixture(name: string): SpeechRecognitionFixture {
  const path = join(import.meta.dirname, '../../fixtures/recognition', `${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as SpeechRecognitionFixture;
}
