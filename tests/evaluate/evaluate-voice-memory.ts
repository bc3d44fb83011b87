/**
 * What a voice kept over takes brings: every WAV in a folder is timed with nothing known of the voice, with what other
 * takes of the same voice told (other texts, as the app keeps it), and with what takes of another voice told, as where
 * two people share a device.
 *
 *   npm run evaluate:voice-memory -- DIR
 *
 * Files and truth as for `evaluate:timing`; names are voice_room_plan_text.wav.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import rfft from 'fourier-transform';
import { ANALYSIS_HZ } from '../../src/domain/delivery/band-levels';
import { readAloud } from '../../src/domain/reading/read-aloud';
import { readSentence } from '../../src/domain/sound-alignment/sentence-reading';
import { readSoundModel } from '../../src/domain/sound-alignment/sound-model';
import { timeTake } from '../../src/domain/sound-alignment/time-take';
import { hintOf, type KeptVoice, learnVoice } from '../../src/domain/voice-memory/kept-voice';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';
import { addTake, emptyScore, summariseScore } from './voices/score-timing';
import { readTruth, sentencesOf } from './voices/timing-truth';
import { readWav, resample } from './voices/wav';

const MODEL = join(import.meta.dirname, '../../src/domain/sound-alignment/sound-model.json');

const folder = process.argv[2];
if (!folder) {
  process.stderr.write('Usage: npm run evaluate:voice-memory -- DIR\n');
  process.exit(2);
}
const tokenize = await createStockTokenize();
const model = readSoundModel(JSON.parse(readFileSync(MODEL, 'utf8')));

const takes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.wav'))
  .sort()
  .map((file) => {
    const path = join(folder, file);
    const truth = readTruth(path.replace(/wav$/u, 'json'));
    const sentences = sentencesOf(truth);
    const readings = sentences.map((text) => readSentence(text, readAloud(text, tokenize(text))));
    const { samples } = resample(readWav(readFileSync(path)), ANALYSIS_HZ);
    const [voice = '', , , text = ''] = basename(file, '.wav').split('_');
    const time = (known: KeptVoice | null) =>
      timeTake(samples, readings, { model, measureSpectrum: rfft, voice: known ? hintOf(known) : undefined });
    return { file, voice, text, truth, sentences, readings, time };
  });
const alone = takes.map((take) => ({ take, timed: take.time(null) }));

/** The voice as the app would have it after these takes, one after the other. */
function remember(known: typeof alone): KeptVoice | null {
  return known.reduce<KeptVoice | null>(
    (voice, { take, timed }) => learnVoice(voice, take.file, timed.timing, timed.heard),
    null,
  );
}

const voices = [...new Set(takes.map(({ voice }) => voice))];
const scores = { nothing: emptyScore(), own: emptyScore(), other: emptyScore() };
for (const { take, timed } of alone) {
  const { truth, sentences, readings, voice, text } = take;
  const others = (of: string) => alone.filter((one) => one.take.voice === of && one.take.text !== text);
  const otherVoice = voices[(voices.indexOf(voice) + 1) % voices.length] ?? voice;
  const results = {
    nothing: timed,
    own: take.time(remember(others(voice))),
    other: take.time(remember(others(otherVoice))),
  };
  for (const [name, { timing }] of Object.entries(results))
    addTake(scores[name as keyof typeof scores], truth, { timing, sentences, readings, processorMs: 0 });
}
for (const [name, score] of Object.entries(scores)) {
  const { startErrorMs, skipped, repeated, sentencesNotFound, medianConfidence } = summariseScore(score);
  process.stdout.write(
    `${name.padEnd(8)} ${JSON.stringify({ startErrorMs, sentencesNotFound, skipped, repeated, medianConfidence })}\n`,
  );
}
