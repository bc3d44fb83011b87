import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Alignment, alignReadings, type Run } from '../../../src/domain/alignment/align-readings';
import { readHeard, readScript } from '../../../src/domain/alignment/mora-sequence';
import type { Tokenize } from '../../../src/domain/reading/token';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { corruptScript, USUAL_CORRUPTION } from './corrupt-script';
import { analyzeText, PITCH_NAMES, readPitch } from './fixtures';
import { createRandom } from './random';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await createStockTokenize();
});

const SCRIPT =
  'みどりサイクルの片桐と申します。私がお役に立てるのは、共働きのご家庭です。前の晩にご連絡をいただければ、翌朝にご自宅へ伺います。部品は車に積んでいます。ぜひ片桐の名前をお伝えください。';

function align(heard: string, script = SCRIPT): Alignment {
  return alignReadings(readScript(analyzeText(script, tokenize)), readHeard(analyzeText(heard, tokenize)));
}
const statuses = (heard: string, script = SCRIPT) =>
  align(heard, script).sentences.map(({ status }) => status);

describe('alignReadings', () => {
  test.each([
    [
      'as it stands, without punctuation',
      'みどりサイクルの片桐と申します私がお役に立てるのは共働きのご家庭です前の晩にご連絡をいただければ翌朝にご自宅へ伺います部品は車に積んでいますぜひ片桐の名前をお伝えください',
      ['said', 'said', 'said', 'said', 'said'],
    ],
    [
      'kana and other kanji for the same sound',
      'みどりサイクルの方切りと申します わたしがお役にたてるのは とも働きのご家庭です まえのばんにご連絡をいただければ 翌朝にご自宅へうかがいます 部品はくるまに積んでいます ぜひ片霧の名前をおつたえください',
      ['said', 'said', 'said', 'said', 'said'],
    ],
    [
      'one sentence left out',
      'みどりサイクルの片桐と申します前の晩にご連絡をいただければ翌朝にご自宅へ伺います部品は車に積んでいますぜひ片桐の名前をお伝えください',
      ['said', 'omitted', 'said', 'said', 'said'],
    ],
    [
      'half a sentence',
      'みどりサイクルの片桐と申します私がお役に立てるのは共働きのご家庭です前の晩にご連絡をいただければ部品は車に積んでいますぜひ片桐の名前をお伝えください',
      ['said', 'said', 'said-partly', 'said', 'said'],
    ],
    [
      'a sentence moved to the end',
      'みどりサイクルの片桐と申します前の晩にご連絡をいただければ翌朝にご自宅へ伺います部品は車に積んでいますぜひ片桐の名前をお伝えください私がお役に立てるのは共働きのご家庭です',
      ['said', 'moved', 'said', 'said', 'said'],
    ],
    [
      'a sentence said twice',
      'みどりサイクルの片桐と申します私がお役に立てるのは共働きのご家庭です私がお役に立てるのは共働きのご家庭です前の晩にご連絡をいただければ翌朝にご自宅へ伺います部品は車に積んでいますぜひ片桐の名前をお伝えください',
      ['said', 'repeated', 'said', 'said', 'said'],
    ],
    [
      'only the beginning',
      'みどりサイクルの片桐と申します',
      ['said', 'omitted', 'omitted', 'omitted', 'omitted'],
    ],
    ['nothing', '', ['omitted', 'omitted', 'omitted', 'omitted', 'omitted']],
    [
      'something else altogether',
      '今日の天気は晴れのち曇りところにより雷を伴った雨が降るでしょう',
      ['omitted', 'omitted', 'omitted', 'omitted', 'omitted'],
    ],
  ])('%s', (_, heard, expected) => {
    expect(statuses(heard)).toEqual(expected);
  });

  test('other words in their place are 言い換え, and point at both texts', () => {
    const heard =
      'みどりサイクルの片桐と申します私がお役に立てるのは子育て中のご家庭です前の晩にご連絡をいただければ翌朝にご自宅へ伺います部品は車に積んでいますぜひ片桐の名前をお伝えください';
    const { runs, sentences } = align(heard);
    expect(sentences[1]?.status).toBe('said');
    const reworded = runs.filter((run) => run.kind === 'substituted');
    expect(reworded.map(({ script, heard: said }) => [textAt(SCRIPT, script), textAt(heard, said)])).toEqual([
      ['共働き', '子育て中'],
    ]);
  });

  test('what was added is listed, fillers and repetitions are not', () => {
    const heard =
      'えーとみどりサイクルの片桐と申します私があのお役に立てるのは共働きのご家庭ですちなみに私も娘の送り迎えをしています前の晩にまあご連絡をいただければ翌朝にご自宅へ伺います部品は車に積んでいます部品は車に積んでいますぜひ片桐の名前をお伝えください';
    const { added, fillers, sentences } = align(heard);
    expect(fillers.map((range) => textAt(heard, range))).toEqual(['えーと', 'あの', 'まあ']);
    expect(added).toHaveLength(1);
    expect(textAt(heard, added[0]!)).toMatch(/^ちなみに私も娘の送り迎えを/u);
    expect(sentences.map(({ status }) => status)).toEqual(['said', 'said', 'said', 'repeated', 'said']);
  });

  test('what stands where a sentence was left out was added, and is no 言い換え', () => {
    const heard =
      'みどりサイクルの片桐と申しますちなみに昨日は雨の中を海まで走ってきました前の晩にご連絡をいただければ翌朝にご自宅へ伺います部品は車に積んでいますぜひ片桐の名前をお伝えください';
    const { added, runs, sentences } = align(heard);
    expect(sentences[1]?.status).toBe('omitted');
    expect(added.map((range) => textAt(heard, range))).toEqual([
      'ちなみに昨日は雨の中を海まで走ってきました',
    ]);
    expect(runs.filter(({ sentence }) => sentence === 1).map(({ kind }) => kind)).toEqual(['omitted']);
  });

  test('words of the table that the script has are not fillers', () => {
    const script = 'その庭をまあ見てください。あの木も見えます。';
    expect(align('その庭をまあ見てくださいあの木も見えます', script).fillers).toEqual([]);
  });

  test.each([
    ['みどりサイクルの片桐と申します私がお役に私がお役に立てるのは共働きのご家庭です', ['私がお役に']],
    ['みどりサイクルの片桐とえーと片桐と申します私がお役に立てるのは共働きのご家庭です', ['片桐と']],
    ['みどりサイクルの片桐と申します私がお役に立てるのは共働きのご家庭です', []],
    ['部品は車に積んでいます部品は車に積んでいます', []],
  ])('words begun anew: %s', (heard, expected) => {
    expect(align(heard).restarts.map((range) => textAt(heard, range))).toEqual(expected);
  });

  test("その and あの among words of one's own are no fillers, drawn-out vowels are", () => {
    const heard =
      '部品は車に積んでいますえーそのお客様にあの日お会いしてからですけれどもぜひ片桐の名前をお伝えください';
    expect(align(heard).fillers.map((range) => textAt(heard, range))).toEqual(['えー']);
  });

  test('いまあります holds no まあ', () => {
    expect(align('部品はいまあります', '部品は車の中です。').fillers).toEqual([]);
  });

  test('a script without anything to say', () => {
    expect(statuses('こんにちは', '［お辞儀］')).toHaveLength(1);
    expect(align('', '').runs).toEqual([]);
  });
});

describe('runs', () => {
  const rebuild = (runs: readonly Run[], side: 'scriptMorae' | 'heardMorae') =>
    runs.flatMap((run) =>
      Array.from({ length: run[side].end - run[side].start }, (_, k) => run[side].start + k),
    );

  const upTo = (length: number) => Array.from({ length }, (_, index) => index);

  test('rebuild the script and what was heard, whatever was heard', () => {
    const pitch = fc.constantFrom(...PITCH_NAMES.filter((name) => name !== 'disaster-seminar'));
    fc.assert(
      fc.property(pitch, fc.nat(), fc.double({ min: 0, max: 0.5, noNaN: true }), (name, seed, moraErrors) => {
        const sentences = analyzeText(readPitch(name), tokenize);
        const { text } = corruptScript(sentences, { ...USUAL_CORRUPTION, moraErrors }, createRandom(seed));
        const script = readScript(sentences);
        const heard = readHeard(analyzeText(text, tokenize));
        const { runs } = alignReadings(script, heard);
        expect(rebuild(runs, 'scriptMorae')).toEqual(upTo(script.morae.length));
        expect(rebuild(runs, 'heardMorae')).toEqual(upTo(heard.morae.length));
        for (const run of runs) {
          if (run.sentence === null) continue;
          const sentence = script.sentences[run.sentence]!;
          expect(run.scriptMorae.start).toBeGreaterThanOrEqual(sentence.moraStart);
          expect(run.scriptMorae.end).toBeLessThanOrEqual(sentence.moraEnd);
        }
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  test('what was added begins and ends between words, whatever stands around it', () => {
    let additions = 0;
    for (const name of PITCH_NAMES) {
      const script = analyzeText(readPitch(name), tokenize);
      for (const other of PITCH_NAMES) {
        const [, strange] = analyzeText(readPitch(other), tokenize);
        if (other === name || !strange) continue;
        const said = script.map(({ text }) => text);
        said.splice(2, 0, strange.text);
        const heard = analyzeText(said.join('').replaceAll(/[、。\n]/gu, ''), tokenize);
        let offset = 0;
        const borders = new Set<number>();
        for (const { text, spans } of heard) {
          for (const { start, end } of spans) borders.add(offset + start).add(offset + end);
          offset += text.length;
        }
        for (const { start, end } of alignReadings(readScript(script), readHeard(heard)).added) {
          additions += 1;
          expect(borders).toContain(start);
          expect(borders).toContain(end);
        }
      }
    }
    expect(additions).toBeGreaterThan(50);
  }, 30_000);

  test('a script heard as it stands is one match per sentence', () => {
    for (const name of PITCH_NAMES) {
      const sentences = analyzeText(readPitch(name), tokenize);
      const { runs, added } = alignReadings(readScript(sentences), readHeard(sentences));
      expect(runs.filter(({ kind }) => kind !== 'matched')).toEqual([]);
      expect(runs).toHaveLength(sentences.filter(({ length }) => length.morae > 0).length);
      expect(added).toEqual([]);
    }
  });
});

function textAt(text: string, range: { start: number; end: number } | null): string {
  return range === null ? '' : text.slice(range.start, range.end);
}
