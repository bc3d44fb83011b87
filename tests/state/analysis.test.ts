import { beforeAll, describe, expect, test } from 'vitest';
import { reportScript } from '../../src/domain/analysis/report-script';
import type { Tokenize } from '../../src/domain/reading/token';
import { splitSentences } from '../../src/domain/text/sentences';
import { DEFAULT_SPEAKING_RATE } from '../../src/domain/timing/estimate-duration';
import { reviewTakes } from '../../src/state/review-takes';
import { selectPersonalRate, selectSpeakingRate } from '../../src/state/speaking-rate';
import { startApp } from '../../src/state/start-app';
import { heardText, textsToAnalyse } from '../../src/state/take-texts';
import { examplePitch } from '../../src/text-ja/example-pitch';
import { openApp, SCRIPT, type TestApp, VARIANT } from './open-app';
import { takeOf } from './takes';

/** The real dictionary, which takes its time. */
let tokenize: Tokenize;
const LOADING_MS = 60_000;
beforeAll(async () => {
  const { createStockTokenize } = await import('../tokenizer/stock-kuromoji');
  tokenize = await createStockTokenize();
}, LOADING_MS);

const PITCH = `「うちの子、机に向かわないんです。」そうおっしゃる中学生の親御さんへ。
個別指導「はしご塾」の柊です。
週4日、部活のあとに開いている自習室で、学生の先生が隣に座ります。
定期テストで平均62点上がりました。
何より、親子げんかが減ります。`;
const sentencesOf = (script: string) => splitSentences(script).map((sentence) => sentence.text);

async function openWithDictionary(): Promise<TestApp> {
  const app = await openApp();
  app.analyzer.load(tokenize);
  return app;
}

/** Waits for what has been asked of the analyser. */
const settle = (app: TestApp) => app.clock.advance(0);

describe('analysing', () => {
  test('only sentences not known yet are asked for, and none twice', async () => {
    const app = await openWithDictionary();
    app.now().analysisWanted([PITCH]);
    app.now().analysisWanted([PITCH, SCRIPT]);
    await settle(app);
    app.now().analysisWanted([SCRIPT, PITCH]);
    await settle(app);
    expect(app.analyzer.asked).toEqual([sentencesOf(PITCH), sentencesOf(SCRIPT)]);
    expect([...app.now().analyses.keys()]).toEqual([...sentencesOf(PITCH), ...sentencesOf(SCRIPT)]);
  });

  test('what was asked before the dictionary came is answered once it is there', async () => {
    const app = await openApp();
    app.now().analysisWanted([SCRIPT]);
    await settle(app);
    expect(app.now().dictionary.kind).toBe('failed');
    expect(app.now().analyses.size).toBe(0);
    const counted = reportScript(SCRIPT, app.now().analyses, [], DEFAULT_SPEAKING_RATE);
    expect(counted.characters.all).toBeGreaterThan(0);
    expect(counted).toMatchObject({ complete: false, durationMs: null, covered: null });

    app.analyzer.load(tokenize);
    await settle(app);
    expect(app.now().dictionary.kind).toBe('ready');
    const report = reportScript(SCRIPT, app.now().analyses, [], DEFAULT_SPEAKING_RATE);
    expect(report.complete).toBe(true);
    expect(report.characters).toEqual(counted.characters);
    expect(report.durationMs).toBe(report.sentences.reduce((sum, { durationMs }) => sum + durationMs!, 0));
  });

  test('a corrected reading is heard everywhere, also in what was still being asked for', async () => {
    const app = await openWithDictionary();
    const kana = (text: string) =>
      app
        .now()
        .analyses.get(text)
        ?.spans.map((span) => span.kana)
        .join('');
    app.now().analysisWanted(['緑町の柊です。']);
    await settle(app);
    const before = kana('緑町の柊です。');
    app.now().analysisWanted(['緑町で会いましょう。']);
    app.now().readingCorrected({ surface: '緑町', kana: 'みどりまち' });
    await settle(app);
    expect(kana('緑町の柊です。')).not.toBe(before);
    expect(kana('緑町の柊です。')).toMatch(/^ミドリマチ/);
    expect(kana('緑町で会いましょう。')).toMatch(/^ミドリマチ/);
    app.now().readingForgotten('緑町');
    await settle(app);
    expect(kana('緑町の柊です。')).toBe(before);
    expect(app.storage.rows.settings.readingCorrections).toEqual([]);
  });

  test('a reading corrected in another tab is heard here', async () => {
    const app = await openWithDictionary();
    const close = await startApp(app.store, app.ports, examplePitch);
    app.now().analysisWanted(['緑町の柊です。']);
    await settle(app);
    const readingCorrections = [{ surface: '緑町', kana: 'みどりまち' }];
    app.storage.rows.settings = { ...app.storage.rows.settings, readingCorrections };
    app.storage.tell({ kind: 'settings' });
    await settle(app);
    expect(app.now().analyses.get('緑町の柊です。')?.spans[0]?.kana).toBe('ミドリマチ');
    close();
  });
});

describe('the report on a script', () => {
  test('elements, the person’s word against a label, and time per element', async () => {
    const app = await openWithDictionary();
    app.now().analysisWanted([PITCH]);
    await settle(app);
    const { analyses } = app.now();
    const report = reportScript(PITCH, analyses, [], DEFAULT_SPEAKING_RATE);
    expect(report.sentences.map((sentence) => PITCH.slice(sentence.start, sentence.end))).toEqual(
      sentencesOf(PITCH),
    );
    expect(report.covered?.benefit).toBe(true);
    expect(report.elementMs.benefit).toBeGreaterThan(0);
    expect(report.elementMs.benefit).toBeLessThanOrEqual(report.durationMs!);
    const denied = report.sentences
      .filter(({ covered }) => covered.labels.some((label) => label.element === 'benefit'))
      .map(({ text }) => ({ sentenceText: text, element: 'benefit' as const, carries: false }));
    const overruled = reportScript(PITCH, analyses, denied, DEFAULT_SPEAKING_RATE);
    expect(overruled.covered?.benefit).toBe(false);
    expect(overruled.elementMs.benefit).toBe(0);
  });

  test('an empty script is complete, takes no time and covers nothing', () => {
    expect(reportScript('', new Map(), [], DEFAULT_SPEAKING_RATE)).toMatchObject({
      sentences: [],
      complete: true,
      durationMs: 0,
      covered: { target: false, feature: false, benefit: false },
    });
  });
});

describe('reviewing takes', () => {
  const revisions = { r: { id: 'r', variantId: VARIANT.id, script: PITCH, keptAt: 0 } };
  const whole = takeOf({ id: 'whole', durationMs: 31_000 });
  const typed = takeOf({
    id: 'typed',
    durationMs: 50_000,
    hearing: 'typed',
    events: [
      { kind: 'typed', atMs: 1000, by: 'speaker', text: '個別指導' },
      { kind: 'typed', atMs: 49_000, by: 'speaker', text: PITCH.split('\n').slice(0, 4).join('\n') },
    ],
  });
  const heard = takeOf({
    id: 'heard',
    durationMs: 30_000,
    hearing: 'audio-and-words',
    events: [
      {
        kind: 'recognised',
        atMs: 29_000,
        by: 'speaker',
        session: 1,
        parts: [{ transcript: PITCH.split('\n').slice(1).join(''), confidence: 0.9, final: true }],
      },
    ],
  });
  const takes = [whole, typed, heard];

  test('each take is reviewed against the script it was spoken from, once its words are analysed', async () => {
    const app = await openWithDictionary();
    const review = () =>
      reviewTakes({
        takes,
        revisions,
        analyses: app.now().analyses,
        overrules: [],
        rate: DEFAULT_SPEAKING_RATE,
      });
    expect(review()).toEqual([]);
    app.now().analysisWanted([PITCH]);
    await settle(app);
    // Not yet those whose own words are not known.
    expect(review().map(({ takeId }) => takeId)).toEqual(['whole']);
    app.now().analysisWanted(textsToAnalyse({ takes, revisions }));
    await settle(app);
    const reviewed = review();
    expect(reviewed.map(({ takeId }) => takeId)).toEqual(['whole', 'typed', 'heard']);
    expect(reviewed[0]?.sentenceTexts).toEqual(sentencesOf(PITCH));
    expect(reviewed[0]?.review.durationMs).toBe(31_000);
    expect(heardText(whole)).toBeNull();
    expect(heardText(typed)).toBe(PITCH.split('\n').slice(0, 4).join('\n'));
    expect(reviewed[0]?.review.typed).toBeNull();
    expect(reviewed[1]?.review.typed).not.toBeNull();
    expect(reviewed[2]?.review.content).not.toBeNull();
  });

  test('a take whose revision is lost is reviewed for its time', () => {
    const [reviewed] = reviewTakes({
      takes: [whole],
      revisions: {},
      analyses: new Map(),
      overrules: [],
      rate: DEFAULT_SPEAKING_RATE,
    });
    expect(reviewed?.sentenceTexts).toEqual([]);
    expect(reviewed?.review.durationMs).toBe(31_000);
  });

  test('a person’s own rate comes from takes that said about what was written', async () => {
    const app = await openWithDictionary();
    const keep = (...kept: typeof takes) => app.store.setState({ latestTakes: kept, revisions });
    keep(whole);
    expect(selectPersonalRate(app.now())).toBeNull();
    app.now().analysisWanted([PITCH]);
    await settle(app);
    const own = selectPersonalRate(app.now());
    expect(own?.takes).toBe(1);
    expect(selectSpeakingRate(app.now())).toEqual(own?.rate);
    // Typed, cut off by the device, put away, or of which the words are known to be half the script: no rate.
    keep(
      typed,
      { ...whole, log: { ...whole.log, events: [{ kind: 'stopped', atMs: 31_000, by: 'device' }] } },
      { ...whole, deletedAt: 1 },
      takeOf({
        id: 'half',
        durationMs: 31_000,
        hearing: 'audio-and-words',
        events: [
          {
            kind: 'recognised',
            atMs: 29_000,
            by: 'speaker',
            session: 1,
            parts: [{ transcript: '個別指導はしご塾の柊です', confidence: 0.9, final: true }],
          },
        ],
      }),
    );
    expect(selectPersonalRate(app.now())).toBeNull();
    expect(selectSpeakingRate(app.now())).toEqual(DEFAULT_SPEAKING_RATE);
  });

  test('of a take whose sound was looked at, a person’s own rate counts what was said', async () => {
    const app = await openWithDictionary();
    app.now().analysisWanted([PITCH]);
    await settle(app);
    const rateOf = (timesSaid: number[] | null) => {
      const latestTakes = [{ ...whole, sayings: { version: 1, timesSaid, brokenOffMs: 0 } }];
      app.store.setState({ latestTakes, revisions });
      return selectPersonalRate(app.now())?.rate.msPerMora;
    };
    const count = splitSentences(PITCH).length;
    app.store.setState({ latestTakes: [whole], revisions });
    const assumed = selectPersonalRate(app.now())?.rate.msPerMora ?? 0;
    expect(rateOf(new Array(count).fill(1))).toBeCloseTo(assumed);
    expect(rateOf([2, ...new Array(count - 1).fill(1)])).toBeLessThan(assumed);
    expect(rateOf([...new Array(count - 1).fill(1), 0])).toBeGreaterThan(assumed);
    expect(rateOf(null)).toBeUndefined();
  });
});
