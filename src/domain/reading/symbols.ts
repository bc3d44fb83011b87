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
  '½': 'ニブンノイチ',
  '¼': 'ヨンブンノイチ',
  '¾': 'ヨンブンノサン',
  '⅓': 'サンブンノイチ',
  '⅔': 'サンブンノニ',
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
  return /[\p{L}\p{N}\p{M}ー々〇ゝゞヽヾ〓]/u.test(character) ? undefined : '';
}

/**
 * The wave: から between numbers, times, places and weekdays, and after an amount (3,000円〜); a long vowel after kana
 * (よ〜く); silent as an ornament (〜地域とともに〜).
 */
function readWave(text: string, at: number): string {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (/[〜~]/u.test(before)) return '';
  if (/[0-9]/u.test(after) && WORD.test(before)) return 'カラ';
  if (/[0-9][^\s、。〜~0-9]{0,3}$/u.test(text.slice(Math.max(0, at - 5), at))) return 'カラ';
  if (isOrnament(text, at)) return '';
  const ideograph = /[\p{Script=Han}々]/u;
  const name = /[\p{Script=Han}々\p{Script=Katakana}ー]/u;
  if (ideograph.test(before) && name.test(after)) return 'カラ';
  if (/[\p{Script=Katakana}ー]/u.test(before) && ideograph.test(after)) return 'カラ';
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(before) ? 'ー' : '';
}

/** A wave that closes a pair: the end, a space, or a closing mark follows. */
const CLOSING_WAVE = /[〜~](?=$|[\s、。」』)）!?])/u;

/**
 * Whether a wave opens or closes a pair around words (〜初級編〜). A wave at the end of a word that no other wave
 * opened is a long vowel (ね〜。), and beside digits it is no ornament.
 */
function isOrnament(text: string, at: number): boolean {
  const later = text.slice(at + 1);
  if (CLOSING_WAVE.test(later) && !/^[〜~]|[0-9]/u.test(later))
    return !CLOSING_WAVE.test(text.slice(at, at + 2));
  return (
    CLOSING_WAVE.test(text.slice(at, at + 2)) &&
    /(?<![\p{Script=Hiragana}])[〜~](?![0-9〜~]|$)/u.test(text.slice(0, at))
  );
}
