/**
 * Timing from the voice: time and memory of takes of one and five minutes, and, over a part of the held-out voices
 * (`npm run make:voices -- held-out`), what lengths alone, splitting in proportion and Silero come to beside it.
 *
 *   npm run bench timing
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeTake } from '../../src/domain/sound-alignment/time-take';
import {
  measureSpectrum,
  readModel,
  readScript,
  readSpokenPitch,
} from '../domain/sound-alignment/read-fixture';
import { addTake, emptyScore, percentile, summariseScore } from '../evaluate/voices/score-timing';
import { createTimeFile, TIMING_METHODS } from '../evaluate/voices/time-file';
import { readTruth, sentencesOf } from '../evaluate/voices/timing-truth';
import { readWav } from '../evaluate/voices/wav';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';
import { createSilero } from './silero';

/** Minutes of sound → ms that may be used for it. */
const LIMITS = { 1: 1_500, 5: 8_000 } as const;
const RUNS = 5;
const HELD_OUT = join(import.meta.dirname, '../../.cache/voices/held-out');
/** Every so manieth take: all of them take minutes. */
const EVERY = 7;

const tokenize = await createStockTokenize();
const { samples: quarter, script } = readSpokenPitch();
const model = readModel();

function takeOf(minutes: number) {
  const times = minutes * 4;
  const samples = new Float32Array(minutes * 60 * 16_000);
  for (let i = 0; i < samples.length; i++) samples[i] = quarter[i % quarter.length] ?? 0;
  return { samples, readings: readScript(script.repeat(times), tokenize) };
}

// Memory is measured in a process of its own: what is freed is not given back.
const [asked, minutesAsked] = process.argv.slice(2);
if (asked === 'memory') {
  const { samples, readings } = takeOf(Number(minutesAsked));
  const before = process.resourceUsage().maxRSS;
  timeTake(samples, readings, { model, measureSpectrum });
  process.stdout.write(`${Math.round((process.resourceUsage().maxRSS - before) / 1024)}`);
  process.exit(0);
}

console.log('take    | median   | fastest  | limit    | memory beside the sound');
for (const [name, limit] of Object.entries(LIMITS)) {
  const { samples, readings } = takeOf(Number(name));
  const times = Array.from({ length: RUNS }, () => {
    const { user } = process.cpuUsage();
    timeTake(samples, readings, { model, measureSpectrum });
    return (process.cpuUsage().user - user) / 1_000;
  }).sort((a, b) => a - b);
  const args = ['--import', 'tsx', import.meta.filename, 'memory', name];
  const memory = spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout;
  const ms = (value = 0) => `${Math.round(value).toString().padStart(5)} ms`;
  console.log(`${name} min   | ${ms(times[RUNS >> 1])} | ${ms(times[0])} | ${ms(limit)} | ${memory} MB`);
}

if (!existsSync(HELD_OUT)) {
  console.log('No held-out voices to compare by: npm run make:voices -- held-out');
} else {
  const wavs = readdirSync(HELD_OUT, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.wav'))
    .sort()
    .filter((_, i) => i % EVERY === 0)
    .map((file) => join(HELD_OUT, file));
  const silero = await createSilero().catch(() => null);
  if (!silero) console.log('Silero cannot be fetched or does not run here.');
  console.log(
    `\n${wavs.length} held-out takes | starts, median | 95 % | pauses: precision | recall | edges, median | ms per minute`,
  );
  const report = (name: string, score: ReturnType<typeof emptyScore>) => {
    const { startErrorMs, pauses, processorMsPerMinute } = summariseScore(score);
    const far =
      percentile(score.startErrors, 0.95) === null ? 'not found' : `${Math.round(startErrorMs.p95 ?? 0)} ms`;
    console.log(
      `${name.padEnd(17)} | ${Math.round(startErrorMs.median ?? 0)} ms | ${far} | ${pauses.precision} | ${pauses.recall} | ${Math.round(pauses.edgeErrorMs.median ?? 0)} ms | ${processorMsPerMinute}`,
    );
  };
  for (const method of TIMING_METHODS) {
    const timeFile = createTimeFile(tokenize, method);
    const score = emptyScore();
    for (const wav of wavs) {
      const truth = readTruth(wav.replace('.wav', '.json'));
      addTake(score, truth, timeFile(sentencesOf(truth), wav));
    }
    report(method, score);
  }
  if (silero) {
    const timeFile = createTimeFile(tokenize, 'duration');
    const score = emptyScore();
    for (const wav of wavs) {
      const truth = readTruth(wav.replace('.wav', '.json'));
      const file = timeFile(sentencesOf(truth), wav);
      const before = process.cpuUsage();
      const pauses = await silero(readWav(readFileSync(wav)).samples);
      const { user, system } = process.cpuUsage(before);
      addTake(score, truth, {
        ...file,
        timing: { ...file.timing, pauses },
        processorMs: (user + system) / 1_000,
      });
    }
    report('Silero (pauses)', score);
  }
}
