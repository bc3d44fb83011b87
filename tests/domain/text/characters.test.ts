import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCharacters, isPunctuation } from '../../../src/domain/text/characters';
import { japaneseText } from './japanese-text';

const table: [text: string, all: number, withoutPunctuation: number][] = [
  ['3社', 2, 2],
  ['20%', 3, 3],
  ['20％', 3, 3],
  ['1本、3本、6本、8本、10本', 15, 11],
  ['0120-345-678', 12, 10],
  ['ITとDXのお悩み、ありませんか?', 17, 15],
  ['こんにちは👋', 6, 6],
  ['か\u3099んは\u3099ろう', 5, 5],
  ['10〜20人', 6, 5],
  ['10～20人', 6, 5],
  ['ﾊﾟﾝﾔの店', 5, 5],
  ['👨‍👩‍👧と🇯🇵と❤️', 5, 5],
  ['葛\u{E0100}城さん', 4, 4],
  ['𠮷野家', 3, 3],
  ['㈱ミライ①', 5, 5],
  ['お茶\u200Bの　間\n', 4, 4],
  ['\u00AD\uFEFF\u2060 \t\r\n', 0, 0],
  ['「はい」（笑）【特典】“声”〈注〉', 17, 7],
  ['佐々木・コーヒーｰ', 9, 8],
  ['Q&A+¥100㎡', 9, 9],
  ['え…‥!?！？、。，．,.・:;', 16, 1],
  ['2026/11/22|A｜B／C', 16, 11],
  ['e-mail—営業―担当–係−‐', 16, 10],
  ['10:30', 5, 4],
  ['1️⃣早い', 3, 3],
  ['こんにちは！［一礼］田中です。', 11, 9],
  ['[3秒待つ]ありますか？', 6, 5],
  ['［閉じていない', 7, 6],
  ['［［二重］の］声', 1, 1],
  ['［片方\n\n次］声', 6, 4],
  ['', 0, 0],
];

describe('countCharacters', () => {
  it.each(table)('%j: %i, %i without punctuation', (text, all, withoutPunctuation) => {
    expect(countCharacters(text)).toEqual({ all, withoutPunctuation });
  });

  it('does not change with white space or invisible characters put between graphemes', () => {
    fc.assert(
      fc.property(japaneseText, fc.constantFrom(' ', '　', '\n', '\u200B', '\uFEFF'), (text, space) => {
        const graphemes = [...new Intl.Segmenter('ja').segment(text)].map(({ segment }) => segment);
        expect(countCharacters(graphemes.join(space))).toEqual(countCharacters(text));
      }),
    );
  });

  it('counts text as the sum of its parts, and a cue as nothing', () => {
    fc.assert(
      fc.property(japaneseText, japaneseText, (one, other) => {
        const sum = countCharacters(one).all + countCharacters(other).all;
        expect(countCharacters(`${one}［間］${other}`).all).toBe(sum);
        expect(countCharacters(`${one}\n${other}`).all).toBe(sum);
      }),
    );
  });

  it('gives the same count composed and decomposed', () => {
    fc.assert(
      fc.property(japaneseText, (text) => {
        expect(countCharacters(text.normalize('NFD'))).toEqual(countCharacters(text.normalize('NFC')));
      }),
    );
  });
});

describe('isPunctuation', () => {
  it.each([...'、。，．,.・:;!?…‥「」『』（）()【】［］"\'“”-‐–—―−〜～/／|｜'])('%s is', (mark) => {
    expect(isPunctuation(mark)).toBe(true);
  });
  it.each(['ー', 'ｰ', '々', '%', '％', '&', '+', '¥', '㎡', '㈱', '①', '👋', '‼️', '※', '☆', '@', '一', 'ん'])(
    '%s is not',
    (mark) => {
      expect(isPunctuation(mark)).toBe(false);
    },
  );
});
