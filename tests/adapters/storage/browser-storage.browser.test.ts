import { openDB } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import { TRACE_VERSION } from '../../../src/domain/prosody/voice-trace';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import { TIMING_VERSION } from '../../../src/domain/sound-alignment/time-take';
import type { StorageChange } from '../../../src/domain/storage/storage-change';
import {
  bytesOf,
  heardTakeOf,
  newDatabaseName,
  openTab,
  pitchOf,
  preparationOf,
  recallOf,
  revisionOf,
  runningTakeOf,
  takeOf,
  variantOf,
  voiceOf,
} from './storage-fixtures';

describe('the library', () => {
  test('an empty database has nothing but the default settings', async () => {
    expect(await openTab().load()).toEqual({
      ok: true,
      pitches: [],
      variants: [],
      settings: DEFAULT_SETTINGS,
      unreadable: [],
    });
  });

  test('what one tab keeps, another one reads, deleted rows included', async () => {
    const name = newDatabaseName();
    const writer = openTab(name);
    const deleted = pitchOf({ id: 'pitch-2', deletedAt: 1_760_000_000_001 });
    await writer.savePitch(pitchOf());
    await writer.savePitch(deleted);
    await writer.saveVariant(variantOf(), 0);
    await writer.saveSettings({ ...DEFAULT_SETTINGS, marks: [20, 40] });
    writer.close();
    expect(await openTab(name).load()).toEqual({
      ok: true,
      pitches: [pitchOf(), deleted],
      variants: [variantOf({ saveCount: 1 })],
      settings: { ...DEFAULT_SETTINGS, marks: [20, 40] },
      unreadable: [],
    });
  });

  test('a row that could not be read back is refused as the mistake it is, and nothing is stored', async () => {
    const storage = openTab();
    await expect(storage.savePitch(pitchOf({ position: Number.NaN }))).rejects.toThrow();
    await expect(storage.saveVariant(variantOf({ timeBudget: Number.NaN }), 0)).rejects.toThrow();
    expect(await storage.load()).toMatchObject({ pitches: [], variants: [] });
  });
});

describe('saving a variant', () => {
  test('raises the save count by one', async () => {
    const storage = openTab();
    expect(await storage.saveVariant(variantOf(), 0)).toEqual({
      ok: true,
      variant: variantOf({ saveCount: 1 }),
    });
    expect(await storage.saveVariant(variantOf({ script: '二度目。' }), 1)).toEqual({
      ok: true,
      variant: variantOf({ script: '二度目。', saveCount: 2 }),
    });
    expect(await storage.variant('variant-1')).toMatchObject({ script: '二度目。', saveCount: 2 });
  });

  test('a save that has not seen the last one is told what is stored, and writes nothing', async () => {
    const name = newDatabaseName();
    const [mine, theirs] = [openTab(name), openTab(name)];
    await mine.saveVariant(variantOf(), 0);
    await theirs.saveVariant(variantOf({ script: 'あちら。' }), 1);
    const stored = variantOf({ script: 'あちら。', saveCount: 2 });
    expect(await mine.saveVariant(variantOf({ script: 'こちら。' }), 1)).toEqual({
      ok: false,
      kind: 'changed-elsewhere',
      theirs: stored,
    });
    expect(await mine.variant('variant-1')).toEqual(stored);
  });

  test('of many racing saves over two connections exactly one wins each round', async () => {
    const name = newDatabaseName();
    const tabs = [openTab(name), openTab(name)];
    await tabs[0]!.saveVariant(variantOf(), 0);
    for (let round = 1; round <= 20; round += 1) {
      const results = await Promise.all(
        tabs.flatMap((tab, which) => [
          tab.saveVariant(variantOf({ script: `${round} ${which} 甲` }), round),
          tab.saveVariant(variantOf({ script: `${round} ${which} 乙` }), round),
        ]),
      );
      const won = results.filter((result) => result.ok);
      expect(won).toHaveLength(1);
      const stored = await tabs[1]!.variant('variant-1');
      expect(won[0]).toEqual({ ok: true, variant: stored });
      expect(stored?.saveCount).toBe(round + 1);
      for (const result of results) {
        if (!result.ok) expect(result).toEqual({ ok: false, kind: 'changed-elsewhere', theirs: stored });
      }
    }
  });

  test('a variant removed for good in another tab is stored anew', async () => {
    const name = newDatabaseName();
    const [mine, theirs] = [openTab(name), openTab(name)];
    await mine.saveVariant(variantOf(), 0);
    await theirs.removeEverything();
    expect(await mine.saveVariant(variantOf({ script: 'まだここに。' }), 1)).toMatchObject({ ok: true });
    expect(await theirs.variant('variant-1')).toMatchObject({ script: 'まだここに。', saveCount: 2 });
  });
});

describe('revisions', () => {
  test('which is the latest is told by the time alone, in either order of their names', async () => {
    const storage = openTab();
    for (const [id, keptAt] of [
      ['b', 1000],
      ['a', 2000],
      ['c', 3000],
    ] as const)
      await storage.keepRevision('variant-1', `${id}。`, keptAt, id);
    await storage.keepRevision('variant-10', '乙。', 9000, 'z');
    expect(await storage.keepRevision('variant-1', 'c。', 4000, 'd')).toMatchObject({
      revision: { id: 'c' },
    });
    expect(await storage.keepRevision('variant-1', 'b。', 5000, 'e')).toMatchObject({
      revision: { id: 'e' },
    });
  });

  test('the same script is kept once, a changed one anew, an old one again', async () => {
    const storage = openTab();
    const kept = async (script: string, keptAt: number, newId: string) => {
      const result = await storage.keepRevision('variant-1', script, keptAt, newId);
      return result.ok && result.revision.id;
    };
    expect(await kept('甲。', 1000, 'a')).toBe('a');
    expect(await kept('甲。', 2000, 'b')).toBe('a');
    expect(await kept('乙。', 3000, 'c')).toBe('c');
    expect(await kept('甲。', 4000, 'd')).toBe('d');
    expect(await storage.keepRevision('variant-2', '甲。', 5000, 'e')).toMatchObject({
      revision: { id: 'e' },
    });
    expect(await storage.revisionsOf(['variant-1'])).toMatchObject({
      revisions: [{ id: 'a' }, { id: 'c' }, { id: 'd' }],
    });
    expect(await storage.revision('c')).toEqual({
      ok: true,
      revision: { id: 'c', variantId: 'variant-1', script: '乙。', keptAt: 3000 },
    });
    expect(await storage.revision('nowhere')).toEqual({ ok: true, revision: null });
  });
});

describe('takes', () => {
  test('takes of several variants, and of those alone', async () => {
    const storage = openTab();
    const takes = [
      takeOf(),
      takeOf({ id: 'take-2', variantId: 'variant-2', deletedAt: 1_760_000_300_000 }),
      takeOf({ id: 'take-3', variantId: 'variant-3' }),
    ];
    for (const take of takes) await storage.saveTake(take);
    expect(await storage.takesOf(['variant-1', 'variant-2'])).toEqual({
      ok: true,
      takes: takes.slice(0, 2),
      unreadable: [],
    });
  });

  test('the latest of all variants, with the scripts they were spoken from', async () => {
    const storage = openTab();
    for (const number of [2, 4, 1, 3]) {
      const { log, ...take } = takeOf({ id: `take-${number}`, variantId: `variant-${number % 2}` });
      await storage.saveTake({ ...take, log: { ...log, startedAt: number } });
    }
    await storage.keepRevision('variant-1', revisionOf().script, 1, 'revision-1');
    expect(await storage.latestTakes(3)).toMatchObject({
      takes: [{ id: 'take-4' }, { id: 'take-3' }, { id: 'take-2' }],
      revisions: [{ id: 'revision-1' }],
    });
  });

  test('those that have ended and are not deleted are counted', async () => {
    const storage = openTab();
    await storage.saveTake(takeOf());
    await storage.saveTake(takeOf({ id: 'take-2' }));
    await storage.saveTake(takeOf({ id: 'take-3', variantId: 'variant-2' }));
    await storage.saveTake(takeOf({ id: 'take-4', variantId: 'variant-3' }));
    await storage.saveTake(takeOf({ id: 'deleted', deletedAt: 1_760_000_300_000 }));
    await storage.saveTake(runningTakeOf({ id: 'running' }));
    expect(await storage.countTakes(['variant-1', 'variant-2'])).toEqual({ ok: true, count: 3 });
    expect(await storage.countTakes([])).toEqual({ ok: true, count: 0 });
  });

  test('a recording is its pieces in order of index, as the type of its take', async () => {
    const storage = openTab();
    await storage.saveTake(takeOf({ recordingType: 'audio/mp4' }));
    await storage.appendRecordingChunk('take-1', 10, new Blob(['J'], { type: 'audio/mp4' }));
    await storage.appendRecordingChunk('take-1', 0, new Blob(['A'], { type: 'audio/mp4' }));
    await storage.appendRecordingChunk('take-1', 2, new TextEncoder().encode('C').buffer);
    await storage.appendRecordingChunk('take-10', 1, new Blob(['x']));
    const result = await storage.recording('take-1');
    const recording = result.ok ? result.recording : null;
    expect(recording?.type).toBe('audio/mp4');
    expect(await recording?.text()).toBe('ACJ');
    expect(await storage.recording('take-2')).toEqual({ ok: true, recording: null });
  });

  test('one recording is removed, and no other', async () => {
    const storage = openTab();
    for (const id of ['take-1', 'take-10']) {
      await storage.saveTake(takeOf({ id, recordingType: 'audio/mp4' }));
      for (const index of [0, 1]) await storage.appendRecordingChunk(id, index, new Blob(['A']));
    }
    expect(await storage.removeRecording('take-1')).toEqual({ ok: true });
    expect(await storage.recording('take-1')).toEqual({ ok: true, recording: null });
    const takes = await storage.takesOf([takeOf({}).variantId]);
    const named = (id: string) => takes.ok && takes.takes.find((take) => take.id === id)?.recordingType;
    expect([named('take-1'), named('take-10')]).toEqual([null, 'audio/mp4']);
    const other = await storage.recording('take-10');
    expect(other.ok && (await other.recording?.text())).toBe('AA');
  });

  test('a take whose tab is gone is found; one that runs in an open tab is not', async () => {
    const name = newDatabaseName();
    const [killed, other] = [openTab(name), openTab(name)];
    await killed.saveTake(runningTakeOf());
    await other.saveTake(runningTakeOf({ id: 'take-2' }));
    await other.saveTake(takeOf({ id: 'take-3' }));
    await killed.saveTake(runningTakeOf({ id: 'take-4', deletedAt: 1_760_000_300_000 }));
    expect(await other.unfinishedTakes()).toEqual({ ok: true, takes: [] });
    killed.close();
    expect(await other.unfinishedTakes()).toEqual({ ok: true, takes: [runningTakeOf()] });
    await other.saveTake(takeOf());
    expect(await other.unfinishedTakes()).toEqual({ ok: true, takes: [] });
  });
});

test('a tab killed in the middle of a take leaves the take and every piece it was told is kept', async () => {
  const name = newDatabaseName();
  const survivor = openTab(name);
  const tab = document.createElement('iframe');
  document.body.append(tab);
  const kept = new Promise((resolve) => window.addEventListener('message', ({ data }) => resolve(data)));
  const script = tab.contentDocument!.createElement('script');
  script.type = 'module';
  script.textContent = `
    import { createBrowserStorage } from '/src/adapters/storage/create-browser-storage.ts';
    const storage = createBrowserStorage({ newId: () => '', databaseName: ${JSON.stringify(name)} });
    await storage.saveTake(${JSON.stringify(runningTakeOf())});
    for (let index = 0; index < 5; index += 1) {
      await storage.appendRecordingChunk('take-1', index, new Blob(['piece ' + index + ';']));
    }
    parent.postMessage('five pieces kept', '*');
    // And one that nobody waits for.
    storage.appendRecordingChunk('take-1', 5, new ArrayBuffer(1_000_000));
  `;
  tab.contentDocument!.body.append(script);
  expect(await kept).toBe('five pieces kept');
  expect(await survivor.unfinishedTakes()).toEqual({ ok: true, takes: [] });

  tab.remove();
  await vi.waitFor(async () =>
    expect(await survivor.unfinishedTakes()).toEqual({ ok: true, takes: [runningTakeOf()] }),
  );
  const result = await survivor.recording('take-1');
  expect(await (result.ok ? result.recording : null)?.slice(0, 40).text()).toBe(
    'piece 0;piece 1;piece 2;piece 3;piece 4;',
  );
});

test('logs of both versions are read as they were written', async () => {
  const tab = openTab();
  await tab.savePitch(pitchOf());
  const earlier = takeOf({ id: 'earlier' });
  const { log } = takeOf();
  const newer = takeOf({
    id: 'newer',
    log: {
      ...log,
      version: 2,
      events: [
        { kind: 'recording-began', atMs: 40, by: 'device' },
        { kind: 'microphone-muted', atMs: 2000, by: 'device' },
        { kind: 'microphone-unmuted', atMs: 2500, by: 'device' },
        { kind: 'microphone-changed', atMs: 2500, by: 'device', sampleHz: 16_000 },
        { kind: 'microphone-changed', atMs: 2600, by: 'device', sampleHz: null },
        { kind: 'sound-dropped', atMs: 3000, by: 'device', lostMs: 250 },
        { kind: 'recording-ended', atMs: 9000, by: 'device' },
        { kind: 'microphone-lost', atMs: 9000, by: 'device' },
        { kind: 'stopped', atMs: 58_250, by: 'speaker' },
      ],
    },
  });
  for (const take of [earlier, newer]) expect(await tab.saveTake(take)).toEqual({ ok: true });
  const read = await tab.takesOf(['variant-1']);
  expect(read.ok && read.unreadable).toEqual([]);
  expect(read.ok && read.takes.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([earlier, newer]);
});

describe('what the sound of a take told', () => {
  test('is kept, and replaced when it is worked out again', async () => {
    const storage = openTab();
    await storage.saveTake(takeOf());
    expect(await storage.heardTake('take-1')).toEqual({ ok: true, heard: null });
    await storage.saveHeardTake('take-1', heardTakeOf());
    expect(await storage.heardTake('take-1')).toEqual({ ok: true, heard: heardTakeOf() });
    await storage.saveHeardTake('take-1', heardTakeOf({ omitted: [] }));
    expect(await storage.heardTake('take-1')).toEqual({ ok: true, heard: heardTakeOf({ omitted: [] }) });
  });

  test.each([
    [
      'of another version of the method',
      { timing: { ...heardTakeOf().timing, version: TIMING_VERSION + 1 } },
    ],
    ['of another way to trace the voice', { trace: { ...heardTakeOf().trace, version: TRACE_VERSION + 1 } }],
    ['from before the voice was traced', { trace: undefined }],
    ['damaged', { timing: { ...heardTakeOf().timing, passages: [{ sentence: '一文目' }] } }],
  ])('counts as not there where it is %s', async (_name, fields) => {
    const name = newDatabaseName();
    const storage = openTab(name);
    await storage.saveTake(takeOf());
    const raw = await openDB(name);
    await raw.put('takeTimings', { takeId: 'take-1', ...heardTakeOf(), ...fields });
    raw.close();
    expect(await storage.heardTake('take-1')).toEqual({ ok: true, heard: null });
    await storage.saveHeardTake('take-1', heardTakeOf());
    expect(await storage.heardTake('take-1')).toEqual({ ok: true, heard: heardTakeOf() });
  });

  test('is not kept for a take that has been removed meanwhile', async () => {
    const storage = openTab();
    expect(await storage.saveHeardTake('take-1', heardTakeOf())).toEqual({ ok: true });
    expect(await storage.heardTake('take-1')).toEqual({ ok: true, heard: null });
  });
});

describe('the voice over takes', () => {
  test('is kept in place of the one before, and removed', async () => {
    const storage = openTab();
    expect(await storage.voice()).toEqual({ ok: true, voice: null });
    await storage.saveVoice(voiceOf());
    const more = voiceOf({ takeIds: ['take-1', 'take-2'] });
    await storage.saveVoice(more);
    expect(await storage.voice()).toEqual({ ok: true, voice: more });
    expect(await storage.saveVoice(null)).toEqual({ ok: true });
    expect(await storage.voice()).toEqual({ ok: true, voice: null });
  });

  test('of another version of the method counts as not there', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    await storage.load();
    const raw = await openDB(name);
    await raw.put('voices', { ...voiceOf(), version: TIMING_VERSION + 1 }, 'own');
    raw.close();
    expect(await storage.voice()).toEqual({ ok: true, voice: null });
  });
});

describe('removing for good', () => {
  test('takes all that belongs to what was deleted before the given moment, and nothing else', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    await storage.savePitch(pitchOf({ deletedAt: 1000 }));
    await storage.savePitch(pitchOf({ id: 'pitch-2' }));
    await storage.savePitch(pitchOf({ id: 'pitch-3', deletedAt: 2000 }));
    await storage.saveVariant(variantOf(), 0);
    await storage.saveVariant(variantOf({ id: 'variant-2', pitchId: 'pitch-2', deletedAt: 1999 }), 0);
    await storage.saveVariant(variantOf({ id: 'variant-3', pitchId: 'pitch-2' }), 0);
    for (const number of [1, 2, 3]) {
      const variantId = `variant-${number}`;
      await storage.keepRevision(variantId, '原稿。', 1, `revision-${number}`);
      await storage.saveTake(takeOf({ id: `take-${number}`, variantId, revisionId: `revision-${number}` }));
      await storage.appendRecordingChunk(`take-${number}`, 0, bytesOf(10));
      await storage.saveHeardTake(`take-${number}`, heardTakeOf());
      await storage.savePreparation(preparationOf({ variantId }));
      await storage.saveRecall(recallOf({ id: `recall-${number}`, variantId }));
    }
    await storage.saveTake(takeOf({ id: 'take-4', variantId: 'variant-3', deletedAt: 1500 }));
    await storage.appendRecordingChunk('take-4', 0, bytesOf(10));
    await storage.appendRecordingChunk('take-4', 1, bytesOf(10));

    expect(await storage.purge(2000)).toMatchObject({ ok: true, removed: true });
    const raw = await openDB(name);
    const keys = async (store: string) => raw.getAllKeys(store);
    expect(await keys('pitches')).toEqual(['pitch-2', 'pitch-3']);
    expect(await keys('variants')).toEqual(['variant-3']);
    expect(await keys('revisions')).toEqual(['revision-3']);
    expect(await keys('takes')).toEqual(['take-3']);
    expect(await keys('recordingChunks')).toEqual([['take-3', 0]]);
    expect(await keys('takeTimings')).toEqual(['take-3']);
    expect(await keys('preparations')).toEqual(['variant-3']);
    expect(await keys('recalls')).toEqual(['recall-3']);
    raw.close();
    expect(await storage.purge(2000)).toMatchObject({ removed: false });
  });

  test('everything is everything, settings included', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    await storage.savePitch(pitchOf());
    await storage.saveVariant(variantOf(), 0);
    await storage.keepRevision('variant-1', revisionOf().script, 1, 'revision-1');
    await storage.saveTake(takeOf());
    await storage.appendRecordingChunk('take-1', 0, bytesOf(10));
    await storage.saveHeardTake('take-1', heardTakeOf());
    await storage.savePreparation(preparationOf());
    await storage.saveRecall(recallOf());
    await storage.saveSettings({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(await storage.removeEverything()).toEqual({ ok: true });
    const raw = await openDB(name);
    for (const store of raw.objectStoreNames) expect(await raw.count(store), store).toBe(0);
    raw.close();
  });
});

describe('between tabs', () => {
  test('each kept thing is told to the others and never to the own tab', async () => {
    const name = newDatabaseName();
    const [own, other] = [openTab(name), openTab(name)];
    const heardHere: StorageChange[] = [];
    const heardThere: StorageChange[] = [];
    own.changes((change) => heardHere.push(change));
    const stop = other.changes((change) => heardThere.push(change));
    await own.savePitch(pitchOf());
    await own.saveVariant(variantOf(), 0);
    await own.saveVariant(variantOf(), 0);
    await own.saveTake(runningTakeOf());
    await own.saveTake(takeOf());
    await own.saveSettings(DEFAULT_SETTINGS);
    await own.purge(0);
    await own.removeEverything();
    await vi.waitFor(() =>
      expect(heardThere).toEqual([
        { kind: 'pitch', id: 'pitch-1' },
        { kind: 'variant', id: 'variant-1' },
        { kind: 'take', id: 'take-1' },
        { kind: 'settings' },
        { kind: 'everything' },
      ]),
    );
    stop();
    await own.savePitch(pitchOf());
    await other.savePitch(pitchOf({ id: 'pitch-2' }));
    await vi.waitFor(() => expect(heardHere).toEqual([{ kind: 'pitch', id: 'pitch-2' }]));
    expect(heardThere).toHaveLength(5);
  });

  test('what is no change is not passed on', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    const heard: StorageChange[] = [];
    storage.changes((change) => heard.push(change));
    const stranger = new BroadcastChannel(`${name}-changes`);
    stranger.postMessage({ kind: 'variant' });
    stranger.postMessage('everything');
    stranger.postMessage({ kind: 'settings' });
    await vi.waitFor(() => expect(heard).toEqual([{ kind: 'settings' }]));
    stranger.close();
  });
});

test('the browser tells how much room is taken', async () => {
  const storage = openTab();
  await storage.appendRecordingChunk('take-1', 0, bytesOf(1_000_000));
  const usage = await storage.usage();
  expect(usage.usageBytes).toBeGreaterThan(0);
  expect(usage.quotaBytes).toBeGreaterThan(usage.usageBytes ?? Number.POSITIVE_INFINITY);
  expect(usage.persisted).toBeTypeOf('boolean');
  expect(await storage.requestPersistence()).toBeTypeOf('boolean');
});
