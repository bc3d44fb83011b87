import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import rfft from 'fourier-transform';
import { readAloud } from '../../../src/domain/reading/read-aloud';
import type { Tokenize } from '../../../src/domain/reading/token';
import { readSentence, type SentenceReading } from '../../../src/domain/sound-alignment/sentence-reading';
import { readSoundModel, type SoundModel } from '../../../src/domain/sound-alignment/sound-model';
import { splitSentences } from '../../../src/domain/text/sentences';
import { readWav } from '../../evaluate/voices/wav';

const ROOT = join(import.meta.dirname, '../../..');

export const measureSpectrum = (frame: Float64Array) => rfft(frame);

export function readModel(): SoundModel {
  return readSoundModel(
    JSON.parse(readFileSync(join(ROOT, 'src/domain/sound-alignment/sound-model.json'), 'utf8')),
  );
}

/** A real synthetic voice of 15 s, between 2 s and 1 s of a quiet room; samples of 16 kHz. */
export function readSpokenPitch(): { samples: Float64Array; script: string } {
  const folder = join(ROOT, 'tests/fixtures/audio');
  return {
    samples: readWav(readFileSync(join(folder, 'pitch-15s.wav'))).samples,
    script: readFileSync(join(folder, 'speech.txt'), 'utf8'),
  };
}

export function readScript(script: string, tokenize: Tokenize): SentenceReading[] {
  return splitSentences(script).map(({ text }) => readSentence(text, readAloud(text, tokenize(text))));
}
