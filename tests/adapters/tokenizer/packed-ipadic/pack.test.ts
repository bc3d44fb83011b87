import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { murmurHash128 } from '../../../../src/adapters/tokenizer/packed-ipadic/murmur-hash';
import { alignReadings } from '../../../../src/adapters/tokenizer/packed-ipadic/pack/align-readings';
import { modelMatrix } from '../../../../src/adapters/tokenizer/packed-ipadic/pack/model-matrix';
import {
  dropHopeless,
  expandIterationMarks,
} from '../../../../src/adapters/tokenizer/packed-ipadic/pack/pack-words';
import {
  readSections,
  SECTIONS,
  writeSections,
} from '../../../../src/adapters/tokenizer/packed-ipadic/packed-file';

describe('readings fall to characters', () => {
  function alignAll(pairs: [surface: string, reading: string][]): string[] {
    const { readings, ranks } = alignReadings(pairs.map(([surface, reading]) => ({ surface, reading })));
    return pairs.map(([surface], pair) =>
      [...surface].map((character, i) => readings.get(character)?.[ranks[pair]?.[i] ?? 0]).join('・'),
    );
  }

  test('as other words with the same characters suggest', () => {
    const words: [string, string][] = [
      ['北海', 'ホッカイ'],
      ['海道', 'カイドー'],
      ['北海道', 'ホッカイドー'],
      ['車道', 'シャドー'],
      ['電車', 'デンシャ'],
      ['電力', 'デンリョク'],
      ['力走', 'リキソー'],
      ['走る', 'ハシル'],
      ['大人', 'オトナ'],
    ];
    expect(alignAll(words).slice(0, 5)).toEqual([
      'ホッ・カイ',
      'カイ・ドー',
      'ホッ・カイ・ドー',
      'シャ・ドー',
      'デン・シャ',
    ]);
  });

  test('so that nothing is lost, whatever the pair', () => {
    const pair = fc.tuple(
      fc.string({ unit: fc.constantFrom(...'北海道は々ABー日本、'), minLength: 1, maxLength: 6 }),
      fc.string({ unit: fc.constantFrom(...'アイウカンッー。A'), maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 12 }), (pairs) => {
        expect(alignAll(pairs).map((pieces) => pieces.replaceAll('・', ''))).toEqual(
          pairs.map(([, reading]) => reading),
        );
      }),
    );
  });

  test('々 stands for the character before it', () => {
    expect(['人々', '々', '代々々', '佐々木'].map(expandIterationMarks)).toEqual([
      '人人',
      '々',
      '代代代',
      '佐佐木',
    ]);
  });
});

test('a matrix comes back from its residuals, models before what is modelled on them', () => {
  const matrix = fc.integer({ min: 1, max: 6 }).chain((size) =>
    fc.array(fc.array(fc.integer({ min: -16124, max: 5824 }), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
  );
  fc.assert(
    fc.property(matrix, (cells) => {
      const { rows, columns, residuals } = modelMatrix(cells.map((row) => Int32Array.from(row)));
      const differences = residuals.map((row) => [...row]);
      const restored = cells.map((row) => row.map(() => Number.NaN));
      for (const row of rows.order) {
        for (const column of columns.order) {
          differences[row]![column]! += differences[row]![columns.models[column]!] ?? 0;
          restored[row]![column] = differences[row]![column]! + (restored[rows.models[row]!]?.[column] ?? 0);
        }
      }
      expect(restored).toEqual(cells);
    }),
  );
});

test('words that cannot win are left out, the first of equals stays', () => {
  const word = (leftId: number, cost: number, name: string) => ({
    leftId,
    rightId: leftId,
    cost,
    features: [name],
  });
  const words = [word(1, 50, 'dear'), word(1, 40, 'first'), word(2, 90, 'other id'), word(1, 40, 'second')];
  expect(dropHopeless(words).map(({ features }) => features[0])).toEqual(['first', 'other id']);
});

test('sections come back as they were written', () => {
  const sections = Object.fromEntries(
    SECTIONS.map((name, i) => [name, Uint8Array.from({ length: 3 * i }, (_, j) => i + j)]),
  ) as unknown as Parameters<typeof writeSections>[0];
  const bytes = writeSections(sections);
  expect(bytes.length % 16).toBe(0);
  expect(readSections(bytes)).toEqual(sections);
  expect(() => readSections(bytes.slice(0, -32))).toThrow('outside the file');
  expect(() => readSections(new Uint8Array(1000))).toThrow('not a packed dictionary');
});

test.each([
  ['', '00000000000000000000000000000000'],
  ['0123456789abcdef', 'fb7d440936aed30a48ad1d9b572b3bfd'],
  ['The quick brown fox jumps over the lazy dog!!!!!', '15577dd0b8d277a08ed8dc287d61a2ef'],
])("MurmurHash3 x86 128 of '%s', as other implementations have it", (text, hash) => {
  expect(murmurHash128(new TextEncoder().encode(text))).toBe(hash);
});
