/**
 * Scores the timing of every WAV in a folder (and the folders in it) against the truth beside it.
 *
 *   npm run evaluate:timing -- DIR [--json] [--by=voice|room|plan|text] [--takes] [--method=sound|duration|proportion]
 *       [--reliability]
 *
 * The truth of x.wav is x.json: {"script": text, "sentences": [{"text", "startMs", "endMs"} or null where it was
 * skipped], "pauses": [[startMs, endMs], …]}, the sentences in the order said. Files named voice_room_plan_text.wav, as
 * make-voices.ts names them, can be grouped by these. `--reliability` adds how often starts were right at each
 * confidence.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';
import { type JudgedStart, judgeStarts, reliabilityTable } from './voices/reliability';
import { addTake, emptyScore, summariseScore, type TimingScore } from './voices/score-timing';
import { createTimeFile, TIMING_METHODS } from './voices/time-file';
import { readTruth, sentencesOf } from './voices/timing-truth';

const GROUPS = ['voice', 'room', 'plan', 'text'];

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
if (!folder) {
  process.stderr.write(
    'Usage: npm run evaluate:timing -- DIR [--json] [--by=voice|room|plan|text] [--takes]\n',
  );
  process.exit(2);
}
const groupBy = options.flatMap((option) => (option.startsWith('--by=') ? option.slice(5).split(',') : []));

const wanted = options.find((option) => option.startsWith('--method='))?.slice(9) ?? 'sound';
const method = TIMING_METHODS.find((name) => name === wanted) ?? fail(`There is no method called ${wanted}.`);
const files = wavsIn(folder);
const timeFile = createTimeFile(await createStockTokenize(), method);
const all = emptyScore();
const starts: JudgedStart[] = [];
const groups = new Map<string, TimingScore>();
for (const file of files) {
  const truth = readTruth(join(folder, truthOf(file)));
  const timed = timeFile(sentencesOf(truth), join(folder, file));
  addTake(all, truth, timed);
  starts.push(...judgeStarts(truth, timed));
  const parts = basename(file).split('_');
  const names = groupBy.map((name) => parts[GROUPS.indexOf(name)] ?? '');
  if (options.includes('--takes')) names.push(file);
  for (const name of names) {
    const group = groups.get(name) ?? emptyScore();
    groups.set(name, group);
    addTake(group, truth, timed);
  }
}

if (options.includes('--json')) {
  const byGroup = Object.fromEntries(
    [...groups].sort().map(([name, score]) => [name, summariseScore(score)]),
  );
  const result = groups.size > 0 ? { ...summariseScore(all), groups: byGroup } : summariseScore(all);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} else {
  for (const [name, score] of [...[...groups].sort(), ['all', all] as const])
    process.stdout.write(lineOf(name, score));
  if (options.includes('--reliability')) process.stdout.write(reliabilityTable(starts));
}

function lineOf(name: string, score: TimingScore): string {
  const s = summariseScore(score);
  const ms = (value: number | null) => (value === null ? '–' : `${Math.round(value)}`);
  const of = (counts: { precision: number | null; recall: number | null }) =>
    `P ${counts.precision ?? '–'} R ${counts.recall ?? '–'}`;
  return [
    `${name}: ${s.takes} takes (${s.takesTimedByDuration} by duration), ${s.sentences} sentences, ${s.sentencesNotFound} not found`,
    `  start error ms: median ${ms(s.startErrorMs.median)}, p95 ${ms(s.startErrorMs.p95)}; end ${ms(s.endErrorMs.median)}, ${ms(s.endErrorMs.p95)}`,
    `  skipped ${of(s.skipped)} (${s.skipped.right}/${s.skipped.wrong}/${s.skipped.missed}), repeated ${of(s.repeated)} (${s.repeated.right}/${s.repeated.wrong}/${s.repeated.missed})`,
    `  pauses ${of(s.pauses)} (${s.pauses.right}/${s.pauses.wrong}/${s.pauses.missed}), edges ms: median ${ms(s.pauses.edgeErrorMs.median)}, p95 ${ms(s.pauses.edgeErrorMs.p95)}`,
    `  confidence ${s.medianConfidence?.toFixed(2)}, processor ${s.processorMsPerMinute} ms per minute`,
    '',
  ].join('\n');
}

/** WAVs with a truth beside them; those without are told of and left out. */
function wavsIn(dir: string): string[] {
  if (!existsSync(dir)) fail(`There is no folder ${dir}.`);
  let names: string[] = [];
  try {
    names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  } catch {
    fail(`${dir} is no folder, or not to be read.`);
  }
  const wavs = names.filter((name) => /\.wav$/iu.test(name)).sort();
  if (wavs.length === 0) fail(`There are no WAV files in ${dir}.`);
  const [scored, bare] = [true, false].map((has) =>
    wavs.filter((wav) => existsSync(join(dir, truthOf(wav))) === has),
  ) as [string[], string[]];
  if (scored.length === 0)
    fail(`None of the ${wavs.length} WAV files in ${dir} has a truth (x.json) beside it.`);
  for (const wav of bare) process.stderr.write(`${join(dir, wav)}: no truth beside it, left out.\n`);
  return scored;
}

function truthOf(wav: string): string {
  return wav.replace(/\.wav$/iu, '.json');
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
