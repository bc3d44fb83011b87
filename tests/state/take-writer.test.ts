import { describe, expect, test } from 'vitest';
import type { Take } from '../../src/domain/rehearsal/take';
import { transcriptText } from '../../src/domain/rehearsal/take-log';
import type { StorageError } from '../../src/domain/storage/storage-error';
import { openTakeWriter } from '../../src/state/take-writer';
import { createFakeClock } from '../fakes/fake-clock';
import { createFakeStorage, type FakeStorage } from '../fakes/fake-storage';
import { takeOf } from './takes';

function openWriter() {
  const clock = createFakeClock();
  const storage = createFakeStorage();
  const troubles: StorageError[] = [];
  const ended = takeOf({ id: 'take', durationMs: 0, hearing: 'audio-and-words' });
  const begun: Take = { ...ended, log: { ...ended.log, startedAt: clock.epochMs(), events: [] } };
  const writer = openTakeWriter({ storage, clock }, begun, (error) => troubles.push(error));
  return { clock, storage, troubles, writer, stored: () => storage.rows.takes.get('take')! };
}

const heard = (session: number, ...parts: [text: string, final: boolean][]) => ({
  kind: 'recognised' as const,
  by: 'speaker' as const,
  session,
  parts: parts.map(([transcript, final]) => ({ transcript, confidence: 0.9, final })),
});

describe('on disk', () => {
  test('a take is there from its first moment and never more than a second behind', async () => {
    const { clock, writer, stored } = openWriter();
    await clock.advance(0);
    expect(stored()).toMatchObject({ aliveAtMs: 0, log: { events: [] } });
    await clock.advance(1500);
    writer.append({ kind: 'hidden', by: 'device' });
    await clock.advance(499);
    expect(stored().log.events).toEqual([]);
    await clock.advance(1);
    expect(stored()).toMatchObject({
      aliveAtMs: 2000,
      log: { events: [{ kind: 'hidden', atMs: 1500, by: 'device' }] },
    });
    await writer.finish();
  });

  test('no save that is late takes the end away again', async () => {
    const { clock, storage, writer } = openWriter();
    await clock.advance(1000);
    const release = storage.hold();
    await clock.advance(1000);
    const finishing = writer.finish();
    let finished = false;
    void finishing.then(() => {
      finished = true;
    });
    await clock.advance(3000);
    expect(finished).toBe(false);
    release();
    const take = await finishing;
    await storage.saveTake(take);
    await clock.advance(5000);
    expect(storage.rows.takes.get('take')?.log.events.at(-1)?.kind).toBe('stopped');
    expect(storage.savedTakes.at(-1)).toEqual(take);
    expect(clock.openCount()).toBe(0);
  });

  const recordingOf = async (storage: FakeStorage) => {
    const read = await storage.recording('take');
    return read.ok ? read.recording?.text() : null;
  };

  test('recorded pieces are written as they come, in their order', async () => {
    const { clock, storage, writer } = openWriter();
    writer.recordingBegan('audio/webm;codecs=opus');
    writer.keepChunk(new Blob(['一']), 0);
    await clock.advance(0);
    expect(await recordingOf(storage)).toBe('一');
    writer.keepChunk(new Blob(['二']), 1);
    writer.keepChunk(new Blob(['三']), 2);
    const take = await writer.finish();
    expect(take.recordingType).toBe('audio/webm;codecs=opus');
    expect(await recordingOf(storage)).toBe('一二三');
    expect(take.log.events.map(({ kind }) => kind)).toEqual(['stopped']);
  });

  test('a piece that storage refused is tried again with the next, before it', async () => {
    const { clock, storage, writer } = openWriter();
    writer.keepChunk(new Blob(['一']), 0);
    await clock.advance(1000);
    storage.fail({ kind: 'quota-exceeded' });
    writer.keepChunk(new Blob(['二']), 1);
    await clock.advance(1000);
    expect(storage.rows.recordings.get('take')?.size).toBe(1);
    storage.fail(null);
    writer.keepChunk(new Blob(['三']), 2);
    await writer.finish();
    expect(await recordingOf(storage)).toBe('一二三');
  });

  test('with no room to the end, what was recorded before is kept without a hole, and the log says so', async () => {
    const { clock, storage, writer } = openWriter();
    writer.keepChunk(new Blob(['一']), 0);
    await clock.advance(1000);
    storage.fail({ kind: 'quota-exceeded' });
    writer.keepChunk(new Blob(['二']), 1);
    writer.keepChunk(new Blob(['三']), 2);
    const take = await writer.finish();
    expect(take.log.events.map(({ kind }) => kind)).toEqual(['recording-ended', 'stopped']);
    storage.fail(null);
    expect(await recordingOf(storage)).toBe('一');
  });

  test('storage that fails is told once, and the take goes on in memory', async () => {
    const { clock, storage, troubles, writer } = openWriter();
    await clock.advance(1000);
    storage.fail({ kind: 'quota-exceeded' });
    writer.keepChunk(new Blob(['一']), 0);
    await clock.advance(5000);
    expect(troubles).toEqual([{ kind: 'quota-exceeded' }]);
    const take = await writer.finish();
    expect(take.log.events.at(-1)).toEqual({ kind: 'stopped', atMs: 6000, by: 'speaker' });
  });
});

describe('the clock', () => {
  test('what devices deliver after the stop bears the moment of the stop', async () => {
    const { clock, writer } = openWriter();
    await clock.advance(4321);
    writer.stopClock();
    await clock.advance(900);
    writer.append(heard(1, ['小林です', true]));
    await clock.advance(900);
    const take = await writer.finish();
    expect(take.log.events.map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['recognised', 4321],
      ['stopped', 4321],
    ]);
    expect(take.aliveAtMs).toBe(4321);
    expect(writer.atMs()).toBe(4321);
  });

  test('the person’s clock leaves pauses out while it runs', async () => {
    const { clock, writer } = openWriter();
    await clock.advance(1000);
    writer.append({ kind: 'paused', by: 'speaker' });
    await clock.advance(1000);
    expect([writer.atMs(), writer.elapsedMs()]).toEqual([2000, 1000]);
    writer.append({ kind: 'resumed', by: 'speaker' });
    await clock.advance(500);
    expect([writer.atMs(), writer.elapsedMs()]).toEqual([2500, 1500]);
    await writer.finish();
  });
});

describe('what a recogniser says again and again', () => {
  /** A minute of one session: five results a second, a phrase final every four seconds, about 5.5 characters a second. */
  async function listenForAMinute() {
    const opened = openWriter();
    const finals: [string, boolean][] = [];
    const finalAtMs: number[] = [];
    for (let phrase = 0; phrase < 15; phrase++) {
      const words = `${phrase}番目に話した言葉がここに二十二文字ほど。`;
      for (let step = 1; step <= 20; step++) {
        await opened.clock.advance(200);
        const interim = words.slice(0, Math.ceil((words.length * step) / 20));
        if (step === 20) finalAtMs.push(opened.writer.atMs());
        opened.writer.append(heard(1, ...finals, [interim, step === 20]));
      }
      finals.push([words, true]);
    }
    const take = await opened.writer.finish();
    return { ...opened, take, finals, finalAtMs };
  }

  test('a minute’s log stays small and loses no word', async () => {
    const { take, finals } = await listenForAMinute();
    expect(transcriptText(take.log)).toBe(finals.map(([text]) => text).join(''));
    // One a second and one for each final part, of 300 that came.
    expect(take.log.events.length).toBeLessThanOrEqual(60 + 15 + 1);
    const kilobytes = new TextEncoder().encode(JSON.stringify(take)).length / 1000;
    expect(kilobytes).toBeLessThan(100);
  });

  test('final words are on record when they came, and a killed tab loses a second of the others', async () => {
    const { take, storage, finalAtMs } = await listenForAMinute();
    const seen = take.log.events.flatMap((event) =>
      event.kind === 'recognised' && event.parts.every((part) => part.final) ? [event.atMs] : [],
    );
    expect(seen).toEqual(finalAtMs);
    for (const saved of storage.savedTakes.slice(1)) {
      const last = saved.log.events.at(-1);
      expect(saved.aliveAtMs - (last?.atMs ?? 0)).toBeLessThanOrEqual(200);
    }
  });

  test('the words before a pause, a session’s end or another session stand before it', async () => {
    const { clock, writer } = openWriter();
    await clock.advance(1100);
    writer.append(heard(1, ['緑町', false]));
    await clock.advance(100);
    writer.append({ kind: 'paused', by: 'speaker' });
    await clock.advance(100);
    writer.append({ kind: 'resumed', by: 'speaker' });
    writer.append(heard(1, ['緑町の', false]));
    await clock.advance(100);
    writer.append({ kind: 'recognition-ended', by: 'device', session: 1, error: null });
    writer.append(heard(2, ['鍼灸', false]));
    writer.append(heard(3, ['小林', false]));
    const { log } = await writer.finish();
    expect(log.events.map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['recognised', 1100],
      ['paused', 1200],
      ['resumed', 1300],
      ['recognised', 1300],
      ['recognition-ended', 1400],
      ['recognised', 1400],
      ['recognised', 1400],
      ['stopped', 1400],
    ]);
    expect(transcriptText(log)).toBe('緑町の\n鍼灸\n小林');
  });
});
