import { murmurHash128 } from './murmur-hash';
import { hasMagic } from './packed-file';

/** What the packed file is known to be. */
export interface PackedManifest {
  /** MurmurHash3 x86 128 of the inflated file. */
  hash: string;
  /** Its CRC-32, as gzip has it. */
  crc32: number;
  inflatedBytes: number;
  packedBytes: number;
}

export type InflateResult =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; reason: 'html-page' | 'truncated' | 'corrupt' };

type Bytes = Uint8Array<ArrayBuffer>;

/** Which of its forms a file has, by its first bytes; `undefined` while there are too few. */
export function formOf(start: Uint8Array): 'gzip' | 'inflated' | 'html-page' | 'other' | undefined {
  if (start.length < 8) return undefined;
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
  if (hasMagic(start)) return 'inflated';
  // A byte order mark and white space may stand before the page's first tag.
  return /^\uFEFF?\s*</.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(start))
    ? 'html-page'
    : 'other';
}

/** Begins with what was read from `reader` already, then goes on reading it. */
function resume(start: Bytes, reader: ReadableStreamDefaultReader<Bytes>): ReadableStream<Bytes> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(start),
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function concatenate(a: Bytes, b: Bytes): Bytes {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Reads until the form is certain. */
async function readStart(reader: ReadableStreamDefaultReader<Bytes>): Promise<Bytes> {
  let start: Bytes = new Uint8Array(0);
  while (formOf(start) === undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    start = concatenate(start, value);
  }
  return start;
}

/** `source`, with each chunk and its failure told on the way. */
function watch(
  source: ReadableStream<Bytes>,
  onChunk: (chunk: Bytes) => void,
  onError: (error: unknown) => void,
): ReadableStream<Bytes> {
  const reader = source.getReader();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        onChunk(value);
        controller.enqueue(value);
      } catch (error) {
        onError(error);
        throw error;
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** Fills a buffer of the length that is expected; a longer stream is cut, so that its hash will not match. */
async function collect(stream: ReadableStream<Bytes>, expected: number): Promise<Bytes> {
  const bytes = new Uint8Array(expected);
  const reader = stream.getReader();
  let length = 0;
  while (true) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    if (length + value.length > expected) {
      await reader.cancel();
      return bytes.subarray(0, 0);
    }
    bytes.set(value, length);
    length += value.length;
  }
}

/**
 * Whether a gzip file that ends so holds the right bytes: inflating has checked them against its CRC-32, so comparing
 * that is enough, and hashing megabytes on a phone is not needed.
 */
function hasTrailer(tail: Uint8Array, { crc32, inflatedBytes }: PackedManifest): boolean {
  const view = new DataView(tail.buffer, tail.byteOffset);
  return tail.length === 8 && view.getUint32(0, true) === crc32 && view.getUint32(4, true) === inflatedBytes;
}

/**
 * Reads the packed file in whichever form it is served: gzip as it was built, inflated on the way, compressed once more.
 * Rejects only when `source` itself fails.
 *
 * @param onChunk each piece of `source` as it arrives
 */
export async function inflatePackedFile(
  source: ReadableStream<Bytes>,
  manifest: PackedManifest,
  onChunk: (chunk: Bytes) => void = () => {},
): Promise<InflateResult> {
  let sourceError: { error: unknown } | undefined;
  let received = 0;
  let tail: Bytes = new Uint8Array(0);
  let stream = watch(
    source,
    (chunk) => {
      received += chunk.length;
      tail = chunk.length >= 8 ? chunk.slice(-8) : concatenate(tail, chunk).slice(-8);
      onChunk(chunk);
    },
    (error) => {
      sourceError = { error };
    },
  );
  // Twice at most is a file compressed: as it was built, and by a host that does not say so.
  for (let layer = 0; layer < 3; layer++) {
    const reader = stream.getReader();
    try {
      const start = await readStart(reader);
      const form = formOf(start);
      if (form === 'gzip') {
        // pipeThrough handles the rejections of its own promises; those of a writer would go unhandled.
        stream = resume(start, reader).pipeThrough(new DecompressionStream('gzip'));
        continue;
      }
      if (form === 'inflated') {
        const bytes = await collect(resume(start, reader), manifest.inflatedBytes);
        const whole =
          bytes.length === manifest.inflatedBytes &&
          ((layer === 1 && hasTrailer(tail, manifest)) || murmurHash128(bytes) === manifest.hash);
        if (whole) return { ok: true, bytes };
        const cut = layer === 0 && received < manifest.inflatedBytes;
        return { ok: false, reason: cut ? 'truncated' : 'corrupt' };
      }
      await reader.cancel();
      return {
        ok: false,
        reason: form === undefined ? 'truncated' : form === 'html-page' ? form : 'corrupt',
      };
    } catch {
      if (sourceError) throw sourceError.error;
      // Inflating failed. What is shorter than it was built has lost its end; a flipped bit leaves the length.
      return { ok: false, reason: received < manifest.packedBytes ? 'truncated' : 'corrupt' };
    }
  }
  return { ok: false, reason: 'corrupt' };
}
