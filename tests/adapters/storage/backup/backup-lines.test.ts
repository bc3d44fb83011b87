import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BackupFault, MAX_NESTING } from '../../../../src/adapters/storage/backup/backup-file';
import { parseLine, readLines } from '../../../../src/adapters/storage/backup/backup-lines';
import { startSha256 } from '../../../../src/adapters/storage/backup/sha-256';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function faultOf(work: () => unknown): unknown {
  try {
    work();
  } catch (cause) {
    if (cause instanceof BackupFault) return cause.fault.kind;
    throw cause;
  }
  return null;
}

describe('one line', () => {
  test('any JSON within the limits is what the parser of the platform makes of it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: MAX_NESTING - 1 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/"(__proto__|constructor|prototype)"/.test(text));
        expect(parseLine(bytesOf(text), 1)).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each([
    ['{"a":"[[[[[[[[[[[[[[[[[[[["}', null],
    ['{"a":"\\"[[[[[[[[[[[[[[[[[[[[\\\\"}', null],
    ['"constructor"', null],
    [`${'['.repeat(MAX_NESTING)}${']'.repeat(MAX_NESTING)}`, null],
    [`${'['.repeat(MAX_NESTING + 1)}${']'.repeat(MAX_NESTING + 1)}`, 'forbidden-content'],
    [`{"a":"\\\\"${',"b":[{'.repeat(MAX_NESTING)}`, 'forbidden-content'],
    ['{"__proto__":{"polluted":1}}', 'forbidden-content'],
    ['{"a":[{"constructor":1}]}', 'forbidden-content'],
    ['{"a":{"\\u005f_proto__":1}}', 'forbidden-content'],
    ['{"prototype":null}', 'forbidden-content'],
    ['', 'invalid-json'],
    ['{"a":1,}', 'invalid-json'],
    ['\uFEFF{}', 'invalid-json'],
    ['{"a":"never closed', 'invalid-json'],
  ])('%s', (text, fault) => {
    expect(faultOf(() => parseLine(bytesOf(text), 1))).toBe(fault);
  });

  test.each([
    ['a lone continuation byte', [0x22, 0x80, 0x22]],
    ['an overlong form', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a character cut short', [0x22, 0xe3, 0x81, 0x22]],
    ['Shift_JIS', [0x22, 0x88, 0xea, 0x95, 0xaa, 0x22]],
  ])('%s is not UTF-8', (_case, bytes) => {
    expect(faultOf(() => parseLine(Uint8Array.from(bytes), 1))).toBe('invalid-utf-8');
  });

  test('hostile lines of 8 MB are answered in time linear in their length', () => {
    const started = performance.now();
    expect(faultOf(() => parseLine(bytesOf('['.repeat(8_000_000)), 1))).toBe('forbidden-content');
    expect(faultOf(() => parseLine(bytesOf(`"${'\\"'.repeat(4_000_000)}`), 1))).toBe('invalid-json');
    expect(faultOf(() => parseLine(bytesOf(`"${'\\'.repeat(8_000_000)}`), 1))).toBe('invalid-json');
    // Work in the square of the length would take hours.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test('lines and their places are the same wherever the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(200), { maxLength: 10 }),
      fc.boolean(),
      async (texts, cuts, endsInLineBreak) => {
        const text = texts.map((value) => JSON.stringify(value)).join('\n') + (endsInLineBreak ? '\n' : '');
        const bytes = bytesOf(text);
        const found: string[] = [];
        for await (const line of readLines(cutInto(bytes, cuts), startSha256)) {
          expect(line.number).toBe(found.length + 1);
          expect(JSON.parse(new TextDecoder().decode(bytes.slice(line.startByte, line.endByte)))).toBe(
            line.value,
          );
          found.push(line.value as string);
        }
        expect(found).toEqual(texts);
      },
    ),
  );
});

/** A file whose stream comes in the given pieces. Fake of a Blob, which chooses its own. */
function cutInto(bytes: Uint8Array<ArrayBuffer>, cuts: readonly number[]): Blob {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  const pieces = places.slice(1).map((end, place) => bytes.slice(places[place], end));
  const stream = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    });
  return Object.assign(new Blob([bytes]), { stream });
}
