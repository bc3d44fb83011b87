/** Opus counts in samples of this rate, whatever it was given. */
const OPUS_HZ = 48_000;

/**
 * Sound as Opus in an Ogg container (RFC 3533, RFC 7845), a packet a page, which Chromium decodes but does not record.
 */
export async function encodeOggOpus(sound: AudioBuffer): Promise<Blob> {
  const packets: { bytes: Uint8Array<ArrayBuffer>; samples: number }[] = [];
  let head: Uint8Array<ArrayBuffer> | null = null;
  const encoder = new AudioEncoder({
    output(chunk, metadata) {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      packets.push({ bytes, samples: ((chunk.duration ?? 20_000) * OPUS_HZ) / 1e6 });
      const description = metadata?.decoderConfig?.description;
      if (description) head ??= new Uint8Array(description as ArrayBuffer).slice();
    },
    error(cause) {
      throw cause;
    },
  });
  encoder.configure({
    codec: 'opus',
    sampleRate: sound.sampleRate,
    numberOfChannels: 1,
    bitrate: 64_000,
  });
  const data = sound.getChannelData(0).slice();
  encoder.encode(
    new AudioData({
      format: 'f32-planar',
      sampleRate: sound.sampleRate,
      numberOfFrames: data.length,
      numberOfChannels: 1,
      timestamp: 0,
      data,
    }),
  );
  await encoder.flush();
  encoder.close();
  if (!head) throw new Error('The encoder described no Opus.');
  const tags = new TextEncoder().encode('OpusTags\0\0\0\0\0\0\0\0');
  let samples = 0;
  const pages = packets.map((packet, i) => {
    samples += packet.samples;
    return pageOf(packet.bytes, i === packets.length - 1 ? 4 : 0, samples, i + 2);
  });
  return new Blob([pageOf(head, 2, 0, 0), pageOf(tags, 0, 0, 1), ...pages], { type: 'audio/ogg' });
}

/** `kind`: 2 for the first page, 4 for the last; `position`: samples that end with it. */
function pageOf(packet: Uint8Array, kind: number, position: number, number: number): Uint8Array<ArrayBuffer> {
  const lacing = Math.floor(packet.length / 255) + 1;
  const page = new Uint8Array(27 + lacing + packet.length);
  const view = new DataView(page.buffer);
  page.set(new TextEncoder().encode('OggS'));
  page[5] = kind;
  view.setBigUint64(6, BigInt(Math.round(position)), true);
  view.setUint32(14, 1, true);
  view.setUint32(18, number, true);
  page[26] = lacing;
  page.fill(255, 27, 27 + lacing - 1);
  page[27 + lacing - 1] = packet.length % 255;
  page.set(packet, 27 + lacing);
  view.setUint32(22, checksum(page), true);
  return page;
}

/** CRC-32 of polynomial 04c11db7, highest bit first. */
function checksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
  }
  return crc >>> 0;
}
