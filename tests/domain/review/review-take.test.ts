import { beforeAll, describe, expect, test } from 'vitest';
import type { SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import type { Element, Label } from '../../../src/domain/coverage/element';
import type { Tokenize } from '../../../src/domain/reading/token';
import type { TakeEvent } from '../../../src/domain/rehearsal/take-log';
import { type TakeLog, transcriptText, typedText } from '../../../src/domain/rehearsal/take-log';
import { reviewTake } from '../../../src/domain/review/review-take';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { analyzeText } from '../alignment/fixtures';
import { recognised, takeLog } from './take-logs';

const SCRIPT =
  '皆さま、こんにちは。整体院の三浦と申します。腰をかばって働く介護職の方をお手伝いしています。強く押さず、呼吸に合わせて股関節をゆるめます。朝いちばんの一歩が軽くなります。どうぞよろしくお願いいたします。';
const ALL =
  '皆さまこんにちは整体院の三浦と申します腰をかばって働く介護職の方をお手伝いしています強く押さず呼吸に合わせて股関節をゆるめます朝一番の一歩が軽くなりますどうぞよろしくお願いいたします';
const WITHOUT_BENEFIT = ALL.replace('朝一番の一歩が軽くなります', '');

let tokenize: Tokenize;
let sentences: SentenceAnalysis[];
beforeAll(async () => {
  tokenize = await createStockTokenize();
  sentences = analyzeText(SCRIPT, tokenize);
});

/** The words of a sentence that carry an element, as a person would mark them. */
function label(sentence: number, element: Element, words: string): Label {
  const start = sentences[sentence]!.text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { element, evidence: [{ start, end: start + words.length }] };
}
const labels = () => [
  [],
  [],
  [label(2, 'target', '腰をかばって働く介護職の方')],
  [label(3, 'feature', '呼吸に合わせて股関節をゆるめます')],
  [label(4, 'benefit', '一歩が軽くなります')],
  [],
];

function review(log: TakeLog) {
  const words = log.hearing === 'typed' ? typedText(log) : transcriptText(log);
  const heard =
    words === null ? null : analyzeText(words, tokenize).map((analysis) => ({ ...analysis, leanings: [] }));
  return reviewTake({ log, sentences, labels: labels(), heard });
}

describe('time against the budget', () => {
  test.each([
    [60_999, 'within', 999],
    [61_000, 'over', 1000],
    [60_000, 'within', 0],
    [51_429, 'within', -8571],
    [51_428, 'under', -8572],
  ])('%i ms of 60 s are %s', (durationMs, verdict, differenceMs) => {
    const { time } = review(takeLog(durationMs, { hearing: 'clock-only' }));
    expect(time).toMatchObject({ verdict, differenceMs, basis: 'spoken', budgetMs: 60_000 });
  });

  test('a pause of the clock is not speaking time', () => {
    const log = takeLog(70_000, {
      hearing: 'clock-only',
      events: [
        { kind: 'paused', atMs: 20_000, by: 'speaker' },
        { kind: 'resumed', atMs: 31_000, by: 'speaker' },
      ],
    });
    expect(review(log).time).toMatchObject({ timeMs: 59_000, verdict: 'within' });
  });
});

describe('content and elements', () => {
  test('everything said', () => {
    const { content, elements } = review(takeLog(20_000, { events: [recognised(19_000, 1, ALL)] }));
    expect(content).toMatchObject({ kind: 'judged', omitted: [], partly: [], lostToDevice: [] });
    expect(elements.benefit).toEqual({ inScript: true, sentences: [4], delivered: 'said', by: 'script' });
  });

  test('the script has a benefit, the voice has not', () => {
    const { content, elements } = review(
      takeLog(18_000, { events: [recognised(17_000, 1, WITHOUT_BENEFIT)] }),
    );
    expect(content).toMatchObject({ omitted: [4] });
    expect(elements.benefit).toMatchObject({ inScript: true, delivered: 'not-said' });
    expect(elements.target).toMatchObject({ delivered: 'said' });
  });

  test('half a sentence delivers its element only where the deciding words were heard', () => {
    const heads = ALL.replace('腰をかばって働く介護職の方をお手伝いしています', '腰をかばって働く介護職の方');
    const tails = ALL.replace('強く押さず呼吸に合わせて股関節をゆるめます', '強く押さず呼吸');
    expect(
      review(takeLog(18_000, { events: [recognised(17_000, 1, heads)] })).elements.target.delivered,
    ).toBe('said');
    expect(
      review(takeLog(18_000, { events: [recognised(17_000, 1, tails)] })).elements.feature.delivered,
    ).toBe('not-said');
  });

  test('an element said in other words than the script has counts', () => {
    const own = WITHOUT_BENEFIT.replace('どうぞ', '階段を手すりなしで降りられるようになった方もいますどうぞ');
    const log = takeLog(20_000, { events: [recognised(19_000, 1, own)] });
    const start = own.indexOf('階段を');
    const heard = [analyzeText(own, tokenize)[0]!].map((analysis) => ({
      ...analysis,
      leanings: [{ element: 'benefit' as const, score: 9, evidence: [{ start, end: start + 18 }] }],
    }));
    const { elements } = reviewTake({ log, sentences, labels: labels(), heard });
    expect(elements.benefit).toMatchObject({ delivered: 'said', by: 'own-words' });
  });

  test('without words nothing is claimed', () => {
    const { content, elements } = review(takeLog(20_000, { hearing: 'audio-only' }));
    expect(content).toEqual({ kind: 'unknown', reason: 'no-words' });
    expect(elements.target.delivered).toBe('unknown');
  });

  test('a recogniser that heard nothing is not a speaker who said nothing', () => {
    expect(review(takeLog(20_000, { events: [recognised(10_000, 1, '')] })).content).toEqual({
      kind: 'unknown',
      reason: 'nothing-heard',
    });
  });
});

describe('device gaps', () => {
  const [before, after] = [ALL.slice(0, ALL.indexOf('朝一番')), ALL.slice(ALL.indexOf('どうぞ'))];
  const restarted = (resumedAtMs: number) =>
    takeLog(26_000, {
      events: [
        recognised(15_000, 1, before),
        { kind: 'recognition-ended', atMs: 15_000, by: 'device', session: 1, error: 'network' },
        recognised(resumedAtMs, 2, after),
      ],
    });

  test('a sentence a recogniser slept through is not called omitted', () => {
    const { content, elements, deviceGaps, pace } = review(restarted(18_000));
    expect(content).toMatchObject({ omitted: [], lostToDevice: [4] });
    expect(elements.benefit.delivered).toBe('unknown');
    expect(deviceGaps).toEqual([
      { device: 'recogniser', startMs: 15_000, endMs: 18_000, runningMs: 3000, heardOffset: before.length },
    ]);
    expect(pace).toEqual({ kind: 'unknown', reason: 'device-gaps' });
  });

  test('a gap too short for the sentence excuses nothing', () => {
    expect(review(restarted(15_400)).content).toMatchObject({ omitted: [4], lostToDevice: [] });
  });

  test('what the person says was left out, no recogniser that heard nothing is to blame for', () => {
    const log = takeLog(60_000, {
      events: [{ kind: 'recognition-ended', atMs: 8_000, by: 'device', session: 1, error: 'network' }],
    });
    const heard = analyzeText(WITHOUT_BENEFIT, tokenize);
    const { content, pace } = reviewTake({ log, sentences, labels: labels(), heard });
    expect(content).toMatchObject({ kind: 'judged', omitted: [4], lostToDevice: [] });
    expect(pace.kind).toBe('known');
  });

  test('hidden pages and lost microphones are listed', () => {
    const log = takeLog(30_000, {
      hearing: 'audio-only',
      events: [
        { kind: 'hidden', atMs: 5000, by: 'device' },
        { kind: 'shown', atMs: 9000, by: 'device' },
        { kind: 'paused', atMs: 10_000, by: 'speaker' },
        { kind: 'microphone-lost', atMs: 12_000, by: 'device' },
        { kind: 'resumed', atMs: 20_000, by: 'speaker' },
      ],
    });
    expect(review(log).deviceGaps).toEqual([
      { device: 'page', startMs: 5000, endMs: 9000, runningMs: 4000, heardOffset: null },
      { device: 'microphone', startMs: 12_000, endMs: 30_000, runningMs: 10_000, heardOffset: null },
    ]);
  });
});

describe('what the recording cannot tell', () => {
  const gapsOf = (events: TakeEvent[]) =>
    review(takeLog(30_000, { hearing: 'audio-only', events })).recordingGaps;

  test('is placed on the recording’s own clock, which begins late and stops with the take', () => {
    expect(
      gapsOf([
        { kind: 'recording-began', atMs: 300, by: 'device' },
        { kind: 'microphone-muted', atMs: 2300, by: 'device' },
        { kind: 'microphone-unmuted', atMs: 5300, by: 'device' },
        { kind: 'paused', atMs: 6000, by: 'speaker' },
        { kind: 'resumed', atMs: 16_000, by: 'speaker' },
        { kind: 'sound-dropped', atMs: 20_300, by: 'device', lostMs: 1000 },
      ]),
    ).toEqual({
      silent: [
        { startMs: 2000, endMs: 5000 },
        { startMs: 9000, endMs: 10_000 },
      ],
      endsEarly: false,
    });
  });

  test('a microphone muted to the end, or lost while muted', () => {
    const muted: TakeEvent = { kind: 'microphone-muted', atMs: 20_000, by: 'device' };
    expect(gapsOf([muted]).silent).toEqual([{ startMs: 20_000, endMs: 30_000 }]);
    expect(gapsOf([muted, { kind: 'microphone-lost', atMs: 24_000, by: 'device' }])).toEqual({
      silent: [{ startMs: 20_000, endMs: 24_000 }],
      endsEarly: true,
    });
  });

  test('nothing, in a take from before this was on record', () => {
    expect(gapsOf([])).toEqual({ silent: [], endsEarly: false });
  });
});

describe('pace', () => {
  test('of the words heard, pauses included', () => {
    const { pace } = review(takeLog(20_000, { events: [recognised(19_000, 1, ALL)] }));
    expect(pace).toMatchObject({ kind: 'known', of: 'heard', characters: 91, charactersPerMinute: 273 });
  });

  test('of the script where it can have been said whole', () => {
    const { pace } = review(takeLog(20_000, { hearing: 'clock-only' }));
    expect(pace).toMatchObject({ kind: 'known', of: 'script', characters: 101 });
  });

  test.each([
    ['clock-only', 60_000, 'script-not-whole'],
    ['audio-only', 5000, 'script-not-whole'],
    ['clock-only', 2000, 'too-short'],
    ['typed', 60_000, 'typed'],
  ] as const)('%s for %i ms: %s', (hearing, durationMs, reason) => {
    expect(review(takeLog(durationMs, { hearing })).pace).toEqual({ kind: 'unknown', reason });
  });
});

describe('typed takes', () => {
  test('say how fast was typed, what was left out and what it would take to say', () => {
    const text = SCRIPT.replace('朝いちばんの一歩が軽くなります。', '');
    const log = takeLog(85_000, {
      hearing: 'typed',
      events: [{ kind: 'typed', atMs: 84_000, by: 'speaker', text }],
    });
    const { typed, time, content } = review(log);
    expect(typed).toMatchObject({ elapsedMs: 85_000, characters: 85, charactersPerMinute: 60 });
    expect(time).toMatchObject({ basis: 'typed-estimate', timeMs: typed?.sayingMs });
    expect(typed?.sayingMs).toBeGreaterThan(12_000);
    expect(content).toMatchObject({ omitted: [4] });
  });
});
