import { COUNTERS, type Counter, type SoundChange } from './counters';
import { readInteger } from './numbers';

const DOUBLED: Readonly<Record<SoundChange, string>> = {
  k: '168',
  s: '18',
  t: '18',
  h: '168',
  f: '168',
  p: '',
};

/** The first kana of a counter after a doubled consonant: ホン → ポン. */
function plosive(kana: string): string {
  const composed = `${kana[0]}\u309A`.normalize('NFC');
  return composed.length === 1 ? composed + kana.slice(1) : kana;
}

function voiced(kana: string): string {
  const composed = `${kana[0]}\u3099`.normalize('NFC');
  return composed.length === 1 ? composed + kana.slice(1) : kana;
}

/** Reads a whole number with its counter: 3本 サンボン, 20日 ハツカ, 4人 ヨニン. */
export function countWith(value: number, counter: Counter): string {
  const special = counter.special?.[value];
  if (special !== undefined) return special;
  const digit = value % 10;
  const own = counter.digits?.[digit];
  if (digit !== 0 && own !== undefined)
    return (value > digit ? readInteger(value - digit) : '') + own + counter.kana;
  const number = readInteger(value);
  const { change } = counter;
  if (change === undefined) return number + counter.kana;
  const labial = change === 'h' || change === 'f';
  const doubled = doubledBefore(number, digit, value, change);
  if (doubled !== undefined) return doubled + (labial ? plosive(counter.kana) : counter.kana);
  if (/ン$/u.test(number) && digit !== 4) {
    if (change === 'h') return number + voiced(counter.kana);
    if (change === 'f') return number + plosive(counter.kana);
    if (counter.voiced) return number + counter.voiced;
  }
  if (digit === 4 && change === 'f') return number + plosive(counter.kana);
  return number + counter.kana;
}

/** The number with its last consonant doubled (イッ, ロッ, ハッ, ジュッ, ヒャッ), or undefined where it is not. */
function doubledBefore(
  number: string,
  digit: number,
  value: number,
  change: SoundChange,
): string | undefined {
  if (digit !== 0) {
    if (!DOUBLED[change].includes(String(digit))) return undefined;
    return number.replace(/[チク]$/u, 'ッ');
  }
  if (number.endsWith('ジュウ')) return number.replace(/ウ$/u, 'ッ');
  if (/[ヒビピ]ャク$/u.test(number) && value > 0 && (change === 'k' || change === 'h' || change === 'f')) {
    return number.replace(/ク$/u, 'ッ');
  }
  return undefined;
}

/** The longest counters first, each with how it is written. */
const BY_LENGTH: readonly [surface: string, counter: Counter][] = Object.entries(COUNTERS).sort(
  ([one], [other]) => other.length - one.length,
);

/** What may follow a counter inside one word (年間, 人目, 時半), with how it is read there. */
export const COUNTER_TAILS: Readonly<Record<string, string>> = {
  間: 'カン',
  目: 'メ',
  後: 'ゴ',
  前: 'マエ',
  半: 'ハン',
  台: 'ダイ',
  生: 'セイ',
  度: 'ド',
  代: 'ダイ',
  頃: 'ゴロ',
  分: 'ブン',
  中: 'チュウ',
  内: 'ナイ',
  用: 'ヨウ',
  弱: 'ジャク',
  強: 'キョウ',
  末: 'マツ',
  期: 'キ',
  制: 'セイ',
  号: 'ゴウ',
  版: 'バン',
  様: 'サマ',
  付: 'ツキ',
  建: 'ダテ',
  玉: 'ダマ',
  札: 'サツ',
  産: 'サン',
  部: 'ブ',
  余: 'ヨ',
  超: 'チョウ',
};

/**
 * The counter written at `at`. It must end where a word ends, or go on with a tail (日間): 5分野 is five fields, not
 * five minutes.
 */
export function counterAt(
  text: string,
  at: number,
  endsWord: (offset: number) => boolean,
): { surface: string; counter: Counter } | undefined {
  for (const [surface, counter] of BY_LENGTH) {
    if (!text.startsWith(surface, at)) continue;
    const end = at + surface.length;
    if (endsWord(end) || (text[end] as string) in COUNTER_TAILS) return { surface, counter };
  }
  return undefined;
}
