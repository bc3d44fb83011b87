/** Time of one alignment from morae on, medians of 200 runs: `npx tsx tests/bench/alignment-bench.ts`. */
import { alignReadings } from '../../src/domain/alignment/align-readings';
import { beginFollowing, followScript } from '../../src/domain/alignment/follow-script';
import { readHeard, readScript } from '../../src/domain/alignment/mora-sequence';
import { corruptScript, USUAL_CORRUPTION } from '../domain/alignment/corrupt-script';
import { analyzeText, readPitch } from '../domain/alignment/fixtures';
import { createRandom } from '../domain/alignment/random';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';

const RUNS = 200;

/** ms at 350 and 1,750 characters that an interim result may take. */
const LIMITS_MS = { 'visiting-nurse': 4, 'disaster-seminar': 16 } as const;

const tokenize = await createStockTokenize();

/** On a machine that is busy with other things the median grows; the fastest run tells how much of it is ours. */
function measure(run: () => void): { median: number; fastest: number } {
  const times: number[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[RUNS / 2]!, fastest: times[0]! };
}

const other = readHeard(analyzeText(readPitch('web-production').repeat(5), tokenize));
console.log('script (characters, morae)          | heard             | median   | fastest  | limit');
for (const [name, limit] of Object.entries(LIMITS_MS)) {
  const text = readPitch(name);
  const sentences = analyzeText(text, tokenize);
  const script = readScript(sentences);
  const corrupted = (moraErrors: number) =>
    readHeard(
      analyzeText(
        corruptScript(sentences, { ...USUAL_CORRUPTION, moraErrors }, createRandom(1)).text,
        tokenize,
      ),
    );
  const whole = readHeard(sentences);
  const half = readHeard(sentences.slice(0, Math.ceil(sentences.length / 2)));
  const cases = {
    'the same': whole,
    'the first half': half,
    '10 % errors': corrupted(0.1),
    '30 % errors': corrupted(0.3),
    'another text': { ...other, morae: other.morae.subarray(0, script.morae.length) },
  };
  const size = `${name} (${text.replaceAll(/\s/gu, '').length}, ${script.morae.length})`;
  const print = (label: string, { median, fastest }: { median: number; fastest: number }) =>
    console.log(
      `${size.padEnd(35)} | ${label.padEnd(17)} | ${median.toFixed(2).padStart(5)} ms | ${fastest.toFixed(2).padStart(5)} ms | ${limit} ms`,
    );
  for (const [label, heard] of Object.entries(cases))
    print(
      label,
      measure(() => alignReadings(script, heard)),
    );

  // Following: an interim result near the end of the take whose last 40 morae, a long sentence, are new.
  const { morae } = cases['10 % errors'];
  const before = followScript(script, beginFollowing(script), morae.subarray(0, morae.length - 40));
  print(
    'followed',
    measure(() => followScript(script, before, morae)),
  );
  print(
    'followed anew',
    measure(() => followScript(script, beginFollowing(script), morae)),
  );
}
