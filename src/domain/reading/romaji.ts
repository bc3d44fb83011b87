/** Romaji (Hepburn, with the common Kunrei spellings) → katakana. */

const VOWELS = 'aiueo';
const ROWS: Readonly<Record<string, string>> = {
  '': 'アイウエオ',
  k: 'カキクケコ',
  s: 'サシスセソ',
  t: 'タチツテト',
  n: 'ナニヌネノ',
  h: 'ハヒフヘホ',
  m: 'マミムメモ',
  r: 'ラリルレロ',
  g: 'ガギグゲゴ',
  z: 'ザジズゼゾ',
  d: 'ダヂヅデド',
  b: 'バビブベボ',
  p: 'パピプペポ',
};
const GLIDES: Readonly<Record<string, string>> = {
  ky: 'キ',
  sh: 'シ',
  sy: 'シ',
  ch: 'チ',
  ty: 'チ',
  cy: 'チ',
  ny: 'ニ',
  hy: 'ヒ',
  my: 'ミ',
  ry: 'リ',
  gy: 'ギ',
  j: 'ジ',
  jy: 'ジ',
  zy: 'ジ',
  by: 'ビ',
  py: 'ピ',
};
const SMALL: Readonly<Record<string, string>> = { a: 'ャ', u: 'ュ', o: 'ョ', e: 'ェ' };
const OTHERS: Readonly<Record<string, string>> = {
  ya: 'ヤ',
  yu: 'ユ',
  yo: 'ヨ',
  wa: 'ワ',
  wo: 'ヲ',
  fu: 'フ',
  fa: 'ファ',
  fi: 'フィ',
  fe: 'フェ',
  fo: 'フォ',
  tsu: 'ツ',
  shi: 'シ',
  chi: 'チ',
  ji: 'ジ',
};

function syllable(consonant: string, vowel: string): string | undefined {
  const other = OTHERS[consonant + vowel];
  if (other !== undefined) return other;
  const glide = GLIDES[consonant];
  if (glide !== undefined)
    return vowel === 'i'
      ? consonant.length === 2 && consonant[1] === 'y'
        ? undefined
        : glide
      : glide + SMALL[vowel];
  return ROWS[consonant]?.[VOWELS.indexOf(vowel)];
}

/** Reads a word as romaji; undefined where it is not made of Japanese syllables. */
export function readRomaji(word: string): string | undefined {
  let rest = word.toLowerCase().replaceAll('ō', 'ou').replaceAll('ū', 'uu');
  let kana = '';
  while (rest !== '') {
    const match = /^(tch|ts|sh|ch|[kgsztdnhbpmrc]y|[kstnhmyrwgzdbpfj])?([aiueo])/u.exec(rest);
    if (match) {
      const consonant = match[1] === 'tch' ? 'ch' : (match[1] ?? '');
      const read = syllable(consonant, match[2] as string);
      if (read === undefined) return undefined;
      kana += match[1] === 'tch' ? `ッ${read}` : read;
      rest = rest.slice(match[0].length);
    } else if (/^n'|^nn?(?![aiueoy])|^n$/u.test(rest) || /^m(?=[bmp])/u.test(rest)) {
      kana += 'ン';
      rest = rest.startsWith("n'") ? rest.slice(2) : rest.slice(1);
    } else if (/^([kstpgdbc])(?=\1|ch)/u.test(rest)) {
      kana += 'ッ';
      rest = rest.slice(1);
    } else if (
      /^h(?![aiueoy])/u.test(rest) &&
      /[オウ]$/u.test(kana.replace(/[ァ-ヺ]$/u, (last) => (VOWEL_O.includes(last) ? 'オ' : last)))
    ) {
      kana += 'ー';
      rest = rest.slice(1);
    } else return undefined;
  }
  return kana;
}

const VOWEL_O = 'オコソトノホモヨロゴゾドボポョ';
