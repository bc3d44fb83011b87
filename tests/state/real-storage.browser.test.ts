import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createBrowserClock } from '../../src/adapters/clock/create-browser-clock';
import type { Storage } from '../../src/adapters/storage/storage';
import { takeDurationMs, typedText } from '../../src/domain/rehearsal/take-log';
import { createAppStore } from '../../src/state/create-app-store';
import { startApp } from '../../src/state/start-app';
import { examplePitch } from '../../src/text-ja/example-pitch';
import { newDatabaseName, openTab } from '../adapters/storage/storage-fixtures';
import { PITCH, portsOver, SCRIPT, VARIANT } from './open-app';

const id = VARIANT.id;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Longest time for another tab's news to arrive on a busy machine, ms. */
const soon = { timeout: 4000, interval: 20 };

/** A database with one variant, and a look at what is in it. */
async function newDatabase(): Promise<{ name: string; disk: Storage }> {
  const name = newDatabaseName();
  const disk = openTab(name);
  await disk.savePitch(PITCH);
  await disk.saveVariant({ ...VARIANT, saveCount: 0 }, 0);
  return { name, disk };
}

/** The app in one tab of the browser, on its real storage and the real clock. */
async function openAppTab(databaseName: string) {
  const open = portsOver(openTab(databaseName), createBrowserClock());
  const store = createAppStore(open.ports);
  const close = await startApp(store, open.ports, examplePitch);
  let over = false;
  const closeOnce = () => {
    if (!over) close();
    over = true;
  };
  onTestFinished(closeOnce);
  const now = store.getState;
  return {
    ...open,
    now,
    close: closeOnce,
    script: () => now().variants[id]?.script,
    type: (text: string) => now().scriptTyped(id, text, text.length),
  };
}

const scriptOnDisk = async (disk: Storage) => (await disk.variant(id))?.script;

describe('autosave', () => {
  test('what is typed without a pause is on disk about a second later, in few saves', async () => {
    const { name, disk } = await newDatabase();
    const tab = await openAppTab(name);
    const typedAtMs: number[] = [];
    let oldestUnsavedMs = 0;
    let text = SCRIPT;
    const beganAtMs = performance.now();
    while (performance.now() - beganAtMs < 2200) {
      text += 'あ';
      tab.type(text);
      typedAtMs.push(performance.now());
      await pause(40);
      const unsaved = typedAtMs[((await scriptOnDisk(disk))?.length ?? 0) - SCRIPT.length];
      if (unsaved !== undefined) oldestUnsavedMs = Math.max(oldestUnsavedMs, performance.now() - unsaved);
    }
    // Less than a second of the app's, and what a busy machine adds to it.
    expect(oldestUnsavedMs).toBeLessThan(1600);
    await vi.waitFor(async () => expect(await scriptOnDisk(disk)).toBe(text), soon);
    expect((await disk.variant(id))?.saveCount).toBeLessThanOrEqual(6);
  });

  test('what is flushed when the page goes away is on disk when it opens again', async () => {
    const { name } = await newDatabase();
    const tab = await openAppTab(name);
    tab.type('書きかけの原稿。');
    await tab.now().savesFlushed();
    tab.close();
    expect((await openAppTab(name)).script()).toBe('書きかけの原稿。');
  });
});

describe('two tabs', () => {
  /** Both have typed before either has saved; one of them finds a conflict. */
  async function collide() {
    const { name, disk } = await newDatabase();
    const [first, second] = [await openAppTab(name), await openAppTab(name)];
    first.type('ひとつめの原稿。');
    second.type('ふたつめの原稿。');
    await vi.waitFor(
      () => expect([first.now().saves[id], second.now().saves[id]].sort()).toEqual(['conflict', 'saved']),
      soon,
    );
    const [faster, slower] = first.now().saves[id] === 'saved' ? [first, second] : [second, first];
    return { disk, faster, slower };
  }

  test('neither overwrites the other; each screen keeps its words', async () => {
    const { disk, faster, slower } = await collide();
    const words = ['ひとつめの原稿。', 'ふたつめの原稿。'];
    expect([faster.script(), slower.script()].sort()).toEqual(words);
    expect(await scriptOnDisk(disk)).toBe(faster.script());
    expect(slower.now().conflicts[id]?.script).toBe(faster.script());
    // Typing on in both settles nothing by itself.
    slower.type(`${slower.script()}続き。`);
    faster.type(`${faster.script()}続き。`);
    await vi.waitFor(async () => expect(await scriptOnDisk(disk)).toBe(faster.script()), soon);
    await pause(1200);
    expect(await scriptOnDisk(disk)).toBe(faster.script());
    expect(slower.script()).not.toBe(faster.script());
    expect(slower.now().saves[id]).toBe('conflict');
  });

  test('mine kept: it is stored, and shows in the other tab', async () => {
    const { disk, faster, slower } = await collide();
    const mine = slower.script();
    slower.now().conflictResolved(id, { kind: 'keep-mine' });
    await vi.waitFor(async () => expect(await scriptOnDisk(disk)).toBe(mine), soon);
    await vi.waitFor(() => expect(faster.script()).toBe(mine), soon);
    expect([faster, slower].map((tab) => tab.now().conflicts)).toEqual([{}, {}]);
  });

  test('theirs taken: nothing is written, and typing goes on from there without another conflict', async () => {
    const { disk, faster, slower } = await collide();
    slower.now().conflictResolved(id, { kind: 'take-theirs' });
    expect(slower.script()).toBe(faster.script());
    slower.type(`${faster.script()}続き。`);
    await vi.waitFor(async () => expect(await scriptOnDisk(disk)).toBe(slower.script()), soon);
    await vi.waitFor(() => expect(faster.script()).toBe(slower.script()), soon);
    expect(slower.now().conflicts).toEqual({});
  });

  test('both kept: two variants on disk and in both tabs', async () => {
    const { disk, faster, slower } = await collide();
    const mine = slower.script();
    slower.now().conflictResolved(id, { kind: 'keep-both', title: 'こちら' });
    const scripts = async () => {
      const library = await disk.load();
      return library.ok ? library.variants.map(({ script }) => script).sort() : [];
    };
    await vi.waitFor(async () => expect(await scripts()).toEqual([mine, faster.script()].sort()), soon);
    await vi.waitFor(() => expect(Object.keys(faster.now().variants)).toHaveLength(2), soon);
    expect(faster.script()).toBe(slower.script());
  });

  test('what one saves shows in the other that has nothing unsaved', async () => {
    const { name } = await newDatabase();
    const [first, second] = [await openAppTab(name), await openAppTab(name)];
    first.type('書き足した原稿。');
    await vi.waitFor(() => expect(second.script()).toBe('書き足した原稿。'), soon);
    second.type('書き足した原稿。さらに。');
    await vi.waitFor(() => expect(first.script()).toBe('書き足した原稿。さらに。'), soon);
    expect([first, second].map((tab) => tab.now().conflicts)).toEqual([{}, {}]);
  });

  test('opened at once on a first visit they make one example', async () => {
    const name = newDatabaseName();
    const [first, second] = await Promise.all([openAppTab(name), openAppTab(name)]);
    await Promise.all([first.now().savesFlushed(), second.now().savesFlushed()]);
    const library = await openTab(name).load();
    expect(library.ok && [library.pitches.length, library.variants.length]).toEqual([1, 2]);
    await pause(600);
    expect([first, second].map((tab) => tab.now().conflicts)).toEqual([{}, {}]);
  });

  test('everything removed in one is gone in the other, but for what is unsaved on its screen', async () => {
    const { name } = await newDatabase();
    const [first, second] = [await openAppTab(name), await openAppTab(name)];
    await first.now().everythingRemoved();
    expect(first.now().pitches).toEqual({});
    await vi.waitFor(() => expect(second.now().pitches).toEqual({}), soon);
    expect(second.script()).toBeUndefined();
  });
});

describe('a take', () => {
  const plan = { variantId: id, hearing: 'typed', prompter: 'nothing' } as const;

  test('of a tab that was killed comes back with what was typed; of a living tab nobody touches it', async () => {
    const { name, disk } = await newDatabase();
    const killed = await openAppTab(name);
    await killed.now().rehearsalOpened(plan);
    await pause(300);
    killed.now().takeTyped('夕方になると頭まで重い、');
    await vi.waitFor(async () => {
      const found = await disk.takesOf([id]);
      expect(found.ok && found.takes[0] && typedText(found.takes[0].log)).toBe('夕方になると頭まで重い、');
    }, soon);

    const beside = await openAppTab(name);
    expect(beside.now().notices).toEqual([]);
    expect(beside.now().takes[id]?.[0]?.log.events.at(-1)?.kind).not.toBe('stopped');

    // What is left of a killed tab: nothing of it is written any more, and its locks are gone.
    killed.ports.storage.close();
    const next = await openAppTab(name);
    const take = next.now().takes[id]?.[0];
    expect(take?.log.events.at(-1)).toMatchObject({ kind: 'stopped', by: 'device' });
    expect(takeDurationMs(take!.log)).toBeGreaterThanOrEqual(300);
    expect(typedText(take!.log)).toBe('夕方になると頭まで重い、');
    expect(next.now().revisions[take!.revisionId]?.script).toBe(SCRIPT);
    expect(next.now().notices.map((notice) => notice.content.kind)).toEqual(['take-recovered']);
    await killed.now().rehearsalLeft();
  });

  test('kept in one tab appears in the other; put away there it is put away here', async () => {
    const { name } = await newDatabase();
    const [first, second] = [await openAppTab(name), await openAppTab(name)];
    await second.now().takesWanted([id]);
    await first.now().rehearsalOpened(plan);
    first.now().takeTyped('小林です。');
    await pause(100);
    await first.now().takeStopped();
    await vi.waitFor(() => expect(second.now().takes[id]).toHaveLength(1), soon);
    const take = first.now().takes[id]![0]!;
    expect(second.now().takes[id]).toEqual([take]);
    second.now().takeDeleted(id, take.id);
    await vi.waitFor(() => expect(first.now().takes[id]?.[0]?.deletedAt).not.toBeNull(), soon);
  });

  test('by voice: its recording is read back piece after piece, without the time paused', async () => {
    const { name } = await newDatabase();
    const tab = await openAppTab(name);
    await tab.now().rehearsalOpened({ ...plan, hearing: 'audio-only' });
    tab.now().countdownStarted();
    await vi.waitFor(() => expect(tab.now().phase.kind).toBe('speaking'), soon);
    tab.microphone.deliverChunk('一');
    tab.microphone.deliverChunk('二');
    tab.now().takePaused();
    const pausedForMs = 250;
    tab.microphone.deliverChunk('休み');
    await pause(pausedForMs);
    tab.now().takeResumed();
    tab.microphone.deliverChunk('三');
    await tab.now().takeStopped();
    const [take] = tab.now().takes[id]!;
    expect(take!.log.events.at(-1)!.atMs - takeDurationMs(take!.log)).toBeGreaterThanOrEqual(pausedForMs - 5);
    const recording = await tab.now().recordingOf(take!.id);
    expect(await recording?.text()).toBe('一二三last');
    expect(recording?.type).toBe('audio/webm;codecs=opus');
    expect(tab.microphone.openCount() + tab.microphone.recordingCount() + tab.awakeCount()).toBe(0);
  });
});

test('everything in one file, removed, and put back: the same', async () => {
  const { name } = await newDatabase();
  const tab = await openAppTab(name);
  await tab.now().rehearsalOpened({ variantId: id, hearing: 'typed', prompter: 'nothing' });
  tab.now().takeTyped('小林です。');
  await tab.now().takeStopped();
  tab.now().settingsChanged({ marks: [20, 40] });
  tab.type(`${SCRIPT}まだ保存していない。`);
  const saved = await tab.now().backupWanted(() => {});
  if (!saved.ok) throw new Error(saved.error.kind);
  expect(saved.leftOut).toBe(0);
  const { lastBackupAt } = tab.now().settings;
  expect(lastBackupAt).not.toBeNull();
  const before = { variant: tab.now().variants[id], takes: tab.now().takes[id] };
  expect(before.variant?.script).toBe(`${SCRIPT}まだ保存していない。`);

  await tab.now().everythingRemoved();
  expect(tab.now()).toMatchObject({ pitches: {}, variants: {}, library: 'ready' });

  const opened = await tab.now().backupOpened(saved.file, () => {});
  if (!opened.ok) throw new Error(opened.error.kind);
  const restored = await tab.now().backupRestored(opened.backup, 'replace', () => {});
  expect(restored).toMatchObject({ ok: true, counts: { keptOurs: 0, copied: 0 } });
  await tab.now().takesWanted([id]);
  expect(tab.now().variants[id]).toMatchObject({ ...before.variant, saveCount: expect.any(Number) });
  expect(tab.now().takes[id]).toEqual(before.takes);
  expect(tab.now().settings.marks).toEqual([20, 40]);

  const damaged = new Blob([(await saved.file.text()).replace('鍼灸', '針灸')]);
  expect(await tab.now().backupOpened(damaged, () => {})).toMatchObject({
    ok: false,
    error: { kind: 'damaged' },
  });
});

describe('revisions', () => {
  test('a text put back is exactly that, and none is lost, over tabs and a reload', async () => {
    const { name } = await newDatabase();
    const tab = await openAppTab(name);
    const texts = ['朝です。', '昼です。', '夜です。'];
    for (const text of texts) {
      tab.type(text);
      await tab.now().editsKept();
    }
    await tab.now().revisionsWanted(id);
    const noon = Object.values(tab.now().revisions).find(({ script }) => script === '昼です。')!;
    tab.type('夜ですよ。');
    await tab.now().revisionRestored(id, noon.id);
    expect(tab.script()).toBe('昼です。');
    await tab.now().savesFlushed();
    await tab.now().editsKept();
    tab.close();

    const later = await openAppTab(name);
    expect(later.script()).toBe('昼です。');
    await later.now().revisionsWanted(id);
    const kept = Object.values(later.now().revisions)
      .sort((a, b) => a.keptAt - b.keptAt)
      .map(({ script }) => script);
    expect(kept).toEqual([SCRIPT, ...texts, '夜ですよ。', '昼です。']);
  });
});
