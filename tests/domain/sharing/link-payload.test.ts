import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readShared } from '../../../src/adapters/sharing/read-shared';
import { ELEMENTS } from '../../../src/domain/coverage/element';
import { overruleLabel, overrulesBySentence } from '../../../src/domain/coverage/hold-overrules';
import { type LabelOverrule, MEDIUMS } from '../../../src/domain/pitch/pitch';
import { encodePayload, LONGEST_LINK, makeLink } from '../../../src/domain/sharing/link-payload';
import { LINK_ERRORS, type SharedVariant, sharedVariantOf } from '../../../src/domain/sharing/shared-variant';
import { splitSentences } from '../../../src/domain/text/sentences';
import { pitchOf, variantOf } from '../../adapters/storage/storage-fixtures';
import { japaneseScript } from '../text/japanese-text';

/** A link as it was handed out on the day version 1 was settled. */
const GOLDEN =
  '1UFDN2FYAHIAENWDHT2H4SAVHQR5A2GTVYIHKEFTWNRLKQLSWUPAWWLULXUL7O6BL6JY2622SP33IPENDIMJG2FDYMO6CLND5BGGCAEADSA';

/** The same for version 2, which has the person's word on the elements. */
const GOLDEN_2 =
  '26MMAOLAAIQAHBWDHT2H4SAVHQR5A2GTVYIHKEFTWNRLKQLSWU433EW25D3ITRLVVM7EBO57L7R3R47BOLYIWPEEYM6HYA5P3P5RNY4OFXWVWPIP5OMJMM5NOPM';

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
  overrules: [],
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
  overrules: fc.constant([]),
});
/** A person's word on any sentences of a script, and on some that are not in it. */
const anyVariant = fc
  .record({ shared: anyShared, elsewhere: fc.array(anyText, { maxLength: 2 }) })
  .chain(({ shared, elsewhere }) => {
    const texts = [...splitSentences(shared.script).map(({ text }) => text), ...elsewhere];
    const words: fc.Arbitrary<LabelOverrule[]> = fc.array(
      fc.record({
        sentenceText: fc.constantFrom(...texts, ''),
        element: fc.constantFrom(...ELEMENTS),
        carries: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    return words.map((spoken) =>
      variantOf({
        ...shared,
        overrules: spoken.reduce<LabelOverrule[]>(
          (own, { sentenceText, element, carries }) => overruleLabel(own, sentenceText, element, carries),
          [],
        ),
      }),
    );
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

  test('gives back the person’s word on every sentence that is there, and none of what is gone', () => {
    const texts = ({ script }: { script: string }) => splitSentences(script).map(({ text }) => text);
    const said = (sentences: string[], overrules: readonly LabelOverrule[]) =>
      overrulesBySentence(sentences, overrules).map((own) =>
        [...new Set(own.map(({ element, carries }) => `${element} ${carries}`))].sort(),
      );
    fc.assert(
      fc.property(anyVariant, (variant) => {
        const shared = sharedVariantOf(pitchOf(), { ...variant, timeBudget: variant.timeBudget + 0 });
        const payload = payloadOf(shared);
        expect(payload.charAt(0)).toBe(shared.overrules.length === 0 ? '1' : '2');
        expect(readShared(payload)).toEqual({ ok: true, shared });
        for (const { sentenceText } of shared.overrules) expect(texts(variant)).toContain(sentenceText);
        expect(said(texts(variant), shared.overrules)).toEqual(said(texts(variant), variant.overrules));
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test('is hardly longer for the person’s word on a sentence', () => {
    const [first = '', second = ''] = splitSentences(PITCH).map(({ text }) => text);
    const overrules: LabelOverrule[] = [
      { sentenceText: first, element: 'target', carries: false },
      { sentenceText: second, element: 'benefit', carries: true },
    ];
    expect(payloadOf({ ...SHARED, overrules }).length - payloadOf(SHARED).length).toBeLessThan(30);
  });

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

  test('of version 2 is read for ever', () => {
    const shared: SharedVariant = {
      ...SHARED,
      script: 'はじめまして。庭師の榎本です。',
      overrules: ELEMENTS.flatMap((element, index) => [
        { sentenceText: 'はじめまして。', element, carries: index === 1 },
        { sentenceText: '庭師の榎本です。', element, carries: index !== 1 },
      ]),
    };
    expect(payloadOf(shared)).toBe(GOLDEN_2);
    expect(readShared(GOLDEN_2)).toEqual({ ok: true, shared });
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
    expect(readShared(`3${payload.slice(1)}`)).toEqual({ ok: false, error: 'newer-version' });
  });

  test('of any letters whatever, is a value and never a crash', () => {
    expect(readShared('')).toEqual({ ok: false, error: 'truncated' });
    expect(readShared('こんにちは')).toEqual({ ok: false, error: 'not-a-link' });
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[12][A-Z2-7]{0,80}$/)), (text) => {
        const read = readShared(text);
        expect(read.ok || LINK_ERRORS.includes(read.error)).toBe(true);
      }),
    );
  });

  test('with marks that cannot be those of its script, is damaged', () => {
    const content = ['朝会', '榎本造園', '', 'spoken', 60, null, 'はじめまして。'];
    const readMarked = (marks: unknown) => readShared(encodePayload('2', [...content, marks]) ?? '');
    expect(readMarked([[0, 7, 1]]).ok).toBe(true);
    for (const marks of [
      [[0, 8, 1]],
      [[7, 1, 1]],
      [[0, 0, 1]],
      [[0, 7, 6]],
      [[0, 7]],
      [[-1, 2, 1]],
      [[0, 1.5, 1]],
      // More than three words on everything there is: a link made to unpack to very much.
      Array.from({ length: 4 }, () => [0, 7, 1]),
      '',
      null,
    ])
      expect(readMarked(marks)).toEqual({ ok: false, error: 'damaged' });
  });
});
