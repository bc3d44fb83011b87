import { readDigitByDigit } from './numbers';

/** Hyphens as people type them between digits, the long vowel mark among them. */
export const HYPHEN = '[-‐‑‒–—―−ー]';

const PHONE = new RegExp(
  [
    `^\\+[0-9]{1,3}${HYPHEN}?[0-9]{1,4}${HYPHEN}[0-9]{1,4}${HYPHEN}[0-9]{3,4}`,
    `^0[0-9]{1,4}${HYPHEN}[0-9]{1,4}${HYPHEN}[0-9]{3,4}`,
    '^0[0-9]{1,4}[(（][0-9]{1,4}[)）][0-9]{3,4}',
    '^[(（]0[0-9]{1,4}[)）][0-9]{1,4}[-‐−ー][0-9]{3,4}',
    '^0[0-9]{9,10}',
    '^0[0-9]{1,3}\\s[0-9]{2,4}\\s[0-9]{3,4}',
  ]
    .map((pattern) => `(?:${pattern}(?![0-9]))`)
    .join('|'),
  'u',
);
const POSTCODE = new RegExp(`^(?:〒\\s?[0-9]{3}${HYPHEN}?[0-9]{4}|[0-9]{3}${HYPHEN}[0-9]{4})(?![0-9])`, 'u');

/** A telephone number at `at`, read digit by digit; hyphens and brackets are silent. */
export function readPhoneNumber(text: string, at: number): { end: number; kana: string } | undefined {
  const match = PHONE.exec(text.slice(at, at + 24));
  if (!match) return undefined;
  const kana = (match[0].startsWith('+') ? 'プラス' : '') + readDigitByDigit(match[0]);
  return { end: at + match[0].length, kana };
}

/** A postcode (123-4567), read digit by digit with の. */
export function readPostcode(text: string, at: number): { end: number; kana: string } | undefined {
  const match = POSTCODE.exec(text.slice(at, at + 12));
  if (!match) return undefined;
  const digits = match[0].replace(/[^0-9]/gu, '');
  const kana = `${readDigitByDigit(digits.slice(0, 3))}ノ${readDigitByDigit(digits.slice(3))}`;
  return { end: at + match[0].length, kana };
}
