import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverPitch } from '../../../src/domain/coverage/cover-pitch';
import { ELEMENTS, type Element, type Leaning } from '../../../src/domain/coverage/element';
import { carryOverrules, overruleLabel, withdrawOverrule } from '../../../src/domain/coverage/hold-overrules';
import type { LabelOverrule } from '../../../src/domain/pitch/pitch';

const GREETING = 'はじめまして、畳職人の井上です。';
const FEATURE = '熊本のい草だけを使って、一枚ずつ手で縫い上げます。';
const BENEFIT = '替えた晩から、家族がみんな和室に集まってくるそうです。';

/** A sentence whose own words clearly say these elements and no others. */
function judged(text: string, ...elements: Element[]): { text: string; leanings: Leaning[] } {
  const leanings = ELEMENTS.map(
    (element): Leaning =>
      elements.includes(element)
        ? { element, score: 9, evidence: [{ start: 0, end: 2 }] }
        : { element, score: -9, evidence: [] },
  );
  return { text, leanings };
}

describe('the person has the last word', () => {
  const sentences = [judged(GREETING), judged(FEATURE, 'feature', 'benefit'), judged(BENEFIT, 'benefit')];

  test('without overrules the judge decides', () => {
    const { sentences: covered, covered: elements } = coverPitch(sentences, []);
    expect(elements).toEqual({ target: false, feature: true, benefit: true });
    expect(covered[1]?.labels.map(({ element, by }) => [element, by])).toEqual([
      ['feature', 'judge'],
      ['benefit', 'judge'],
    ]);
  });

  test('a refused label is denied, an added one is the person’s', () => {
    const overrules = overruleLabel(overruleLabel([], FEATURE, 'benefit', false), GREETING, 'target', true);
    const result = coverPitch(sentences, overrules);
    expect(result.sentences[0]?.labels).toEqual([{ element: 'target', evidence: [], by: 'person' }]);
    expect(result.sentences[1]).toMatchObject({ labels: [{ element: 'feature' }], denied: ['benefit'] });
    expect(result.covered.target).toBe(true);
  });

  test('a later word replaces the earlier one, and a word can be taken back', () => {
    const twice = overruleLabel(overruleLabel([], FEATURE, 'benefit', false), FEATURE, 'benefit', true);
    expect(twice).toEqual([{ sentenceText: FEATURE, element: 'benefit', carries: true }]);
    expect(withdrawOverrule(twice, `${FEATURE}\n`, 'benefit')).toEqual([]);
  });
});

describe('an overrule stays with its sentence', () => {
  const overrules: LabelOverrule[] = [{ sentenceText: FEATURE, element: 'feature', carries: false }];
  const deniedAt = (texts: string[], held = overrules) =>
    coverPitch(
      texts.map((text) => judged(text, 'feature')),
      held,
    ).sentences.flatMap((sentence, index) => (sentence.denied.includes('feature') ? [index] : []));

  test.each([
    ['through edits elsewhere', ['こんにちは。', FEATURE, '畳が変わると暮らしが変わります。'], [1]],
    ['through a move', [BENEFIT, GREETING, FEATURE], [2]],
    ['with a line break after it', [`${FEATURE}\n`, BENEFIT], [0]],
    ['through a small change', [GREETING, '熊本のい草だけを使って、一枚ずつ丁寧に手で縫い上げます。'], [1]],
    ['and not with a stranger', [GREETING, BENEFIT], []],
    ['and not with a sentence that shares its ending', ['お客様の声を聞きながら縫い上げます。'], []],
  ])('%s', (_name, texts, expected) => {
    expect(deniedAt(texts)).toEqual(expected);
  });

  test('two changed sentences each keep their own', () => {
    const both = overruleLabel(overrules, BENEFIT, 'feature', false);
    expect(
      deniedAt(
        [
          '替えた晩から、家族みんなが和室に集まってくるそうですよ。',
          '熊本産のい草だけ使って、一枚ずつ手で縫い上げます。',
          '障子も張ります。',
        ],
        both,
      ),
    ).toEqual([0, 1]);
  });

  test('through any chain of single-character insertions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(200), add: fc.constantFrom(...'あの畳をもっと心地よく、') }), {
          maxLength: 60,
        }),
        (edits) => {
          let text = FEATURE;
          let held = overrules;
          for (const { at, add } of edits) {
            const position = at % (text.length - 1);
            const next = text.slice(0, position) + add + text.slice(position);
            held = carryOverrules(held, [GREETING, text, BENEFIT], [GREETING, next, BENEFIT]);
            text = next;
          }
          expect(deniedAt([GREETING, text, BENEFIT], held)).toEqual([1]);
        },
      ),
      { seed: 20260101 },
    );
  });

  test('through any chain of moves, and of other sentences coming, going and changing', () => {
    const others = [
      GREETING,
      BENEFIT,
      '障子も襖も張り替えます。',
      '創業は昭和四十年です。',
      'い草は肌で選びます。',
    ];
    const step = fc.record({
      other: fc.constantFrom(...others),
      at: fc.nat(9),
      move: fc.nat(9),
      drop: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let texts = [GREETING, FEATURE, BENEFIT];
        let held = overrules;
        for (const { other, at, move, drop } of steps) {
          const rest = texts.filter((text) => text !== FEATURE);
          const changed = drop ? rest.slice(1) : rest.toSpliced(at % (rest.length + 1), 0, other);
          const next = changed.toSpliced(move % (changed.length + 1), 0, FEATURE);
          held = carryOverrules(held, texts, next);
          texts = next;
          expect(deniedAt(texts, held)).toEqual([texts.indexOf(FEATURE)]);
        }
        expect(held).toEqual(overrules);
      }),
      { seed: 20260103 },
    );
  });

  test('deleted to the last character and typed again', () => {
    let held = overrules;
    const shrinking = [...FEATURE].map((_, index) => FEATURE.slice(0, FEATURE.length - index));
    const states = [...shrinking, ...shrinking.toReversed()];
    states.forEach((text, index) => {
      held = carryOverrules(held, [states[index - 1] ?? FEATURE, BENEFIT], [text, BENEFIT]);
    });
    expect(held).toEqual(overrules);
    expect(deniedAt([FEATURE, BENEFIT], held)).toEqual([0]);
  });

  test('never lost: the number of overrules does not change with the script', () => {
    const gone = carryOverrules(overrules, [FEATURE], ['まったく別の話をします。']);
    expect(gone).toEqual(overrules);
    expect(deniedAt(['まったく別の話をします。'], gone)).toEqual([]);
    expect(deniedAt(['まったく別の話をします。', FEATURE], gone)).toEqual([1]);
  });
});
