function mix(k: number): number {
  let h = k;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/**
 * MurmurHash3 x86 128 bits (Austin Appleby, public domain) of whole 16-byte blocks, as 32 hexadecimal digits. It tells
 * damaged files from whole ones at several bytes per cycle and, unlike `crypto.subtle`, on pages without HTTPS too.
 *
 * @param bytes length and offset must be multiples of 16 and 4
 */
export function murmurHash128(bytes: Uint8Array): string {
  if (bytes.length % 16 !== 0) throw new RangeError('murmurHash128 takes whole blocks of 16 bytes');
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  for (let i = 0; i < words.length; i += 4) {
    h1 ^= Math.imul(rotate(Math.imul(words[i] as number, 0x239b961b), 15), 0xab0e9789);
    h1 = (Math.imul(rotate(h1, 19) + h2, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotate(Math.imul(words[i + 1] as number, 0xab0e9789), 16), 0x38b34ae5);
    h2 = (Math.imul(rotate(h2, 17) + h3, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotate(Math.imul(words[i + 2] as number, 0x38b34ae5), 17), 0xa1e38b93);
    h3 = (Math.imul(rotate(h3, 15) + h4, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotate(Math.imul(words[i + 3] as number, 0xa1e38b93), 18), 0x239b961b);
    h4 = (Math.imul(rotate(h4, 13) + h1, 5) + 0x32ac3b17) | 0;
  }
  h1 ^= bytes.length;
  h2 ^= bytes.length;
  h3 ^= bytes.length;
  h4 ^= bytes.length;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = mix(h1);
  h2 = mix(h2);
  h3 = mix(h3);
  h4 = mix(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  return [h1, h2, h3, h4].map((h) => (h >>> 0).toString(16).padStart(8, '0')).join('');
}
