import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_LINE_BYTES, MAX_RECORDS } from '../../../../src/adapters/storage/backup/backup-file';
import { readBackup } from '../../../../src/adapters/storage/backup/backup-reader';
import { pitchOf, revisionOf, takeOf, variantOf } from '../storage-fixtures';
import { type RowLine, sealed, sha256Of, soundRows } from './backup-fixtures';

async function errorOf(file: Blob | string): Promise<unknown> {
  const result = await readBackup(file instanceof Blob ? file : new Blob([file]));
  return result.ok ? 'accepted' : result.error;
}

/** The sound rows with the one at `place` (counted from 0, its line is `place + 2`) changed. */
function withRow(place: number, change: (line: RowLine) => RowLine | string): (RowLine | string)[] {
  return soundRows().map((line, at) => (at === place ? change(line) : line));
}

const withField = (place: number, fields: object) =>
  withRow(place, ({ store, row }) => ({ store, row: { ...(row as object), ...fields } }));

const [SETTINGS, PITCH, VARIANT, , REVISION, TAKE, PREPARATION, RECALL, CHUNK] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

test('the sound file these faults are put into is accepted', async () => {
  expect(await errorOf(await sealed(soundRows()))).toBe('accepted');
  expect(await errorOf(await sealed([]))).toBe('accepted');
});

describe('not ours, or not for us', () => {
  test.each<[string, BlobPart]>([
    ['nothing', ''],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
    ['a letter', '拝啓 時下ますますご清栄のこととお慶び申し上げます。\n敬具\n'],
    ['other JSON', '{"format":"other","version":1}\n'],
    ['a list', '[1,2,3]\n'],
    ['null', 'null\n'],
    ['bytes without a line break', new Uint8Array(1_000_000).fill(0x61)],
    ['a header that reaches for the prototype', '{"format":"ippun-backup","__proto__":{}}\n'],
  ])('%s', async (_case, content) => {
    expect(await errorOf(new Blob([content]))).toEqual({ kind: 'not-a-backup', line: 1, path: null });
  });

  test('a byte order mark that some editor has put before it', async () => {
    expect(await errorOf(`\uFEFF${await sealed(soundRows())}`)).toMatchObject({ kind: 'not-a-backup' });
  });

  test.each([3, 99, 1e300])('version %d', async (version) => {
    expect(await errorOf(await sealed(soundRows(), { version }))).toEqual({
      kind: 'newer-backup',
      line: 1,
      path: null,
    });
  });

  test.each<[object, string]>([
    [{ version: '1' }, 'version'],
    [{ version: 0 }, 'version'],
    [{ exportedAt: 'today' }, 'exportedAt'],
    [{ exportedAt: -1 }, 'exportedAt'],
    [{ counts: null }, 'counts'],
    [{ counts: { pitches: 1 } }, 'counts.settings'],
    [{ note: 'more' }, 'note'],
  ])('a header with %j', async (fields, path) => {
    expect(await errorOf(await sealed(soundRows(), fields))).toEqual({ kind: 'invalid-row', line: 1, path });
  });
});

describe('rows', () => {
  test.each<[string, (RowLine | string)[], string, number, string | null]>([
    ['a title of a wrong type', withField(PITCH, { title: 1 }), 'invalid-row', 3, 'row.title'],
    ['a field missing', withRow(PITCH, ({ store }) => ({ store, row: {} })), 'invalid-row', 3, 'row.id'],
    ['an empty id', withField(PITCH, { id: '' }), 'invalid-row', 3, 'row.id'],
    ['an id of 201 characters', withField(PITCH, { id: 'x'.repeat(201) }), 'invalid-row', 3, 'row.id'],
    ['a list for a row', withRow(PITCH, ({ store }) => ({ store, row: [] })), 'invalid-row', 3, 'row.id'],
    ['null for a row', withRow(PITCH, ({ store }) => ({ store, row: null })), 'invalid-row', 3, 'row.'],
    ['a giant time', withField(PITCH, { createdAt: 1e300 }), 'invalid-row', 3, 'row.createdAt'],
    [
      'an endless number',
      withRow(PITCH, (line) => JSON.stringify(line).replace('"position":1', '"position":1e999')),
      'invalid-row',
      3,
      'row.position',
    ],
    ['a budget below zero', withField(VARIANT, { timeBudget: -60 }), 'invalid-row', 4, 'row.timeBudget'],
    ['a budget of years', withField(VARIANT, { timeBudget: 1e12 }), 'invalid-row', 4, 'row.timeBudget'],
    ['a save count and a half', withField(VARIANT, { saveCount: 1.5 }), 'invalid-row', 4, 'row.saveCount'],
    [
      'an unknown element',
      withField(VARIANT, { overrules: [{ sentenceText: 'あ。', element: 'price', carries: true }] }),
      'invalid-row',
      4,
      'row.overrules.0.element',
    ],
    [
      'a log of another version',
      withField(TAKE, { log: { ...takeOf().log, version: 3 } }),
      'invalid-row',
      7,
      'row.log.version',
    ],
    [
      'an unknown event',
      withField(TAKE, { log: { ...takeOf().log, events: [{ kind: 'sneezed', atMs: 1, by: 'speaker' }] } }),
      'invalid-row',
      7,
      'row.log.events.0.kind',
    ],
    ['a theme that is none', withField(SETTINGS, { theme: 'sepia' }), 'invalid-row', 2, 'row.theme'],
    ['bytes that are not base64', withField(CHUNK, { bytes: 'あいう=' }), 'invalid-row', 10, 'row.bytes'],
    ['bytes as a list', withField(CHUNK, { bytes: [26, 69] }), 'invalid-row', 10, 'row.bytes'],
    ['a place before the first', withField(CHUNK, { index: -1 }), 'invalid-row', 10, 'row.index'],
    ['a day that is none', withField(PREPARATION, { eventDate: '明日' }), 'invalid-row', 8, 'row.eventDate'],
    ['an unknown rung', withField(RECALL, { rung: 'roof' }), 'invalid-row', 9, 'row.rung'],
    ['an unknown store', withRow(PITCH, ({ row }) => ({ store: 'users', row })), 'invalid-row', 3, 'store'],
    ['a line of another shape', withRow(PITCH, () => '{"hello":"world"}'), 'invalid-row', 3, 'store'],
    ['a number for a line', withRow(PITCH, () => '7'), 'invalid-row', 3, ''],
    [
      'more in a line than a row',
      withRow(PITCH, (line) => JSON.stringify({ ...line, note: 1 })),
      'invalid-row',
      3,
      'note',
    ],
    [
      'a store out of order',
      [...soundRows(), { store: 'pitches', row: pitchOf({ id: 'p' }) }],
      'invalid-row',
      13,
      'store',
    ],
    [
      'one pitch twice',
      [soundRows()[SETTINGS]!, soundRows()[PITCH]!, ...soundRows().slice(PITCH)],
      'duplicate-id',
      4,
      'row.id',
    ],
    ['one piece twice', [...soundRows(), soundRows()[CHUNK]!], 'duplicate-id', 13, 'row.id'],
    ['settings twice', [soundRows()[SETTINGS]!, ...soundRows()], 'duplicate-id', 3, 'row.id'],
    ['a variant of no pitch', withField(VARIANT, { pitchId: 'x' }), 'missing-parent', 4, 'row.pitchId'],
    [
      'a revision of no variant',
      withField(REVISION, { variantId: 'x' }),
      'missing-parent',
      6,
      'row.variantId',
    ],
    ['a take of no variant', withField(TAKE, { variantId: 'x' }), 'missing-parent', 7, 'row.variantId'],
    ['a take of no revision', withField(TAKE, { revisionId: 'x' }), 'missing-parent', 7, 'row.revisionId'],
    [
      "a take of another variant's revision",
      withField(TAKE, { variantId: 'variant-2' }),
      'missing-parent',
      7,
      'row.revisionId',
    ],
    [
      'a preparation of no variant',
      withField(PREPARATION, { variantId: 'x' }),
      'missing-parent',
      8,
      'row.variantId',
    ],
    ['a recall of no variant', withField(RECALL, { variantId: 'x' }), 'missing-parent', 9, 'row.variantId'],
    ['a piece of no take', withField(CHUNK, { takeId: 'x' }), 'missing-parent', 10, 'row.takeId'],
    [
      'a row that reaches for the prototype',
      withRow(PITCH, (line) =>
        JSON.stringify(line).replace('"title"', '"__proto__":{"example":true},"title"'),
      ),
      'forbidden-content',
      3,
      null,
    ],
    [
      'a row that reaches for the constructor',
      withField(VARIANT, { constructor: { prototype: { script: '' } } }),
      'forbidden-content',
      4,
      null,
    ],
    [
      'nesting without end',
      withRow(PITCH, () => `{"store":"pitches","row":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      'forbidden-content',
      3,
      null,
    ],
    ['JSON that is none', withRow(PITCH, () => "{'store':'pitches'}"), 'invalid-json', 3, null],
    ['an empty line', withRow(PITCH, () => ''), 'invalid-json', 3, null],
  ])('%s', async (_case, rows, kind, line, path) => {
    expect(await errorOf(await sealed(rows))).toEqual({ kind, line, path });
    expect(({} as Record<string, unknown>).example).toBeUndefined();
  });

  test('bytes that are not UTF-8', async () => {
    const lines = (await sealed(soundRows())).split('\n');
    const before = new TextEncoder().encode(`${lines.slice(0, 2).join('\n')}\n{"store":"pitches","row":"`);
    expect(await errorOf(new Blob([before, Uint8Array.from([0xff, 0xfe]), '"}\n']))).toEqual({
      kind: 'invalid-utf-8',
      line: 3,
      path: null,
    });
  });
});

describe('as a whole', { timeout: 60_000 }, () => {
  test.each<[string, (text: string) => string | Promise<string>, string]>([
    ['a count that is not so', (text) => text.replace('"pitches":1', '"pitches":2'), 'damaged'],
    ['a number of rows that is not so', (text) => text.replace('"records":11', '"records":10'), 'damaged'],
    ['a word changed', (text) => text.replace('らくらく', 'ばくばく'), 'damaged'],
    ['line breaks turned into those of Windows', (text) => text.replaceAll('\n', '\r\n'), 'damaged'],
    ['an end that is no end', (text) => text.replace('"end":true', '"end":false'), 'invalid-row'],
    ['a second file behind the first', (text) => text + text, 'content-after-end'],
    ['an empty line at the end', (text) => `${text}\n`, 'invalid-json'],
    ['no end', (text) => text.slice(0, text.indexOf('{"end"')), 'truncated'],
    ['half an end', (text) => text.slice(0, -20), 'truncated'],
    [
      'a row taken out, the checksum made anew',
      async (text) => {
        const kept = text
          .split('\n')
          .filter((line) => !line.includes('"variant-2"') && !line.includes('"end"'));
        const body = kept.join('\n');
        return `${body}${JSON.stringify({ end: true, records: 10, sha256: await sha256Of(body) })}\n`;
      },
      'damaged',
    ],
  ])('%s', async (_case, damage, kind) => {
    expect(await errorOf(await damage(await sealed(soundRows())))).toMatchObject({ kind });
  });

  test('a file cut anywhere is refused', async () => {
    const whole = new Blob([await sealed(soundRows())]);
    await fc.assert(
      // Without its last line break alone the file is still whole.
      fc.asyncProperty(fc.nat(whole.size - 2), async (size) => {
        expect(await errorOf(whole.slice(0, size))).toMatchObject({
          kind: expect.stringMatching(/^(truncated|not-a-backup)$/),
        });
      }),
      { numRuns: 300 },
    );
    expect(await errorOf(whole.slice(0, whole.size - 1))).toBe('accepted');
  });

  test('a file with any one byte changed is refused', async () => {
    const whole = new TextEncoder().encode(await sealed(soundRows()));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 2), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const damaged = Uint8Array.from(whole);
        damaged[place] = damaged[place]! ^ change;
        expect(await errorOf(new Blob([damaged]))).not.toBe('accepted');
      }),
      { numRuns: 500 },
    );
  });

  test('any bytes at all are answered, never thrown over', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await errorOf(new Blob([new Uint8Array(bytes)]))).toMatchObject({ kind: 'not-a-backup' });
      }),
      { numRuns: 100 },
    );
  });
});

describe('too much', { timeout: 60_000 }, () => {
  const header = async () => `${(await sealed([])).split('\n')[0]}\n`;

  test('a file of more than 2 GiB, of which nothing is read', async () => {
    const part = new Blob([new Uint8Array(64 * 1024 * 1024)]);
    expect(await errorOf(new Blob(Array<Blob>(33).fill(part)))).toMatchObject({
      kind: 'too-large',
      line: null,
    });
  });

  test('a line without end', async () => {
    const part = new Blob(['a'.repeat(1024 * 1024)]);
    const parts = Array<Blob>(MAX_LINE_BYTES / 1024 / 1024 + 20).fill(part);
    expect(await errorOf(new Blob([await header(), '"', ...parts]))).toEqual({
      kind: 'line-too-long',
      line: 2,
      path: null,
    });
  });

  test('more text than can be held', async () => {
    const script = new Blob(['a'.repeat(30 * 1024 * 1024)]);
    const variants = Array.from({ length: 5 }, (_, number) => {
      const [before, after] = JSON.stringify({
        store: 'variants',
        row: variantOf({ id: `variant-${number}`, script: '|' }),
      }).split('|');
      return [before!, script, `${after}\n`];
    });
    const pitch = `${JSON.stringify({ store: 'pitches', row: pitchOf() })}\n`;
    expect(await errorOf(new Blob([await header(), pitch, ...variants.flat()]))).toMatchObject({
      kind: 'too-large',
      line: 7,
    });
  });

  test('more rows than can be listed, told by the header', async () => {
    const counts = {
      settings: 0,
      pitches: 1,
      variants: MAX_RECORDS,
      revisions: 0,
      takes: 0,
      recordingChunks: 0,
    };
    expect(await errorOf(await sealed(soundRows(), { counts }))).toEqual({
      kind: 'too-large',
      line: 1,
      path: 'counts',
    });
  });
});

test('a row is read without the fields nobody knows', async () => {
  const result = await readBackup(new Blob([await sealed(withField(REVISION, { colour: 'red' }))]));
  expect(result.ok && result.backup.revisions).toEqual([revisionOf()]);
});
