import { BANDS, type BandLevels, FRAME_MS } from './band-levels';
import { changesInSilence, roomChanges, steady } from './steady-room';

/** A stretch of a take's sound, ms since its first sample. */
export interface Stretch {
  startMs: number;
  endMs: number;
}

/** Where in a take's sound somebody speaks, and how far the voice stands above the room. */
export interface SpeechDetection {
  /** Stretches of speech in order, apart by more than `CLOSURE_MS`. */
  speech: Stretch[];
  /** 1 where a frame lies in a stretch of speech. */
  speechFrames: Uint8Array;
  /** The levels as they would be in a room that stays as it usually is; all else is told of these. */
  levels: BandLevels;
  /** Mean power of the room in each band. */
  noise: Float32Array;
  /** Mean power of speech in each band, the room's taken off. */
  voice: Float32Array;
  /** Speech to noise over all bands, dB; of speech alone, without pauses. */
  snrDb: number;
}

/** A silence is a pause (間) from here on, ms: the closures of consonants end below, even most of っ. */
export const MIN_PAUSE_MS = 200;

/**
 * Where speech begins and ends on the way from the score of silence (0) to that of speech (1). All ratios here were
 * chosen on the tuning set of tests/evaluate/make-voices.ts.
 */
const ONSET_RATIO = 0.35;
const OFFSET_RATIO = 0.25;
/** The least distance from silence, for voices that hardly rise over the room; steady noise varies by about 0.1. */
const LEAST_ONSET = 0.25;
const LEAST_OFFSET = 0.12;
/** What one band adds to the score at most, ln of power: 13 dB over the floor is speech, more is not more so. */
const MOST_PER_BAND = 3;
/** So far below the voice's mean in a band, dB, nothing counts as speech: echoes, breaths, the fading of a room. */
const VOICE_RANGE_DB = 25;
/** Share of frames quiet enough to learn the floor from before anything else is known: a brisk take pauses for 15 %. */
const QUIET_SHARE = 0.12;
/** A gap this short is the closure of a consonant, ms. */
const CLOSURE_MS = 80;
/** Speech lasts at least this long, ms: a click or a key does not. */
const SHORTEST_SPEECH_MS = 50;
/** Frames on either side over which power is averaged to score a frame, and to find the quietest. */
const SCORE_REACH = 2;
const QUIET_REACH = 4;
/** Power of a band that carries nothing at all: see band-levels. */
const LEAST_POWER = 1e-13;
/**
 * The room is at most this many times as loud in a band as its quietest frames, or this share of all frames' mean if
 * that is more (a breath, a chair). Else sounds that few bands hear, the deep ones of a high voice in hissing noise, could
 * be taken for the room, and then go on being taken for it.
 */
const MOST_OVER_QUIETEST = 4;
const MOST_OF_MEAN = 0.1;
/** After the first pass with the quietest frames, passes with all silent ones until nothing changes. */
const PASSES = 4;

/**
 * Finds speech by its level over the room's: a first pass learns the floor of each band from the quietest frames, the
 * next from all frames found silent before; then the room's changes over the take are taken off, and all is found
 * again. Pure over frames, so that live and afterwards the same sound is found.
 */
export function detectSpeech(levels: BandLevels): SpeechDetection {
  const { frames } = levels;
  const steadied = steady(levels, roomChanges({ frames, power: averageOverTime(levels, QUIET_REACH) }));
  const { speechFrames, noise, voice } = detectInSteadyRoom(steadied);
  const least = voice.map(floorOfVoice);
  const silent = (t: number) =>
    speechFrames[Math.max(0, t - QUIET_REACH)] !== 1 &&
    speechFrames[t] !== 1 &&
    speechFrames[Math.min(frames - 1, t + QUIET_REACH)] !== 1;
  return detectInSteadyRoom(steady(steadied, changesInSilence(steadied, silent, noise, least)));
}

/** The same where the room is known not to change: nothing is taken off, and the levels are told as they are. */
export function detectInSteadyRoom(levels: BandLevels): SpeechDetection {
  const { frames } = levels;
  const power = averageOverTime(levels, SCORE_REACH);
  const quietest = quietestLevels(averageOverTime(levels, QUIET_REACH), frames);
  const most = mostNoise(levels, quietest);
  let noise = quietest;
  let voice: Float32Array = new Float32Array(BANDS);
  let speechFrames: Uint8Array = new Uint8Array(frames);
  for (let pass = 0; pass < PASSES; pass++) {
    const floor = noise.map((level, b) => Math.max(level, floorOfVoice(voice[b] as number)));
    // A band in which the room drowns the voice has little to say.
    const weights = voice.map((level, b) => (pass === 0 ? 1 : level / (level + (noise[b] as number))));
    const score = scoreFrames(power, frames, floor, weights);
    const thresholds = pass === 0 ? splitInTwo(score) : betweenMeans(score, speechFrames);
    speechFrames = followScore(score, thresholds);
    noise =
      meanPower(levels, speechFrames, 0)?.map((level, b) => Math.min(level, most[b] as number)) ?? noise;
    const heard = meanPower(levels, speechFrames, 1);
    if (heard) voice = heard.map((level, b) => Math.max(0, level - (noise[b] as number)));
  }
  const total = (powers: Float32Array) => powers.reduce((sum, value) => sum + value, LEAST_POWER);
  const snrDb = 10 * Math.log10(total(voice) / total(noise));
  return { levels, speech: stretchesOf(speechFrames), speechFrames, noise, voice, snrDb };
}

const floorOfVoice = (level: number) => level * 10 ** (-VOICE_RANGE_DB / 10);

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

/** Runs of frames marked 1, in order. */
export function stretchesOf(marks: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  for (let t = 0; t < marks.length; t++) {
    if (marks[t] !== 1) continue;
    const start = t;
    while (marks[t] === 1) t++;
    stretches.push({ startMs: start * FRAME_MS, endMs: t * FRAME_MS });
  }
  return stretches;
}

function averageOverTime({ frames, power }: BandLevels, reach: number): Float32Array {
  const average = new Float32Array(power.length);
  for (let b = 0; b < BANDS; b++) {
    for (let t = 0; t < frames; t++) {
      const from = Math.max(0, t - reach);
      const to = Math.min(frames - 1, t + reach);
      let sum = 0;
      for (let near = from; near <= to; near++) sum += power[near * BANDS + b] as number;
      average[t * BANDS + b] = sum / (to - from + 1);
    }
  }
  return average;
}

function quietestLevels(power: Float32Array, frames: number): Float32Array {
  const floor = new Float32Array(BANDS);
  const column = new Float32Array(frames);
  for (let b = 0; b < BANDS; b++) {
    for (let t = 0; t < frames; t++) column[t] = power[t * BANDS + b] as number;
    column.sort();
    floor[b] = Math.max(LEAST_POWER, column[Math.floor(QUIET_SHARE * frames)] ?? 0);
  }
  return floor;
}

function mostNoise({ frames, power }: BandLevels, quietest: Float32Array): Float32Array {
  return quietest.map((level, b) => {
    let sum = 0;
    for (let t = 0; t < frames; t++) sum += power[t * BANDS + b] as number;
    return Math.max(level * MOST_OVER_QUIETEST, (sum / Math.max(1, frames)) * MOST_OF_MEAN);
  });
}

/** Weighted mean over bands of ln(power / floor), each band at least 0 and at most `MOST_PER_BAND`. */
function scoreFrames(
  power: Float32Array,
  frames: number,
  floor: Float32Array,
  weights: Float32Array,
): Float32Array {
  const score = new Float32Array(frames);
  const total = weights.reduce((sum, weight) => sum + weight, 1e-6);
  for (let t = 0; t < frames; t++) {
    let sum = 0;
    for (let b = 0; b < BANDS; b++) {
      const over = Math.log((power[t * BANDS + b] as number) / (floor[b] as number));
      if (over > 0) sum += (weights[b] as number) * Math.min(over, MOST_PER_BAND);
    }
    score[t] = sum / total;
  }
  return score;
}

interface Thresholds {
  onset: number;
  offset: number;
}

function betweenMeans(score: Float32Array, speech: Uint8Array): Thresholds {
  let silent = 0;
  let loud = 0;
  let loudCount = 0;
  for (let t = 0; t < score.length; t++) {
    if (speech[t] === 1) {
      loud += score[t] as number;
      loudCount++;
    } else silent += score[t] as number;
  }
  silent /= Math.max(1, score.length - loudCount);
  const rise = loud / Math.max(1, loudCount) - silent;
  return {
    onset: silent + Math.max(LEAST_ONSET, ONSET_RATIO * rise),
    offset: silent + Math.max(LEAST_OFFSET, OFFSET_RATIO * rise),
  };
}

/** The threshold that divides the scores into the two groups farthest apart (Otsu 1979). */
function splitInTwo(score: Float32Array): Thresholds {
  const sorted = score.slice().sort();
  const total = sorted.reduce((sum, value) => sum + value, 0);
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
  const least = (sorted[0] ?? 0) + LEAST_ONSET;
  return { onset: Math.max(threshold, least), offset: Math.max(threshold, least) };
}

/** Hysteresis: a run of frames over `offset` is speech if enough of them are over `onset`; short gaps are filled. */
function followScore(score: Float32Array, { onset, offset }: Thresholds): Uint8Array {
  const speech = new Uint8Array(score.length);
  let start = -1;
  let loud = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (let t = 0; t <= score.length; t++) {
    const value = score[t] ?? Number.NEGATIVE_INFINITY;
    if (value >= offset) {
      if (start < 0) start = t;
      if (value >= onset) loud++;
    } else if (start >= 0) {
      if (loud >= SHORTEST_SPEECH_MS / FRAME_MS) {
        speech.fill(1, start - lastEnd <= CLOSURE_MS / FRAME_MS ? lastEnd : start, t);
        lastEnd = t;
      }
      start = -1;
      loud = 0;
    }
  }
  return speech;
}

function meanPower({ power }: BandLevels, speech: Uint8Array, wanted: 0 | 1): Float32Array | null {
  const sums = new Float64Array(BANDS);
  let count = 0;
  for (let t = 0; t < speech.length; t++) {
    if (speech[t] !== wanted) continue;
    count++;
    for (let b = 0; b < BANDS; b++) sums[b] = (sums[b] as number) + (power[t * BANDS + b] as number);
  }
  // Fewer frames than 100 ms tell nothing.
  return count < 10 ? null : Float32Array.from(sums, (sum) => Math.max(LEAST_POWER, sum / count));
}
