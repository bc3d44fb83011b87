import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBrowserRecognition } from '../../../src/adapters/recognition/create-browser-recognition';
import type { RecognitionEvent } from '../../../src/adapters/recognition/recognition';
import { EMPTY_SESSIONS_LIMIT } from '../../../src/domain/rehearsal/recognition-restart';
import {
  type FakeSpeechRecognitionRecord,
  installFakeSpeechRecognition,
  type SpeechRecognitionFixture,
} from '../../fakes/fake-speech-recognition';
import { readRecognitionFixture } from './recognition-fixtures';

const A = 'はじめまして花屋の小川です';
const B = '忙しい家庭に向けて週に一度小さな花束を届けています';
const C = '水を替えるだけで食卓が明るくなります';

/** The tests pass it on and never look inside. */
const TRACK = { kind: 'audio' } as MediaStreamTrack;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  for (const name of [
    'SpeechRecognition',
    'webkitSpeechRecognition',
    'SpeechRecognitionPhrase',
    'fakeSpeechRecognition',
  ])
    Reflect.deleteProperty(globalThis, name);
});

interface Listening {
  events: RecognitionEvent[];
  record: FakeSpeechRecognitionRecord;
  stop(): Promise<void>;
  /** The last words of each session, its parts joined by a stroke; interim ones in brackets. */
  texts(): string[];
  kinds(): string[];
}

function listen(
  fixture: string | SpeechRecognitionFixture,
  options: { track?: MediaStreamTrack; phrases?: string[] } = {},
): Listening {
  const record = installFakeSpeechRecognition(
    typeof fixture === 'string' ? readRecognitionFixture(fixture) : fixture,
  );
  const events: RecognitionEvent[] = [];
  const run = createBrowserRecognition().start(options, (event) => events.push(event));
  expect(events).toEqual([]);
  return {
    events,
    record,
    stop: () => run.stop(),
    texts() {
      const sessions: string[] = [];
      for (const event of events) {
        if (event.kind === 'results')
          sessions[event.session - 1] = event.parts
            .map(({ final, transcript }) => (final ? transcript : `（${transcript}）`))
            .join('|');
      }
      return sessions.filter((text) => text !== undefined);
    },
    kinds: () =>
      events.map((event) => ('error' in event && event.error ? `${event.kind}: ${event.error}` : event.kind)),
  };
}

async function stopped(run: Listening): Promise<void> {
  let done = false;
  void run.stop().then(() => {
    done = true;
  });
  await vi.advanceTimersByTimeAsync(2_500);
  expect(done).toBe(true);
  expect(run.record.running).toBe(0);
}

describe('sessions that work', () => {
  test('asks for continuous Japanese with interim results', async () => {
    const run = listen('chrome-desktop');
    expect(run.record.starts).toEqual([
      { lang: 'ja-JP', continuous: true, interimResults: true, track: false, phrases: [] },
    ]);
    await stopped(run);
  });

  test('Chrome on the desktop: interim pieces become finals, stop() brings the last words', async () => {
    const run = listen('chrome-desktop');
    await vi.advanceTimersByTimeAsync(950);
    expect(run.kinds()).toEqual(['listening', 'results', 'results']);
    expect(run.texts()).toEqual(['（はじめまして）|（花屋）']);
    await vi.advanceTimersByTimeAsync(9_050);
    expect(run.texts()).toEqual([`${A}|${B}|（水を替えるだけで食卓が明るく）`]);
    await stopped(run);
    expect(run.texts()).toEqual([`${A}|${B}|${C}`]);
    expect(run.events.at(-1)).toEqual({ kind: 'session-ended', session: 1, error: null });
  });

  test('Android: what has confidence 0 is interim, growing and doubled results count once, sessions go on', async () => {
    const run = listen('android-duplicates');
    await vi.advanceTimersByTimeAsync(1_950);
    expect(run.texts()).toEqual([`（${A}）`]);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(run.texts()).toEqual([A, B]);
    expect(run.record.starts).toHaveLength(3);
    await stopped(run);
    expect(run.texts()).toEqual([A, B]);
  });

  test('cumulative finals keep the last', async () => {
    const run = listen('cumulative-finals');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(run.texts()).toEqual(['はじめまして 花屋の 小川です']);
    await stopped(run);
  });

  test('a final given back after a restart is not said again', async () => {
    const run = listen('replayed-final');
    await vi.advanceTimersByTimeAsync(2_310 + 20 + 200);
    expect(run.texts()).toEqual([A, '']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(run.texts()).toEqual([A, C]);
    await stopped(run);
  });

  test('a sentence really said twice is there twice, at every later event', async () => {
    const run = listen('said-twice');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(run.texts()).toEqual([`${A}|${A}|（忙しい）`]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(run.texts()).toEqual([`${A}|${A}|${B}`]);
    await stopped(run);
    expect(run.texts()).toEqual([`${A}|${A}|${B}`]);
  });

  test.each(['chrome-desktop', 'android-duplicates', 'said-twice'])(
    '%s: the same words are not told again',
    async (fixture) => {
      const run = listen(fixture);
      await vi.advanceTimersByTimeAsync(12_000);
      await stopped(run);
      const told = run.events.flatMap((event) =>
        event.kind === 'results' ? [JSON.stringify([event.session, event.parts])] : [],
      );
      expect(told).toEqual([...new Set(told)]);
    },
  );

  test('a noise before the first words accuses nobody', async () => {
    const run = listen('noise-before-words');
    await vi.advanceTimersByTimeAsync(13_000);
    expect(run.texts()).toEqual([A]);
    await stopped(run);
  });

  test('nor does a noise after them', async () => {
    const fixture = readRecognitionFixture('noise-before-words');
    fixture.sessions[0]?.events.push(
      { atMs: 13_000, type: 'speechend' },
      { atMs: 15_000, type: 'speechstart' },
      { atMs: 15_500, type: 'speechend' },
    );
    const run = listen(fixture);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(run.kinds()).toEqual(['listening', 'results']);
    await stopped(run);
  });

  test('once words have come, silence is the speaker’s', async () => {
    const run = listen('safari-long-silence');
    await vi.advanceTimersByTimeAsync(35_000);
    expect(run.texts()).toEqual([A, `（${B}）`]);
    expect(run.record.starts).toHaveLength(2);
    await stopped(run);
  });

  test('a session that ends after a minute keeps its pending words and is followed by another', async () => {
    const run = listen('session-end-at-60-s');
    await vi.advanceTimersByTimeAsync(59_900);
    expect(run.texts()).toEqual([`${A}|（忙しい家庭に向けて）`]);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(run.texts()).toEqual([`${A}|忙しい家庭に向けて`, '週に一度小さな花束を届けています']);
    expect(run.kinds()).toEqual([
      'listening',
      'results',
      'results',
      'results',
      'results',
      'session-ended',
      'listening',
      'results',
    ]);
    await stopped(run);
  });

  test('silence restarts, and a start that throws is tried once more', async () => {
    const run = listen('no-speech-then-words');
    await vi.advanceTimersByTimeAsync(12_000);
    expect(run.kinds()).toEqual([
      'listening',
      'session-ended: no-speech',
      'session-ended: aborted',
      'listening',
      'results',
      'results',
    ]);
    expect(run.events.at(-1)).toMatchObject({ session: 3, parts: [{ transcript: A, final: true }] });
    await stopped(run);
  });

  test('a connection that comes back is picked up', async () => {
    const run = listen('network-lost-midway');
    await vi.advanceTimersByTimeAsync(8_000);
    expect(run.kinds().filter((kind) => kind !== 'results')).toEqual([
      'listening',
      'session-ended: network',
      'listening',
      'session-ended: network',
      'listening',
    ]);
    expect(run.texts()).toEqual([`${A}|忙しい`, B]);
    await stopped(run);
  });
});

describe('recognisers of no use', () => {
  test.each([
    ['network-error', 'network', 20],
    ['service-not-allowed', 'service-not-allowed', 50],
    ['not-allowed', 'not-allowed', 100],
    ['error-without-end', 'language-not-supported', 1_100],
    ['silent-backend', 'no-backend', 8_100],
    ['silent-after-speech', 'no-backend', 8_600],
  ])('%s: gives up with %s', async (fixture, error, withinMs) => {
    const run = listen(fixture);
    await vi.advanceTimersByTimeAsync(withinMs);
    expect(run.events.slice(-2)).toEqual([
      { kind: 'session-ended', session: 1, error },
      { kind: 'gave-up', error },
    ]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run.record).toMatchObject({ running: 0 });
    expect(run.record.starts).toHaveLength(1);
    await run.stop();
    expect(run.kinds().at(-1)).toBe(`gave-up: ${error}`);
  });

  test('sessions that end at once are tried at growing distances, then no more', async () => {
    const run = listen('quick-ends');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run.record.starts).toHaveLength(EMPTY_SESSIONS_LIMIT);
    expect(run.events.at(-1)).toEqual({ kind: 'gave-up', error: 'no-backend' });
  });

  test('a browser without the API says so, and says it asynchronously', async () => {
    const recognition = createBrowserRecognition();
    expect(recognition.availability()).toBe('unsupported');
    const events: RecognitionEvent[] = [];
    const run = recognition.start({}, (event) => events.push(event));
    expect(events).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(events).toEqual([{ kind: 'gave-up', error: 'unsupported' }]);
    await run.stop();
  });

  test.each(['silent-backend', 'error-without-end'])('%s: either of the two names will do', (fixture) => {
    installFakeSpeechRecognition(readRecognitionFixture(fixture));
    expect(createBrowserRecognition().availability()).toBe('available');
  });
});

describe('stopping', () => {
  test('waits a limited time for Safari, keeps what came in it, and ignores what comes later', async () => {
    const run = listen('results-after-stop');
    await vi.advanceTimersByTimeAsync(4_000);
    await stopped(run);
    expect(run.texts()).toEqual([`${A}|${B}`]);
    const events = [...run.events];
    await vi.advanceTimersByTimeAsync(10_000);
    expect(run.events).toEqual(events);
  });

  test('words that never became final are final once stopped', async () => {
    const run = listen('safari-late-final');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(run.texts()).toEqual([`（${A}${B}）`]);
    await stopped(run);
    expect(run.texts()).toEqual([`${A}${B}`]);
  });

  test('while a restart is being waited for nothing starts any more', async () => {
    const run = listen('no-speech-then-words');
    await vi.advanceTimersByTimeAsync(8_100);
    await run.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(run.record.starts).toHaveLength(1);
  });

  test('from inside the listener, at any event, comes to an end', async () => {
    for (const kind of ['listening', 'results', 'session-ended'] as const) {
      installFakeSpeechRecognition(readRecognitionFixture('android-duplicates'));
      let ended = false;
      const events: string[] = [];
      const run = createBrowserRecognition().start({}, (event) => {
        events.push(event.kind);
        if (event.kind === kind)
          void run.stop().then(() => {
            ended = true;
          });
      });
      await vi.advanceTimersByTimeAsync(10_000);
      expect(ended).toBe(true);
      expect(events.filter((event) => event === 'session-ended').length).toBe(1);
    }
  });

  test('twice is once', async () => {
    const run = listen('chrome-desktop');
    await vi.advanceTimersByTimeAsync(3_000);
    const both = Promise.all([run.stop(), run.stop()]);
    await vi.advanceTimersByTimeAsync(1_000);
    await both;
    await run.stop();
    expect(run.kinds().filter((kind) => kind === 'session-ended')).toHaveLength(1);
  });
});

describe('the track and the phrases', () => {
  test('a browser that takes a track is given the open microphone', async () => {
    const run = listen('chrome-desktop', { track: TRACK });
    expect(run.record.starts[0]?.track).toBe(true);
    await stopped(run);
  });

  test('another is not', async () => {
    const run = listen('safari-late-final', { track: TRACK });
    expect(run.record.starts[0]?.track).toBe(false);
    await stopped(run);
  });

  test('a refused track is left out and recognition begins without', async () => {
    const run = listen('track-refused', { track: TRACK });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(run.record.starts.map(({ track }) => track)).toEqual([true, false]);
    expect(run.texts()).toEqual([A]);
    await stopped(run);
  });

  test('a session that another tab aborts after words were heard does not cost the track', async () => {
    const fixture = readRecognitionFixture('network-lost-midway');
    fixture.sessions[1] = {
      events: [
        { atMs: 5, type: 'error', error: 'aborted' },
        { atMs: 6, type: 'end' },
      ],
    };
    const run = listen(fixture, { track: TRACK });
    await vi.advanceTimersByTimeAsync(8_000);
    expect(run.record.starts.map(({ track }) => track)).toEqual([true, true, true]);
    await stopped(run);
  });

  test('phrases are offered, and left out where they are refused', async () => {
    const run = listen('phrases-not-supported', { phrases: ['小川', '花束'] });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(run.record.starts.map(({ phrases }) => phrases)).toEqual([['小川', '花束'], []]);
    expect(run.texts()).toEqual([A]);
    await stopped(run);
  });

  test('a browser without phrases is not bothered', async () => {
    const run = listen('android-duplicates', { phrases: ['小川'] });
    expect(run.record.starts[0]?.phrases).toEqual([]);
    await stopped(run);
  });
});
