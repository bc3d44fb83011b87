import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packText, unpackText } from '../../../src/domain/sharing/pack-text';
import { PRIMER } from '../../../src/domain/sharing/primer';

/** Texts of invented pitches that the primer was not chosen from. */
const PITCHES = (
  JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../fixtures/coverage/validation.json'), 'utf8'),
  ) as { text: string }[]
).map(({ text }) => text);

test('packed text unpacks to itself, every UTF-16 unit of it, whatever the primer', () => {
  const text = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(text, fc.constantFrom('', 'はじめまして。'), (script, primer) => {
      expect(unpackText(packText(script, primer), script.length, primer)).toBe(script);
    }),
    { numRuns: 40 },
  );
});

test('bytes that were never packed unpack to some text of the length asked for', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(100), (bytes, length) => {
      expect(unpackText(bytes, length, '')).toHaveLength(length);
    }),
    { numRuns: 20 },
  );
});

test('a pitch takes about half of what deflate makes of it', () => {
  const sample = PITCHES.filter((_, place) => place % 12 === 0);
  const sizeOf = (measure: (text: string) => number) => sample.reduce((sum, text) => sum + measure(text), 0);
  const packed = sizeOf((text) => packText(text, PRIMER).length);
  const deflated = sizeOf((text) => deflateRawSync(Buffer.from(text), { level: 9 }).length);
  expect(packed / deflated).toBeLessThan(0.56);
});
