import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readShared } from '../../../src/adapters/sharing/read-shared';
import { MEDIUMS } from '../../../src/domain/pitch/pitch';
import { LONGEST_LINK, makeLink } from '../../../src/domain/sharing/link-payload';
import { LINK_ERRORS, type SharedVariant } from '../../../src/domain/sharing/shared-variant';
import { japaneseScript } from '../text/japanese-text';

/** A link as it was handed out on the day version 1 was settled. */
const GOLDEN =
  '1UFDN2FYAHIAENWDHT2H4SAVHQR5A2GTVYIHKEFTWNRLKQLSWUPAWWLULXUL7O6BL6JY2622SP33IPENDIMJG2FDYMO6CLND5BGGCAEADSA';

const ADDRESS = 'https://ippun.example/#/receive/';
const PITCH = readFileSync(resolve(import.meta.dirname, '../../fixtures/pitches/gardener.txt'), 'utf8');

/** Invented pitches, one after the other. */
const TALK = (
  JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../fixtures/coverage/validation.json'), 'utf8'),
  ) as { text: string }[]
)
  .map(({ text }) => text)
  .join('\n');

const SHARED: SharedVariant = {
  pitchTitle: '榎本造園',
  title: '異業種交流会',
  audience: '60代のご夫婦',
  medium: 'spoken',
  timeBudget: 60,
  characterTarget: null,
  script: PITCH,
};

/** Any text at all: half surrogates, NUL, what joins and turns around, all planes. */
const anyText = fc.oneof(
  japaneseScript,
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '\u0000',
        '\uD83D',
        '\uDE00',
        '👨‍👩‍👧',
        'שלום',
        'مرحبا',
        '\u202E',
        '\uFEFF',
        '"',
        '\\',
        '\r\n',
        '\u2028',
        '髙',
        '𠮷',
        '\uFFFF',
      ),
    )
    .map((pieces) => pieces.join('')),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
);
const shortText = anyText.map((text) => text.slice(0, 200));
const count = fc.nat(100_000);
const anyShared: fc.Arbitrary<SharedVariant> = fc.record({
  pitchTitle: shortText,
  title: shortText,
  audience: shortText,
  medium: fc.constantFrom(...MEDIUMS),
  timeBudget: fc.oneof(fc.integer({ min: 5, max: 1800 }), fc.double({ min: 0, max: 86_400, noNaN: true })),
  characterTarget: fc.option(fc.record({ min: count, max: count })),
  script: anyText,
});

function payloadOf(shared: SharedVariant): string {
  const made = makeLink(ADDRESS, shared);
  if (!made.ok) throw new Error(made.error);
  return made.link.slice(ADDRESS.length);
}

describe('a link', () => {
  test('gives back whatever it was made of', () => {
    fc.assert(
      fc.property(anyShared, (shared) => {
        // −0 is a number of seconds that nobody types and JSON does not know.
        const expected = { ...shared, timeBudget: shared.timeBudget + 0 };
        expect(readShared(payloadOf(shared))).toEqual({ ok: true, shared: expected });
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test('gives back a long talk in ordinary words, which fits the length a link may have', () => {
    const script = TALK.slice(0, 5000);
    expect(readShared(payloadOf({ ...SHARED, script }))).toEqual({ ok: true, shared: { ...SHARED, script } });
  });

  test('is of letters that pass through every message, and short', () => {
    const made = makeLink(ADDRESS, SHARED);
    expect(made.ok && made.link).toMatch(/^https:\/\/ippun\.example\/#\/receive\/1[A-Z2-7]+$/);
    // 321 characters of Japanese in fewer than two letters each.
    expect(made.ok && made.link.length).toBeLessThan(2 * PITCH.length);
  });

  test('is refused where it would be longer than every program takes', () => {
    const units = fc.sample(fc.nat(0xffff), { numRuns: 4000, seed: 7 });
    const script = String.fromCharCode(...units);
    expect(makeLink(ADDRESS, { ...SHARED, script })).toEqual({ ok: false, error: 'too-long' });
    expect(makeLink(ADDRESS, { ...SHARED, script: 'あ'.repeat(20_001) })).toEqual({
      ok: false,
      error: 'too-long',
    });
    expect(makeLink(ADDRESS, { ...SHARED, audience: 'あ'.repeat(201) })).toEqual({
      ok: false,
      error: 'too-long',
    });
    expect(LONGEST_LINK).toBe(8000);
  });

  test('of version 1 is read for ever', () => {
    const shared = {
      ...SHARED,
      medium: 'written' as const,
      characterTarget: { min: 80, max: 120 },
      script: 'はじめまして。\n庭師の榎本です🌱',
    };
    expect(payloadOf(shared)).toBe(GOLDEN);
    expect(readShared(GOLDEN)).toEqual({ ok: true, shared });
  });
});

describe('what is not a link that was handed out', () => {
  const payload = payloadOf(SHARED);

  test('cut short anywhere, says that its end is missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: payload.length - 1 }), (length) => {
        const read = readShared(payload.slice(0, length));
        // Five bits a letter: the last one may hold nothing of the last byte.
        if (read.ok) expect(length).toBe(payload.length - 1);
        else expect(read.error).toBe('truncated');
      }),
    );
  });

  test('with a letter changed, is damaged or as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: payload.length - 2 }),
        fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567-あ%'),
        (at, letter) => {
          fc.pre(payload[at] !== letter);
          const read = readShared(payload.slice(0, at) + letter + payload.slice(at + 1));
          expect(read.ok).toBe(false);
        },
      ),
    );
  });

  test('with anything behind it, is damaged; in small letters it is as good', () => {
    expect(readShared(`${payload}AAAA`)).toEqual({ ok: false, error: 'damaged' });
    expect(readShared(`${payload}。`)).toEqual({ ok: false, error: 'damaged' });
    expect(readShared(payload.toLowerCase())).toEqual({ ok: true, shared: SHARED });
  });

  test('of a newer version, says so', () => {
    expect(readShared(`2${payload.slice(1)}`)).toEqual({ ok: false, error: 'newer-version' });
  });

  test('of any letters whatever, is a value and never a crash', () => {
    expect(readShared('')).toEqual({ ok: false, error: 'truncated' });
    expect(readShared('こんにちは')).toEqual({ ok: false, error: 'not-a-link' });
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^1[A-Z2-7]{0,80}$/)), (text) => {
        const read = readShared(text);
        expect(read.ok || LINK_ERRORS.includes(read.error)).toBe(true);
      }),
    );
  });
});
