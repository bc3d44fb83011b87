/** How numbers are said, before any counter. Values up to 9,999 兆 (10^16 − 1). */

const DIGITS = ['ゼロ', 'イチ', 'ニ', 'サン', 'ヨン', 'ゴ', 'ロク', 'ナナ', 'ハチ', 'キュウ'] as const;
/** One by one, every digit fills two morae: ニー, ゴー. */
const SINGLE_DIGITS = [
  'ゼロ',
  'イチ',
  'ニー',
  'サン',
  'ヨン',
  'ゴー',
  'ロク',
  'ナナ',
  'ハチ',
  'キュー',
] as const;
const HUNDREDS: Readonly<Record<number, string>> = {
  1: 'ヒャク',
  3: 'サンビャク',
  6: 'ロッピャク',
  8: 'ハッピャク',
};
const THOUSANDS: Readonly<Record<number, string>> = { 1: 'セン', 3: 'サンゼン', 8: 'ハッセン' };
const MYRIADS = ['', 'マン', 'オク', 'チョウ'] as const;
const ENGLISH =
  'ゼロ ワン ツー スリー フォー ファイブ シックス セブン エイト ナイン テン イレブン トゥエルブ サーティーン フォーティーン フィフティーン シックスティーン セブンティーン エイティーン ナインティーン トゥエンティー'.split(
    ' ',
  );

/** Reads a whole number: 1200 → センニヒャク, 10000 → イチマン, 0 → ゼロ. */
export function readInteger(value: number): string {
  if (value === 0) return DIGITS[0];
  let kana = '';
  for (let power = MYRIADS.length - 1; power >= 0; power -= 1) {
    const group = Math.floor(value / 10_000 ** power) % 10_000;
    if (group > 0) kana += readGroup(group, power);
  }
  return kana;
}

function readGroup(group: number, power: number): string {
  const unit = MYRIADS[power] as string;
  if (power > 0 && group === 1000) return `イッセン${unit}`;
  const thousands = Math.floor(group / 1000);
  const hundreds = Math.floor(group / 100) % 10;
  const tens = Math.floor(group / 10) % 10;
  const ones = group % 10;
  let kana = '';
  if (thousands > 0) kana += THOUSANDS[thousands] ?? `${DIGITS[thousands]}セン`;
  if (hundreds > 0) kana += HUNDREDS[hundreds] ?? `${DIGITS[hundreds]}ヒャク`;
  if (tens > 0) kana += tens === 1 ? 'ジュウ' : `${DIGITS[tens]}ジュウ`;
  if (ones > 0) kana += DIGITS[ones];
  return power === 3 ? beforeTrillions(kana) + unit : kana + unit;
}

/** イッチョウ, ハッチョウ, ジュッチョウ. */
function beforeTrillions(kana: string): string {
  return kana
    .replace(/イチ$/u, 'イッ')
    .replace(/ハチ$/u, 'ハッ')
    .replace(/ジュウ$/u, 'ジュッ');
}

/** Reads digits one by one, as in a telephone number: 0120 → ゼロイチニーゼロ. Other characters are silent. */
export function readDigitByDigit(digits: string): string {
  let kana = '';
  for (const digit of digits) kana += SINGLE_DIGITS[digit as unknown as number] ?? '';
  return kana;
}

/**
 * Reads a decimal such as 1.5 or 0.25 (digits and one point). Before the point 0, 2 and 5 are lengthened (レイテン,
 * ニーテン, ゴーテン) and 1, 8 and 10 shortened (イッテン); behind it digits are read one by one, the last one short.
 */
export function readDecimal(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const before = Number(whole) === 0 ? 'レイ' : readInteger(Number(whole));
  const lead = before
    .replace(/イチ$/u, 'イッ')
    .replace(/ハチ$/u, 'ハッ')
    .replace(/ジュウ$/u, 'ジュッ')
    .replace(/ニ$/u, 'ニー')
    .replace(/ゴ$/u, 'ゴー');
  const last = fraction.at(-1) ?? '';
  return `${lead}テン${readDigitByDigit(fraction.slice(0, -1))}${last === '0' ? 'ゼロ' : (DIGITS[last as unknown as number] ?? '')}`;
}

/** English numbers as they stand in names (ナンバーワン, ベストエイト); undefined beyond twenty. */
export function readEnglishNumber(value: number): string | undefined {
  return ENGLISH[value];
}

const KANJI_DIGITS = '〇一二三四五六七八九';
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 };

/**
 * The value of a numeral in any mixture of digits, thousands separators and kanji: 1万2千, 3億8,000万, 二十, 二〇二六.
 * Undefined where it makes no number, or one beyond 10^16.
 */
export function numeralValue(numeral: string): number | undefined {
  let total = 0;
  let group = 0;
  let digits = '';
  for (const character of numeral) {
    const kanjiDigit = KANJI_DIGITS.indexOf(character);
    if (kanjiDigit !== -1) digits += kanjiDigit;
    else if (/[0-9]/u.test(character)) digits += character;
    else if (character in SMALL_UNITS) {
      group += (digits === '' ? 1 : Number(digits)) * (SMALL_UNITS[character] as number);
      digits = '';
    } else if (character in LARGE_UNITS) {
      const count = group + Number(digits);
      total += (count === 0 ? 1 : count) * (LARGE_UNITS[character] as number);
      group = 0;
      digits = '';
    } else if (character !== ',') return undefined;
  }
  const value = total + group + Number(digits);
  return value < 1e16 ? value : undefined;
}
