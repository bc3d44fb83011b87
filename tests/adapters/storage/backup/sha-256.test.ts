import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startSha256 } from '../../../../src/adapters/storage/backup/sha-256';

const reference = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Examples of FIPS 180-4's validation suite (NIST, SHA_Examples). */
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('the published example %j', (text, hex) => {
  const sha256 = startSha256();
  sha256.update(new TextEncoder().encode(text));
  expect(sha256.hex()).toBe(hex);
});

test('every length around the blocks of 64 bytes', () => {
  for (let length = 0; length <= 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, place) => (place * 7 + length) % 256);
    const sha256 = startSha256();
    sha256.update(bytes);
    expect(sha256.hex(), `${length} bytes`).toBe(reference(bytes));
  }
});

test('parts of any size give what the whole gives', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 }), (parts) => {
      const sha256 = startSha256();
      for (const part of parts) sha256.update(part);
      expect(sha256.hex()).toBe(reference(Buffer.concat(parts)));
    }),
  );
});
