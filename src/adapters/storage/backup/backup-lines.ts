import { BackupFault, MAX_HEADER_BYTES, MAX_LINE_BYTES, MAX_NESTING } from './backup-file';
import type { Sha256 } from './sha-256';

const LINE_FEED = 0x0a;

export interface Line {
  /** From 1. */
  number: number;
  value: unknown;
  /** Where the line is in the file, without its line break. */
  startByte: number;
  endByte: number;
  /** Checksum of every byte before this line; only the last line asks for it. */
  sha256Before: () => string;
}

/**
 * The lines of a file, read as a stream: no more than one line and one portion of the stream stand in memory. Throws
 * `BackupFault` for what is not JSON in UTF-8 within the limits.
 */
export async function* readLines(file: Blob, start: () => Sha256): AsyncGenerator<Line> {
  const before = start();
  const hold = { parts: [] as Uint8Array[], bytes: 0 };
  let number = 1;
  let startByte = 0;
  const grow = (part: Uint8Array): void => {
    hold.parts.push(part);
    hold.bytes += part.length;
    if (number === 1 && hold.bytes > MAX_HEADER_BYTES) throw new BackupFault('not-a-backup', 1);
    if (hold.bytes > MAX_LINE_BYTES) throw new BackupFault('line-too-long', number);
  };
  const finish = (): Line => {
    const bytes = join(hold.parts, hold.bytes);
    return {
      number,
      value: parseLine(bytes, number),
      startByte,
      endByte: startByte + bytes.length,
      sha256Before: before.hex,
    };
  };
  const next = (): void => {
    for (const part of hold.parts) before.update(part);
    before.update(new Uint8Array([LINE_FEED]));
    startByte += hold.bytes + 1;
    number += 1;
    hold.parts = [];
    hold.bytes = 0;
  };

  for await (const portion of portions(file)) {
    let from = 0;
    for (let to = portion.indexOf(LINE_FEED); to !== -1; to = portion.indexOf(LINE_FEED, from)) {
      grow(portion.subarray(from, to));
      yield finish();
      next();
      from = to + 1;
    }
    if (from < portion.length) grow(portion.subarray(from));
  }
  if (hold.bytes === 0) return;
  // A last line without its line break is as good as one with it, unless it has been cut short.
  let last: Line;
  try {
    last = finish();
  } catch (cause) {
    throw cause instanceof BackupFault ? new BackupFault('truncated', number) : cause;
  }
  yield last;
}

async function* portions(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new BackupFault('file-unreadable');
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** The JSON value of one line. Throws `BackupFault`. */
export function parseLine(bytes: Uint8Array, number: number): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BackupFault('invalid-utf-8', number);
  }
  // Before it is parsed: a line of opening brackets alone would become millions of objects.
  if (isNestedTooDeep(bytes)) throw new BackupFault('forbidden-content', number);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BackupFault('invalid-json', number);
  }
  if (hasForbiddenName(value)) throw new BackupFault('forbidden-content', number);
  return value;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];

/** In time linear in the bytes whatever they are: text within quotes, brackets in it included, is stepped over. */
function isNestedTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) {
      at = closingQuote(bytes, at);
      if (at === -1) return false;
    } else if (OPENING.includes(byte)) {
      depth += 1;
      if (depth > MAX_NESTING) return true;
    } else if (CLOSING.includes(byte)) depth -= 1;
  }
  return false;
}

/** Where the string that begins at `opening` ends; -1 where it does not, which the parser will say. */
function closingQuote(bytes: Uint8Array, opening: number): number {
  for (let at = bytes.indexOf(QUOTE, opening + 1); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) {
    let escapes = 0;
    while (bytes[at - 1 - escapes] === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return -1;
}

/** Names by which an object's prototype can be reached. */
const FORBIDDEN_NAMES = ['__proto__', 'constructor', 'prototype'];

function hasForbiddenName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (FORBIDDEN_NAMES.some((name) => Object.hasOwn(value, name))) return true;
  return (Array.isArray(value) ? value : Object.values(value)).some(hasForbiddenName);
}
