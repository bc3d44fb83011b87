import { countWith } from './count-with-counter';
import { COUNTERS, type Counter } from './counters';
import { readInteger } from './numbers';

interface Read {
  end: number;
  kana: string;
}

const YEAR = COUNTERS.年 as Counter;
const MONTH = COUNTERS.月 as Counter;
const DAY = COUNTERS.日 as Counter;
const HOUR = COUNTERS.時 as Counter;
const MINUTE = COUNTERS.分 as Counter;

/** A day of the month: 1 is ツイタチ here. */
export function readDayOfMonth(day: number): string {
  return day === 1 ? 'ツイタチ' : countWith(day, DAY);
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** 2026/4/1, 2026-04-01, 2026.4.1; or a month and a day, 11/22. */
export function readDate(text: string, at: number): Read | undefined {
  const rest = text.slice(at, at + 16);
  const full = /^([12][0-9]{3})([/.-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9/])/u.exec(rest);
  if (full && isDay(Number(full[3]), Number(full[4]))) {
    const kana =
      countWith(Number(full[1]), YEAR) + countWith(Number(full[3]), MONTH) + readDayOfMonth(Number(full[4]));
    return { end: at + full[0].length, kana };
  }
  const short = /^([0-9]{1,2})\/([0-9]{1,2})(?![0-9/])/u.exec(rest);
  if (!short) return undefined;
  const month = Number(short[1]);
  const day = Number(short[2]);
  if (!isDay(month, day) || looksLikeFraction(month, day, rest.slice(short[0].length))) return undefined;
  return { end: at + short[0].length, kana: countWith(month, MONTH) + readDayOfMonth(day) };
}

/** 1/3 is a third, unless a weekday or から follows; 11/22 and 5/10 are dates. */
function looksLikeFraction(numerator: number, denominator: number, following: string): boolean {
  if (/^\s?(?:[(（][月火水木金土日]|から|まで|より|[〜~]|開催|開講|開始|オープン|発売|締切)/u.test(following))
    return false;
  return numerator < denominator && denominator <= 10 && (numerator === 1 || denominator % numerator !== 0);
}

/** 1/3 → サンブンノイチ. */
export function readFraction(text: string, at: number): Read | undefined {
  const match = /^([0-9]{1,3})\/([0-9]{1,5})(?![0-9/])/u.exec(text.slice(at, at + 12));
  if (!match || Number(match[1]) >= Number(match[2])) return undefined;
  return {
    end: at + match[0].length,
    kana: `${readInteger(Number(match[2]))}ブンノ${readInteger(Number(match[1]))}`,
  };
}

/** 10:30 → ジュウジサンジュップン, 9:00 → クジ; 8:2 is a ratio, ハチタイニ. */
export function readTime(text: string, at: number): Read | undefined {
  const rest = text.slice(at, at + 12);
  const time = /^([0-9]{1,2}):([0-5][0-9])(?![0-9:])/u.exec(rest);
  if (time && Number(time[1]) <= 29) {
    const hour = countWith(Number(time[1]), HOUR);
    const minutes = Number(time[2]);
    return { end: at + time[0].length, kana: minutes === 0 ? hour : hour + countWith(minutes, MINUTE) };
  }
  const ratio = /^([0-9]{1,3}):([0-9]{1,3})(?:(?=:[0-9])|(?![0-9:]))/u.exec(rest);
  if (!ratio) return undefined;
  return {
    end: at + ratio[0].length,
    kana: `${readInteger(Number(ratio[1]))}タイ${readInteger(Number(ratio[2]))}`,
  };
}

const WEEKDAYS: Readonly<Record<string, string>> = {
  月: 'ゲツ',
  火: 'カ',
  水: 'スイ',
  木: 'モク',
  金: 'キン',
  土: 'ド',
  日: 'ニチ',
  祝: 'シュク',
};

/** Weekdays written with one kanji each: 月〜金, 火・水, (日) after a date. Separators but 〜 are silent. */
export function readWeekdays(text: string, at: number): Read | undefined {
  if (!((text[at] as string) in WEEKDAYS)) return undefined;
  const rest = text.slice(at, at + 16);
  const run = /^(?:[月火水木金土日](?:[・、/,〜~-][月火水木金土日祝])+)(?![\p{Script=Han}])/u.exec(rest)?.[0];
  const bracketed = /^[月火水木金土日祝・]+(?=[)）])/u.exec(rest)?.[0];
  const days = run ?? (/[(（]/u.test(text[at - 1] ?? '') ? bracketed : undefined);
  if (days === undefined) return undefined;
  const kana = [...days].map((day) => WEEKDAYS[day] ?? (/[〜~-]/u.test(day) ? 'カラ' : '')).join('');
  return { end: at + days.length, kana };
}
