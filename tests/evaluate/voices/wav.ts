/** Mono sound; samples within −1…1. */
export interface Sound {
  samples: Float64Array;
  hz: number;
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

/** Reads a WAV file (PCM of 8, 16, 24 or 32 bits, or float of 32 or 64); channels are averaged. Throws where it is none. */
export function readWav(bytes: Buffer): Sound {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE')
    throw new Error('Not a WAV file.');
  let format = PCM;
  let channels = 1;
  let hz = 0;
  let bits = 16;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const chunk = bytes.toString('latin1', at, at + 4);
    const length = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8);
    const from = at + 8;
    if (chunk === 'fmt ') {
      format = bytes.readUInt16LE(from);
      channels = bytes.readUInt16LE(from + 2);
      hz = bytes.readUInt32LE(from + 4);
      bits = bytes.readUInt16LE(from + 14);
      if (format === EXTENSIBLE) format = bytes.readUInt16LE(from + 24);
    } else if (chunk === 'data') {
      if (hz === 0 || channels === 0) throw new Error('The WAV file tells no rate or no channels.');
      const width = bits / 8;
      const samples = new Float64Array(Math.floor(length / width / channels));
      const read = sampleReader(bytes, format, bits);
      for (let i = 0; i < samples.length; i++) {
        let sum = 0;
        for (let c = 0; c < channels; c++) sum += read(from + (i * channels + c) * width);
        samples[i] = sum / channels;
      }
      return { samples, hz };
    }
    at = from + length + (length % 2);
  }
  throw new Error('No sound in the WAV file.');
}

function sampleReader(bytes: Buffer, format: number, bits: number): (at: number) => number {
  if (format === FLOAT && bits === 32) return (at) => bytes.readFloatLE(at);
  if (format === FLOAT && bits === 64) return (at) => bytes.readDoubleLE(at);
  if (format === PCM && bits === 8) return (at) => bytes.readUInt8(at) / 128 - 1;
  if (format === PCM && bits % 8 === 0 && bits <= 32)
    return (at) => bytes.readIntLE(at, bits / 8) / 2 ** (bits - 1);
  throw new Error(`A WAV file of format ${format} with ${bits} bits cannot be read.`);
}

/** A WAV file of 16 bits. */
export function wavOf({ samples, hz }: Sound): Buffer {
  const bytes = Buffer.alloc(44 + 2 * samples.length);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + 2 * samples.length, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(PCM, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(hz, 24);
  bytes.writeUInt32LE(2 * hz, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(2 * samples.length, 40);
  samples.forEach((sample, i) => {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + 2 * i);
  });
  return bytes;
}

/** Zero crossings of the sinc on either side: −60 dB of alias at the edge of the band. */
const SINC_REACH = 16;

/** Changes the rate by a Hann-windowed sinc, low-passed at 95 % of the lower of the two Nyquist frequencies. */
export function resample({ samples, hz }: Sound, toHz: number): Sound {
  if (hz === toHz) return { samples, hz };
  const step = hz / toHz;
  const cutoff = 0.95 * Math.min(1, toHz / hz);
  const reach = SINC_REACH / cutoff;
  const width = Math.ceil(2 * reach) + 1;
  // Rates have a common divisor: the same few positions between samples come again and again.
  const kernels = new Map<number, Float64Array>();
  const out = new Float64Array(Math.floor(samples.length / step));
  for (let k = 0; k < out.length; k++) {
    const first = Math.ceil(k * step - reach);
    const phase = ((k * hz) % toHz) / toHz;
    let kernel = kernels.get(phase);
    if (!kernel) {
      kernel = Float64Array.from({ length: width }, (_, i) => sinc(first + i - k * step, cutoff, reach));
      kernels.set(phase, kernel);
    }
    let sum = 0;
    for (let i = Math.max(0, -first); i < width && first + i < samples.length; i++)
      sum += (samples[first + i] as number) * (kernel[i] as number);
    out[k] = sum;
  }
  return { samples: out, hz: toHz };
}

function sinc(x: number, cutoff: number, reach: number): number {
  if (Math.abs(x) >= reach) return 0;
  const t = Math.PI * cutoff * x;
  const value = Math.abs(t) < 1e-9 ? 1 : Math.sin(t) / t;
  return value * cutoff * (0.5 + 0.5 * Math.cos((Math.PI * x) / reach));
}
