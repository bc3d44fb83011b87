import { readLatin } from './latin';
import { readDigitByDigit } from './numbers';

const ADDRESS =
  /^(?:https?:\/\/[\w\-./?%&=#~:@+]*[\w/]|www\.[\w\-./?%&=#~:@+]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:co\.jp|or\.jp|ne\.jp|com|net|jp|org|info)(?![\w])(?:\/[\w\-./]*\w)?)/u;
const SIGNS: Readonly<Record<string, string>> = {
  '.': 'ドット',
  '@': 'アットマーク',
  '-': 'ハイフン',
  _: 'アンダーバー',
  '/': 'スラッシュ',
};
const DOMAINS: Readonly<Record<string, string>> = {
  co: 'シーオー',
  jp: 'ジェイピー',
  or: 'オーアール',
  ne: 'エヌイー',
  com: 'コム',
  net: 'ネット',
  org: 'オーグ',
  info: 'インフォ',
  www: 'ダブリューダブリューダブリュー',
};

/** A web or mail address at `at`, read as one dictates it; nobody says https://. */
export function readAddress(text: string, at: number): { end: number; kana: string } | undefined {
  if (!/[A-Za-z0-9]/u.test(text[at] ?? '')) return undefined;
  const address = ADDRESS.exec(text.slice(at, at + 120))?.[0];
  if (address === undefined) return undefined;
  let kana = '';
  for (const part of address.replace(/^https?:\/\/|\/$/gu, '').match(/[A-Za-z]+|[0-9]+|./gu) ?? []) {
    if (/[0-9]/u.test(part)) kana += readDigitByDigit(part);
    else kana += SIGNS[part] ?? DOMAINS[part.toLowerCase()] ?? readLatin(part, 0)?.kana ?? '';
  }
  return { end: at + address.length, kana };
}
