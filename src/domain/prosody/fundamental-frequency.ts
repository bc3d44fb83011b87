/** Heights of voices that are looked for, Hz: below and above, other things than speech are found. */
const LOWEST_HZ = 60;
const HIGHEST_HZ = 500;
/** What is compared with itself, 40 ms: more than two periods of a low voice, and short enough for a voice that glides. */
const WINDOW_SECONDS = 0.04;
/**
 * Likeness of a stretch to itself one period later, −1…1, from which on it has a height: below it noise begins to sound
 * like a voice, above it voices begin to be missed (MBROLA's three speakers, whose heights are known).
 */
const LEAST_LIKENESS = 0.85;
/** Of several periods that fit, the shortest within this share of the best one: two periods fit as well as one. */
const NEARLY_BEST_RATIO = 0.9;

/**
 * Height of the voice at sample `centre`, Hz; 0 where there is none (silence, s, k, noise). By the normalised square
 * difference of McLeod & Wyvill 2005 ("A smarter way to find pitch"). `hz`: samples per second, 8,000 is enough.
 */
export function measureFundamental(samples: Float32Array, centre: number, hz: number): number {
  const window = Math.round(WINDOW_SECONDS * hz);
  const shortest = Math.floor(hz / HIGHEST_HZ);
  const longest = Math.ceil(hz / LOWEST_HZ);
  const from = centre - ((window + longest) >> 1);
  if (from < 0 || from + window + longest + 1 > samples.length) return 0;
  const likeness = new Float64Array(longest + 2);
  for (let lag = shortest - 1; lag <= longest + 1; lag++) {
    let product = 0;
    let power = 0;
    for (let i = from; i < from + window; i++) {
      const one = samples[i] as number;
      const other = samples[i + lag] as number;
      product += one * other;
      power += one * one + other * other;
    }
    likeness[lag] = power > 0 ? (2 * product) / power : 0;
  }
  const at = (lag: number) => likeness[lag] as number;
  const isPeak = (lag: number) => at(lag) > at(lag - 1) && at(lag) >= at(lag + 1);
  let best = 0;
  for (let lag = shortest; lag <= longest; lag++) if (isPeak(lag)) best = Math.max(best, at(lag));
  if (best < LEAST_LIKENESS) return 0;
  for (let lag = shortest; lag <= longest; lag++) {
    if (!isPeak(lag) || at(lag) < NEARLY_BEST_RATIO * best) continue;
    // The top of a parabola through the peak and its neighbours.
    const bend = at(lag - 1) - 2 * at(lag) + at(lag + 1);
    return hz / (lag + (bend === 0 ? 0 : (0.5 * (at(lag - 1) - at(lag + 1))) / bend));
  }
  return 0;
}
