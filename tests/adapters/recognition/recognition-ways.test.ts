import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBrowserRecognition } from '../../../src/adapters/recognition/create-browser-recognition';
import type { RecognitionEvent } from '../../../src/adapters/recognition/recognition';
import { sharesMicrophone } from '../../../src/adapters/recognition/shares-microphone';
import type { RecognitionPlace } from '../../../src/domain/settings/settings';
import {
  type FixtureSession,
  installFakeSpeechRecognition,
  type SpeechRecognitionFixture,
} from '../../fakes/fake-speech-recognition';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  for (const name of ['SpeechRecognition', 'webkitSpeechRecognition', 'SpeechRecognitionPhrase'])
    Reflect.deleteProperty(globalThis, name);
});

const HEARS: FixtureSession = {
  events: [
    { atMs: 40, type: 'start' },
    { atMs: 900, type: 'result', resultIndex: 0, results: [['はじめまして', 0.9, true]] },
  ],
};
const NO_PACK: FixtureSession = {
  events: [
    { atMs: 5, type: 'error', error: 'language-not-supported' },
    { atMs: 6, type: 'end' },
  ],
};

/** As WebAudio/web-speech-api has on-device recognition, and Chrome since 139: statics beside `processLocally`. */
function onDevice(
  model: NonNullable<SpeechRecognitionFixture['model']> | null,
  ...sessions: FixtureSession[]
): SpeechRecognitionFixture {
  return {
    source: 'WebAudio/web-speech-api, explainers/on-device-speech-recognition.md',
    names: ['SpeechRecognition'],
    onDevice: true,
    ...(model ? { model } : {}),
    sessions,
  };
}

async function listen(fixture: SpeechRecognitionFixture, place: RecognitionPlace, forMs = 2_000) {
  const record = installFakeSpeechRecognition(fixture);
  const events: RecognitionEvent[] = [];
  const run = createBrowserRecognition().start({ place }, (event) => events.push(event));
  expect(events).toEqual([]);
  await vi.advanceTimersByTimeAsync(forMs);
  const stopped = run.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  await stopped;
  return { record, events, ways: events.flatMap((event) => (event.kind === 'listening' ? [event.way] : [])) };
}

describe('on this device first', () => {
  test.each(['anywhere', 'device-only'] as const)('%s: where Japanese is installed', async (place) => {
    const { record, ways } = await listen(onDevice({ status: 'available', installs: true }, HEARS), place);
    expect(record.starts).toMatchObject([{ local: true }]);
    expect(ways).toEqual(['device']);
  });

  test('what says it is installed and fails is left for the service, where that is allowed', async () => {
    const fixture = onDevice({ status: 'available', installs: true }, NO_PACK, HEARS);
    const { record, ways, events } = await listen(fixture, 'anywhere');
    expect(record.starts.map(({ local }) => local === true)).toEqual([true, false]);
    expect(ways).toEqual(['cloud']);
    expect(events.some(({ kind }) => kind === 'gave-up')).toBe(false);
  });

  test('and never where it is not', async () => {
    const fixture = onDevice({ status: 'available', installs: true }, NO_PACK, HEARS);
    const { record, events } = await listen(fixture, 'device-only');
    expect(record.starts.every(({ local }) => local === true)).toBe(true);
    expect(events.at(-1)).toEqual({ kind: 'gave-up', error: 'language-not-supported' });
  });
});

describe.each([
  ['without Japanese', { status: 'unavailable', installs: false }],
  ['not yet installed', { status: 'downloadable', installs: true }],
  ['for ever downloading', { status: 'downloading', installs: 'never' }],
  ['a browser that knows of no such thing', null],
] as const)('%s', (_, model) => {
  test('device-only refuses: the recogniser is never started', async () => {
    const { record, events } = await listen(onDevice(model, HEARS), 'device-only');
    expect(record.starts).toEqual([]);
    expect(events).toEqual([{ kind: 'gave-up', error: 'not-on-device' }]);
  });

  test('anywhere goes by the service', async () => {
    const { record, ways } = await listen(onDevice(model, HEARS), 'anywhere');
    expect(record.starts).toHaveLength(1);
    expect(record.starts[0]?.local).toBeUndefined();
    expect(ways).toEqual(['cloud']);
  });
});

test('stopped before the browser has said what it has: nothing is started', async () => {
  const record = installFakeSpeechRecognition(onDevice({ status: 'available', installs: true }, HEARS));
  const run = createBrowserRecognition().start({ place: 'anywhere' }, () => {});
  await run.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(record.starts).toEqual([]);
});

describe('installing', () => {
  test('makes the device ready', async () => {
    installFakeSpeechRecognition(onDevice({ status: 'downloadable', installs: true }, HEARS));
    const recognition = createBrowserRecognition();
    expect(await recognition.deviceModel()).toBe('downloadable');
    expect(await recognition.installDeviceModel()).toBe('installed');
    expect(await recognition.deviceModel()).toBe('ready');
  });

  test('has a time limit, and a refusal is told', async () => {
    installFakeSpeechRecognition(onDevice({ status: 'downloadable', installs: 'never' }, HEARS));
    const install = createBrowserRecognition().installDeviceModel();
    await vi.advanceTimersByTimeAsync(180_000);
    expect(await install).toBe('timed-out');
    installFakeSpeechRecognition(onDevice({ status: 'downloadable', installs: false }, HEARS));
    expect(await createBrowserRecognition().installDeviceModel()).toBe('failed');
  });

  test('a browser that rejects, never answers, or answers something unheard of has nothing', async () => {
    const answers = [
      () => Promise.reject(new Error('no')),
      () => Promise.resolve('perhaps'),
      () => new Promise(() => {}),
      () => {
        throw new TypeError('langs');
      },
    ];
    for (const available of answers) {
      Object.assign(globalThis, {
        SpeechRecognition: Object.assign(class extends EventTarget {}, { available }),
      });
      const model = createBrowserRecognition().deviceModel();
      await vi.advanceTimersByTimeAsync(3_000);
      expect(await model).toBe('unsupported');
    }
    Reflect.deleteProperty(globalThis, 'SpeechRecognition');
    expect(await createBrowserRecognition().deviceModel()).toBe('unsupported');
    expect(await createBrowserRecognition().installDeviceModel()).toBe('failed');
  });
});

test('Android alone cannot record and recognise at once', () => {
  const android =
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36';
  const mac =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15';
  expect(sharesMicrophone({ userAgent: android })).toBe(false);
  expect(sharesMicrophone({ userAgent: mac })).toBe(true);
  // A page asked for as on a desktop: the string hides what the hints still tell.
  expect(sharesMicrophone({ userAgent: mac, userAgentData: { platform: 'Android', mobile: false } })).toBe(
    false,
  );
  expect(sharesMicrophone({ userAgent: mac, userAgentData: { platform: 'macOS', mobile: false } })).toBe(
    true,
  );
});
