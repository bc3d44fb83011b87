import { counterAt, countWith } from './count-with-counter';
import type { NumberContext, Read } from './numerals';

const SEVERAL: Readonly<Record<string, string>> = {
  十: 'ジュウ',
  百: 'ヒャク',
  千: 'セン',
  万: 'マン',
  億: 'オク',
  兆: 'チョウ',
};

/** 数百万円 スウヒャクマンエン, 何十社 ナンジュッシャ. */
export function readSeveral(text: string, at: number, context: NumberContext): Read | undefined {
  const match = /^([数何])([十百千万億兆]+)/u.exec(text.slice(at, at + 8));
  if (!match) return undefined;
  const units = [...(match[2] as string)].map((unit) => SEVERAL[unit]).join('');
  const lead = match[1] === '数' ? 'スウ' : 'ナン';
  const voiced = match[1] === '何' ? units.replace(/^ヒャク/u, 'ビャク').replace(/^セン/u, 'ゼン') : units;
  const end = at + match[0].length;
  const counted = counterAt(text, end, context.endsWord);
  if (!counted) return { end, kana: lead + voiced };
  const number = counted.counter.change ? voiced.replace(/ジュウ$/u, 'ジュッ') : voiced;
  return { end: end + counted.surface.length, kana: lead + number + counted.counter.kana };
}

const APPROXIMATE: Readonly<Record<number, string>> = {
  1: 'イチ',
  2: 'ニ',
  3: 'サン',
  4: 'シ',
  5: 'ゴ',
  6: 'ロク',
  7: 'シチ',
  8: 'ハチ',
};

/** 2、3日 → ニサンニチ, 4、5人 → シゴニン. */
export function readApproximate(text: string, at: number, context: NumberContext): Read | undefined {
  const match = /^([1-8])([、,・])([2-9])(?![0-9.,])/u.exec(text.slice(at, at + 4));
  if (!match || Number(match[3]) !== Number(match[1]) + 1 || /[0-9.,]/u.test(text[at - 1] ?? ''))
    return undefined;
  const first = APPROXIMATE[Number(match[1])] ?? '';
  const second = Number(match[3]);
  const found = counterAt(text, at + 3, context.endsWord);
  if (!found) return undefined;
  // 日 and 人 keep their Chinese numbers here: ニサンニチ, サンヨニン.
  const { special: _native, ...counter } = found.counter;
  const kana =
    found.surface === 'つ'
      ? undefined
      : first + countWith(second, second === 5 ? { ...counter, digits: {} } : counter);
  return kana === undefined ? undefined : { end: at + 3 + found.surface.length, kana };
}
