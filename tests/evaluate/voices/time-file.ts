import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import rfft from 'fourier-transform';
import { ANALYSIS_HZ } from '../../../src/domain/delivery/band-levels';
import { readAloud } from '../../../src/domain/reading/read-aloud';
import type { Tokenize } from '../../../src/domain/reading/token';
import { readSentence, type SentenceReading } from '../../../src/domain/sound-alignment/sentence-reading';
import { readSoundModel } from '../../../src/domain/sound-alignment/sound-model';
import { type TakeTiming, timeTake } from '../../../src/domain/sound-alignment/time-take';
import { splitInProportion } from './split-in-proportion';
import { readWav, resample } from './wav';

const MODEL = join(import.meta.dirname, '../../../src/domain/sound-alignment/sound-model.json');

/** Times the sound of one WAV file, as the app would. Throws with the file's name where it cannot be read. */
export type TimeFile = (sentences: readonly string[], file: string) => FileTiming;

export interface FileTiming {
  timing: TakeTiming;
  sentences: string[];
  readings: SentenceReading[];
  /** Processor time for everything after reading the file, ms. */
  processorMs: number;
}

/** `sound` is the method itself; the others are what it is compared with. */
export const TIMING_METHODS = ['sound', 'duration', 'proportion'] as const;
export type TimingMethod = (typeof TIMING_METHODS)[number];

export function createTimeFile(tokenize: Tokenize, method: TimingMethod = 'sound'): TimeFile {
  const model = readSoundModel(JSON.parse(readFileSync(MODEL, 'utf8')));
  return (sentences, file) => {
    const readings = sentences.map((text) => readSentence(text, readAloud(text, tokenize(text))));
    const samples = readSamples(file);
    const before = process.cpuUsage();
    const byDurationOnly = method !== 'sound';
    const timed = timeTake(samples, readings, { model, measureSpectrum: rfft, byDurationOnly }).timing;
    const timing = method === 'proportion' ? splitInProportion(timed, readings) : timed;
    const { user, system } = process.cpuUsage(before);
    const processorMs = (user + system) / 1000;
    return { timing, sentences: [...sentences], readings, processorMs };
  };
}

function readSamples(file: string): Float64Array {
  try {
    return resample(readWav(readFileSync(file)), ANALYSIS_HZ).samples;
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : cause}`);
  }
}
