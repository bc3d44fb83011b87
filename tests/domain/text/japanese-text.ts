import fc from 'fast-check';

const PIECES = [
  '朝、',
  '腰が重いと',
  '感じませんか？',
  '税理士の',
  '岡田です。',
  '残業が',
  'ゼロに',
  '10〜20名',
  '3か月',
  '4月1日',
  'Web',
  'LINE',
  'No.1',
  '2.0',
  '20％',
  '0120-345-678',
  '髙橋',
  '𠮷野',
  'がんばろう',
  'か\u3099',
  'ﾊﾟﾝ',
  '👋',
  '👨‍👩‍👧',
  '🇯🇵',
  '「はい。」',
  '（笑）',
  '『',
  '）',
  '…',
  '！',
  '♪',
  '・',
  'です',
  'ます',
  'の',
  '私は',
  'www.example.jp/?q=1',
  '㈱',
  '①',
  '一人',
  '二十歳',
  '〜',
  'ー',
];

/** Text put together from what pitches are made of, brackets left open and all; no line breaks, no square brackets. */
export const japaneseText = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 14 })
  .map((pieces) => pieces.join(''));

/** The same with breaths, blank lines, bullets and stage cues. */
export const japaneseScript = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('\n', '\r\n', '\n\n', '　', '\n・', '［間］', '[', '］', '\n1. '),
      },
    ),
    {
      maxLength: 30,
    },
  )
  .map((pieces) => pieces.join(''));
