/**
 * A guess at how an English word outside the tables is said in Japanese: spelling → sounds → kana. It follows the
 * habits of loanwords (final stops doubled, magic e, -er as アー); names with habits of their own want a correction.
 */

/** A sound: a consonant, or a vowel with its kana value; `:` lengthens. */
type Consonant = { consonant: string };
type Sound = Consonant | { vowel: string; short: boolean };

const V = (vowel: string, short = false): Sound => ({ vowel, short });
const C = (consonant: string): Consonant => ({ consonant });

/** Spellings, tried in order at each position; the pattern sees the rest of the word, `at` is where it stands. */
const SPELLINGS: readonly [pattern: RegExp, sounds: readonly Sound[]][] = [
  [/^tion/u, [C('sh'), V('o', true), C('n')]],
  [/^ssion/u, [C('sh'), V('o', true), C('n')]],
  [/^sion/u, [C('j'), V('o', true), C('n')]],
  [/^ture(?=s?$)/u, [C('ch'), V('a:')]],
  [/^ous(?=s?$)/u, [V('a', true), C('s')]],
  [/^eigh/u, [V('ei')]],
  [/^igh/u, [V('ai')]],
  [/^ough/u, [V('o:')]],
  [/^augh/u, [V('o:')]],
  [/^tch/u, [C('Q'), C('ch')]],
  [/^dge?(?=s?$)/u, [C('Q'), C('j')]],
  [/^sch/u, [C('s'), C('k')]],
  [/^sh/u, [C('sh')]],
  [/^ch/u, [C('ch')]],
  [/^ph/u, [C('f')]],
  [/^th/u, [C('s')]],
  [/^wh/u, [C('w')]],
  [/^wr/u, [C('r')]],
  [/^kn(?=[aeiou])/u, [C('n')]],
  [/^ck/u, [C('k')]],
  [/^qu/u, [C('kw')]],
  [/^gh/u, []],
  [/^ng(?=s?$)/u, [C('n'), C('g')]],
  [/^le(?=s?$)/u, [V('u', true), C('l')]],
  [/^ire(?=s?$)/u, [V('ai'), V('a', true)]],
  [/^are(?=s?$)/u, [V('ea')]],
  [/^ore(?=s?$)/u, [V('o'), V('a', true)]],
  [/^air/u, [V('ea')]],
  [/^ear(?=s?$)/u, [V('i'), V('a', true)]],
  [/^eer/u, [V('i'), V('a', true)]],
  [/^our(?=s?$)/u, [V('awa:')]],
  [/^oor/u, [V('o'), V('a', true)]],
  [/^ee/u, [V('i:')]],
  [/^ea/u, [V('i:')]],
  [/^oo(?=k)/u, [V('u', true)]],
  [/^oo/u, [V('u:')]],
  [/^ou/u, [V('au')]],
  [/^ow(?=n)/u, [V('au')]],
  [/^ow/u, [V('o:')]],
  [/^oa/u, [V('o:')]],
  [/^oe(?=s?$)/u, [V('o:')]],
  [/^a[iy]/u, [V('ei')]],
  [/^e[iy](?=s?$)/u, [V('i:')]],
  [/^ei/u, [V('ei')]],
  [/^o[iy]/u, [V('oi')]],
  [/^a[uw]/u, [V('o:')]],
  [/^ew/u, [V('yu:')]],
  [/^ue(?=s?$)/u, [V('u:')]],
  [/^ie(?=s?$)/u, [V('i:')]],
  [/^ia(?=s?$)/u, [V('i'), V('a', true)]],
  [/^io/u, [V('i'), V('o')]],
  [/^(?:ar|er|ir|ur|yr)(?![aeiouyr])/u, [V('a:')]],
  [/^or(?=s?$)/u, [V('a:')]],
  [/^or(?![aeiouyr])/u, [V('o:')]],
  [/^a(?=[bcdfgklmnprstvz]e(?:s|d|r)?$)/u, [V('ei')]],
  [/^i(?=[bcdfgklmnprstvz]e(?:s|d|r)?$)/u, [V('ai')]],
  [/^o(?=[bcdfgklmnprstvz]e(?:s|d|r)?$)/u, [V('o:')]],
  [/^u(?=[bcdfgklmnprstvz]e(?:s|d|r)?$)/u, [V('yu:')]],
  [/^ce/u, [C('s'), V('e', true)]],
  [/^c(?=[iy])/u, [C('s')]],
  [/^ge(?=s?$)/u, [C('j')]],
  [/^g(?=[iy])/u, [C('j')]],
  [/^x/u, [C('k'), C('s')]],
  [/^y(?=[aeiou])/u, [C('y')]],
  [/^y$/u, [V('i:')]],
  [/^y/u, [V('i', true)]],
  [/^([bdfglmnrsvz])\1/u, []],
  [/^([ptkc])\1/u, [C('Q')]],
  [/^[bdfghjklmnprstvwz]/u, []],
  [/^c/u, [C('k')]],
  [/^q/u, [C('k')]],
  [/^e(?=s?$)/u, []],
  [/^a$/u, [V('a')]],
  [/^o$/u, [V('o')]],
  [/^i$/u, [V('i')]],
  [/^a/u, [V('a', true)]],
  [/^i/u, [V('i', true)]],
  [/^u/u, [V('a', true)]],
  [/^e/u, [V('e', true)]],
  [/^o/u, [V('o', true)]],
];

function soundsOf(word: string): Sound[] {
  const sounds: Sound[] = [];
  let rest = word.toLowerCase();
  while (rest !== '') {
    const found = SPELLINGS.find(([pattern]) => pattern.test(rest));
    if (!found) {
      rest = rest.slice(1);
      continue;
    }
    const matched = (found[0].exec(rest) as RegExpExecArray)[0];
    const lone = /^([bdfghjklmnprstvwz])\1?$/u.exec(matched)?.[1];
    const silentE = matched === 'e' && found[1].length === 0 && !sounds.some((sound) => 'vowel' in sound);
    if (silentE) sounds.push(V('i:'));
    else if (matched === 'ce' && /^ces?$/u.test(rest) && sounds.length > 0) sounds.push(C('s'));
    else if (lone !== undefined && found[1].length === 0) sounds.push(C(lone));
    else if (
      matched.length === 2 &&
      found[1].length === 1 &&
      matched[0] === matched[1] &&
      /[ptkc]/u.test(matched)
    ) {
      sounds.push(C('Q'), C(matched[0] === 'c' ? 'k' : (matched[0] as string)));
    } else if (matched === 'y' && rest === 'y' && !sounds.some((sound) => 'vowel' in sound))
      sounds.push(V('ai'));
    else sounds.push(...found[1]);
    rest = rest.slice(matched.length);
  }
  return sounds;
}

const ROWS: Readonly<Record<string, readonly [a: string, i: string, u: string, e: string, o: string]>> = {
  '': ['ア', 'イ', 'ウ', 'エ', 'オ'],
  k: ['カ', 'キ', 'ク', 'ケ', 'コ'],
  g: ['ガ', 'ギ', 'グ', 'ゲ', 'ゴ'],
  s: ['サ', 'シ', 'ス', 'セ', 'ソ'],
  z: ['ザ', 'ジ', 'ズ', 'ゼ', 'ゾ'],
  sh: ['シャ', 'シ', 'シュ', 'シェ', 'ショ'],
  j: ['ジャ', 'ジ', 'ジュ', 'ジェ', 'ジョ'],
  ch: ['チャ', 'チ', 'チュ', 'チェ', 'チョ'],
  t: ['タ', 'ティ', 'トゥ', 'テ', 'ト'],
  d: ['ダ', 'ディ', 'ドゥ', 'デ', 'ド'],
  n: ['ナ', 'ニ', 'ヌ', 'ネ', 'ノ'],
  h: ['ハ', 'ヒ', 'フ', 'ヘ', 'ホ'],
  f: ['ファ', 'フィ', 'フ', 'フェ', 'フォ'],
  v: ['バ', 'ビ', 'ブ', 'ベ', 'ボ'],
  b: ['バ', 'ビ', 'ブ', 'ベ', 'ボ'],
  p: ['パ', 'ピ', 'プ', 'ペ', 'ポ'],
  m: ['マ', 'ミ', 'ム', 'メ', 'モ'],
  y: ['ヤ', 'イ', 'ユ', 'イェ', 'ヨ'],
  r: ['ラ', 'リ', 'ル', 'レ', 'ロ'],
  l: ['ラ', 'リ', 'ル', 'レ', 'ロ'],
  w: ['ワ', 'ウィ', 'ウ', 'ウェ', 'ウォ'],
  kw: ['クア', 'クイ', 'ク', 'クエ', 'クオ'],
};
/** A consonant without a vowel. */
const ALONE: Readonly<Record<string, string>> = {
  n: 'ン',
  t: 'ト',
  d: 'ド',
  ch: 'チ',
  j: 'ジ',
  sh: 'シュ',
  y: 'イ',
  kw: 'ク',
  Q: 'ッ',
};
const VOWEL_ORDER = 'aiueo';

/** Reads an English word by its spelling: Brisk → ブリスク. */
export function readSpelling(word: string): string {
  const sounds = soundsOf(word);
  let kana = '';
  for (let i = 0; i < sounds.length; i += 1) {
    const sound = sounds[i] as Sound;
    if (!('consonant' in sound)) {
      kana += withVowel('', sound.vowel);
      continue;
    }
    const next = sounds[i + 1];
    const before = sounds[i - 1];
    if (next && 'vowel' in next) {
      kana += withVowel(sound.consonant, next.vowel);
      i += 1;
      continue;
    }
    const final = i === sounds.length - 1 || (i === sounds.length - 2 && isConsonant(next, 's'));
    const afterShort = before !== undefined && 'vowel' in before && before.short;
    if (final && afterShort && /^(?:p|t|k|d|g|ch)$/u.test(sound.consonant)) kana += 'ッ';
    if (sound.consonant === 't' && final && isConsonant(next, 's')) {
      kana += 'ツ';
      break;
    }
    if (sound.consonant === 'm' && /^[bp]$/u.test(next && 'consonant' in next ? next.consonant : ''))
      kana += 'ン';
    else kana += ALONE[sound.consonant] ?? ROWS[sound.consonant]?.[2] ?? '';
  }
  return kana;
}

function isConsonant(sound: Sound | undefined, consonant: string): boolean {
  return sound !== undefined && 'consonant' in sound && sound.consonant === consonant;
}

/** A consonant with a vowel of one or more parts: k + ei → ケイ, ny + u: → ニュー. */
function withVowel(consonant: string, vowel: string): string {
  if (vowel.startsWith('yu')) {
    const stem = ROWS[consonant]?.[1] ?? 'イ';
    if (consonant === '') return 'ユー';
    return /^(?:sh|ch|j|r|l|y)$/u.test(consonant)
      ? `${ROWS[consonant]?.[2]}ー`
      : `${stem.replace(/ィ$/u, '')}ュー`;
  }
  let kana = ROWS[consonant]?.[VOWEL_ORDER.indexOf(vowel[0] as string)] ?? '';
  for (const part of vowel.slice(1))
    kana += part === ':' ? 'ー' : part === 'w' ? 'ワ' : (ROWS['']?.[VOWEL_ORDER.indexOf(part)] ?? '');
  return kana.replace('ワア', 'ワ');
}
