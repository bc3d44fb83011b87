/** Katakana → phones, in the names Open JTalk uses; `cl` is っ, `N` ん. */
const CONSONANT_ROWS: [string, string[]][] = [
  ['アイウエオ', ['', '', '', '', '']],
  ['カキクケコ', ['k', 'k', 'k', 'k', 'k']],
  ['ガギグゲゴ', ['g', 'g', 'g', 'g', 'g']],
  ['サシスセソ', ['s', 'sh', 's', 's', 's']],
  ['ザジズゼゾ', ['z', 'j', 'z', 'z', 'z']],
  ['タチツテト', ['t', 'ch', 'ts', 't', 't']],
  ['ダヂヅデド', ['d', 'j', 'z', 'd', 'd']],
  ['ナニヌネノ', ['n', 'n', 'n', 'n', 'n']],
  ['ハヒフヘホ', ['h', 'h', 'f', 'h', 'h']],
  ['バビブベボ', ['b', 'b', 'b', 'b', 'b']],
  ['パピプペポ', ['p', 'p', 'p', 'p', 'p']],
  ['マミムメモ', ['m', 'm', 'm', 'm', 'm']],
  ['ラリルレロ', ['r', 'r', 'r', 'r', 'r']],
];
const VOWELS = 'aiueo';
const SMALL_VOWELS = 'ァィゥェォ';
const GLIDES: Record<string, string> = { ャ: 'a', ュ: 'u', ョ: 'o' };
/** Consonants that ャュョ follow without a y of their own. */
const ALREADY_PALATAL = new Set(['sh', 'j', 'ch']);

const SINGLE = new Map<string, string[]>();
for (const [row, consonants] of CONSONANT_ROWS) {
  [...row].forEach((kana, i) => {
    const consonant = consonants[i] as string;
    SINGLE.set(kana, consonant === '' ? [VOWELS[i] as string] : [consonant, VOWELS[i] as string]);
  });
}
for (const [kana, phones] of [
  ['ヤ', 'y a'],
  ['ユ', 'y u'],
  ['ヨ', 'y o'],
  ['ワ', 'w a'],
  ['ヰ', 'i'],
  ['ヱ', 'e'],
  ['ヲ', 'o'],
  ['ヴ', 'v u'],
  ['ン', 'N'],
  ['ッ', 'cl'],
  ['ァ', 'a'],
  ['ィ', 'i'],
  ['ゥ', 'u'],
  ['ェ', 'e'],
  ['ォ', 'o'],
  ['ャ', 'y a'],
  ['ュ', 'y u'],
  ['ョ', 'y o'],
  ['ヮ', 'w a'],
] as const)
  SINGLE.set(kana, phones.split(' '));

/** Phones of katakana as pronounced; ー lengthens the vowel before it, what is no kana is passed over. */
export function phonesOfKana(kana: string): string[] {
  const phones: string[] = [];
  const characters = [...kana];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] as string;
    if (character === 'ー') {
      const vowel = phones.at(-1);
      if (vowel && VOWELS.includes(vowel)) phones.push(vowel);
      continue;
    }
    const single = SINGLE.get(character);
    if (!single) continue;
    const next = characters[i + 1] ?? '';
    const glide = GLIDES[next];
    const small = next === '' ? -1 : SMALL_VOWELS.indexOf(next);
    const consonant = single[0] as string;
    if (single.length === 2 && glide) {
      phones.push(ALREADY_PALATAL.has(consonant) ? consonant : `${consonant}y`, glide);
      i++;
    } else if (small >= 0 && single.length === 2) {
      phones.push(consonant, VOWELS[small] as string);
      i++;
    } else if (small >= 0 && character === 'ウ') {
      phones.push('w', VOWELS[small] as string);
      i++;
    } else if (small >= 0 && character === 'イ') {
      phones.push('y', VOWELS[small] as string);
      i++;
    } else {
      phones.push(...single);
    }
  }
  return phones;
}

const VOICELESS = new Set(['k', 'ky', 's', 'sh', 't', 'ty', 'ts', 'ch', 'h', 'hy', 'f', 'p', 'py', 'cl']);

/**
 * Whether the vowel at `i` may lose its voice: i or u between voiceless consonants, or after one at the end of a
 * phrase (です, ます).
 */
export function mayBeDevoiced(phones: readonly string[], i: number): boolean {
  const phone = phones[i];
  if ((phone !== 'i' && phone !== 'u') || !VOICELESS.has(phones[i - 1] ?? '')) return false;
  const next = phones[i + 1];
  return next === undefined || VOICELESS.has(next);
}
