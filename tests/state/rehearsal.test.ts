import { describe, expect, test } from 'vitest';
import { takeDurationMs, transcriptText, typedText } from '../../src/domain/rehearsal/take-log';
import type { RehearsalPlan } from '../../src/state/rehearsal-slice';
import { createFakeRecognition } from '../fakes/fake-recognition';
import { openApp, SCRIPT, type TestApp, VARIANT } from './open-app';
import { takeOf } from './takes';

const plan = (hearing: RehearsalPlan['hearing']): RehearsalPlan => ({
  variantId: VARIANT.id,
  hearing,
  prompter: 'sentence-heads',
});

/** Opens the devices and lets 3-2-1 pass. */
async function startTake(app: TestApp, hearing: RehearsalPlan['hearing']): Promise<void> {
  await app.now().rehearsalOpened(plan(hearing));
  if (hearing === 'typed') return;
  app.now().countdownStarted();
  await app.clock.advance(3000);
}

const onlyTake = (app: TestApp) => {
  const takes = app.now().takes[VARIANT.id] ?? [];
  expect(takes).toHaveLength(1);
  return takes[0]!;
};

/** The devices are given back within the few microtasks that their ends take. */
async function expectNothingOpen(app: TestApp): Promise<void> {
  await app.clock.advance(0);
  expect(app.microphone.openCount()).toBe(0);
  expect(app.microphone.recordingCount()).toBe(0);
  expect(app.recognition.runningCount()).toBe(0);
  expect(app.awakeCount()).toBe(0);
  expect(app.clock.openCount()).toBe(0);
}

describe('a take by voice', () => {
  test('the voice is heard before the clock starts, then 3-2-1, and the take is kept', async () => {
    const app = await openApp();
    await app.now().rehearsalOpened(plan('audio-only'));
    expect(app.now().phase).toEqual({ kind: 'preparing', hearing: 'audio-only', ready: true });
    const levels: number[] = [];
    const end = app.now().onVoiceLevel((level) => levels.push(level.rmsDb));
    app.microphone.hear({ rmsDb: -60, voiced: false });
    expect(app.now().rehearsal?.voiceHeard).toBe(false);
    app.microphone.hear({ rmsDb: -20 });
    expect(app.now().rehearsal?.voiceHeard).toBe(true);
    end();
    app.microphone.hear();
    expect(levels).toEqual([-60, -20]);

    app.now().countdownStarted();
    const seen = [];
    for (let count = 0; count < 3; count++) {
      const { phase } = app.now();
      seen.push(phase.kind === 'countdown' && phase.remaining);
      await app.clock.advance(1000);
    }
    expect(seen).toEqual([3, 2, 1]);
    expect(app.now().phase).toEqual({ kind: 'speaking', hearing: 'audio-only' });
    expect(app.awakeCount()).toBe(1);
    app.microphone.deliverChunk('一');
    await app.clock.advance(1000);
    app.microphone.deliverChunk('二');
    await app.clock.advance(56_250);
    await app.now().takeStopped();

    const take = onlyTake(app);
    expect(app.now().phase).toEqual({ kind: 'reviewed', takeId: take.id });
    expect(takeDurationMs(take.log)).toBe(57_250);
    expect(take.log.startedAt).toBe(app.clock.epochMs() - 57_250);
    expect(take).toMatchObject({
      aliveAtMs: 57_250,
      recordingType: 'audio/webm;codecs=opus',
      deletedAt: null,
    });
    expect(app.storage.rows.takes.get(take.id)).toEqual(take);
    expect(app.now().revisions[take.revisionId]?.script).toBe(SCRIPT);
    const recording = await app.now().recordingOf(take.id);
    expect(await recording?.text()).toBe('一二last');
    await expectNothingOpen(app);
  });

  test('time paused is left out of the clock, of the take and of the recording', async () => {
    const app = await openApp();
    await startTake(app, 'audio-only');
    const shown: number[] = [];
    const end = app.now().onElapsed((elapsedMs) => shown.push(elapsedMs));
    await app.clock.advance(10_000);
    app.now().takePaused();
    expect(app.now().phase.kind).toBe('paused');
    app.microphone.deliverChunk('休み');
    await app.clock.advance(30_000);
    expect(shown.at(-1)).toBe(10_000);
    app.now().takeResumed();
    await app.clock.advance(5000);
    end();
    await app.now().takeStopped();
    expect(Math.max(...shown)).toBe(15_000);
    expect(takeDurationMs(onlyTake(app).log)).toBe(15_000);
    expect(onlyTake(app).log.events.at(-1)?.atMs).toBe(45_000);
    expect(await (await app.now().recordingOf(onlyTake(app).id))?.text()).toBe('last');
    await expectNothingOpen(app);
  });

  test('a microphone lost in mid-take: hearing is less, the take goes on and keeps what was recorded', async () => {
    const app = await openApp();
    await startTake(app, 'audio-only');
    app.microphone.deliverChunk('前半');
    await app.clock.advance(20_000);
    await app.microphone.lose();
    expect(app.now().phase).toEqual({ kind: 'speaking', hearing: 'clock-only' });
    expect(app.now().rehearsal?.trouble).toEqual({ kind: 'microphone', error: 'lost' });
    await app.clock.advance(20_000);
    await app.now().takeStopped();
    const take = onlyTake(app);
    expect(takeDurationMs(take.log)).toBe(40_000);
    expect(take.log.hearing).toBe('audio-only');
    expect(take.log.events).toContainEqual({ kind: 'microphone-lost', atMs: 20_000, by: 'device' });
    expect(await (await app.now().recordingOf(take.id))?.text()).toBe('前半last');
    await expectNothingOpen(app);
  });

  test('what happens to the sound on its way is on record as the work of the device', async () => {
    const app = await openApp();
    await startTake(app, 'audio-only');
    await app.clock.advance(5000);
    app.microphone.change({ kind: 'muted' });
    expect(app.now().rehearsal?.trouble).toEqual({ kind: 'microphone-muted' });
    await app.clock.advance(2000);
    app.microphone.change({ kind: 'unmuted' });
    expect(app.now().rehearsal?.trouble).toBeNull();
    app.microphone.change({ kind: 'changed', sampleHz: 16_000 });
    await app.clock.advance(3000);
    app.microphone.change({ kind: 'dropped', lostMs: 800 });
    await app.now().takeStopped();
    app.microphone.change({ kind: 'muted' });
    expect(onlyTake(app).log.version).toBe(2);
    expect(onlyTake(app).log.events).toEqual([
      { kind: 'recording-began', atMs: 0, by: 'device' },
      { kind: 'microphone-muted', atMs: 5000, by: 'device' },
      { kind: 'microphone-unmuted', atMs: 7000, by: 'device' },
      { kind: 'microphone-changed', atMs: 7000, by: 'device', sampleHz: 16_000 },
      { kind: 'sound-dropped', atMs: 10_000, by: 'device', lostMs: 800 },
      { kind: 'stopped', atMs: 10_000, by: 'speaker' },
    ]);
    await expectNothingOpen(app);
  });

  test('a recorder that fails in mid-take is said; the take goes on and keeps what was recorded', async () => {
    const app = await openApp();
    await startTake(app, 'audio-only');
    app.microphone.deliverChunk('前半');
    await app.clock.advance(8000);
    await app.microphone.failRecording();
    expect(app.now().rehearsal?.trouble).toEqual({ kind: 'recording-ended' });
    expect(app.now().phase).toEqual({ kind: 'speaking', hearing: 'audio-only' });
    await app.clock.advance(4000);
    await app.now().takeStopped();
    const take = onlyTake(app);
    expect(takeDurationMs(take.log)).toBe(12_000);
    expect(take.log.events).toContainEqual({ kind: 'recording-ended', atMs: 8000, by: 'device' });
    expect(await (await app.now().recordingOf(take.id))?.text()).toBe('前半last');
    await expectNothingOpen(app);
  });

  test.each(['preparing', 'countdown'] as const)(
    'a microphone lost while %s is a failure with nothing left open',
    async (at) => {
      const app = await openApp();
      await app.now().rehearsalOpened(plan('audio-only'));
      if (at === 'countdown') {
        app.now().countdownStarted();
        await app.clock.advance(1000);
      }
      await app.microphone.lose();
      expect(app.now().phase).toEqual({ kind: 'failed', hearing: 'audio-only', reason: 'lost' });
      await expectNothingOpen(app);
      await app.clock.advance(5000);
      expect(app.storage.rows.takes.size).toBe(0);
      // And the way on is open: without the microphone.
      await startTake(app, 'clock-only');
      expect(app.now().phase).toEqual({ kind: 'speaking', hearing: 'clock-only' });
    },
  );

  test('a microphone that cannot be opened', async () => {
    const app = await openApp();
    app.microphone.failNext('permission-denied');
    await app.now().rehearsalOpened(plan('audio-and-words'));
    expect(app.now().phase).toEqual({
      kind: 'failed',
      hearing: 'audio-and-words',
      reason: 'permission-denied',
    });
    await expectNothingOpen(app);
  });

  test('a browser that cannot record says so, and the take is kept without a recording', async () => {
    const app = await openApp();
    app.microphone.cannotRecord();
    await startTake(app, 'audio-only');
    expect(app.now().rehearsal?.trouble).toEqual({ kind: 'not-recorded' });
    await app.clock.advance(4000);
    await app.now().takeStopped();
    expect(onlyTake(app).recordingType).toBeNull();
    expect(await app.now().recordingOf(onlyTake(app).id)).toBeNull();
  });

  test('nothing is recorded where the person does not want it', async () => {
    const app = await openApp();
    app.now().settingsChanged({ recordAudio: false });
    await startTake(app, 'audio-only');
    expect(app.microphone.recordingCount()).toBe(0);
    expect(app.now().rehearsal?.trouble).toBeNull();
    await app.now().takeStopped();
    expect(onlyTake(app).recordingType).toBeNull();
  });

  test('a hidden tab is on record, as the work of the device', async () => {
    const app = await openApp();
    await startTake(app, 'clock-only');
    await app.clock.advance(5000);
    app.clock.setHidden(true);
    await app.clock.advance(7000);
    app.clock.setHidden(false);
    await app.clock.advance(1000);
    await app.now().takeStopped();
    expect(onlyTake(app).log.events).toEqual([
      { kind: 'hidden', atMs: 5000, by: 'device' },
      { kind: 'shown', atMs: 12_000, by: 'device' },
      { kind: 'stopped', atMs: 13_000, by: 'speaker' },
    ]);
  });
});

describe('a take with recognition', () => {
  test('nothing is listened to while the clock is paused, and the words before and after stay apart', async () => {
    const app = await openApp();
    await startTake(app, 'audio-and-words');
    await app.recognition.hear(1, '夕方になると');
    await app.clock.advance(3000);
    app.now().takePaused();
    await app.clock.advance(1000);
    expect(app.recognition.runningCount()).toBe(0);
    app.now().takeResumed();
    await app.clock.advance(100);
    expect(app.recognition.runningCount()).toBe(1);
    await app.recognition.hear(1, '頭まで重い');
    await app.now().takeStopped();
    expect(transcriptText(onlyTake(app).log)).toBe('夕方になると\n頭まで重い');
    expect(app.recognition.runningCount()).toBe(0);
  });

  test('a take left while it is paused begins to listen no more', async () => {
    const app = await openApp();
    await startTake(app, 'audio-and-words');
    const release = app.recognition.holdStop();
    app.now().takePaused();
    app.now().takeResumed();
    const left = app.now().rehearsalLeft();
    release();
    await left;
    await app.clock.advance(1000);
    expect(app.recognition.runningCount()).toBe(0);
  });

  test('words of several sessions are kept, the last ones stamped with the moment of the stop', async () => {
    const app = await openApp();
    await startTake(app, 'audio-and-words');
    expect(app.recognition.started).toHaveLength(1);
    expect(app.recognition.started[0]?.track).toBeDefined();
    await app.clock.advance(10_000);
    await app.recognition.hear(1, '夕方になると');
    await app.recognition.emit({ kind: 'session-ended', session: 1, error: 'no-speech' });
    await app.recognition.emit({ kind: 'listening', way: 'cloud' });
    await app.clock.advance(10_000);
    app.recognition.lastWords(2, '頭まで重い');
    const release = app.recognition.holdStop();
    const stopped = app.now().takeStopped();
    // The recogniser takes its time; the take's does not go on.
    await app.clock.advance(700);
    expect(app.now().phase.kind).toBe('finishing');
    release();
    await stopped;
    const { log } = onlyTake(app);
    expect(transcriptText(log)).toBe('夕方になると\n頭まで重い');
    expect(takeDurationMs(log)).toBe(20_000);
    expect(log.events.map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['recording-began', 0],
      ['recognised', 10_000],
      ['recognition-ended', 10_000],
      ['recognised', 20_000],
      ['recognition-ended', 20_000],
      ['stopped', 20_000],
    ]);
    await expectNothingOpen(app);
  });

  test('a recogniser that gives up is said; the take goes on with the microphone', async () => {
    const app = await openApp();
    await startTake(app, 'audio-and-words');
    await app.recognition.hear(1, '夕方になると');
    await app.recognition.emit({ kind: 'gave-up', error: 'network' });
    expect(app.now().phase).toEqual({ kind: 'speaking', hearing: 'audio-only' });
    expect(app.now().rehearsal?.trouble).toEqual({ kind: 'recognition', error: 'network' });
    await app.clock.advance(30_000);
    await app.now().takeStopped();
    expect(transcriptText(onlyTake(app).log)).toBe('夕方になると');
    expect(takeDurationMs(onlyTake(app).log)).toBe(30_000);
    await expectNothingOpen(app);
  });

  test('after a lost microphone a recogniser that gives up brings no hearing back, and does not hide the cause', async () => {
    const app = await openApp();
    await startTake(app, 'audio-and-words');
    await app.microphone.lose();
    await app.recognition.emit({ kind: 'gave-up', error: 'audio-capture' });
    expect(app.now().phase).toEqual({ kind: 'speaking', hearing: 'clock-only' });
    expect(app.now().rehearsal?.trouble).toEqual({ kind: 'microphone', error: 'lost' });
  });

  test('a browser without the API: said before the start, the microphone alone is used', async () => {
    const app = await openApp({ recognition: createFakeRecognition('unsupported') });
    await app.now().rehearsalOpened(plan('audio-and-words'));
    expect(app.now().phase).toEqual({ kind: 'preparing', hearing: 'audio-only', ready: true });
    expect(app.now().rehearsal?.trouble).toEqual({ kind: 'recognition', error: 'unsupported' });
    expect(app.now().habit.hearing).toBe('audio-and-words');
    app.now().countdownStarted();
    await app.clock.advance(3000);
    expect(app.recognition.started).toHaveLength(0);
  });
});

describe('a typed take', () => {
  test('the clock starts at once, and the last words typed are in the take', async () => {
    const app = await openApp();
    await startTake(app, 'typed');
    expect(app.now().phase).toEqual({ kind: 'speaking', hearing: 'typed' });
    app.now().takeTyped('夕方に');
    await app.clock.advance(1000);
    app.now().takeTyped('夕方になると');
    await app.clock.advance(20_400);
    app.now().takeTyped('夕方になると頭まで重い');
    await app.now().takeStopped();
    const { log } = onlyTake(app);
    expect(typedText(log)).toBe('夕方になると頭まで重い');
    expect(app.now().rehearsal?.typed).toBe('夕方になると頭まで重い');
    expect(takeDurationMs(log)).toBe(21_400);
    expect(log.events.map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['typed', 0],
      ['typed', 1000],
      ['typed', 21_400],
      ['stopped', 21_400],
    ]);
    await expectNothingOpen(app);
  });

  test('what was typed just before a pause stands before it', async () => {
    const app = await openApp();
    await startTake(app, 'typed');
    await app.clock.advance(2300);
    app.now().takeTyped('夕方');
    await app.clock.advance(100);
    app.now().takePaused();
    app.now().takeTyped('これは数えない');
    await app.clock.advance(5000);
    app.now().takeResumed();
    await app.now().takeStopped();
    expect(onlyTake(app).log.events.map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['typed', 2300],
      ['paused', 2400],
      ['resumed', 7400],
      ['stopped', 7400],
    ]);
    expect(typedText(onlyTake(app).log)).toBe('夕方');
  });
});

test('a take joins those of its variant that had not been looked at yet', async () => {
  const app = await openApp();
  app.storage.rows.takes.set('before', takeOf({ id: 'before', durationMs: 50_000 }));
  await startTake(app, 'clock-only');
  await app.clock.advance(1000);
  await app.now().takeStopped();
  expect(app.now().takes[VARIANT.id]?.map((take) => take.id)[0]).toBe('before');
  expect(app.now().takes[VARIANT.id]).toHaveLength(2);
});

describe('ways out', () => {
  test('discarded: put away, gone from storage’s point of view, and brought back by the notice', async () => {
    const app = await openApp();
    await startTake(app, 'audio-and-words');
    await app.clock.advance(8000);
    await app.now().takeDiscarded();
    expect(app.now().phase).toEqual({ kind: 'idle' });
    await expectNothingOpen(app);
    const take = onlyTake(app);
    expect(take.deletedAt).toBe(app.clock.epochMs());
    expect(app.storage.rows.takes.get(take.id)?.deletedAt).toBe(take.deletedAt);
    const [notice] = app.now().notices;
    expect(notice?.content).toEqual({ kind: 'take-discarded' });
    notice?.undo?.();
    await app.clock.advance(0);
    expect(onlyTake(app).deletedAt).toBeNull();
    expect(app.storage.rows.takes.get(take.id)?.deletedAt).toBeNull();
    expect(takeDurationMs(app.storage.rows.takes.get(take.id)!.log)).toBe(8000);
  });

  test('left while speaking: the take is kept', async () => {
    const app = await openApp();
    await startTake(app, 'audio-and-words');
    await app.clock.advance(8000);
    await app.now().rehearsalLeft();
    expect(app.now().phase).toEqual({ kind: 'idle' });
    expect(app.now().rehearsal).toBeNull();
    expect(takeDurationMs(onlyTake(app).log)).toBe(8000);
    await expectNothingOpen(app);
  });

  test('left while the take is being written: it is kept, and no review is waiting for the next visit', async () => {
    const app = await openApp();
    await startTake(app, 'audio-only');
    const release = app.storage.hold();
    const stopped = app.now().takeStopped();
    await app.clock.advance(0);
    expect(app.now().phase.kind).toBe('finishing');
    const left = app.now().rehearsalLeft();
    release();
    await Promise.all([stopped, left]);
    expect(app.now().phase).toEqual({ kind: 'idle' });
    expect(onlyTake(app).deletedAt).toBeNull();
    await expectNothingOpen(app);
  });

  test('stopped and discarded in one double click: written once, put away once', async () => {
    const app = await openApp();
    await startTake(app, 'audio-only');
    await app.clock.advance(2000);
    await Promise.all([app.now().takeDiscarded(), app.now().takeDiscarded(), app.now().takeStopped()]);
    expect(app.now().phase).toEqual({ kind: 'idle' });
    expect(app.now().notices).toHaveLength(1);
    expect(onlyTake(app).deletedAt).not.toBeNull();
    await expectNothingOpen(app);
  });

  test.each(['audio-only', 'audio-and-words'] as const)(
    'left while the microphone (%s) is still being opened: it is closed when it comes',
    async (hearing) => {
      const app = await openApp();
      const opening = app.now().rehearsalOpened(plan(hearing));
      await app.now().rehearsalLeft();
      await opening;
      expect(app.now().phase).toEqual({ kind: 'idle' });
      await expectNothingOpen(app);
    },
  );

  test('left and opened again at once, as a component mounted twice does: one microphone, then none', async () => {
    const app = await openApp();
    const first = app.now().rehearsalOpened(plan('audio-only'));
    void app.now().rehearsalLeft();
    const second = app.now().rehearsalOpened(plan('audio-only'));
    await Promise.all([first, second]);
    await app.clock.advance(0);
    expect(app.now().phase).toEqual({ kind: 'preparing', hearing: 'audio-only', ready: true });
    expect(app.microphone.openCount()).toBe(1);
    await app.now().rehearsalLeft();
    await expectNothingOpen(app);
  });

  test('another choice while the microphone is still being opened closes the late one', async () => {
    const app = await openApp();
    const first = app.now().rehearsalOpened(plan('audio-only'));
    await app.now().rehearsalOpened(plan('clock-only'));
    await first;
    expect(app.now().phase).toEqual({ kind: 'preparing', hearing: 'clock-only', ready: true });
    await expectNothingOpen(app);
  });

  test.each(['audio-and-words', 'clock-only'] as const)(
    'left in the last instant of the countdown (%s): no take begins behind the person’s back',
    async (hearing) => {
      const app = await openApp();
      await app.now().rehearsalOpened(plan(hearing));
      app.now().countdownStarted();
      await app.clock.advance(2500);
      const release = app.storage.hold();
      await app.clock.advance(500);
      await app.now().rehearsalLeft();
      release();
      await app.clock.advance(5000);
      expect(app.now().phase).toEqual({ kind: 'idle' });
      expect(app.storage.rows.takes.size).toBe(0);
      expect(app.recognition.started).toHaveLength(0);
      await expectNothingOpen(app);
    },
  );

  test('left while a typed take is only about to begin', async () => {
    const app = await openApp();
    const opening = app.now().rehearsalOpened(plan('typed'));
    await app.now().rehearsalLeft();
    await opening;
    await app.clock.advance(5000);
    expect(app.now().phase).toEqual({ kind: 'idle' });
    expect(app.storage.rows.takes.size).toBe(0);
    await expectNothingOpen(app);
  });

  test.each(['preparing', 'countdown'] as const)('left or discarded while %s', async (at) => {
    for (const way of ['rehearsalLeft', 'takeDiscarded'] as const) {
      const app = await openApp();
      await app.now().rehearsalOpened(plan('audio-and-words'));
      if (at === 'countdown') app.now().countdownStarted();
      expect(app.microphone.openCount()).toBe(1);
      await app.now()[way]();
      expect(app.now().phase).toEqual({ kind: 'idle' });
      await expectNothingOpen(app);
    }
  });

  test('opened again in the middle of a take: the take is kept, and of its devices nothing runs on', async () => {
    const app = await openApp();
    await startTake(app, 'audio-and-words');
    await app.clock.advance(6000);
    await app.now().rehearsalOpened(plan('clock-only'));
    expect(app.now().phase).toEqual({ kind: 'preparing', hearing: 'clock-only', ready: true });
    expect(takeDurationMs(onlyTake(app).log)).toBe(6000);
    await expectNothingOpen(app);
  });

  test('the variant is gone when the countdown ends', async () => {
    const app = await openApp();
    await app.now().rehearsalOpened(plan('audio-only'));
    app.now().countdownStarted();
    app.store.setState({ variants: {} });
    await app.clock.advance(4000);
    expect(app.now().phase).toEqual({ kind: 'idle' });
    await expectNothingOpen(app);
  });
});
