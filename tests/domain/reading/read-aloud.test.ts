import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadingCorrection, readAloud } from '../../../src/domain/reading/read-aloud';
import { tokenizeTyped } from '../../../src/domain/reading/tokenize-typed';
import { splitSentences } from '../../../src/domain/text/sentences';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { japaneseScript } from '../text/japanese-text';

const tokenize = await createStockTokenize();

function read(text: string, corrections: readonly ReadingCorrection[] = []) {
  return readAloud(text, tokenizeTyped(text, tokenize), corrections);
}

function kanaOf(text: string, corrections?: readonly ReadingCorrection[]): string {
  return read(text, corrections)
    .map((span) => span.kana)
    .join('');
}

describe('readAloud', () => {
  it.each([
    ['3社', 'サンシャ'],
    ['健診の前職、焙煎所は午前中', 'ケンシンノゼンショクバイセンジョワゴゼンチュウ'],
    ['20%', 'ニジュッパーセント'],
    ['1本、3本、6本、8本、10本', 'イッポンサンボンロッポンハッポンジュッポン'],
    ['0120-345-678', 'ゼロイチニーゼロサンヨンゴーロクナナハチ'],
    ['03(1234)5678', 'ゼロサンイチニーサンヨンゴーロクナナハチ'],
    ['ITとDXのお悩み、ありませんか?', 'アイティートディーエックスノオナヤミアリマセンカ'],
    ['こんにちは👋', 'コンニチワ'],
    ['か\u3099んは\u3099ろう', 'ガンバロウ'],
    ['10〜20人', 'ジュウカラニジュウニン'],
    ['10-20人', 'ジュウカラニジュウニン'],
    ['9:00～17:30', 'クジカラジュウシチジサンジュップン'],
    ['月〜金', 'ゲツカラキン'],
    ['よ〜くわかる', 'ヨークワカル'],
    ['〜地域とともに〜', 'チイキトトモニ'],
    ['3,000円〜', 'サンゼンエンカラ'],
    ['1/3の時間', 'サンブンノイチノジカン'],
    ['3分の1', 'サンブンノイチ'],
    ['11/22(日)', 'ジュウイチガツニジュウニニチニチ'],
    ['2026/4/1', 'ニセンニジュウロクネンシガツツイタチ'],
    ['4月1日', 'シガツツイタチ'],
    ['1日10分', 'イチニチジュップン'],
    ['2、3日', 'ニサンニチ'],
    ['4、5人', 'シゴニン'],
    ['5分野', 'ゴブンヤ'],
    ['3つの特徴', 'ミッツノトクチョー'],
    ['24時間365日', 'ニジュウヨジカンサンビャクロクジュウゴニチ'],
    ['24/7', 'トゥエンティーフォーセブン'],
    ['¥5,500', 'ゴセンゴヒャクエン'],
    ['３０分', 'サンジュップン'],
    ['二十名', 'ニジュウメイ'],
    ['一番', 'イチバン'],
    ['数百万円', 'スウヒャクマンエン'],
    ['何十社', 'ナンジュッシャ'],
    ['マンション2LDK', 'マンションニーエルディーケー'],
    ['-5℃', 'マイナスゴド'],
    ['100㎡', 'ヒャクヘイベイ'],
    ['㈱ミライ', 'カブシキガイシャミライ'],
    ['(株)ミライ', 'カブシキガイシャミライ'],
    ['①②', 'イチニ'],
    ['ﾊﾟｿｺﾝ', 'パソコン'],
    ['髙橋', 'タカハシ'],
    ['𠮷田', 'ヨシダ'],
    ['info@mirai.co.jp', 'インフォアットマークミライドットシーオードットジェイピー'],
    ['ベスト8', 'ベストエイト'],
    ['H30年', 'ヘイセイサンジュウネン'],
    ['W受賞', 'ダブルジュショー'],
    ['人々', 'ヒトビト'],
    ['', ''],
    ['。！？「」…', ''],
    ['［ゆっくり、3秒待つ］', ''],
  ])('%s → %s', (text, kana) => {
    expect(kanaOf(text)).toBe(kana);
  });

  it('keeps a number in place, so that its neighbours keep their readings', () => {
    expect(kanaOf('私は4月から2児の母です')).toBe('ワタシワシガツカラニジノハハデス');
  });

  it('maps what is said to the characters typed', () => {
    const text = '［礼］髙橋と１０〜２０人のｶﾌｪ';
    const spans = read(text).map((span) => [text.slice(span.start, span.end), span.kana]);
    expect(spans).toEqual([
      ['髙橋', 'タカハシ'],
      ['と', 'ト'],
      ['１０', 'ジュウ'],
      ['〜', 'カラ'],
      ['２０人', 'ニジュウニン'],
      ['の', 'ノ'],
      ['ｶﾌｪ', 'カフェ'],
    ]);
  });

  it('counts two morae for a kanji nobody knows, and says so', () => {
    const [span] = read('𩸽');
    expect(span).toEqual({ start: 0, end: 2, kana: '', morae: 2, guessed: true });
  });

  describe('corrections', () => {
    it('win over the dictionary, numbers and Latin words', () => {
      expect(kanaOf('陽菜です', [{ surface: '陽菜', kana: 'ハルナ' }])).toBe('ハルナデス');
      expect(kanaOf('3社です', [{ surface: '3社', kana: 'ミヤシロ' }])).toBe('ミヤシロデス');
      expect(kanaOf('LINEで', [{ surface: 'ＬＩＮＥ', kana: 'らいん' }])).toBe('ラインデ');
      expect(kanaOf('髙田の', [{ surface: '高田', kana: 'タカタ' }])).toBe('タカタノ');
    });

    it('the longest first', () => {
      const corrections = [
        { surface: '東', kana: 'アズマ' },
        { surface: '東海林', kana: 'ショウジ' },
      ];
      expect(kanaOf('東海林と東です', corrections)).toBe('ショウジトアズマデス');
    });

    it('of one character apply to the word alone', () => {
      expect(kanaOf('林檎と林です', [{ surface: '林', kana: 'リン' }])).toBe('リンゴトリンデス');
    });

    it('do not reach into a Latin word', () => {
      expect(kanaOf('AIとAID', [{ surface: 'AI', kana: 'アイ' }])).toBe('アイトエーアイディー');
    });
  });

  it('gives spans in order that leave out nothing that is said', () => {
    fc.assert(
      fc.property(japaneseScript, (script) => {
        const spans = read(script);
        let at = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.kana).toMatch(/^[ァ-ヺー]*$/u);
          at = span.end;
        }
        expect(at).toBeLessThanOrEqual(script.length);
      }),
      { numRuns: 200 },
    );
  });

  it('adds up: a script has the morae of its sentences', () => {
    const script =
      '皆さん、こんにちは。税理士の髙橋です😊\n3か月で10〜20社、売上が1.5倍に！\n［礼］よろしくお願いします。';
    const whole = splitSentences(script).flatMap(({ text, start }) =>
      read(text).map((span) => ({ ...span, start: span.start + start })),
    );
    const morae = whole.reduce((sum, span) => sum + span.morae, 0);
    expect(morae).toBe(read(script).reduce((sum, span) => sum + span.morae, 0));
    for (const span of whole) expect(script.slice(span.start)).not.toBe('');
  });
});
