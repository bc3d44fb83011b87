import { createNormal, type Random } from './random';

/** What stands behind a voice. `white` and `speech-shaped` are for training, the others for evaluation. */
export const NOISES = [
  'white',
  'speech-shaped',
  'pink',
  'brown',
  'violet',
  'fan',
  'air-conditioner',
  'hum-50',
  'hum-60',
  'music',
  'chords',
  'keyboard',
  'babble',
  'second-voice',
] as const;
export type Noise = (typeof NOISES)[number];

const HZ = 16_000;

/** Steady noise of deviation 1, unless `others` (recordings of other voices) are what it is made of. */
export function makeNoise(
  kind: Noise,
  length: number,
  random: Random,
  others: readonly Float64Array[],
): Float64Array {
  if (kind === 'babble') return mixVoices(others, 6, length, random);
  if (kind === 'second-voice') return mixVoices(others, 1, length, random);
  const normal = createNormal(random);
  const noise = Float64Array.from({ length }, normal);
  if (kind === 'pink') makePink(noise);
  // Long-term speech falls by about 6 dB an octave above 500 Hz.
  if (kind === 'speech-shaped') lowPass(noise, 500);
  if (kind === 'fan') makeFan(noise);
  if (kind === 'brown') lowPass(noise, 60);
  if (kind === 'violet') for (let i = noise.length - 1; i > 0; i--) noise[i]! -= noise[i - 1]!;
  if (kind === 'air-conditioner') makeAirConditioner(noise);
  if (kind === 'hum-50') addHum(noise, 50);
  if (kind === 'hum-60') addHum(noise, 60);
  if (kind === 'music') playTones(noise, random, 1);
  if (kind === 'chords') playTones(noise, random, 3);
  if (kind === 'keyboard') typeKeys(noise, random);
  return withDeviationOne(noise);
}

/** 3 dB an octave by a sum of three one-pole filters (Paul Kellet's economy method). */
function makePink(noise: Float64Array): void {
  let a = 0;
  let b = 0;
  let c = 0;
  for (let i = 0; i < noise.length; i++) {
    const white = noise[i]!;
    a = 0.99765 * a + white * 0.099046;
    b = 0.963 * b + white * 0.2965164;
    c = 0.57 * c + white * 1.0526913;
    noise[i] = a + b + c + white * 0.1848;
  }
}

/** A computer's fan: air low-passed at 300 Hz and again at 2 kHz, and the hum of its blades. */
function makeFan(noise: Float64Array): void {
  lowPass(noise, 300);
  const deviation = rms(noise);
  for (let i = 0; i < noise.length; i++) {
    const t = i / HZ;
    const hum =
      Math.sin(2 * Math.PI * 118 * t) +
      0.6 * Math.sin(2 * Math.PI * 236 * t) +
      0.3 * Math.sin(2 * Math.PI * 590 * t);
    noise[i] = noise[i]! + 0.7 * deviation * hum;
  }
}

/** Air low-passed at 900 Hz that swells slowly by some dB, with the rattle of a compressor at 49 Hz. */
function makeAirConditioner(noise: Float64Array): void {
  lowPass(noise, 900);
  const deviation = rms(noise);
  for (let i = 0; i < noise.length; i++) {
    const t = i / HZ;
    const swell = 1 + 0.3 * Math.sin(2 * Math.PI * 0.13 * t);
    noise[i] = noise[i]! * swell + 0.8 * deviation * Math.sin(2 * Math.PI * 49 * t) ** 3;
  }
}

/** Mains hum with its overtones up to 1 kHz, each half as strong as the one before, over a little hiss. */
function addHum(noise: Float64Array, mainsHz: number): void {
  for (let i = 0; i < noise.length; i++) {
    let hum = 0;
    for (let k = 1; k * mainsHz <= 1_000; k++)
      hum += Math.sin((2 * Math.PI * k * mainsHz * i) / HZ + k) / 2 ** (k / 3);
    noise[i] = 0.1 * noise[i]! + hum;
  }
}

/** Tones of a scale, struck anew every third of a second, `voices` at a time. */
function playTones(noise: Float64Array, random: Random, voices: number): void {
  noise.fill(0);
  const every = Math.round(HZ / 3);
  for (let from = 0; from < noise.length; from += every) {
    for (let voice = 0; voice < voices; voice++) {
      const hz = 220 * 2 ** ([0, 2, 4, 7, 9, 12, 14][Math.floor(random() * 7)]! / 12);
      for (let i = 0; i < 2 * every && from + i < noise.length; i++) {
        const t = i / HZ;
        const tone = Math.sin(2 * Math.PI * hz * t) + 0.4 * Math.sin(4 * Math.PI * hz * t);
        noise[from + i]! += tone * Math.exp(-4 * t) * Math.min(1, t / 0.005);
      }
    }
  }
}

/** Keys struck two to eight times a second, each a burst of a few ms down and a softer one up. */
function typeKeys(noise: Float64Array, random: Random): void {
  const hiss = noise.slice();
  noise.fill(0);
  for (let at = 0; at < noise.length; at += Math.round(HZ * (0.12 + 0.4 * random()))) {
    for (const [after, gain] of [
      [0, 1],
      [0.08, 0.4],
    ] as const) {
      const from = at + Math.round(after * HZ);
      for (let i = 0; i < 0.02 * HZ && from + i < noise.length; i++)
        noise[from + i]! += gain * hiss[from + i]! * Math.exp(-i / (0.004 * HZ));
    }
  }
}

function lowPass(noise: Float64Array, cutoffHz: number): void {
  const keep = Math.exp((-2 * Math.PI * cutoffHz) / HZ);
  let state = 0;
  for (let i = 0; i < noise.length; i++) {
    state = keep * state + (1 - keep) * noise[i]!;
    noise[i] = state;
  }
}

function mixVoices(
  others: readonly Float64Array[],
  count: number,
  length: number,
  random: Random,
): Float64Array {
  const mixed = new Float64Array(length);
  for (let k = 0; k < count; k++) {
    const voice = others[Math.floor(random() * others.length)]!;
    const from = Math.floor(random() * voice.length);
    const gain = 1 / rms(voice);
    for (let i = 0; i < length; i++) mixed[i]! += gain * voice[(from + i) % voice.length]!;
  }
  return withDeviationOne(mixed);
}

export function rms(samples: Float64Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}

function withDeviationOne(noise: Float64Array): Float64Array {
  const deviation = rms(noise) || 1;
  return noise.map((sample) => sample / deviation);
}

/** A breath taken in: noise of 0.5–4 kHz that swells and dies away. */
export function makeBreath(length: number, random: Random): Float64Array {
  const breath = Float64Array.from({ length }, createNormal(random));
  lowPass(breath, 4_000);
  const low = breath.slice();
  lowPass(low, 500);
  return withDeviationOne(
    breath.map((sample, i) => (sample - low[i]!) * Math.sin((Math.PI * (i + 0.5)) / length) ** 2),
  );
}

/** A click of lips or tongue: 12 ms of noise about 2 kHz that die away. */
export function makeSmack(random: Random): Float64Array {
  const smack = Float64Array.from({ length: Math.round(0.012 * HZ) }, createNormal(random));
  lowPass(smack, 3_000);
  return withDeviationOne(smack.map((sample, i) => sample * Math.exp(-i / (0.003 * HZ))));
}

/** Ratio of the sound that comes straight to all that comes back from the walls, power: a laptop at arm's length. */
const DIRECT_TO_ECHO = 2;

/** The sound as a room of reverberation time `seconds` gives it back: sparse echoes that die away evenly. */
export function addEcho(samples: Float64Array, seconds: number, random: Random): Float64Array {
  const echoes = 400;
  const taps = Array.from({ length: echoes }, () => {
    const delay = 0.003 + random() * seconds;
    return { at: Math.round(delay * HZ), gain: (random() < 0.5 ? -1 : 1) * 10 ** ((-3 * delay) / seconds) };
  });
  const power = taps.reduce((sum, tap) => sum + tap.gain ** 2, 0);
  const scale = Math.sqrt(1 / (power * DIRECT_TO_ECHO));
  const out = samples.slice();
  for (const tap of taps) {
    const gain = tap.gain * scale;
    for (let i = tap.at; i < out.length; i++) out[i]! += gain * samples[i - tap.at]!;
  }
  return out;
}
