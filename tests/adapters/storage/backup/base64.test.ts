import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../../../src/adapters/storage/backup/base64';

test('any bytes are encoded as Node encodes them, and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      const text = encodeBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeBase64(text)).toEqual(bytes);
    }),
  );
});

test.each([24_575, 24_576, 24_577, 3_000_000])('%d bytes, over many steps', (length) => {
  const bytes = new Uint8Array(length).map((_, place) => place % 251);
  const text = encodeBase64(bytes);
  expect(text === Buffer.from(bytes).toString('base64')).toBe(true);
  expect(Buffer.compare(decodeBase64(text)!, bytes)).toBe(0);
});

test.each(['A', 'AA', 'AAA', 'A=AA', '====', 'AA A', 'AAA\n', 'AA-_', 'AAAA=', 'あああ=', '\uD800AAA'])(
  '%j is not padded base64',
  (text) => {
    expect(decodeBase64(text)).toBeNull();
  },
);
