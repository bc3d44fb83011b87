import { beforeAll, describe, expect, test } from 'vitest';
import type { SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import type { Element } from '../../../src/domain/coverage/element';
import { TRACE_FRAME_MS, TRACE_VERSION, type VoiceTrace } from '../../../src/domain/prosody/voice-trace';
import type { TakeEvent } from '../../../src/domain/rehearsal/take-log';
import { type DeliveryReview, judgeDelivery } from '../../../src/domain/review/judge-delivery';
import { planSentences } from '../../../src/domain/review/plan-sentences';
import { reviewTake } from '../../../src/domain/review/review-take';
import { type TakeTiming, TIMING_VERSION } from '../../../src/domain/sound-alignment/time-take';
import { DEFAULT_SPEAKING_RATE, estimateDuration } from '../../../src/domain/timing/estimate-duration';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { analyzeText } from '../alignment/fixtures';
import { takeLog } from './take-logs';

const SCRIPT =
  '皆さま、こんにちは。腰の重い朝が続いていませんか。強く押さず、呼吸に合わせて股関節をゆるめます。朝いちばんの一歩が軽くなります。どうぞよろしくお願いいたします。';

let sentences: SentenceAnalysis[];
beforeAll(async () => {
  sentences = analyzeText(SCRIPT, await createStockTokenize());
});

interface Said {
  sentence: number;
  startMs: number;
  endMs: number;
  whole?: boolean;
  confidence?: number;
}

/** Five sentences, each said in its turn, with 600 ms between them. */
const WHOLE: Said[] = [
  { sentence: 0, startMs: 1000, endMs: 3000 },
  { sentence: 1, startMs: 3600, endMs: 6000 },
  { sentence: 2, startMs: 6600, endMs: 10_600 },
  { sentence: 3, startMs: 11_200, endMs: 13_700 },
  { sentence: 4, startMs: 14_300, endMs: 16_800 },
];

function timingOf(said: readonly Said[], fields: Partial<TakeTiming> = {}): TakeTiming {
  const speech = said.map(({ startMs, endMs }) => ({ startMs, endMs }));
  const pauses = speech.slice(1).map(({ startMs }, index) => ({
    startMs: speech[index]!.endMs,
    endMs: startMs,
  }));
  return {
    version: TIMING_VERSION,
    method: 'sound',
    confidence: 0.95,
    snrDb: 25,
    durationMs: 18_000,
    passages: said.map((passage) => ({ whole: true, confidence: 0.95, spans: [], ...passage })),
    omitted: sentences.flatMap((_, index) =>
      said.some(({ sentence }) => sentence === index) ? [] : [index],
    ),
    speech,
    pauses,
    otherSpeech: [],
    ...fields,
  };
}

/** A voice as loud and as high from beginning to end. */
const evenTrace = (): VoiceTrace => ({
  version: TRACE_VERSION,
  levelDb: new Float32Array(18_000 / TRACE_FRAME_MS).fill(-25),
  fundamentalHz: new Float32Array(18_000 / TRACE_FRAME_MS).fill(120),
});

function judge(
  timing: TakeTiming,
  carriers: Partial<Record<Element, number[]>> = {},
  events: TakeEvent[] = [],
  trace = evenTrace(),
): DeliveryReview {
  const labels = sentences.map((_, index) =>
    (['target', 'feature', 'benefit'] as const)
      .filter((element) => carriers[element]?.includes(index))
      .map((element) => ({ element, evidence: [] })),
  );
  const log = takeLog(18_000, { hearing: 'audio-only', timeBudget: 20, events });
  const review = reviewTake({ log, sentences, labels, heard: null });
  return judgeDelivery({ timing, trace }, sentences, review, DEFAULT_SPEAKING_RATE);
}

const withoutThird = () => WHOLE.filter(({ sentence }) => sentence !== 2);

describe('the time of a sentence', () => {
  test('runs from its start to the next word, and its pace leaves pauses out', () => {
    const timing = timingOf(WHOLE, {
      // A breath in the middle of the third sentence.
      pauses: [
        { startMs: 8000, endMs: 8500 },
        { startMs: 10_600, endMs: 11_200 },
      ],
    });
    const third = judge(timing).sentences[2];
    expect(third).toMatchObject({ status: 'said', tookMs: 4600, pauseAfterMs: 600, sureness: 'sure' });
    expect(third?.articulationRate).toBeCloseTo(sentences[2]!.length.morae / 3.5);
  });

  test('ends with the voice where nothing follows', () => {
    expect(judge(timingOf(WHOLE)).sentences[4]).toMatchObject({ tookMs: 2500, pauseAfterMs: null });
  });

  test('is that of all its sayings where it was said twice', () => {
    const timing = timingOf([
      ...WHOLE.slice(0, 2),
      { sentence: 1, startMs: 6500, endMs: 9000 },
      { sentence: 2, startMs: 9600, endMs: 13_600 },
      { sentence: 3, startMs: 14_200, endMs: 16_700 },
      { sentence: 4, startMs: 17_300, endMs: 19_800 },
    ]);
    const second = judge(timing).sentences[1];
    expect(second).toMatchObject({ status: 'repeated', tookMs: 2400 + 500 + 2500 + 600, pauseAfterMs: 600 });
    expect(judge(timing).gains).toContainEqual({ by: 'once', sentence: 1, savesMs: 3000, onlyFor: [] });
    expect(second?.articulationRate).toBeCloseTo((2 * sentences[1]!.length.morae) / 4.9);
  });
});

test('a sentence that the end of the take cut off has a time, but no pace', () => {
  const cut = WHOLE.map((said) => (said.sentence === 4 ? { ...said, whole: false } : said));
  const judged = judge(timingOf(cut));
  expect(judged.sentences[4]).toMatchObject({ status: 'cut-off', tookMs: 2500, articulationRate: null });
  const morae = sentences.slice(0, 4).reduce((sum, { length }) => sum + length.morae, 0);
  expect(judged.rates?.articulation).toBeCloseTo(morae / 10.9);
});

describe('a sentence that the sound does not have', () => {
  test('was left out where the sound is sure', () => {
    expect(judge(timingOf(withoutThird())).sentences[2]).toMatchObject({ status: 'not-heard', sayings: [] });
  });

  test.each([
    ['the sound is poor', { confidence: 0.5 }],
    ['only lengths were compared', { method: 'duration', confidence: 0.7 }],
  ] as [string, Partial<TakeTiming>][])('may have been said where %s', (_name, fields) => {
    expect(judge(timingOf(withoutThird(), fields)).sentences[2]?.status).toBe('not-found');
  });
});

describe('how sure it is', () => {
  test.each([
    ['sound', 0.9, 'sure'],
    ['sound', 0.89, 'fair'],
    ['sound', 0.59, 'poor'],
    ['duration', 0.95, 'fair'],
    ['duration', 0.6, 'fair'],
    ['duration', 0.59, 'poor'],
  ] as const)('by %s at a confidence of %d: %s', (method, confidence, sureness) => {
    expect(judge(timingOf(WHOLE, { method, confidence })).sureness).toBe(sureness);
  });

  test('lengths in which a sentence has no place say nothing', () => {
    expect(judge(timingOf(withoutThird(), { method: 'duration', confidence: 0.6 })).sureness).toBe('poor');
  });

  test('lengths measure no pace: it was put into them', () => {
    const judged = judge(timingOf(WHOLE, { method: 'duration', confidence: 0.6 }));
    expect(judged.rates).toBeNull();
    expect(judged.sentences.map(({ articulationRate }) => articulationRate)).toEqual(Array(5).fill(null));
  });
});

describe('the plan', () => {
  test('fills the budget where the script is about as long', () => {
    const estimate = sentences.reduce((sum, { length }) => sum + estimateDuration(length), 0);
    const plan = planSentences(sentences, estimate * 0.9, DEFAULT_SPEAKING_RATE);
    expect(plan.reduce((sum, ms) => sum + ms, 0)).toBeCloseTo(estimate * 0.9);
  });

  test('does not draw a short script out to fill a long budget', () => {
    const estimate = sentences.reduce((sum, { length }) => sum + estimateDuration(length), 0);
    const total = planSentences(sentences, 180_000, DEFAULT_SPEAKING_RATE).reduce((sum, ms) => sum + ms, 0);
    expect(total).toBeGreaterThan(estimate);
    expect(total).toBeLessThan(estimate * 1.2);
  });
});

describe('what could be left out', () => {
  test('the longest first, with what only they tell; never the greeting, the close or what was not said', () => {
    const { gains } = judge(timingOf(WHOLE), { feature: [2], benefit: [1, 3] });
    expect(gains).toEqual([
      { by: 'cut', sentence: 2, savesMs: 4600, onlyFor: ['feature'] },
      { by: 'cut', sentence: 3, savesMs: 3100, onlyFor: [] },
      { by: 'cut', sentence: 1, savesMs: 3000, onlyFor: [] },
    ]);
    expect(
      judge(timingOf(withoutThird()))
        .gains.map(({ sentence }) => sentence)
        .sort(),
    ).toEqual([1, 3]);
  });
});

test('the time of each element is that of the sentences that carry it', () => {
  const { elementMs } = judge(timingOf(WHOLE), { target: [1], benefit: [1, 3] });
  expect(elementMs).toEqual({ target: 3000, feature: 0, benefit: 6100 });
});

test('rates over the take: articulation without pauses, speech with them', () => {
  const { rates } = judge(timingOf(WHOLE));
  const morae = sentences.reduce((sum, { length }) => sum + length.morae, 0);
  expect(rates?.articulation).toBeCloseTo(morae / 13.4);
  expect(rates?.speech).toBeCloseTo(morae / 15.8);
});

describe('moments worth hearing', () => {
  const kinds = (timing: TakeTiming) => judge(timing).moments.map(({ kind }) => kind);

  test('a take without any', () => {
    expect(kinds(timingOf(WHOLE))).toEqual([]);
  });

  test('a sentence much faster than the others', () => {
    const fast = WHOLE.map((said) => (said.sentence === 3 ? { ...said, endMs: said.startMs + 1500 } : said));
    expect(judge(timingOf(fast)).moments).toContainEqual(
      expect.objectContaining({ kind: 'rushed', sentence: 3, startMs: 11_200, endMs: 12_700 }),
    );
  });

  test('a long silence in a sentence, and after one', () => {
    const timing = timingOf(
      WHOLE.map((said) => (said.sentence === 4 ? { ...said, startMs: 17_000, endMs: 19_500 } : said)),
    );
    timing.pauses = [{ startMs: 8000, endMs: 9300 }, ...timing.pauses];
    const slow = judge(timing).moments.filter(({ kind }) => kind !== 'rushed');
    expect(slow).toMatchObject([
      { kind: 'stuck', sentence: 2, pauseMs: 1300, startMs: 8000 },
      { kind: 'long-pause', sentence: 3, pauseMs: 3300, startMs: 13_700 },
    ]);
  });

  test('time to think after a question, not after a statement', () => {
    const later = WHOLE.map((said) =>
      said.sentence >= 2 ? { ...said, startMs: said.startMs + 400, endMs: said.endMs + 400 } : said,
    );
    expect(judge(timingOf(later)).moments).toMatchObject([
      { kind: 'pause-after-question', sentence: 1, pauseMs: 1000 },
    ]);
  });

  test('words beyond the script', () => {
    const otherSpeech = [
      { startMs: 100, endMs: 400 },
      { startMs: 17_000, endMs: 18_000 },
    ];
    expect(kinds(timingOf(WHOLE, { otherSpeech }))).toEqual(['other-speech']);
  });
});

describe('a weakness of the device is not held against the speaker', () => {
  const mutedOver: TakeEvent[] = [
    { kind: 'microphone-muted', atMs: 6100, by: 'device' },
    { kind: 'microphone-unmuted', atMs: 10_900, by: 'device' },
  ];

  test('a sentence that belongs where no sound came in is not called left out, nor the silence a pause', () => {
    const judged = judge(timingOf(withoutThird()), {}, mutedOver);
    expect(judged.sentences.map(({ status }) => status)).toEqual([
      'said',
      'said',
      'lost-to-device',
      'said',
      'said',
    ]);
    expect(judged.sentences[1]?.pauseAfterMs).toBeNull();
    expect(judged.pauses).not.toContainEqual({ startMs: 6000, endMs: 11_200 });
    expect(judged.moments.filter(({ kind }) => kind === 'long-pause')).toEqual([]);
    expect(judged.rates).toBeNull();
    // Where nothing was wrong, the same silence is a pause and the sentence was left out.
    expect(judge(timingOf(withoutThird())).moments.map(({ kind }) => kind)).toContain('long-pause');
  });

  test('what it leaves of a sentence is no remark, elsewhere words beside the script are', () => {
    const otherSpeech = [
      { startMs: 6050, endMs: 7000 },
      { startMs: 10_850, endMs: 11_700 },
      { startMs: 14_300, endMs: 15_300 },
    ];
    const { moments } = judge(timingOf(withoutThird(), { otherSpeech }), {}, mutedOver);
    expect(moments.filter(({ kind }) => kind === 'other-speech')).toEqual([
      { kind: 'other-speech', startMs: 14_300, endMs: 15_300 },
    ]);
  });

  test('elsewhere in the take it excuses nothing', () => {
    const judged = judge(timingOf(withoutThird()), {}, [
      { kind: 'sound-dropped', atMs: 2500, by: 'device', lostMs: 400 },
    ]);
    expect(judged.sentences[2]?.status).toBe('not-heard');
    expect(judged.sentences[0]?.articulationRate).toBeNull();
  });

  test('nor a silence that no device told of and only the levels show', () => {
    const trace = evenTrace();
    const level = (fromMs: number, toMs: number, db: number) =>
      trace.levelDb.fill(db, fromMs / TRACE_FRAME_MS, toMs / TRACE_FRAME_MS);
    for (const { startMs, endMs } of timingOf(WHOLE).pauses) level(startMs, endMs, -60);
    level(0, 1000, -60);
    level(16_800, 18_000, -60);
    level(6100, 10_900, -110);
    const judged = judge(timingOf(withoutThird()), {}, [], trace);
    expect(judged.unheard).toEqual([{ startMs: 6100, endMs: 10_900 }]);
    expect(judged.sentences[2]?.status).toBe('lost-to-device');
    expect(judged.sentences[1]?.pauseAfterMs).toBeNull();
    expect(judged.moments.filter(({ kind }) => kind === 'long-pause')).toEqual([]);
    // What the log tells of is not told twice.
    expect(judge(timingOf(withoutThird()), {}, mutedOver, trace).unheard).toEqual([]);
  });

  test('nor what comes after the end of the recording', () => {
    const judged = judge(timingOf(WHOLE.slice(0, 3)), {}, [
      { kind: 'microphone-lost', atMs: 10_800, by: 'device' },
    ]);
    expect(judged.sentences.slice(3).map(({ status }) => status)).toEqual([
      'lost-to-device',
      'lost-to-device',
    ]);
  });
});

describe('the voice', () => {
  /** Fades by `db` over the last `ms` of the third sentence. */
  const fading = (db: number, ms: number): VoiceTrace => {
    const trace = evenTrace();
    const end = 10_600 / TRACE_FRAME_MS;
    const frames = ms / TRACE_FRAME_MS;
    for (let i = 0; i < frames; i++) trace.levelDb[end - frames + i]! -= (db * i) / frames;
    return trace;
  };

  test('that dies away before its sentence is a moment to hear again', () => {
    const judged = judge(timingOf(WHOLE), {}, [], fading(24, 800));
    expect(judged.sentences.map(({ endingDropDb }) => Math.round(endingDropDb ?? -1))).toEqual([
      0, 0, 13, 0, 0,
    ]);
    expect(judged.moments.filter(({ kind }) => kind === 'swallowed')).toEqual([
      { kind: 'swallowed', sentence: 2, startMs: 8600, endMs: 10_600 },
    ]);
  });

  test.each([
    ['falls as voices do at the end of a statement', fading(8, 800)],
    ['ends in a devoiced す, as です and ます do', fading(30, 160)],
  ])('that %s is none', (_, trace) => {
    expect(judge(timingOf(WHOLE), {}, [], trace).moments.map(({ kind }) => kind)).not.toContain('swallowed');
  });

  test('in a noisy room has no endings that could be told', () => {
    const judged = judge(timingOf(WHOLE, { snrDb: 14 }), {}, [], fading(24, 800));
    expect(judged.sentences.every(({ endingDropDb }) => endingDropDb === null)).toBe(true);
  });

  test('has a range of heights, odd ones left out', () => {
    const trace = evenTrace();
    for (let t = 0; t < trace.fundamentalHz.length; t++) {
      // Half at 120 Hz, half an octave above, some an octave wrong, and half of all without any height.
      const hz = t % 4 < 2 ? 120 : 120 * Math.SQRT2;
      trace.fundamentalHz[t] = t % 2 === 0 ? 0 : t % 25 === 0 ? 480 : hz;
    }
    const judged = judge(timingOf(WHOLE), {}, [], trace);
    expect(judged.melody?.rangeSemitones).toBeCloseTo(6, 1);
    expect(judge(timingOf(WHOLE, { snrDb: 9 }), {}, [], trace).melody).toBeNull();
  });

  test('too short has none', () => {
    const trace = evenTrace();
    trace.fundamentalHz.fill(0, 140);
    expect(judge(timingOf(WHOLE), {}, [], trace).melody).toBeNull();
  });
});

describe('pace over time', () => {
  test('goes phrase by phrase, from pause to pause', () => {
    const third = sentences[2]!;
    const spans = third.spans.map((_, span) => ({
      span,
      startMs: 6600 + span * 200 + (span >= 6 ? 500 : 0),
      endMs: 6800 + span * 200 + (span >= 6 ? 500 : 0),
    }));
    const said = WHOLE.map((passage) => (passage.sentence === 2 ? { ...passage, spans } : passage));
    const pauses = [{ startMs: 7820, endMs: 8280 }];
    const { paces } = judge(timingOf(said, { pauses }));
    const morae = (from: number, to: number) =>
      third.spans.slice(from, to).reduce((sum, span) => sum + span.morae, 0);
    expect(paces).toHaveLength(2);
    expect(paces[0]).toMatchObject({ sentence: 2, startMs: 6600, endMs: 7800 });
    expect(paces[0]?.moraePerSecond).toBeCloseTo(morae(0, 6) / 1.2);
    expect(paces[1]?.moraePerSecond).toBeCloseTo(
      morae(6, third.spans.length) / ((third.spans.length - 6) * 0.2),
    );
  });

  test('is unknown where only lengths are', () => {
    expect(judge(timingOf(WHOLE, { method: 'duration' })).paces).toEqual([]);
  });
});
