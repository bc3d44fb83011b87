import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');

/** Numbers in `[0, 1)` that a seed fixes (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every line and string in the fixtures: pitches, phrases with numbers, labelled sentences. */
export function realTexts(): string[] {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  for (const file of readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })) {
    if (/\.(txt|md)$/.test(file)) texts.push(...readFileSync(join(FIXTURES, file), 'utf8').split(/(?<=\n)/));
    if (/\.json$/.test(file)) collect(JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')));
  }
  // Beyond the basic plane kuromoji loses its place.
  return texts.filter((text) => !/[\ud800-\udfff]/.test(text));
}

const HIRAGANA = Array.from({ length: 83 }, (_, i) => String.fromCharCode(0x3041 + i));
const KATAKANA = Array.from({ length: 90 }, (_, i) => String.fromCharCode(0x30a1 + i));
const HALF_WIDTH = Array.from({ length: 63 }, (_, i) => String.fromCharCode(0xff61 + i));
const LATIN = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', ...'ａｂｃＡＢＣéüßαβΩжЯ'];
const DIGITS = [...'0123456789０１２３４５６７８９〇一二三十百千万億'];
const SYMBOLS = [
  ...'、。，．・：；？！゛゜々〆ー―‐／〜～‖…（）「」『』【】＋−×÷＝＜＞％＆＠☆★○●→①②㈱㏄™ \t\n　-.,!?()%&@#$/',
];

/** A text of up to some 25 pieces: the dictionary's own words, and whatever else people and their keyboards produce. */
export function generateText(random: () => number, surfaces: readonly string[]): string {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const some = (from: readonly string[], most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(from)).join('');
  const kinds: [weight: number, make: () => string][] = [
    [0.56, () => pick(surfaces)],
    [0.1, () => some(HIRAGANA, 6)],
    [0.05, () => some(KATAKANA, 6)],
    [0.03, () => some(HALF_WIDTH, 6)],
    [0.05, () => some(LATIN, 8)],
    [0.06, () => some(DIGITS, 6)],
    [0.06, () => pick(SYMBOLS)],
    [
      0.04,
      () =>
        some(
          Array.from({ length: 4 }, () => String.fromCharCode(0x4e00 + random() * 0x51a0)),
          4,
        ),
    ],
    // One character over and over: the longest runs of unknown words.
    [0.03, () => pick([...LATIN, ...KATAKANA, ...DIGITS, ...SYMBOLS]).repeat(1 + random() * 40)],
    // Any character of the basic plane but surrogates.
    [0.02, () => String.fromCharCode(1 + random() * 0xd7fe)],
  ];
  const pickKind = () => {
    let at = random();
    for (const [weight, make] of kinds) {
      at -= weight;
      if (at < 0) return make;
    }
    return kinds[0]![1];
  };
  return Array.from({ length: 1 + Math.floor(random() * 25) }, () => pickKind()()).join('');
}
