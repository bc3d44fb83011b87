/** Samples per second that every analysis of a take's sound expects, mono, −1…1. */
export const ANALYSIS_HZ = 16_000;
/** Frame `i` stands for the time from `i * FRAME_MS` to `(i + 1) * FRAME_MS` of the sound. */
export const FRAME_MS = 10;
/** Samples of one frame's window: 25 ms, two periods of a low voice. */
const WINDOW = 400;
const STEP = (ANALYSIS_HZ * FRAME_MS) / 1000;
/** The window, padded with zeros to a power of two. */
const SPECTRUM_SIZE = 512;
/** Mel bands between 120 Hz (above mains hum) and 7,000 Hz (below where telephone headsets and codecs cut). */
export const BANDS = 20;
const LOWEST_HZ = 120;
const HIGHEST_HZ = 7_000;
/** Power that counts as none: a tenth of the last bit of 16-bit sound. */
const LEAST_POWER = 1e-13;

/**
 * The port to a Fourier transform: magnitudes of a real frame's spectrum, `frame.length / 2` of them or more, on any
 * fixed scale. `frame.length` is a power of two. The result may be overwritten by the next call.
 */
export type MeasureSpectrum = (frame: Float64Array) => ArrayLike<number>;

/** Power in each mel band of each frame: row after row, `BANDS` to a row. */
export interface BandLevels {
  frames: number;
  power: Float32Array;
}

interface Band {
  firstBin: number;
  weights: Float64Array;
}

const toMel = (hz: number) => 2595 * Math.log10(1 + hz / 700);
const toHz = (mel: number) => 700 * (10 ** (mel / 2595) - 1);

/** Triangles of equal width on the mel scale (O'Shaughnessy's formula), each summing to 1. */
function createBands(): Band[] {
  const lowest = toMel(LOWEST_HZ);
  const step = (toMel(HIGHEST_HZ) - lowest) / (BANDS + 1);
  const binOf = (edge: number) => (toHz(lowest + edge * step) * SPECTRUM_SIZE) / ANALYSIS_HZ;
  return Array.from({ length: BANDS }, (_, band) => {
    const [from, centre, to] = [binOf(band), binOf(band + 1), binOf(band + 2)];
    const firstBin = Math.ceil(from);
    const weights = new Float64Array(Math.floor(to) - firstBin + 1);
    let sum = 0;
    for (let k = 0; k < weights.length; k++) {
      const bin = firstBin + k;
      const weight = bin < centre ? (bin - from) / (centre - from) : (to - bin) / (to - centre);
      weights[k] = Math.max(weight, 1e-3);
      sum += weights[k] as number;
    }
    return { firstBin, weights: weights.map((weight) => weight / sum) };
  });
}

/** Measures the mel bands of sound at `ANALYSIS_HZ`; a frame's window is centred in its 10 ms. */
export function measureBandLevels(
  samples: Float32Array | Float64Array,
  measureSpectrum: MeasureSpectrum,
): BandLevels {
  const frames = Math.floor(samples.length / STEP);
  const power = new Float32Array(frames * BANDS);
  const bands = createBands();
  const shape = Float64Array.from(
    { length: WINDOW },
    (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * (i + 0.5)) / WINDOW),
  );
  const frame = new Float64Array(SPECTRUM_SIZE);
  for (let t = 0; t < frames; t++) {
    const from = t * STEP + STEP / 2 - WINDOW / 2;
    for (let i = 0; i < WINDOW; i++) {
      const at = from + i;
      frame[i] = at >= 0 && at < samples.length ? (samples[at] as number) * (shape[i] as number) : 0;
    }
    const magnitudes = measureSpectrum(frame);
    for (let b = 0; b < BANDS; b++) {
      const { firstBin, weights } = bands[b] as Band;
      let sum = LEAST_POWER;
      for (let k = 0; k < weights.length; k++) {
        const magnitude = magnitudes[firstBin + k] as number;
        sum += (weights[k] as number) * magnitude * magnitude;
      }
      power[t * BANDS + b] = sum;
    }
  }
  return { frames, power };
}
