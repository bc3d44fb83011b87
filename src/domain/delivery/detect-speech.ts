import { BANDS, type BandLevels, FRAME_MS } from './band-levels';

/** A stretch of a take's sound, ms since its first sample. */
export interface Stretch {
  startMs: number;
  endMs: number;
}

/** Where in a take's sound somebody speaks, and how far the voice stands above the room. */
export interface SpeechDetection {
  /** Stretches of speech in order, apart by at least `SHORTEST_GAP_MS`. */
  speech: Stretch[];
  /** 1 where a frame lies in a stretch of speech. */
  speechFrames: Uint8Array;
  /** Mean power of the room in each band. */
  noise: Float32Array;
  /** Mean power of speech in each band, the room's taken off. */
  voice: Float32Array;
  /** Speech to noise over all bands, dB; of speech alone, without pauses. */
  snrDb: number;
}

/** A silence is a pause (間) from here on, ms: closures of っ end well below. */
export const MIN_PAUSE_MS = 200;

/**
 * The score of a frame is the mean over bands of ln(power / floor), each band at least 0 and at most `MOST_PER_BAND`.
 * Steady noise alone scores about 0.3 ± 0.1. Constants tuned on the tuning set of tests/evaluate/make-voices.ts.
 */
export const tune = {
  onset: 0.35,
  offset: 0.25,
  minOn: 0.25,
  minOff: 0.12,
  most: 3,
  /** The floor lies at least this far below the voice's mean in a band, dB: echoes and breaths are not speech. */
  range: 25,
  smooth: 1,
  gap: 80,
  shortest: 50,
  pct: 0.12,
  floorBias: 1,
};

/**
 * Finds speech by its level over the room's, in two passes: the first learns the floor of each band from the
 * quietest frames, the second from all frames the first found silent.
 */
export function detectSpeech(levels: BandLevels): SpeechDetection {
  const { frames } = levels;
  const power = smoothOverTime(levels, tune.smooth);
  let noise = quietest(smoothOverTime(levels, 4), frames, tune.pct);
  let voice: Float32Array = new Float32Array(BANDS);
  let speechFrames: Uint8Array = new Uint8Array(frames);
  for (let pass = 0; pass < 3; pass++) {
    const floor = noise.map((level, b) =>
      Math.max(level * tune.floorBias, pass === 0 ? 0 : (voice[b] as number) * 10 ** (-tune.range / 10)),
    );
    const score = scoreFrames(power, frames, floor);
    let onset: number;
    let offset: number;
    if (pass === 0) onset = offset = splitInTwo(score);
    else {
      const [silent, loud] = meanScores(score, speechFrames);
      onset = silent + Math.max(tune.minOn, tune.onset * (loud - silent));
      offset = silent + Math.max(tune.minOff, tune.offset * (loud - silent));
    }
    speechFrames = followScore(score, frames, onset, offset);
    const silence = meanPower(levels, speechFrames, 0);
    if (silence) noise = silence;
    const heard = meanPower(levels, speechFrames, 1);
    if (heard) voice = heard.map((level, b) => Math.max(0, level - (noise[b] as number)));
  }
  const total = (levels: Float32Array) => levels.reduce((sum, level) => sum + level, 0);
  const snrDb = 10 * Math.log10(Math.max(1e-3, total(voice)) / Math.max(1e-13, total(noise)));
  return { speech: stretchesOf(speechFrames), speechFrames, noise, voice, snrDb };
}

/** Silences between stretches of speech that are long enough to be pauses, in order. */
export function detectPauses(speech: readonly Stretch[], minPauseMs = MIN_PAUSE_MS): Stretch[] {
  const pauses: Stretch[] = [];
  for (let i = 1; i < speech.length; i++) {
    const startMs = (speech[i - 1] as Stretch).endMs;
    const endMs = (speech[i] as Stretch).startMs;
    if (endMs - startMs >= minPauseMs) pauses.push({ startMs, endMs });
  }
  return pauses;
}

function smoothOverTime({ frames, power }: BandLevels, reach: number): Float32Array {
  const smooth = new Float32Array(power.length);
  for (let b = 0; b < BANDS; b++) {
    let sum = 0;
    let count = 0;
    for (let t = -reach; t < frames; t++) {
      if (t + reach < frames) {
        sum += power[(t + reach) * BANDS + b] as number;
        count++;
      }
      if (t - reach - 1 >= 0) {
        sum -= power[(t - reach - 1) * BANDS + b] as number;
        count--;
      }
      if (t >= 0) smooth[t * BANDS + b] = Math.max(sum, 0) / count;
    }
  }
  return smooth;
}

function quietest(power: Float32Array, frames: number, share: number): Float32Array {
  const floor = new Float32Array(BANDS);
  const column = new Float32Array(frames);
  for (let b = 0; b < BANDS; b++) {
    for (let t = 0; t < frames; t++) column[t] = power[t * BANDS + b] as number;
    column.sort();
    floor[b] = Math.max(1e-13, column[Math.floor(share * frames)] ?? 0);
  }
  return floor;
}

function scoreFrames(power: Float32Array, frames: number, floor: Float32Array): Float32Array {
  const score = new Float32Array(frames);
  for (let t = 0; t < frames; t++) {
    let sum = 0;
    for (let b = 0; b < BANDS; b++) {
      const over = Math.log((power[t * BANDS + b] as number) / (floor[b] as number));
      if (over > 0) sum += Math.min(over, tune.most);
    }
    score[t] = sum / BANDS;
  }
  return score;
}

/** Hysteresis: speech begins above `onset`, goes back to where the score rose over `offset`, ends below `offset`. */
function meanScores(score: Float32Array, speech: Uint8Array): [number, number] {
  let silent = 0;
  let loud = 0;
  let loudCount = 0;
  for (let t = 0; t < score.length; t++) {
    if (speech[t] === 1) {
      loud += score[t] as number;
      loudCount++;
    } else silent += score[t] as number;
  }
  return [silent / Math.max(1, score.length - loudCount), loud / Math.max(1, loudCount)];
}

/** Otsu's threshold. */
function splitInTwo(score: Float32Array): number {
  const sorted = score.slice().sort();
  let total = 0;
  for (const value of sorted) total += value;
  let below = 0;
  let best = -1;
  let threshold = 0;
  for (let i = 1; i < sorted.length; i++) {
    below += sorted[i - 1] as number;
    const share = i / sorted.length;
    const difference = (total - below) / (sorted.length - i) - below / i;
    const between = share * (1 - share) * difference * difference;
    if (between > best) {
      best = between;
      threshold = ((sorted[i] as number) + (sorted[i - 1] as number)) / 2;
    }
  }
  return threshold;
}

function followScore(score: Float32Array, frames: number, onset: number, offset: number): Uint8Array {
  const speech = new Uint8Array(frames);
  const gap = tune.gap / FRAME_MS;
  const shortest = tune.shortest / FRAME_MS;
  let start = -1;
  let loud = 0;
  let lastEnd = -Infinity;
  for (let t = 0; t <= frames; t++) {
    const value = t < frames ? (score[t] as number) : 0;
    if (value >= offset) {
      if (start < 0) start = t;
      if (value >= onset) loud++;
    } else if (start >= 0) {
      if (loud >= shortest) {
        speech.fill(1, start - lastEnd <= gap ? lastEnd : start, t);
        lastEnd = t;
      }
      start = -1;
      loud = 0;
    }
  }
  return speech;
}

function meanPower({ power }: BandLevels, speech: Uint8Array, wanted: 0 | 1): Float32Array | null {
  const mean = new Float32Array(BANDS);
  let count = 0;
  for (let t = 0; t < speech.length; t++) {
    if (speech[t] !== wanted) continue;
    count++;
    for (let b = 0; b < BANDS; b++) mean[b] = (mean[b] as number) + (power[t * BANDS + b] as number);
  }
  return count < 10 ? null : mean.map((sum) => Math.max(1e-13, sum / count));
}

/** Runs of frames marked 1, in order. */
export function stretchesOf(speech: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  for (let t = 0; t < speech.length; t++) {
    if (speech[t] !== 1) continue;
    const start = t;
    while (speech[t] === 1) t++;
    stretches.push({ startMs: start * FRAME_MS, endMs: t * FRAME_MS });
  }
  return stretches;
}
