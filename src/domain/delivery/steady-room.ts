import { BANDS, type BandLevels, FRAME_MS } from './band-levels';

/**
 * Rooms change during a take: an air conditioner starts, a bus stands outside, a microphone's automatic gain turns
 * itself up in a pause. What is found here is how much louder the room is at each moment than it usually is.
 */

/** The room is looked at once a second, over this long on either side, ms: even a long breath has a pause in it. */
const LOOK_EVERY = 1_000 / FRAME_MS;
const LOOK_REACH = 5_000 / FRAME_MS;
/** Frames a look takes one sample of: neighbours are averages over much the same sound. */
const SAMPLE_EVERY = 4;
/** Share of a look's frames that are quiet: see detect-speech. */
const QUIET_SHARE = 0.12;
/** Bands on either side a change is averaged over: noise changes over octaves, speech over single bands. */
const BAND_REACH = 2;
/** Changes this small are chance, ln of power: 2 dB; a quantile of steady noise strays by that much. */
const CHANCE = 0.5;
/** So far under the mean level in a band, dB, a change does not matter: it is far below the voice. */
const RANGE_DB = 30;

/** ln of the room's power over its usual power, for each frame and band; `averaged` levels are those over some frames. */
export function roomChanges({ frames, power }: BandLevels): Float32Array {
  const looks = Math.max(1, Math.ceil(frames / LOOK_EVERY));
  const quiet = new Float32Array(looks * BANDS);
  for (let b = 0; b < BANDS; b++) {
    let sum = 0;
    for (let t = 0; t < frames; t++) sum += power[t * BANDS + b] as number;
    const least = (sum / Math.max(1, frames)) * 10 ** (-RANGE_DB / 10);
    for (let look = 0; look < looks; look++) {
      const from = Math.max(0, look * LOOK_EVERY - LOOK_REACH);
      const to = Math.min(frames, look * LOOK_EVERY + LOOK_REACH);
      const seen = new Float32Array(Math.ceil((to - from) / SAMPLE_EVERY));
      for (let i = 0; i < seen.length; i++) seen[i] = power[(from + i * SAMPLE_EVERY) * BANDS + b] as number;
      seen.sort();
      const level = seen[Math.floor(QUIET_SHARE * seen.length)] ?? 0;
      quiet[look * BANDS + b] = Math.log(Math.max(level, least, Number.MIN_VALUE));
    }
  }
  const changes = subtractUsual(quiet, looks);
  const broad = overBands(changes, looks).map((change) =>
    Math.abs(change) < CHANCE ? 0 : change - Math.sign(change) * CHANCE,
  );
  return overFrames(broad, looks, frames);
}

/** How far each look is from the median of all, band by band. */
function subtractUsual(quiet: Float32Array, looks: number): Float32Array {
  const changes = new Float32Array(quiet.length);
  const column = new Float32Array(looks);
  for (let b = 0; b < BANDS; b++) {
    for (let look = 0; look < looks; look++) column[look] = quiet[look * BANDS + b] as number;
    column.sort();
    const usual = column[looks >> 1] as number;
    for (let look = 0; look < looks; look++)
      changes[look * BANDS + b] = (quiet[look * BANDS + b] as number) - usual;
  }
  return changes;
}

function overBands(changes: Float32Array, looks: number): Float32Array {
  const broad = new Float32Array(changes.length);
  for (let look = 0; look < looks; look++) {
    for (let b = 0; b < BANDS; b++) {
      const from = Math.max(0, b - BAND_REACH);
      const to = Math.min(BANDS - 1, b + BAND_REACH);
      let sum = 0;
      for (let near = from; near <= to; near++) sum += changes[look * BANDS + near] as number;
      broad[look * BANDS + b] = sum / (to - from + 1);
    }
  }
  return broad;
}

/** Straight lines from look to look. */
function overFrames(broad: Float32Array, looks: number, frames: number): Float32Array {
  const changes = new Float32Array(frames * BANDS);
  for (let t = 0; t < frames; t++) {
    const look = Math.min(looks - 1, Math.floor(t / LOOK_EVERY));
    const next = Math.min(looks - 1, look + 1);
    const share = t / LOOK_EVERY - look;
    for (let b = 0; b < BANDS; b++) {
      const here = broad[look * BANDS + b] as number;
      changes[t * BANDS + b] = here + share * ((broad[next * BANDS + b] as number) - here);
    }
  }
  return changes;
}

/** Frames of silence that count as much as not knowing: two seconds. */
const DOUBT = 200;
/** Deviation of the window over silent frames, ms. */
const SMOOTHING = 1_500 / FRAME_MS;

/** A breath or a chair says little of the room, as a multiple of its power. */
const MOST = 10;

/**
 * The same from frames known to be silent, closer to each moment: means over the silence around, the nearer the more;
 * where there is little they are drawn towards no change. `usual` is the room's mean power in each band, `least` the power below which none matters.
 */
export function changesInSilence(
  { frames, power }: BandLevels,
  silent: (t: number) => boolean,
  usual: Float32Array,
  least: Float32Array,
): Float32Array {
  const changes = new Float32Array(frames * BANDS);
  // Running sums that fade away to either side stand for a two-sided exponential window.
  const keep = Math.exp(-1 / SMOOTHING);
  for (let b = 0; b < BANDS; b++) {
    const floor = least[b] as number;
    const level = Math.max(floor, usual[b] as number);
    for (const step of [1, -1]) {
      let sum = 0;
      let weight = 0;
      for (let i = 0; i < frames; i++) {
        const t = step === 1 ? i : frames - 1 - i;
        sum *= keep;
        weight *= keep;
        if (silent(t)) {
          sum += Math.min(MOST, Math.max(floor, power[t * BANDS + b] as number) / level);
          weight++;
        }
        const at = t * BANDS + b;
        const mean = (sum + DOUBT) / (weight + DOUBT);
        changes[at] = (changes[at] as number) + 0.5 * Math.log(mean);
      }
    }
  }
  return changes;
}

/** Levels as they would be, had the room stayed as it usually is. */
export function steady({ frames, power }: BandLevels, changes: Float32Array): BandLevels {
  return { frames, power: power.map((level, at) => level * Math.exp(-(changes[at] as number))) };
}
