import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Storage } from '../../../../src/adapters/storage/storage';
import { ELEMENTS } from '../../../../src/domain/coverage/element';
import { RECALL_SCOPES, RECALL_WAYS, RECOLLECTIONS, RUNGS } from '../../../../src/domain/memorising/recall';
import { MEDIUMS } from '../../../../src/domain/pitch/pitch';
import { RECOGNITION_ERRORS } from '../../../../src/domain/rehearsal/recognition-error';
import { HEARINGS, PROMPTERS, TAKE_LOG_VERSIONS } from '../../../../src/domain/rehearsal/take-log';
import { RECOGNITION_CONSENTS, RECOGNITION_PLACES, THEMES } from '../../../../src/domain/settings/settings';
import {
  bytesOf,
  newDatabaseName,
  openTab,
  pitchOf,
  revisionOf,
  takeOf,
  variantOf,
} from '../storage-fixtures';
import { contentOf, fill, type RowLine, sealed, sha256Of, soundRows } from './backup-fixtures';

const EXPORTED_AT = 1_763_800_000_000;

async function exported(storage: Storage): Promise<Blob> {
  const result = await storage.exportBackup(EXPORTED_AT);
  if (!result.ok) throw new Error(`Export failed: ${result.error.kind}`);
  expect(result.leftOut).toEqual([]);
  return result.file;
}

async function restored(storage: Storage, file: Blob, mode: 'add' | 'replace') {
  const read = await storage.readBackup(file);
  if (!read.ok) throw new Error(`Refused: ${JSON.stringify(read.error)}`);
  return storage.restore(read.backup, mode);
}

// Any text at all: half a surrogate pair, line breaks of every kind, NUL, names that reach for a prototype.
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('__proto__', '\uD800', '\u2028\n\r\0', '一分で、伝わる。😀'),
);
// JSON knows no -0; nor does any date or place.
const number = (max: number) => fc.double({ min: 0, max, noNaN: true }).map((value) => value + 0);
const epochMs = fc.oneof(fc.integer({ min: 0, max: 2 ** 42 }), number(8.64e15));
const deletedAt = fc.option(epochMs);
const atMs = number(1e7);

const event = fc.oneof(
  fc.record({ kind: fc.constantFrom('paused', 'resumed'), atMs, by: fc.constant('speaker') }),
  fc.record({ kind: fc.constant('typed'), atMs, by: fc.constant('speaker'), text }),
  fc.record({
    kind: fc.constant('recognised'),
    atMs,
    by: fc.constant('speaker'),
    session: fc.nat(9),
    parts: fc.array(fc.record({ transcript: text, confidence: number(1), final: fc.boolean() }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    kind: fc.constant('recognition-ended'),
    atMs,
    by: fc.constant('device'),
    session: fc.nat(9),
    error: fc.option(fc.constantFrom(...RECOGNITION_ERRORS)),
  }),
  fc.record({
    kind: fc.constantFrom(
      'microphone-lost',
      'microphone-muted',
      'microphone-unmuted',
      'recording-began',
      'recording-ended',
      'hidden',
      'shown',
      'stopped',
    ),
    atMs,
    by: fc.constant('device'),
  }),
  fc.record({
    kind: fc.constant('microphone-changed'),
    atMs,
    by: fc.constant('device'),
    sampleHz: fc.option(number(192_000)),
  }),
  fc.record({ kind: fc.constant('sound-dropped'), atMs, by: fc.constant('device'), lostMs: number(1e5) }),
);

const settings = fc.record({
  characterTarget: fc.record({ min: fc.nat(), max: fc.nat() }),
  recognitionConsent: fc.constantFrom(...RECOGNITION_CONSENTS),
  recognitionPlace: fc.constantFrom(...RECOGNITION_PLACES),
  theme: fc.constantFrom(...THEMES),
  readingCorrections: fc.array(fc.record({ surface: text, kana: text }), { maxLength: 3 }),
  recordAudio: fc.boolean(),
  keepVoice: fc.boolean(),
  lastBackupAt: fc.option(epochMs),
  exampleDismissed: fc.boolean(),
  occasions: fc.option(
    fc.array(
      fc.record({
        id: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
        name: text,
        medium: fc.constantFrom(...MEDIUMS),
        timeBudget: number(86_400),
        characterTarget: fc.option(fc.record({ min: fc.nat(), max: fc.nat() })),
      }),
      { maxLength: 3 },
    ),
  ),
  marks: fc.array(number(300), { maxLength: 4 }),
});

/** Rows of a whole database that belong together; ids are any text. */
const library = fc
  .record({
    settings: fc.option(settings),
    ids: fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), {
      minLength: 4,
      maxLength: 14,
    }),
    seeds: fc.infiniteStream(fc.nat(1000)),
    pitch: fc.record({
      title: text,
      position: number(1e6),
      createdAt: epochMs,
      example: fc.boolean(),
      deletedAt,
    }),
    variant: fc.record({
      title: text,
      audience: text,
      medium: fc.constantFrom(...MEDIUMS),
      timeBudget: number(1800),
      characterTarget: fc.option(fc.record({ min: fc.nat(), max: fc.nat() })),
      madeFrom: fc.option(fc.constant('another')),
      script: text,
      dismissedFindings: fc.array(text, { maxLength: 2 }),
      overrules: fc.array(
        fc.record({ sentenceText: text, element: fc.constantFrom(...ELEMENTS), carries: fc.boolean() }),
        { maxLength: 2 },
      ),
      position: number(1e6),
      createdAt: epochMs,
      updatedAt: epochMs,
      saveCount: fc.nat(),
      deletedAt,
    }),
    take: fc.record({
      log: fc.record({
        version: fc.constantFrom(...TAKE_LOG_VERSIONS),
        startedAt: epochMs,
        hearing: fc.constantFrom(...HEARINGS),
        prompter: fc.constantFrom(...PROMPTERS),
        timeBudget: number(1800),
        events: fc.array(event, { maxLength: 6 }),
      }),
      note: text,
      aliveAtMs: atMs,
      recordingType: fc.option(fc.constantFrom('audio/webm;codecs=opus', 'audio/mp4')),
      deletedAt,
    }),
    revision: fc.record({ script: text, keptAt: epochMs }),
    preparation: fc.record({
      eventDate: fc.constantFrom(null, '2026-12-03'),
      keyWords: fc.array(fc.record({ sentenceText: text, words: fc.array(text, { maxLength: 3 }) }), {
        maxLength: 2,
      }),
      draft: fc.option(
        fc.record({
          rung: fc.constantFrom(...RUNGS),
          scope: fc.constantFrom(...RECALL_SCOPES),
          asked: fc.array(text, { maxLength: 3 }),
          atOnce: fc.boolean(),
          typed: fc.array(text, { maxLength: 3 }),
          peeks: fc.nat(),
        }),
      ),
      updatedAt: epochMs,
    }),
    recall: fc.record({
      recalledAt: epochMs,
      durationMs: atMs,
      rung: fc.constantFrom(...RUNGS),
      way: fc.constantFrom(...RECALL_WAYS),
      scope: fc.constantFrom(...RECALL_SCOPES),
      peeks: fc.nat(),
      sentences: fc.array(
        fc.record({ text, recollection: fc.constantFrom(...RECOLLECTIONS), stopped: fc.boolean() }),
        { maxLength: 3 },
      ),
    }),
    pieces: fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 40 }),
  })
  .map(({ settings, ids, seeds, pitch, variant, take, revision, preparation, recall, pieces }) => {
    const pick = (from: readonly string[]) => from[seeds.next().value! % from.length]!;
    const pitchIds = ids.filter((_, place) => place % 3 === 0);
    const variantIds = ids.filter((_, place) => place % 3 === 1);
    const takeIds = ids.filter((_, place) => place % 3 === 2);
    const rows: RowLine[] = settings === null ? [] : [{ store: 'settings', row: settings }];
    for (const id of pitchIds) rows.push({ store: 'pitches', row: { id, ...pitch } });
    for (const id of variantIds) {
      rows.push({ store: 'variants', row: { id, pitchId: pick(pitchIds), ...variant } });
      rows.push({ store: 'revisions', row: { id: `r${id}`, variantId: id, ...revision } });
      rows.push({ store: 'preparations', row: { variantId: id, ...preparation } });
      rows.push({ store: 'recalls', row: { id: `l${id}`, variantId: id, ...recall } });
    }
    for (const id of takeIds) {
      const variantId = pick(variantIds);
      rows.push({ store: 'takes', row: { id, variantId, revisionId: `r${variantId}`, ...take } });
    }
    pieces.forEach((piece, index) => {
      const row = { takeId: pick(takeIds), index, type: 'audio/webm', bytes: new Uint8Array(piece).buffer };
      rows.push({ store: 'recordingChunks', row });
    });
    return rows;
  });

// Thousands of transactions and millions of bytes, on a machine that may be busy, in ms.
const PATIENCE = { timeout: 60_000 };

describe('into an empty database', PATIENCE, () => {
  test.each(['add', 'replace'] as const)('%s gives identical content, whatever it is', async (mode) => {
    await fc.assert(
      fc.asyncProperty(library, async (rows) => {
        const [fromName, toName] = [newDatabaseName(), newDatabaseName()];
        const from = openTab(fromName);
        await fill(fromName, from, rows);
        const to = openTab(toName);
        const file = await exported(from);
        const result = await restored(to, file, mode);
        const owned = rows.filter(({ store }) => store !== 'recordingChunks').length;
        expect(result).toEqual({ ok: true, counts: { added: owned, same: 0, copied: 0, keptOurs: 0 } });
        expect(await contentOf(toName, to)).toEqual(await contentOf(fromName, from));
        // And the copy writes the very same file.
        expect(await (await exported(to)).text()).toBe(await file.text());
        from.close();
        to.close();
      }),
      { numRuns: 30 },
    );
  });

  test('a file of the first version, which knew less, is taken as it was', async () => {
    const storage = openTab();
    const { medium: _medium, characterTarget: _target, madeFrom: _from, ...variant } = variantOf();
    const counts = { settings: 0, pitches: 1, variants: 1, revisions: 0, takes: 0, recordingChunks: 0 };
    const rows = [
      { store: 'pitches', row: pitchOf() },
      { store: 'variants', row: variant },
    ];
    const file = new Blob([await sealed(rows, { version: 1, counts })]);
    expect(await restored(storage, file, 'add')).toMatchObject({ ok: true, counts: { added: 2 } });
    expect(await storage.load()).toMatchObject({ variants: [variantOf()] });
  });

  test('a file written from the description of the format alone is taken as it is', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    const file = new Blob([await sealed(soundRows())]);
    expect(await restored(storage, file, 'add')).toMatchObject({ ok: true, counts: { added: 8 } });
    expect(await contentOf(name, storage)).toMatchObject({
      pitches: [['pitch-1', pitchOf()]],
      takes: [['take-1', takeOf()]],
      arrivingChunks: [],
    });
    const result = await storage.recording('take-1');
    expect(result.ok && (await result.recording?.bytes())).toEqual(
      Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 1]),
    );
  });
});

describe('the file', PATIENCE, () => {
  test('can be checked with nothing but a checksum program', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    await fill(name, storage, [
      { store: 'pitches', row: pitchOf() },
      { store: 'variants', row: variantOf() },
    ]);
    const lines = (await (await exported(storage)).text()).split('\n');
    expect(lines.map((line) => line.slice(0, 20))).toEqual([
      '{"format":"ippun-bac',
      '{"store":"pitches","',
      '{"store":"variants",',
      '{"end":true,"records',
      '',
    ]);
    expect(JSON.parse(lines[0]!)).toEqual({
      format: 'ippun-backup',
      version: 2,
      exportedAt: EXPORTED_AT,
      counts: {
        settings: 0,
        pitches: 1,
        variants: 1,
        revisions: 0,
        takes: 0,
        preparations: 0,
        recalls: 0,
        recordingChunks: 0,
      },
    });
    expect(JSON.parse(lines[3]!)).toEqual({
      end: true,
      records: 2,
      sha256: await sha256Of(`${lines.slice(0, 3).join('\n')}\n`),
    });
  });

  test('leaves out, and names, what cannot be read or has lost its owner; the rest can be restored', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    const chunk = { takeId: 'take-1', index: 0, type: '', bytes: bytesOf(5) };
    await fill(name, storage, [
      { store: 'pitches', row: pitchOf() },
      { store: 'pitches', row: { ...pitchOf({ id: 'pitch-2' }), title: null } },
      { store: 'variants', row: variantOf() },
      { store: 'variants', row: variantOf({ id: 'variant-2', pitchId: 'pitch-2' }) },
      { store: 'revisions', row: revisionOf() },
      { store: 'takes', row: takeOf() },
      { store: 'takes', row: takeOf({ id: 'take-2', revisionId: 'gone' }) },
      { store: 'recordingChunks', row: chunk },
      { store: 'recordingChunks', row: { ...chunk, index: 1, bytes: 'lost' } },
      { store: 'recordingChunks', row: { ...chunk, takeId: 'take-2' } },
    ]);
    const result = await storage.exportBackup(EXPORTED_AT);
    if (!result.ok || !('leftOut' in result)) throw new Error('Export failed.');
    expect(result.leftOut).toEqual([
      { kind: 'unreadable-row', store: 'pitches', key: 'pitch-2', path: 'title' },
      { kind: 'unreadable-row', store: 'variants', key: 'variant-2', path: 'pitchId' },
      { kind: 'unreadable-row', store: 'takes', key: 'take-2', path: 'revisionId' },
      { kind: 'unreadable-row', store: 'recordingChunks', key: 'take-1/1', path: 'bytes' },
      { kind: 'unreadable-row', store: 'recordingChunks', key: 'take-2/0', path: 'takeId' },
    ]);
    const other = openTab();
    expect(await restored(other, result.file, 'replace')).toMatchObject({ ok: true, counts: { added: 4 } });
  });

  test('tells how far it is, from the first row to the last, in both directions', async () => {
    const name = newDatabaseName();
    const storage = openTab(name);
    const pieces = Array.from({ length: 40 }, (_, index) => ({
      store: 'recordingChunks',
      row: { takeId: 'take-1', index, type: '', bytes: bytesOf(300_000, index) },
    }));
    await fill(name, storage, [
      { store: 'pitches', row: pitchOf() },
      { store: 'variants', row: variantOf() },
      { store: 'revisions', row: revisionOf() },
      { store: 'takes', row: takeOf() },
      ...pieces,
    ]);
    const told = { write: [] as number[], read: [] as number[], restore: [] as number[] };
    const result = await storage.exportBackup(EXPORTED_AT, (ratio) => told.write.push(ratio));
    if (!result.ok) throw new Error('Export failed.');
    const read = await storage.readBackup(result.file, (ratio) => told.read.push(ratio));
    if (!read.ok) throw new Error('Refused.');
    const other = openTab();
    await other.restore(read.backup, 'add', (ratio) => told.restore.push(ratio));
    for (const ratios of Object.values(told)) {
      expect(ratios.length).toBeGreaterThan(2);
      expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
      expect(ratios.at(-1)).toBe(1);
    }
  });
});
