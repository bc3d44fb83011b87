/**
 * Morae as small integers, by sound: spellings that sound alike (ヅ/ズ, ヂ/ジ, ヲ/オ, ー and the vowel it lengthens,
 * オウ/オオ, エイ/エエ) become the same integer, so that two readings can be compared at all.
 */

const VOWELS = 'aiueo';
const ONSETS = [
  '',
  'k',
  'g',
  's',
  'z',
  't',
  'd',
  'n',
  'h',
  'b',
  'p',
  'm',
  'y',
  'r',
  'w',
  'ky',
  'gy',
  'sh',
  'j',
  'ch',
  'ny',
  'hy',
  'by',
  'py',
  'my',
  'ry',
  'ts',
  'f',
] as const;
type Onset = (typeof ONSETS)[number];

const SYLLABIC_N = ONSETS.length * VOWELS.length;
const GEMINATE = SYLLABIC_N + 1;

/** How many different morae there are; every mora is an integer from 0 to below this. */
export const MORA_KINDS = GEMINATE + 1;

/** Kana rows in the order of the vowels a i u e o; ・ where the row has no kana. */
const ROWS: readonly [Onset, string][] = [
  ['', 'アイウエオ'],
  ['k', 'カキクケコ'],
  ['g', 'ガギグゲゴ'],
  ['s', 'サ・スセソ'],
  ['sh', '・シ・・・'],
  ['z', 'ザ・ズゼゾ'],
  ['j', '・ジ・・・'],
  ['t', 'タ・・テト'],
  ['ch', '・チ・・・'],
  ['ts', '・・ツ・・'],
  ['d', 'ダ・・デド'],
  ['j', '・ヂ・・・'],
  ['z', '・・ヅ・・'],
  ['n', 'ナニヌネノ'],
  ['h', 'ハヒ・ヘホ'],
  ['f', '・・フ・・'],
  ['b', 'バビブベボ'],
  ['p', 'パピプペポ'],
  ['m', 'マミムメモ'],
  ['y', 'ヤ・ユ・ヨ'],
  ['r', 'ラリルレロ'],
  ['w', 'ワ・・・・'],
  ['', '・ヰ・ヱヲ'],
  ['b', '・・ヴ・・'],
];

/** The onset a kana takes when ャュョ joins it. */
const PALATAL: Partial<Record<Onset, Onset>> = {
  k: 'ky',
  g: 'gy',
  n: 'ny',
  h: 'hy',
  b: 'by',
  p: 'py',
  m: 'my',
  r: 'ry',
  t: 'ch',
  d: 'j',
  s: 'sh',
  z: 'j',
  f: 'hy',
  ts: 'ch',
};

const SMALL_GLIDES = 'ャ・ュ・ョ';
const SMALL_VOWELS = 'ァィゥェォ';

const KANA = new Map<string, { onset: Onset; vowel: number }>();
for (const [onset, row] of ROWS) {
  [...row].forEach((kana, vowel) => {
    if (kana !== '・') KANA.set(kana, { onset, vowel });
  });
}

function moraOf(onset: Onset, vowel: number): number {
  return ONSETS.indexOf(onset) * VOWELS.length + vowel;
}

/** One mora of a reading and which character of the kana it began with. */
export interface ReadMora {
  mora: number;
  kanaIndex: number;
}

/**
 * Reads katakana or hiragana as morae; other characters are silent. `before` is the mora that precedes, which a
 * leading ー lengthens. Units: one entry per mora (拍), small kana joined to the kana before.
 */
export function readMorae(kana: string, before: number | null = null): ReadMora[] {
  const morae: ReadMora[] = [];
  let base: { onset: Onset; vowel: number } | null = null;
  let previous = before;
  const push = (mora: number, kanaIndex: number) => {
    morae.push({ mora, kanaIndex });
    previous = mora;
  };
  for (let index = 0; index < kana.length; index += 1) {
    const character = toKatakana(kana.charCodeAt(index));
    const glide = SMALL_GLIDES.indexOf(character);
    const small = SMALL_VOWELS.indexOf(character);
    const last = morae.at(-1);
    if (character === 'ー') {
      if (previous !== null) push(lengthened(previous), index);
      base = null;
    } else if (glide !== -1 || small !== -1 || character === 'ヮ') {
      const vowel = glide !== -1 ? glide : small !== -1 ? small : 0;
      if (base !== null && last !== undefined) {
        last.mora = joined(base, vowel, glide !== -1);
        previous = last.mora;
      } else {
        push(moraOf(glide !== -1 ? 'y' : '', vowel), index);
      }
      base = null;
    } else if (character === 'ン') {
      push(SYLLABIC_N, index);
      base = null;
    } else if (character === 'ッ') {
      push(GEMINATE, index);
      base = null;
    } else {
      const plain = KANA.get(character);
      if (plain === undefined) continue;
      const next = index + 1 < kana.length ? toKatakana(kana.charCodeAt(index + 1)) : '';
      const joins = SMALL_VOWELS.includes(next) && next !== '';
      const long =
        !joins && plain.onset === '' && previous !== null ? longVowel(previous, plain.vowel) : null;
      push(long ?? moraOf(plain.onset, plain.vowel), index);
      base = plain;
    }
  }
  return morae;
}

function joined(base: { onset: Onset; vowel: number }, vowel: number, glide: boolean): number {
  if (glide) return moraOf(PALATAL[base.onset] ?? (base.onset === '' ? 'y' : base.onset), vowel);
  // ウィ ウェ ウォ begin with w; イェ with y.
  if (base.onset === '') return moraOf(base.vowel === 2 ? 'w' : base.vowel === 1 ? 'y' : '', vowel);
  return moraOf(base.onset, vowel);
}

function lengthened(mora: number): number {
  return mora < SYLLABIC_N ? mora % VOWELS.length : mora;
}

/** ウ after o and イ after e only lengthen: コウ sounds as コー, セイ as セー. */
function longVowel(previous: number, vowel: number): number | null {
  if (previous >= SYLLABIC_N) return null;
  const before = previous % VOWELS.length;
  return (before === 4 && vowel === 2) || (before === 3 && vowel === 1) ? before : null;
}

function toKatakana(code: number): string {
  return String.fromCharCode(code >= 0x3041 && code <= 0x3096 ? code + 0x60 : code);
}

/** Onsets that recognisers and ears take for one another; voicing and palatalisation first of all. */
const NEAR_ONSETS: readonly (readonly Onset[])[] = [
  ['k', 'g', 'ky', 'gy'],
  ['s', 'z', 'sh', 'j', 'ts', 'ch'],
  ['t', 'd', 'ts', 'ch'],
  ['h', 'b', 'p', 'f', 'hy', 'by', 'py'],
  ['n', 'm', 'ny', 'my'],
  ['r', 'd', 'ry'],
  ['', 'y', 'w', 'h'],
  ['g', 'n'],
  ['m', 'b'],
];

/** How alike two different morae sound: 3 taken for each other, 2 close, 1 something in common, −1 nothing. */
function likeness(a: number, b: number): number {
  if (a >= SYLLABIC_N || b >= SYLLABIC_N) {
    const other = a >= SYLLABIC_N ? b : a;
    const special = a >= SYLLABIC_N ? a : b;
    if (special === GEMINATE || other >= SYLLABIC_N) return -1;
    return ['n', 'm', 'ny', 'my', ''].includes(ONSETS[Math.floor(other / 5)] ?? '') ? 1 : -1;
  }
  const [onsetA, onsetB] = [ONSETS[Math.floor(a / 5)] as Onset, ONSETS[Math.floor(b / 5)] as Onset];
  const [vowelA, vowelB] = [a % 5, b % 5];
  const nearOnset = NEAR_ONSETS.some((group) => group.includes(onsetA) && group.includes(onsetB));
  if (vowelA === vowelB) return nearOnset ? 3 : 1;
  // i/e and u/o are the vowels most often confused.
  const nearVowel =
    vowelA + vowelB === 4 && vowelA !== vowelB ? vowelA === 1 || vowelA === 3 : vowelA + vowelB === 6;
  if (onsetA === onsetB) return nearVowel ? 2 : 1;
  return -1;
}

/** `LIKENESS[a * MORA_KINDS + b]`: 3 taken for each other, 2 close, 1 something in common, −1 nothing; 4 the same. */
export const LIKENESS = new Int8Array(MORA_KINDS * MORA_KINDS);
for (let a = 0; a < MORA_KINDS; a += 1) {
  for (let b = 0; b < MORA_KINDS; b += 1) LIKENESS[a * MORA_KINDS + b] = a === b ? 4 : likeness(a, b);
}

/** From this likeness on, a mora heard counts as the mora meant. */
export const SOUNDS_ALIKE = 2;
