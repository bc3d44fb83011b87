/**
 * Holds the heights found in voices against those they were synthesised with: MBROLA's three speakers, flat and lively,
 * quiet and in noise, at the middle of every vowel.
 *
 *   npm run evaluate:heights
 *
 * Needs Debian's packages as make-voices.ts does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANALYSIS_HZ } from '../../src/domain/delivery/band-levels';
import { TRACE_FRAME_MS, traceVoice } from '../../src/domain/prosody/voice-trace';
import { splitSentences } from '../../src/domain/text/sentences';
import { heightOf, type MbrolaVoice, sayWithMbrola } from './voices/mbrola';
import { makeNoise, type Noise, rms } from './voices/noises';
import { sayWithJtalk } from './voices/open-jtalk';
import { createRandom } from './voices/random';
import { percentile } from './voices/score-timing';
import { resample } from './voices/wav';

const PITCH = join(import.meta.dirname, '../fixtures/pitches/gardener.txt');
const voiceOf = (speaker: MbrolaVoice['speaker'], lowHz: number, rangeSemitones: number): MbrolaVoice => ({
  speaker,
  lowHz,
  rangeSemitones,
  rate: 1,
  tract: 1,
});
const VOICES = [
  voiceOf('jp1', 85, 2),
  voiceOf('jp1', 105, 5),
  voiceOf('jp2', 190, 7),
  voiceOf('jp3', 175, 5),
  voiceOf('jp3', 230, 2),
  voiceOf('jp3', 230, 8),
];
const ROOMS: { noise: Noise | null; snrDb: number }[] = [
  { noise: null, snrDb: 60 },
  { noise: 'pink', snrDb: 10 },
  { noise: 'fan', snrDb: 10 },
  { noise: 'babble', snrDb: 10 },
];
/** Shorter vowels are hardly longer than what is compared. */
const LEAST_VOWEL_MS = 60;
/** So far beside the truth, in semitones, another thing was found than the voice's height. */
const GROSS = 2;

const sentences = splitSentences(readFileSync(PITCH, 'utf8')).map(({ text }) => text.trim());
const timed = sentences.map((text) => sayWithJtalk(text, { alpha: 0.55, halfTone: 0, rate: 1 }));

/** From the lowest tenth to the highest, as the review has it. */
function rangeOf(semitones: readonly number[]): number {
  return (percentile(semitones, 0.9) ?? 0) - (percentile(semitones, 0.1) ?? 0);
}

for (const voice of VOICES) {
  for (const { noise, snrDb } of ROOMS) {
    const random = createRandom(3);
    const truths: number[] = [];
    const found: number[] = [];
    const errors: number[] = [];
    for (const { phones: given } of timed) {
      const { sound, phones } = sayWithMbrola(given, voice, random);
      const said = resample(sound, ANALYSIS_HZ).samples;
      const level = rms(said) * 10 ** (-snrDb / 20);
      const room = makeNoise(noise ?? 'white', said.length, random, [said.slice().reverse()]);
      const totalMs = phones.at(-1)?.endMs ?? 0;
      const { fundamentalHz } = traceVoice(
        Float32Array.from(said, (sample, i) => sample + level * (room[i] as number)),
        [{ startMs: 0, endMs: totalMs }],
      );
      for (const phone of phones) {
        if (!/^[aiueo]$/u.test(phone.name) || phone.endMs - phone.startMs < LEAST_VOWEL_MS) continue;
        const truth = 12 * Math.log2(heightOf(phone, totalMs, voice));
        truths.push(truth);
        const hz = fundamentalHz[Math.floor((phone.startMs + phone.endMs) / 2 / TRACE_FRAME_MS)] ?? 0;
        if (hz === 0) continue;
        found.push(12 * Math.log2(hz));
        errors.push(Math.abs(12 * Math.log2(hz) - truth));
      }
    }
    const share = (part: number, whole: number) => `${Math.round((100 * part) / Math.max(1, whole))} %`;
    process.stdout.write(
      [
        `${voice.speaker} ${voice.lowHz} Hz`.padEnd(11),
        `${noise ?? 'clean'} ${snrDb} dB`.padEnd(13),
        `vowels ${truths.length}, found ${share(found.length, truths.length)}`,
        `median error ${percentile(errors, 0.5)?.toFixed(2)} semitones`,
        `beyond ${GROSS}: ${share(errors.filter((error) => error > GROSS).length, errors.length)}`,
        `range ${rangeOf(found).toFixed(1)} of ${rangeOf(truths).toFixed(1)}\n`,
      ].join('  '),
    );
  }
}
