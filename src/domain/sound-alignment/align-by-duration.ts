import type { Stretch } from '../delivery/detect-speech';
import type { SentenceReading } from './sentence-reading';

/** One sentence's time as its length and the pauses make it likely. */
export interface LikelyPassage extends Stretch {
  sentence: number;
}

export interface DurationAlignment {
  passages: LikelyPassage[];
  /** Mean difference of a passage's length from its expected length, as |ln|: 0.1 is about 10 %. */
  spread: number;
}

/** Pace a take is first compared with, ms per mora without pauses, and its bounds: 5–12 morae a second. */
const USUAL_MS_PER_MORA = 121;
const QUICKEST_MS_PER_MORA = 80;
const SLOWEST_MS_PER_MORA = 200;
/** Deviation of ln(length / expected length) of read sentences; short ones vary by a mora or two besides. */
const LENGTH_SPREAD = 0.15;
const LENGTH_SPREAD_MORAE = 1.5;
/** Pauses between sentences and within: medians in ms and deviation of ln (FACTS of read pitches: 850 and 270 ms). */
const BETWEEN_MS = 700;
const WITHIN_MS = 280;
const PAUSE_SPREAD = 0.6;
/** Costs in ln. A pause where no 、 is; a sentence without its own pause; a skipped sentence; speech of no sentence. */
const PAUSE_WITHOUT_COMMA = 2;
const RUN_ON = 3;
const SKIPPED = 14;
const UNSCRIPTED_PER_SECOND = 8;
const UNSCRIPTED = 3;
/** Most stretches one sentence is spread over, and most sentences said in one breath. */
const MOST_STRETCHES = 14;
const MOST_RUN_ON = 4;

/**
 * Where the sentences were said as far as lengths and pauses tell: the cheapest way to divide the stretches of
 * speech among the sentences in order. It cannot know what was said; a sentence said twice is not found.
 */
export function alignByDuration(
  speech: readonly Stretch[],
  readings: readonly SentenceReading[],
): DurationAlignment {
  const spoken = readings.flatMap((reading, sentence) => (reading.morae > 0 ? [sentence] : []));
  const morae = spoken.reduce((sum, sentence) => sum + (readings[sentence] as SentenceReading).morae, 0);
  const total = speech.reduce((sum, stretch) => sum + stretch.endMs - stretch.startMs, 0);
  if (morae === 0 || speech.length === 0) return { passages: [], spread: Infinity };
  const likely = total / morae;
  let msPerMora = likely < QUICKEST_MS_PER_MORA || likely > SLOWEST_MS_PER_MORA ? USUAL_MS_PER_MORA : likely;
  let passages: LikelyPassage[] = [];
  for (let round = 0; round < 2; round++) {
    passages = divide(speech, spoken, readings, msPerMora);
    const said = passages.reduce((sum, p) => sum + (readings[p.sentence] as SentenceReading).morae, 0);
    const lengths = passages.reduce((sum, p) => sum + spokenWithin(speech, p), 0);
    if (said > 0) msPerMora = Math.min(SLOWEST_MS_PER_MORA, Math.max(QUICKEST_MS_PER_MORA, lengths / said));
  }
  const differences = passages.map((p) =>
    Math.abs(
      Math.log(
        Math.max(1, spokenWithin(speech, p)) / ((readings[p.sentence] as SentenceReading).morae * msPerMora),
      ),
    ),
  );
  const spread = differences.reduce((sum, d) => sum + d, 0) / Math.max(1, differences.length);
  return { passages, spread: passages.length > 0 ? spread : Infinity };
}

function spokenWithin(speech: readonly Stretch[], { startMs, endMs }: Stretch): number {
  return speech.reduce(
    (sum, stretch) => sum + Math.max(0, Math.min(endMs, stretch.endMs) - Math.max(startMs, stretch.startMs)),
    0,
  );
}

function lengthCost(ms: number, morae: number, msPerMora: number): number {
  const spread = Math.hypot(LENGTH_SPREAD, LENGTH_SPREAD_MORAE / morae);
  return 0.5 * (Math.log(ms / (morae * msPerMora)) / spread) ** 2;
}

/** How much more a pause of this length speaks for the middle of a sentence than for its end (ln). */
function pauseWithinCost(ms: number): number {
  const distance = (median: number) => (Math.log(ms / median) / PAUSE_SPREAD) ** 2 / 2;
  return distance(WITHIN_MS) - distance(BETWEEN_MS);
}

interface Step {
  cost: number;
  stretches: number;
  sentences: number;
  said: boolean;
}

function divide(
  speech: readonly Stretch[],
  spoken: readonly number[],
  readings: readonly SentenceReading[],
  msPerMora: number,
): LikelyPassage[] {
  const columns = spoken.length + 1;
  const at = (i: number, s: number) => i * columns + s;
  const steps: (Step | undefined)[] = new Array((speech.length + 1) * columns);
  steps[0] = { cost: 0, stretches: 0, sentences: 0, said: false };
  const lengths = speech.map((stretch) => stretch.endMs - stretch.startMs);
  const reading = (s: number) => readings[spoken[s] as number] as SentenceReading;
  const offer = (i: number, s: number, step: Step) => {
    const known = steps[at(i, s)];
    if (!known || step.cost < known.cost) steps[at(i, s)] = step;
  };
  for (let i = 0; i <= speech.length; i++) {
    for (let s = 0; s <= spoken.length; s++) {
      const cost = steps[at(i, s)]?.cost;
      if (cost === undefined) continue;
      if (s < spoken.length)
        offer(i, s + 1, { cost: cost + SKIPPED, stretches: 0, sentences: 1, said: false });
      if (i === speech.length) continue;
      const unscripted = UNSCRIPTED + (UNSCRIPTED_PER_SECOND * (lengths[i] as number)) / 1000;
      offer(i + 1, s, { cost: cost + unscripted, stretches: 1, sentences: 0, said: false });
      if (s === spoken.length) continue;
      let length = 0;
      let within = 0;
      const { morae, commas } = reading(s);
      for (let n = 1; n <= MOST_STRETCHES && i + n <= speech.length; n++) {
        length += lengths[i + n - 1] as number;
        if (n > 1) {
          within += pauseWithinCost(
            (speech[i + n - 1] as Stretch).startMs - (speech[i + n - 2] as Stretch).endMs,
          );
          if (n - 1 > commas) within += PAUSE_WITHOUT_COMMA;
        }
        const step = {
          cost: cost + within + lengthCost(length, morae, msPerMora),
          stretches: n,
          sentences: 1,
          said: true,
        };
        offer(i + n, s + 1, step);
      }
      let together = morae;
      for (let m = 2; m <= MOST_RUN_ON && s + m <= spoken.length; m++) {
        together += reading(s + m - 1).morae;
        const runOn = (m - 1) * RUN_ON + lengthCost(lengths[i] as number, together, msPerMora);
        offer(i + 1, s + m, { cost: cost + runOn, stretches: 1, sentences: m, said: true });
      }
    }
  }
  return trace();

  function trace(): LikelyPassage[] {
    const passages: LikelyPassage[] = [];
    let i = speech.length;
    let s = spoken.length;
    while (i > 0 || s > 0) {
      const step = steps[at(i, s)] as Step;
      i -= step.stretches;
      s -= step.sentences;
      if (!step.said) continue;
      const startMs = (speech[i] as Stretch).startMs;
      const endMs = (speech[i + step.stretches - 1] as Stretch).endMs;
      const morae = Array.from({ length: step.sentences }, (_, m) => reading(s + m).morae);
      const sum = morae.reduce((total, count) => total + count, 0);
      let before = sum;
      for (let m = step.sentences - 1; m >= 0; m--) {
        const to = startMs + ((endMs - startMs) * before) / sum;
        before -= morae[m] as number;
        const from = startMs + ((endMs - startMs) * before) / sum;
        passages.push({
          sentence: spoken[s + m] as number,
          startMs: Math.round(from),
          endMs: Math.round(to),
        });
      }
    }
    return passages.reverse();
  }
}
