import { counterAt, countWith } from './count-with-counter';
import { COUNTERS, type Counter, UNITS } from './counters';
import { readDate, readDayOfMonth, readFraction, readTime } from './dates-and-times';
import { readApproximate, readSeveral } from './loose-numbers';
import { numeralValue, readDigitByDigit, readEnglishNumber, readInteger } from './numbers';
import { KANJI_NUMERAL, type NumberContext, numeralAt, type Read, readNumeral } from './numerals';
import { HYPHEN, readPhoneNumber, readPostcode } from './phone-numbers';

/** What a number, its sign or its currency can start with; everything else is turned away at once. */
const NUMBER_START = /[0-9〇一二三四五六七八九十百千万億兆数何¥$€£+±(（〒−-]/u;
const HYPHEN_ALONE = new RegExp(HYPHEN, 'u');
const RANGE_MARK = new RegExp(`^(?:[〜~]|${HYPHEN})(?=[0-9])`, 'u');
const CHAIN = new RegExp(`^[0-9]{1,4}(?:${HYPHEN}[0-9]{1,4}){2,}(?![0-9])`, 'u');
const UNITS_BY_LENGTH = Object.keys(UNITS).sort((one, other) => other.length - one.length);
/** Units that behave as counters: 2F ニカイ, 24h ニジュウヨジカン. */
const UNIT_COUNTERS: Readonly<Record<string, Counter | undefined>> = {
  F: COUNTERS.階,
  h: COUNTERS.時間,
  min: COUNTERS.分,
};
const CURRENCIES: Readonly<Record<string, string>> = { '¥': 'エン', $: 'ドル', '€': 'ユーロ', '£': 'ポンド' };
/** Katakana words after which a small number is said in English: ベストエイト. */
const ENGLISH_AFTER = /(?:ベスト|トップ|ナンバー|オンリー|ビッグ|パート|シーズン|フェーズ|ステップ)\s?$/u;
/** Reads the number, date, time, amount or telephone number that starts at `at` of normalised text, counter and all. */
export function readNumber(text: string, at: number, context: NumberContext): Read | undefined {
  const character = text[at] as string;
  if (!NUMBER_START.test(character)) return undefined;
  const whole = readPhoneNumber(text, at) ?? readPostcode(text, at);
  if (whole) return whole;
  const currency = CURRENCIES[character];
  if (currency !== undefined && /[0-9]/u.test(text[at + 1] ?? '')) {
    const amount = numeralAt(text, at + 1, context);
    return amount && { end: amount.end, kana: readNumeral(amount.numeral) + currency };
  }
  const several = readSeveral(text, at, context);
  if (several) return several;
  const signed = readSigned(text, at, context);
  if (signed) return signed;
  if (!/[0-9]/u.test(character) && !(KANJI_NUMERAL.test(character) && context.isNumeral(at)))
    return undefined;
  if (/[0-9]/u.test(character)) {
    const dated = readDate(text, at) ?? readTime(text, at) ?? readFraction(text, at) ?? readChain(text, at);
    if (dated) return dated;
  }
  return readApproximate(text, at, context) ?? readCounted(text, at, context);
}

/**
 * −5℃, +10%, where the sign stands before a number. After a word it is a sign only before an amount with a unit
 * (体重−5kg), otherwise a hyphen.
 */
function readSigned(text: string, at: number, context: NumberContext): Read | undefined {
  const sign = /^[-−+±]/u.exec(text.slice(at, at + 1))?.[0];
  const before = text[at - 1] ?? '';
  if (sign === undefined || !/[0-9]/u.test(text[at + 1] ?? '') || /[0-9A-Za-z)）]/u.test(before))
    return undefined;
  const numeral = numeralAt(text, at + 1, context);
  if (/[\p{Script=Han}\p{Script=Katakana}ー]/u.test(before) && !(numeral && unitAt(text, numeral.end)))
    return undefined;
  const number = readCounted(text, at + 1, context);
  const kana = sign === '+' ? 'プラス' : sign === '±' ? 'プラスマイナス' : 'マイナス';
  return number && { end: number.end, kana: kana + number.kana };
}

/** Versions (3.2.1), addresses (1-2-3) and numbers that begin with zero (007). */
function readChain(text: string, at: number): Read | undefined {
  const rest = text.slice(at, at + 24);
  const version = /^[0-9]{1,3}(?:\.[0-9]{1,3}){2,}/u.exec(rest)?.[0];
  if (version)
    return {
      end: at + version.length,
      kana: version
        .split('.')
        .map((part) => readInteger(Number(part)))
        .join('テン'),
    };
  const chain = CHAIN.exec(rest)?.[0];
  if (chain) {
    const parts = chain.split(HYPHEN_ALONE);
    return { end: at + chain.length, kana: parts.map((part) => readInteger(Number(part))).join('ノ') };
  }
  const zeros = /^0[0-9]+(?![0-9.,])/u.exec(rest)?.[0];
  if (!zeros || (zeros.length === 2 && /^\s?[月日時分秒年]/u.test(text.slice(at + 2)))) return undefined;
  return { end: at + zeros.length, kana: readDigitByDigit(zeros) };
}

/** A number with its unit or counter, ranges and parts (3分の1) included. */
function readCounted(text: string, at: number, context: NumberContext): Read | undefined {
  const found = numeralAt(text, at, context);
  if (!found) return undefined;
  const { numeral, end } = found;
  const number = readNumeral(numeral);
  const rest = text.slice(end, end + 12);
  const part = /^分の([0-9]+|[一二三四五六七八九])(?!分間|[0-9,.]|[分時日年人])/u.exec(rest);
  if (part) return { end: end + part[0].length, kana: `${number}ブンノ${readNumeral(part[1] as string)}` };
  const value = /\./u.test(numeral) ? undefined : numeralValue(numeral);
  const unit = unitAt(text, end);
  if (unit) {
    const kana = UNITS[unit] as string;
    return {
      end: end + unit.length,
      kana:
        value === undefined ? number + kana : countWith(value, UNIT_COUNTERS[unit] ?? { kana, change: 'p' }),
    };
  }
  const range = readRangeStart(text, end, value, context);
  if (range !== undefined) return { end, kana: range };
  const gap = /^\s/u.test(rest) ? 1 : 0;
  const counted = counterAt(text, end + gap, context.endsWord);
  if (counted) {
    const after = end + gap + counted.surface.length;
    const dayOfMonth =
      counted.surface === '日' && value === 1 && /(?:月|毎月)\s?$/u.test(text.slice(Math.max(0, at - 3), at));
    if (dayOfMonth) return { end: after, kana: readDayOfMonth(1) };
    // 8割5分: tenths and hundredths.
    if (counted.surface === '分' && text[at - 1] === '割') return { end: after, kana: `${number}ブ` };
    const kana = value === undefined ? number + counted.counter.kana : countWith(value, counted.counter);
    return { end: after, kana };
  }
  const english =
    value !== undefined && value <= 10 && ENGLISH_AFTER.test(text.slice(Math.max(0, at - 8), at))
      ? readEnglishNumber(value)
      : undefined;
  return { end, kana: english ?? number };
}

function unitAt(text: string, at: number): string | undefined {
  for (const unit of UNITS_BY_LENGTH) {
    if (!text.startsWith(unit, at)) continue;
    if (/[A-Za-z]$/u.test(unit) && /[A-Za-z]/u.test(text[at + unit.length] ?? '')) continue;
    return unit;
  }
  return undefined;
}

/**
 * The first number of a range whose counter stands behind the second. It is read bare (ジュウカラニジュウニン) but where
 * the counter has native numbers: 2〜3つ フタツカラ, 1〜2人 ヒトリカラ. The hyphen of 10-20人 is から too.
 */
function readRangeStart(
  text: string,
  end: number,
  value: number | undefined,
  context: NumberContext,
): string | undefined {
  const mark = RANGE_MARK.exec(text.slice(end, end + 2));
  if (!mark || value === undefined) return undefined;
  const second = numeralAt(text, end + 1, context);
  const counted = second && counterAt(text, second.end, context.endsWord);
  const native =
    counted && /^(?:つ|人|日)$/u.test(counted.surface) ? counted.counter.special?.[value] : undefined;
  return native ?? undefined;
}

/** Whether the hyphen at `at` joins two numbers that one counter closes (10-20人), and is said から. */
export function isRangeHyphen(text: string, at: number, context: NumberContext): boolean {
  if (!HYPHEN_ALONE.test(text[at] as string)) return false;
  if (!/[0-9]/u.test(text[at - 1] ?? '') || !/[0-9]/u.test(text[at + 1] ?? '')) return false;
  const second = numeralAt(text, at + 1, context);
  return (
    second !== undefined &&
    (unitAt(text, second.end) !== undefined || counterAt(text, second.end, context.endsWord) !== undefined)
  );
}
