import { afterEach, describe, expect, test } from 'vitest';
import { createBrowserRecognition } from '../../../src/adapters/recognition/create-browser-recognition';
import type { RecognitionEvent } from '../../../src/adapters/recognition/recognition';
import {
  fakeSpeechRecognitionScript,
  type SpeechRecognitionFixture,
} from '../../fakes/fake-speech-recognition';
import android from '../../fixtures/recognition/android-duplicates.json';

const real = {
  SpeechRecognition: window.SpeechRecognition,
  webkitSpeechRecognition: window.webkitSpeechRecognition,
};
afterEach(() => {
  Object.assign(window, real);
});

describe('the real API', () => {
  test('of plain Chromium is there, has nothing behind it, and is given up without disturbing the microphone', async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const [track] = stream.getAudioTracks();
    const recognition = createBrowserRecognition();
    expect(recognition.availability()).toBe('available');
    const events: RecognitionEvent[] = [];
    const run = recognition.start(track ? { track } : {}, (event) => events.push(event));
    await expect.poll(() => events.at(-1)?.kind, { timeout: 15_000 }).toBe('gave-up');
    // A Chromium of another maker may give another of the reasons for the same.
    expect(['network', 'service-not-allowed', 'no-backend', 'language-not-supported']).toContain(
      (events.at(-1) as { error: string }).error,
    );
    expect(track?.readyState).toBe('live');
    await run.stop();
    track?.stop();
  });

  test('started twice in a row leaves the first run to its own end', async () => {
    const events: [number, RecognitionEvent][] = [];
    const runs = [1, 2].map((number) =>
      createBrowserRecognition().start({}, (event) => events.push([number, event])),
    );
    await Promise.all(runs.map((run) => run.stop()));
    const { length } = events;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(events).toHaveLength(length);
  });
});

test('the fake, injected as a script, drives the adapter with real events', async () => {
  // biome-ignore lint/security/noGlobalEval: as a page runs the script that a journey injects.
  window.eval(fakeSpeechRecognitionScript(android as SpeechRecognitionFixture, 10));
  const events: RecognitionEvent[] = [];
  const run = createBrowserRecognition().start({}, (event) => events.push(event));
  await expect
    .poll(() => events.filter(({ kind }) => kind === 'session-ended').length, { timeout: 5_000 })
    .toBe(2);
  await run.stop();
  const texts = events.flatMap((event) => (event.kind === 'results' ? [event.parts] : []));
  expect(texts.at(-1)).toEqual([
    { transcript: '忙しい家庭に向けて週に一度小さな花束を届けています', confidence: 0.9, final: true },
  ]);
  expect(
    (window as unknown as { fakeSpeechRecognition: { running: number } }).fakeSpeechRecognition.running,
  ).toBe(0);
});
