import { describe, expect, test, vi } from 'vitest';
import { TRACE_VERSION } from '../../src/domain/prosody/voice-trace';
import type { Take } from '../../src/domain/rehearsal/take';
import type { HeardTake } from '../../src/domain/review/heard-take';
import { createSoundSums, type SoundSums } from '../../src/domain/sound-alignment/sound-model';
import { type TakeTiming, TIMING_VERSION } from '../../src/domain/sound-alignment/time-take';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';
import { openApp, SCRIPT, type TestApp, VARIANT } from './open-app';

const tokenize = await createStockTokenize();

const TIMING: TakeTiming = {
  version: TIMING_VERSION,
  method: 'sound',
  confidence: 0.95,
  snrDb: 20,
  durationMs: 20_000,
  passages: [{ sentence: 0, startMs: 500, endMs: 6000, whole: true, confidence: 0.95, spans: [] }],
  omitted: [1, 2],
  speech: [{ startMs: 500, endMs: 6000 }],
  pauses: [],
  otherSpeech: [],
};

const HEARD: HeardTake = {
  timing: TIMING,
  trace: {
    version: TRACE_VERSION,
    levelDb: new Float32Array(1000).fill(-30),
    fundamentalHz: new Float32Array(1000).fill(120),
  },
};

const takeOf = (id: string): Take => ({
  id,
  variantId: VARIANT.id,
  revisionId: 'revision',
  log: {
    version: 1,
    startedAt: 1,
    hearing: 'audio-only',
    prompter: 'script',
    timeBudget: 60,
    events: [{ kind: 'stopped', atMs: 20_000, by: 'speaker' }],
  },
  note: '',
  aliveAtMs: 20_000,
  recordingType: 'audio/webm',
  deletedAt: null,
});
const TAKE = takeOf('take');

/** An app in which takes with a recording have been spoken; the fake sound timing answers when it is told to. */
async function openWithTakes(...takes: Take[]): Promise<TestApp> {
  const app = await openApp();
  app.analyzer.load(tokenize);
  const revision = { id: 'revision', variantId: VARIANT.id, script: SCRIPT, keptAt: 1 };
  app.storage.rows.revisions.set('revision', revision);
  for (const take of takes) {
    app.storage.rows.takes.set(take.id, take);
    app.storage.rows.recordings.set(take.id, new Map([[0, new Blob(['sound'])]]));
  }
  await app.now().takesWanted([VARIANT.id]);
  return app;
}

/** Lets everything that can go on without the test do so. */
const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  // Code that comes only when it is wanted.
  await vi.dynamicImportSettled();
};

describe('the timing of a take', () => {
  test('is worked out from its recording and the script as it was, and kept', async () => {
    const app = await openWithTakes(TAKE);
    app.now().timingWanted(TAKE);
    expect(app.now().timings.take).toEqual({ kind: 'under-way', ratio: 0 });
    await settle();
    const [readings] = app.soundTiming.asked;
    expect(readings).toHaveLength(3);
    expect(readings?.[1]?.pieces[0]).toMatchObject({ kind: 'kana', kana: expect.stringMatching(/^ミドリ/) });
    app.soundTiming.tellProgress(0.5);
    expect(app.now().timings.take).toEqual({ kind: 'under-way', ratio: 0.5 });
    app.soundTiming.answer(HEARD);
    await settle();
    expect(app.now().timings.take).toEqual({ kind: 'ready', heard: HEARD });
    expect(app.storage.rows.heardTakes.get('take')).toEqual(HEARD);
  });

  test('that is kept is not worked out again', async () => {
    const app = await openWithTakes(TAKE);
    app.storage.rows.heardTakes.set('take', HEARD);
    app.now().timingWanted(TAKE);
    await settle();
    expect(app.now().timings.take).toEqual({ kind: 'ready', heard: HEARD });
    expect(app.soundTiming.asked).toEqual([]);
  });

  test('leaves with the take how often each sentence was said, kept or new, and once', async () => {
    const app = await openWithTakes(TAKE, takeOf('other'));
    app.storage.rows.heardTakes.set('other', HEARD);
    app.now().timingWanted(TAKE);
    app.now().timingWanted(takeOf('other'));
    await settle();
    // A note written meanwhile is not lost.
    app.now().takeNoted(VARIANT.id, 'take', '最後を忘れた');
    app.soundTiming.answer(HEARD);
    await settle();
    const sayings = { version: TIMING_VERSION, timesSaid: [1, 0, 0], brokenOffMs: 0 };
    expect(app.storage.rows.takes.get('take')).toMatchObject({ sayings, note: '最後を忘れた' });
    expect(app.storage.rows.takes.get('other')).toMatchObject({ sayings });
  });

  test('asked for twice is worked out once; several come one after the other', async () => {
    const other = takeOf('other');
    const app = await openWithTakes(TAKE, other);
    app.now().timingWanted(TAKE);
    app.now().timingWanted(TAKE);
    app.now().timingWanted(other);
    await settle();
    expect(app.soundTiming.waitingCount()).toBe(1);
    app.soundTiming.answer(HEARD);
    await settle();
    expect(app.now().timings).toMatchObject({ take: { kind: 'ready' }, other: { kind: 'under-way' } });
    app.soundTiming.answer(HEARD);
    await settle();
    expect(app.now().timings).toMatchObject({ other: { kind: 'ready' } });
    expect(app.soundTiming.asked).toHaveLength(2);
  });
});

test('a recording that is put away leaves what it told, and can be brought back', async () => {
  const app = await openWithTakes(TAKE);
  app.storage.rows.heardTakes.set('take', HEARD);
  app.now().timingWanted(TAKE);
  await settle();
  await app.now().recordingDeleted(VARIANT.id, 'take');
  await settle();
  expect(app.storage.rows.recordings.has('take')).toBe(false);
  expect(app.storage.rows.takes.get('take')?.recordingType).toBeNull();
  expect(app.storage.rows.heardTakes.has('take')).toBe(true);
  const [notice] = app.now().notices;
  expect(notice?.content).toEqual({ kind: 'recording-deleted' });
  notice?.undo?.();
  await settle();
  const back = await app.now().recordingOf('take');
  expect(await back?.text()).toBe('sound');
});

test('those of other takes that are kept are shown, and none is worked out for it', async () => {
  const other = takeOf('other');
  const app = await openWithTakes(TAKE, other);
  app.storage.rows.heardTakes.set('other', HEARD);
  await app.now().keptTimingsWanted(['take', 'other']);
  expect(app.now().timings).toEqual({ other: { kind: 'ready', heard: HEARD } });
  expect(app.soundTiming.asked).toEqual([]);
});

describe('a timing that fails says why, and can be asked for again', () => {
  test('the worker was lost', async () => {
    const app = await openWithTakes(TAKE);
    app.now().timingWanted(TAKE);
    await settle();
    app.soundTiming.fail({ kind: 'worker-lost' });
    await settle();
    expect(app.now().timings.take).toEqual({ kind: 'failed', error: { kind: 'worker-lost' } });
    expect(app.storage.rows.heardTakes.size).toBe(0);
    app.now().timingWanted(TAKE);
    await settle();
    app.soundTiming.answer(HEARD);
    await settle();
    expect(app.now().timings.take).toEqual({ kind: 'ready', heard: HEARD });
  });

  test('there is no recording', async () => {
    const app = await openWithTakes(TAKE);
    app.storage.rows.recordings.clear();
    app.now().timingWanted(TAKE);
    await settle();
    expect(app.now().timings.take).toEqual({ kind: 'failed', error: { kind: 'no-recording' } });
  });

  test('the dictionary cannot be reached', async () => {
    const app = await openWithTakes(TAKE);
    app.analyzer.close();
    app.now().timingWanted(TAKE);
    await settle();
    expect(app.now().timings.take).toEqual({ kind: 'failed', error: { kind: 'no-dictionary' } });
  });

  test('where it cannot be kept, it is shown all the same', async () => {
    const app = await openWithTakes(TAKE);
    app.now().timingWanted(TAKE);
    await settle();
    app.storage.fail({ kind: 'quota-exceeded' });
    app.soundTiming.answer(HEARD);
    await settle();
    expect(app.now().timings.take).toEqual({ kind: 'ready', heard: HEARD });
  });
});

describe('what nobody waits for any more', () => {
  test('is ended, and the next take has its turn', async () => {
    const other = takeOf('other');
    const app = await openWithTakes(TAKE, other);
    app.now().timingWanted(TAKE);
    await settle();
    app.now().timingUnwanted('take');
    expect(app.soundTiming.waitingCount()).toBe(0);
    expect(app.now().timings).toEqual({});
    app.now().timingWanted(other);
    await settle();
    app.soundTiming.answer(HEARD);
    await settle();
    expect(app.now().timings).toEqual({ other: { kind: 'ready', heard: HEARD } });
  });

  test('asked for again at once, as in a double mount, is worked out', async () => {
    const app = await openWithTakes(TAKE);
    app.now().timingWanted(TAKE);
    app.now().timingUnwanted('take');
    app.now().timingWanted(TAKE);
    await settle();
    app.soundTiming.answer(HEARD);
    await settle();
    expect(app.now().timings.take).toEqual({ kind: 'ready', heard: HEARD });
  });
});

test('where no sound came in is told, by the recording’s own clock', async () => {
  const { log } = TAKE;
  const take: Take = {
    ...TAKE,
    log: {
      ...log,
      version: 2,
      events: [
        { kind: 'recording-began', atMs: 200, by: 'device' },
        { kind: 'microphone-muted', atMs: 5200, by: 'device' },
        { kind: 'microphone-unmuted', atMs: 7200, by: 'device' },
        ...log.events,
      ],
    },
  };
  const app = await openWithTakes(take);
  app.now().timingWanted(take);
  await settle();
  expect(app.soundTiming.gaps).toEqual([[{ startMs: 5000, endMs: 7000 }]]);
});

describe('the voice over takes', () => {
  const heardVoice = (count: number): SoundSums => {
    const sums = createSoundSums();
    sums.counts[3] = count;
    sums.sums[80] = 2 * count;
    return sums;
  };
  async function timeTake(app: TestApp, take: Take, voice: SoundSums | null, heard = HEARD): Promise<void> {
    app.now().timingWanted(take);
    await settle();
    app.soundTiming.answer(heard, voice);
    await settle();
  }
  const agreed = async (...takes: Take[]): Promise<TestApp> => {
    const app = await openWithTakes(...takes);
    app.now().voiceConsented(true);
    await settle();
    return app;
  };

  test('nothing is kept or used until the person has agreed', async () => {
    const app = await openWithTakes(TAKE);
    app.storage.rows.voice = { version: TIMING_VERSION, takeIds: ['earlier'], sums: heardVoice(5) };
    await timeTake(app, TAKE, heardVoice(100));
    expect(app.soundTiming.voices).toEqual([null]);
    expect(app.storage.rows.voice?.takeIds).toEqual(['earlier']);
  });

  test('with consent what a take told helps the next, and counts less with each that follows', async () => {
    const other = takeOf('other');
    const app = await agreed(TAKE, other);
    await timeTake(app, TAKE, heardVoice(100));
    expect(app.now().voiceTakes).toBe(1);
    await timeTake(app, other, heardVoice(40));
    expect(app.soundTiming.voices[0]).toBeNull();
    // As much as the general model counts, no more.
    expect(app.soundTiming.voices[1]?.counts[3]).toBe(20);
    expect(app.soundTiming.voices[1]?.sums[80]).toBe(40);
    expect(app.storage.rows.voice).toMatchObject({ version: TIMING_VERSION, takeIds: ['take', 'other'] });
    expect(app.storage.rows.voice?.sums.counts[3]).toBe(90);
    expect(app.storage.rows.voice?.sums.sums[80]).toBe(180);
  });

  test('a take whose timing is worked out again counts once', async () => {
    const app = await agreed(TAKE);
    await timeTake(app, TAKE, heardVoice(100));
    app.storage.rows.heardTakes.clear();
    app.store.setState({ timings: {} });
    await timeTake(app, TAKE, heardVoice(100));
    expect(app.soundTiming.asked).toHaveLength(2);
    expect(app.storage.rows.voice?.takeIds).toEqual(['take']);
    expect(app.storage.rows.voice?.sums.counts[3]).toBe(100);
  });

  test.each([
    ['unsure', { confidence: 0.5 }],
    ['noisy', { snrDb: 12 }],
    ['timed by lengths alone', { method: 'duration' as const }],
  ])('a take that is %s teaches nothing', async (_, fields) => {
    const app = await agreed(TAKE);
    await timeTake(app, TAKE, heardVoice(100), { ...HEARD, timing: { ...TIMING, ...fields } });
    expect(app.storage.rows.voice).toBeNull();
  });

  test('forgotten while a take is worked on, what was known before does not come back', async () => {
    const other = takeOf('other');
    const app = await agreed(TAKE, other);
    await timeTake(app, TAKE, heardVoice(100));
    app.now().timingWanted(other);
    await settle();
    app.now().voiceForgotten();
    await settle();
    expect(app.storage.rows.voice).toBeNull();
    app.soundTiming.answer(HEARD, heardVoice(40));
    await settle();
    expect(app.storage.rows.voice?.takeIds).toEqual(['other']);
    expect(app.storage.rows.voice?.sums.counts[3]).toBe(40);
  });

  test('without consent any more all of it is gone, and a take under way leaves nothing', async () => {
    const app = await agreed(TAKE, takeOf('other'));
    await timeTake(app, TAKE, heardVoice(100));
    app.now().timingWanted(takeOf('other'));
    await settle();
    app.now().voiceConsented(false);
    app.soundTiming.answer(HEARD, heardVoice(40));
    await settle();
    expect(app.storage.rows.voice).toBeNull();
    expect(app.storage.rows.settings.keepVoice).toBe(false);
    await app.now().voiceWanted();
    expect(app.now().voiceTakes).toBe(0);
  });
});
