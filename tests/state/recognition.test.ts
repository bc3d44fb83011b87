import { describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/settings/settings';
import { allowedPlace } from '../../src/state/allowed-place';
import { TRIAL_MS } from '../../src/state/run-trial';
import { createFakeRecognition } from '../fakes/fake-recognition';
import { openApp, type TestApp, VARIANT } from './open-app';

const settings = (change: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...change });

const report = (app: TestApp) => {
  const { trial } = app.now();
  return trial.kind === 'done' ? trial.report : null;
};

test('without a word of agreement, and with 端末内だけ, speech never leaves the device', () => {
  expect(allowedPlace(settings({}))).toBe('device-only');
  expect(allowedPlace(settings({ recognitionConsent: 'declined' }))).toBe('device-only');
  expect(allowedPlace(settings({ recognitionConsent: 'agreed' }))).toBe('anywhere');
  expect(allowedPlace(settings({ recognitionConsent: 'agreed', recognitionPlace: 'device-only' }))).toBe(
    'device-only',
  );
});

describe('a take whose words are recognised', () => {
  const plan = { variantId: VARIANT.id, hearing: 'audio-and-words', prompter: 'script' } as const;

  async function startTake(app: TestApp): Promise<void> {
    await app.now().rehearsalOpened(plan);
    app.now().countdownStarted();
    await app.clock.advance(3000);
  }

  test('goes where it may, and the person is shown where', async () => {
    const app = await openApp();
    app.now().settingsChanged({ recognitionConsent: 'agreed' });
    await startTake(app);
    expect(app.recognition.started).toMatchObject([{ place: 'anywhere' }]);
    expect(app.now().rehearsal?.way).toBeNull();
    await app.recognition.emit({ kind: 'listening', way: 'cloud' });
    expect(app.now().rehearsal?.way).toBe('cloud');
  });

  test('only on the device, where there is nothing for it: said before the clock starts, and not tried', async () => {
    const app = await openApp();
    app.now().settingsChanged({ recognitionConsent: 'agreed', recognitionPlace: 'device-only' });
    await startTake(app);
    expect(app.now().rehearsal?.trouble).toEqual({ kind: 'recognition', error: 'not-on-device' });
    expect(app.now().phase).toEqual({ kind: 'speaking', hearing: 'audio-only' });
    expect(app.recognition.started).toEqual([]);
    expect(app.microphone.recordingCount()).toBe(1);
  });

  test('only on the device, where it is installed', async () => {
    const app = await openApp({ recognition: createFakeRecognition('available', { model: 'ready' }) });
    app.now().settingsChanged({ recognitionPlace: 'device-only' });
    await startTake(app);
    expect(app.recognition.started).toMatchObject([{ place: 'device-only' }]);
  });

  test('on Android gets the microphone for itself: nothing is recorded', async () => {
    const app = await openApp({
      recognition: createFakeRecognition('available', { sharesMicrophone: false }),
    });
    expect(app.now().microphoneShared).toBe(false);
    await app.now().rehearsalOpened(plan);
    expect(app.microphone.openCount()).toBe(1);
    app.now().countdownStarted();
    await app.clock.advance(3000);
    expect(app.now().phase).toEqual({ kind: 'speaking', hearing: 'audio-and-words' });
    expect(app.microphone.openCount()).toBe(0);
    expect(app.recognition.started[0]?.track).toBeUndefined();
    await app.recognition.hear(1, '夕方になると');
    await app.now().takeStopped();
    const take = app.now().takes[VARIANT.id]?.[0];
    expect(take?.recordingType).toBeNull();
    expect(take?.log.events.map(({ kind }) => kind)).toEqual(['recognised', 'recognition-ended', 'stopped']);
  });

  test('on Android goes on by the clock alone when the recogniser gives up', async () => {
    const app = await openApp({
      recognition: createFakeRecognition('available', { sharesMicrophone: false }),
    });
    await startTake(app);
    await app.recognition.emit({ kind: 'gave-up', error: 'network' });
    expect(app.now().phase).toEqual({ kind: 'speaking', hearing: 'clock-only' });
    expect(app.now().rehearsal?.trouble).toEqual({ kind: 'recognition', error: 'network' });
  });
});

describe('ten seconds of trial', () => {
  /** The trial listens; its end is the promise in what is returned. */
  async function startTrial(app: TestApp): Promise<{ end: Promise<void> }> {
    const end = app.now().trialStarted();
    await vi.waitFor(() => expect(app.now().trial.kind).toBe('listening'));
    return { end };
  }

  test('voice and words: told what was heard, and everything is given back', async () => {
    const app = await openApp();
    app.now().settingsChanged({ recognitionConsent: 'agreed' });
    const trial = await startTrial(app);
    expect(app.now().trial).toEqual({ kind: 'listening', to: 'both' });
    expect(app.recognition.started[0]?.track).toBeDefined();
    await app.recognition.emit({ kind: 'listening', way: 'cloud' });
    app.microphone.hear();
    app.microphone.hear({ voiced: false, check: 'nothing-heard' });
    await app.recognition.hear(1, 'はじめまして');
    await app.clock.advance(TRIAL_MS);
    await trial.end;
    expect(report(app)).toEqual({
      microphone: { ok: true, check: 'good', voiceHeard: true },
      recognition: { kind: 'heard', way: 'cloud', words: 'はじめまして' },
    });
    await app.clock.advance(0);
    expect(app.openCount()).toBe(0);
  });

  test('no answer, a refusal, no microphone', async () => {
    const app = await openApp();
    let trial = await startTrial(app);
    await app.clock.advance(TRIAL_MS);
    await trial.end;
    expect(report(app)?.recognition).toEqual({ kind: 'silent', way: null });
    expect(app.recognition.started[0]?.place).toBe('device-only');

    trial = await startTrial(app);
    await app.recognition.emit({ kind: 'gave-up', error: 'not-on-device' });
    await app.clock.advance(TRIAL_MS);
    await trial.end;
    expect(report(app)?.recognition).toEqual({ kind: 'failed', error: 'not-on-device' });

    app.microphone.failNext('permission-denied');
    trial = await startTrial(app);
    await app.clock.advance(TRIAL_MS);
    await trial.end;
    expect(report(app)?.microphone).toEqual({ ok: false, error: 'permission-denied' });
  });

  test('on Android one after the other', async () => {
    const app = await openApp({
      recognition: createFakeRecognition('available', { sharesMicrophone: false }),
    });
    const trial = await startTrial(app);
    expect(app.now().trial).toEqual({ kind: 'listening', to: 'voice' });
    expect(app.recognition.started).toHaveLength(0);
    app.microphone.hear();
    await app.clock.advance(4_000);
    expect(app.now().trial).toEqual({ kind: 'listening', to: 'words' });
    expect(app.microphone.openCount()).toBe(0);
    await app.recognition.hear(1, 'はじめまして');
    await app.clock.advance(6_000);
    await trial.end;
    expect(report(app)).toMatchObject({
      microphone: { ok: true, check: 'good', voiceHeard: true },
      recognition: { kind: 'heard', words: 'はじめまして' },
    });
  });

  test('left in the middle: everything is given back, and nothing is reported', async () => {
    const app = await openApp();
    await startTrial(app);
    await app.clock.advance(3_000);
    app.now().trialLeft();
    await app.clock.advance(TRIAL_MS);
    expect(app.now().trial).toEqual({ kind: 'idle' });
    expect(app.openCount()).toBe(0);
  });

  test('left before the microphone has opened: it is closed when it has', async () => {
    const app = await openApp();
    const { open } = app.microphone;
    const asked = vi.fn();
    let letOpen: () => void = () => {};
    app.ports.microphone.open = async () => {
      await new Promise<void>((resolve) => {
        letOpen = resolve;
        asked();
      });
      return open();
    };
    const ended = app.now().trialStarted();
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    app.now().trialLeft();
    letOpen();
    await ended;
    expect(app.now().trial).toEqual({ kind: 'idle' });
    expect(app.openCount()).toBe(0);
  });

  test('left before anything was opened, and started anew: one trial listens', async () => {
    const app = await openApp();
    const left = app.now().trialStarted();
    app.now().trialLeft();
    const trial = await startTrial(app);
    await left;
    expect(app.microphone.openCount()).toBe(1);
    expect(app.recognition.started).toHaveLength(1);
    await app.clock.advance(TRIAL_MS);
    await trial.end;
    expect(app.openCount()).toBe(0);
  });
});

test('installing what recognition on the device needs', async () => {
  const app = await openApp({ recognition: createFakeRecognition('available', { model: 'downloadable' }) });
  expect(await app.now().deviceModelWanted()).toBe('downloadable');
  const installing = app.now().deviceInstallWanted();
  expect(app.now().deviceInstall).toBe('under-way');
  await installing;
  expect(app.now()).toMatchObject({ deviceModel: 'ready', deviceInstall: 'installed' });
});
