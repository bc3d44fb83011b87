/** Signs that are said, outside numbers. What is not listed is silent. */
const SPOKEN: Readonly<Record<string, string>> = {
  '&': 'アンド',
  '%': 'パーセント',
  '‰': 'パーミル',
  '℃': 'ド',
  '@': 'アット',
  '㈱': 'カブシキガイシャ',
  '㍿': 'カブシキガイシャ',
  '㈲': 'ユウゲンガイシャ',
  '㈳': 'シャダンホウジン',
  '㈶': 'ザイダンホウジン',
  '㈻': 'ガッコウホウジン',
  '№': 'ナンバー',
  '℡': 'テル',
  '㏍': 'カブシキガイシャ',
  '㎡': 'ヘイベイ',
  '㎥': 'リッポウメートル',
  '㎏': 'キロ',
  '㎞': 'キロ',
  '㎝': 'センチ',
  '㎜': 'ミリ',
  '㎎': 'ミリグラム',
  '㎖': 'ミリリットル',
  '㌔': 'キロ',
  '㍍': 'メートル',
  '㌢': 'センチ',
  '㌘': 'グラム',
  '㌧': 'トン',
  '㍑': 'リットル',
  '㌫': 'パーセント',
  '㌦': 'ドル',
  '㍻': 'ヘイセイ',
  '㍼': 'ショウワ',
  '㍽': 'タイショウ',
  '㋿': 'レイワ',
  '＋': 'プラス',
  '±': 'プラスマイナス',
  '÷': 'ワル',
  '≒': 'ニアリーイコール',
  '∞': 'ムゲンダイ',
  〆: 'シメ',
  α: 'アルファ',
  β: 'ベータ',
  γ: 'ガンマ',
  δ: 'デルタ',
  ε: 'イプシロン',
  θ: 'シータ',
  λ: 'ラムダ',
  μ: 'ミュー',
  π: 'パイ',
  σ: 'シグマ',
  φ: 'ファイ',
  χ: 'カイ',
  ψ: 'プサイ',
  ω: 'オメガ',
  Σ: 'シグマ',
  Ω: 'オメガ',
  Δ: 'デルタ',
  $: 'ドル',
  '¥': 'エン',
  '€': 'ユーロ',
  '£': 'ポンド',
};

/** ① … ⑳ and ㊤-like signs aside: numbers in rings, brackets and Roman letters, with their value. */
export function enclosedNumber(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  for (const [first, last, from] of ENCLOSED) {
    if (code >= first && code <= last) return code - first + from;
  }
  return undefined;
}

const ENCLOSED: readonly [first: number, last: number, from: number][] = [
  [0x2460, 0x2473, 1],
  [0x2474, 0x2487, 1],
  [0x2488, 0x249b, 1],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x2160, 0x216b, 1],
  [0x2170, 0x217b, 1],
  [0x24f5, 0x24fe, 1],
  [0x3251, 0x325f, 21],
];

const WORD = /[\p{L}\p{N}]/u;

/** How the sign at `at` is said; empty where it is silent, undefined where the character is no sign. */
export function readSymbol(text: string, at: number): string | undefined {
  const character = text[at] as string;
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (character === '+')
    return WORD.test(after) || /[α-ω]/u.test(after) ? 'プラス' : WORD.test(before) ? 'プラス' : '';
  if (character === '×' || character === '✕' || character === '✖')
    return WORD.test(before) && WORD.test(after) ? 'カケル' : '';
  if (character === '=')
    return /[0-9A-Za-z\p{Script=Han}]/u.test(before) && /[0-9A-Za-z\p{Script=Han}]/u.test(after)
      ? 'イコール'
      : '';
  if (character === '#') return WORD.test(after) && !/[0-9]/u.test(after) ? 'ハッシュタグ' : '';
  if (character === '~' || character === '〜') return readWave(text, at);
  const spoken = SPOKEN[character];
  if (spoken !== undefined) return spoken;
  return /[\p{L}\p{N}\p{M}ー々〇ゝゞヽヾ]/u.test(character) ? undefined : '';
}

const WEEKDAY_RANGE = /[月火水木金土日]曜?日?[〜~][月火水木金土日]/u;

/**
 * The wave: から between numbers, times, places and weekdays, and after an amount (3,000円〜); a long vowel after kana
 * (よ〜く); silent as an ornament.
 */
function readWave(text: string, at: number): string {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (/[〜~]/u.test(before)) return '';
  if (/[0-9]/u.test(after) && WORD.test(before)) return 'カラ';
  const amount = /[0-9][^\s、。〜~0-9]{0,3}$/u.test(text.slice(Math.max(0, at - 5), at));
  if (amount) return 'カラ';
  if (WEEKDAY_RANGE.test(text.slice(Math.max(0, at - 3), at + 2))) return 'カラ';
  const han = /[\p{Script=Han}々]/u;
  if (han.test(before) && han.test(after)) return 'カラ';
  if (
    /[\p{Script=Katakana}ー]/u.test(before) &&
    (han.test(after) || /[\p{Script=Katakana}]/u.test(after)) &&
    !opensOrnament(text, at)
  )
    return after === '' ? 'ー' : 'カラ';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(before) && !closesOrnament(text, at)) return 'ー';
  return '';
}

/** Whether an earlier wave opened an ornament that this one closes: 〜地域とともに〜. */
function closesOrnament(text: string, at: number): boolean {
  const earlier = text.slice(0, at).match(/(?:^|[\s、。「『(（])[〜~]/gu)?.length ?? 0;
  return earlier > 0 && /^$|[\s、。」』)）]/u.test(text[at + 1] ?? '');
}

function opensOrnament(text: string, at: number): boolean {
  return /[〜~]/u.test(text.slice(at + 1)) && /[〜~](?:$|[\s、。」』)）])/u.test(text.slice(at + 1));
}
