import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ELEMENTS } from '../../../src/domain/coverage/element';
import { composeScript, composeSentences } from '../../../src/domain/fitting/compose-fitting';
import { limitOf } from '../../../src/domain/fitting/limit';
import { measureClauses } from '../../../src/domain/fitting/measure-clauses';
import { suggestFitting } from '../../../src/domain/fitting/suggest-fitting';
import { divideSentence, weighSentences } from '../../../src/domain/fitting/weigh-sentences';
import type { Extent } from '../../../src/domain/pitch/occasion';
import { countCharacters } from '../../../src/domain/text/characters';
import { DEFAULT_CHARACTER_TARGET } from '../../../src/domain/timing/character-target';
import { DEFAULT_SPEAKING_RATE } from '../../../src/domain/timing/estimate-duration';
import { judge } from './fitted-script';

const PITCHES = resolve(import.meta.dirname, '../../fixtures/pitches');
const pitches = readdirSync(PITCHES)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => [file, readFileSync(resolve(PITCHES, file), 'utf8')] as const);

const extent = (seconds: number): Extent => ({
  medium: 'spoken',
  timeBudget: seconds,
  characterTarget: null,
});
const readOf = (max: number): Extent => ({
  medium: 'written',
  timeBudget: 60,
  characterTarget: { min: 0, max },
});

function suggest(script: string, into: Extent) {
  const report = judge(script);
  const sentences = report.sentences.map(divideSentence);
  const weighed = weighSentences(report.sentences, sentences, DEFAULT_SPEAKING_RATE);
  const choices = suggestFitting(weighed, limitOf(into, DEFAULT_CHARACTER_TARGET));
  const result = composeScript(
    composeSentences({ script, extent: into, choices }, sentences),
    sentences.length,
  );
  return { report, weighed, choices, result, after: judge(result) };
}

describe('measureClauses', () => {
  it.each(pitches)('gives together what the sentences take: %s', (_, script) => {
    for (const sentence of judge(script).sentences) {
      const ms = measureClauses(sentence.analysis!, divideSentence(sentence).clauses, DEFAULT_SPEAKING_RATE);
      expect(ms.reduce((sum, part) => sum + part, 0)).toBeCloseTo(sentence.durationMs!, 6);
    }
  });
});

describe('suggestFitting', () => {
  it.each(pitches)(
    'keeps the first sentence, the name, the last and every element in half the time: %s',
    (_, script) => {
      const { report, weighed, choices, after } = suggest(script, extent(Math.round(report0(script) / 2000)));
      expect(choices[0]?.on).toBe(true);
      expect(choices.at(-1)?.on).toBe(true);
      const named = weighed.findIndex((sentence) => sentence.named);
      expect(named).toBeGreaterThanOrEqual(0);
      expect(choices[named]?.on).toBe(true);
      for (const element of ELEMENTS) {
        const carriers = choices.filter(({ index, on }) => on && weighed[index]!.elements.includes(element));
        expect(carriers.length > 0).toBe(report.covered![element]);
      }
      expect(after.durationMs!).toBeLessThan(report.durationMs!);
    },
  );

  it.each(pitches)('leaves a script alone that fits: %s', (_, script) => {
    const { result } = suggest(script, extent(Math.ceil(report0(script) / 1000)));
    expect(result).toBe(script);
  });

  it('leaves nothing out that would still fit', () => {
    const script = pitches.find(([file]) => file === 'web-production.txt')![1];
    const { weighed, choices, after } = suggest(script, extent(40));
    expect(after.durationMs!).toBeLessThanOrEqual(40_000);
    for (const { index, on } of choices) {
      const ms = weighed[index]!.clauseMs.reduce((sum, part) => sum + part, 0);
      if (!on) expect(after.durationMs! + ms).toBeGreaterThan(40_000);
    }
  });

  it('stops at what has to stay where the time is too short even for that', () => {
    const script = pitches.find(([file]) => file === 'rice-flour-bakery.txt')![1];
    const { choices, after } = suggest(script, extent(5));
    expect(after.durationMs!).toBeGreaterThan(5000);
    expect(choices.filter(({ on }) => on).length).toBeGreaterThan(2);
  });
});

describe('suggestFitting of a script that hangs together', () => {
  const SCRIPT = [
    'みどり保険事務所の北原ゆりと申します。',
    '毎月の保険料をなんとなく払い続けているご夫婦のお手伝いをしています。',
    '最初の面談では、保険のお話をいっさいせずに、家計簿だけを90分かけて一緒に開きます。',
    'それが、いちばんの近道だからです。',
    'あるご家族は、保険料が月に1万2千円下がり、その分を教育資金に回せるようになりました。',
    '保険証券を引き出しにしまったままの方がいらっしゃいましたら、ぜひご紹介ください。',
    '北原ゆりでした。',
  ];

  it('leaves no sentence out that the next one takes up, at any time', () => {
    for (let seconds = 5; seconds <= 60; seconds += 1) {
      const { choices } = suggest(SCRIPT.join(''), extent(seconds));
      expect(!choices[3]!.on || choices[2]!.on).toBe(true);
    }
  });

  it('keeps what is asked for at the end rather than another sentence for whom it is', () => {
    const { result } = suggest(SCRIPT.join(''), extent(30));
    expect(result).toContain('ぜひご紹介ください。');
    expect(result).toContain('1万2千円下がり、その分を');
  });
});

describe('suggestFitting to characters', () => {
  it.each(pitches)('keeps what it must, and to the limit where that leaves room: %s', (_, script) => {
    const all = countCharacters(script).all;
    for (const share of [0.9, 0.7, 0.5, 0.3]) {
      const most = Math.round(all * share);
      const { report, weighed, choices, result } = suggest(script, readOf(most));
      const count = countCharacters(result).all;
      for (const element of ELEMENTS) {
        const carriers = choices.filter(({ index, on }) => on && weighed[index]!.elements.includes(element));
        expect(carriers.length > 0).toBe(report.covered![element]);
      }
      if (count <= most) {
        // Nothing more would have fitted.
        for (const { index, on } of choices) {
          const characters = countCharacters(report.sentences[index]!.text).all;
          if (!on) expect(count + characters).toBeGreaterThan(most);
        }
      } else {
        // Only what has to stay is left.
        const { result: least } = suggest(script, readOf(0));
        expect(result).toBe(least);
      }
    }
  });

  it.each(pitches)('leaves a script alone that fits: %s', (_, script) => {
    expect(suggest(script, readOf(countCharacters(script).all)).result).toBe(script);
  });
});

function report0(script: string): number {
  return judge(script).durationMs!;
}
