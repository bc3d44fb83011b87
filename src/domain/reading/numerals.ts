import { numeralValue, readDecimal, readDigitByDigit, readInteger } from './numbers';

/** What the reader of numbers needs to know of the words around. */
export interface NumberContext {
  /** Whether a word ends at this offset. */
  endsWord: (offset: number) => boolean;
  /** Whether the kanji at this offset is analysed as a numeral (and not as part of a word such as 一番). */
  isNumeral: (offset: number) => boolean;
}

/** A stretch of text up to `end`, read. */
export interface Read {
  end: number;
  kana: string;
}

export const KANJI_NUMERAL = /[〇一二三四五六七八九十百千万億兆]/u;

/** A numeral as it is written, up to `end`. */
export interface Numeral {
  numeral: string;
  end: number;
}

/** The numeral at `at`: digits with separators and decimals, kanji units behind them, or kanji throughout. */
export function numeralAt(text: string, at: number, context: NumberContext): Numeral | undefined {
  let end = at;
  for (;;) {
    const rest = text.slice(end, end + 32);
    const digits = /^(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?/u.exec(rest)?.[0];
    if (digits && !/[0-9]/u.test(text[end - 1] ?? '')) end += digits.length;
    else if (KANJI_NUMERAL.test(rest[0] ?? '') && takesKanji(text, at, end, context)) end += 1;
    else break;
  }
  return end > at ? { numeral: text.slice(at, end), end } : undefined;
}

/** A unit belongs to the digits before it (3万, 1千万); any other kanji must be analysed as a numeral. */
function takesKanji(text: string, at: number, end: number, context: NumberContext): boolean {
  if (end > at && /[0-9]/u.test(text[end - 1] as string)) return /[十百千万億兆]/u.test(text[end] as string);
  if (end > at && /[0-9]/u.test(text[at] as string))
    return /[百千万億兆]/u.test(text[end] as string) && /[十百千]/u.test(text[end - 1] as string);
  // 億 and 万 begin no numeral of their own (億万長者, 万単位).
  return context.isNumeral(end) && (end > at || !/[万億兆]/u.test(text[end] as string));
}

/** Reads a numeral alone: 1万2千 → イチマンニセン, 3.5億 → サンテンゴオク. */
export function readNumeral(numeral: string): string {
  const decimal = /^([0-9,]+\.[0-9]+)([万億兆千百]*)$/u.exec(numeral);
  if (decimal) {
    const unit = (decimal[2] as string)
      .replace('万', 'マン')
      .replace('億', 'オク')
      .replace('兆', 'チョウ')
      .replace('千', 'セン')
      .replace('百', 'ヒャク');
    return readDecimal((decimal[1] as string).replaceAll(',', '')) + unit;
  }
  const value = numeralValue(numeral);
  return value === undefined ? readDigitByDigit(numeral) : readInteger(value);
}
