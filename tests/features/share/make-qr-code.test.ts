import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { CARD_FORMATS, isReadableOn } from '../../../src/domain/sharing/card';
import { makeLink } from '../../../src/domain/sharing/link-payload';
import { splitSentences } from '../../../src/domain/text/sentences';
import { makeQrCode, type QrCode } from '../../../src/features/share/make-qr-code';

/** Invented pitches that the link's primer was not chosen from, one after the other. */
const TALK = (
  JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../fixtures/coverage/validation.json'), 'utf8'),
  ) as { text: string }[]
)
  .map(({ text }) => text)
  .join('\n');

const PIXELS = 4;

/** The outline filled in as the standard has it seen: dark squares on white. */
function paint({ modules, outline }: QrCode): Uint8ClampedArray {
  const side = modules * PIXELS;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of outline.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * PIXELS; row < (Number(y) + 1) * PIXELS; row += 1) {
      const start = row * side + Number(x) * PIXELS;
      for (let at = start; at < start + Number(width) * PIXELS; at += 1) pixels.fill(0, at * 4, at * 4 + 3);
    }
  }
  return pixels;
}

function read(code: QrCode): string | undefined {
  const side = code.modules * PIXELS;
  return jsQR(paint(code), side, side)?.data;
}

const base32 = (length: number) =>
  Array.from(
    { length },
    (_, place) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[(place * 7 + (place >> 5)) % 32],
  ).join('');
const linkOf = (letters: string) => `https://ippun.example/folder/#/receive/1${letters}`;

describe('a QR code', () => {
  test('reads back to the link it was made of, whatever its length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z2-7]{0,900}$/), (letters) => {
        const code = makeQrCode(linkOf(letters)) as QrCode;
        expect(read(code)).toBe(linkOf(letters));
      }),
      { numRuns: 20 },
    );
  });

  test('holds the capitals of a link in less room than other letters', () => {
    const capitals = makeQrCode(linkOf(base32(470))) as QrCode;
    const small = makeQrCode(linkOf(base32(470).toLowerCase())) as QrCode;
    expect(capitals.modules).toBeLessThan(small.modules);
  });

  test('keeps four clear modules on every side', () => {
    const { modules, outline } = makeQrCode(linkOf(base32(300))) as QrCode;
    const squares = [...outline.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((found) => found.slice(1).map(Number));
    const xs = squares.flatMap(([x = 0, , width = 0]) => [x, x + width]);
    const ys = squares.flatMap(([, y = 0]) => [y, y + 1]);
    expect([Math.min(...xs), Math.min(...ys)]).toEqual([4, 4]);
    expect([Math.max(...xs), Math.max(...ys)]).toEqual([modules - 4, modules - 4]);
  });

  test('holds a long talk in ordinary words with a person’s word on it, and on the back of a business card three minutes of it', () => {
    const codeOf = (script: string) => {
      const made = makeLink('https://ippun.example/folder/#/receive/', {
        pitchTitle: '榎本造園',
        title: '商工会',
        audience: '経営者の方',
        medium: 'spoken',
        timeBudget: 180,
        characterTarget: null,
        script,
        overrules: splitSentences(script)
          .slice(0, 3)
          .map(({ text }) => ({ sentenceText: text, element: 'benefit' as const, carries: true })),
      });
      return made.ok ? makeQrCode(made.link) : null;
    };
    expect(codeOf(TALK.slice(0, 2500))?.modules).toBeLessThanOrEqual(177 + 8);
    const onCard = codeOf(TALK.slice(0, 1000)) as QrCode;
    expect(isReadableOn(CARD_FORMATS.business, onCard.modules)).toBe(true);
  });

  test('goes up to the largest size there is, and no further', () => {
    expect(makeQrCode(linkOf(base32(4000)))?.modules).toBeLessThanOrEqual(177 + 8);
    expect(makeQrCode(linkOf(base32(5000)))).toBeNull();
  });
});
