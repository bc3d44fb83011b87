import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One word of the dictionary, as kuromoji stores it. */
export interface Entry {
  leftId: number;
  rightId: number;
  cost: number;
  /** surface, pos ×4, conjugated type, conjugated form, base form, reading, pronunciation. */
  features: string[];
}

/** One class of characters with how words unknown to the dictionary are made from it (char.def). */
export interface CharacterClass {
  name: string;
  /** 1: unknown words are tried even where the dictionary has a word. */
  invoke: number;
  /** 1: a run of characters of the class makes one unknown word. */
  group: number;
  /** Entries an unknown word of the class may be, in kuromoji's order. */
  entries: Entry[];
}

export interface SourceDictionary {
  /** Words by surface; within one surface in kuromoji's order, which decides ties. */
  words: Map<string, Entry[]>;
  /** Context ids of the matrix on each side. */
  size: number;
  /** Connection cost of `right id × size + left id`. */
  matrix: Int16Array;
  /** Class id of each UTF-16 unit. */
  classOf: Uint8Array;
  classes: CharacterClass[];
}

const utf8 = new TextDecoder();

function readString(bytes: Uint8Array, at: number): string {
  return utf8.decode(bytes.subarray(at, bytes.indexOf(0, at)));
}

function asView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readEntries(tid: Uint8Array, pos: Uint8Array, map: Uint8Array): Map<number, Entry[]> {
  const tids = asView(tid);
  const maps = asView(map);
  const groups = new Map<number, Entry[]>();
  for (let at = 4; at + 8 <= map.length; ) {
    const key = maps.getInt32(at, true);
    const count = maps.getInt32(at + 4, true);
    at += 8;
    const group: Entry[] = [];
    for (let i = 0; i < count; i++, at += 4) {
      const id = maps.getInt32(at, true);
      group.push({
        leftId: tids.getInt16(id, true),
        rightId: tids.getInt16(id + 2, true),
        cost: tids.getInt16(id + 4, true),
        features: readString(pos, tids.getInt32(id + 6, true)).split(','),
      });
    }
    // The file ends in zero bytes, which read as a second, empty group 0.
    if (count > 0) groups.set(key, group);
  }
  return groups;
}

/** Reads the twelve files of the dictionary in the installed `kuromoji` package. */
export function readKuromojiDictionary(): SourceDictionary {
  const folder = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  const read = (name: string) => new Uint8Array(gunzipSync(readFileSync(join(folder, `${name}.dat.gz`))));

  const words = new Map<string, Entry[]>();
  for (const group of readEntries(read('tid'), read('tid_pos'), read('tid_map')).values()) {
    const surface = group[0]?.features[0] ?? '';
    if (words.has(surface)) throw new Error(`two groups of words with the surface ${surface}`);
    words.set(surface, group);
  }

  const cc = new Int16Array(read('cc').buffer);
  const size = cc[0] ?? 0;
  if (cc[1] !== size || cc.length < size * size + 2) throw new Error('the matrix is not square');

  const invoke = read('unk_invoke');
  const unknown = readEntries(read('unk'), read('unk_pos'), read('unk_map'));
  const classes: CharacterClass[] = [];
  // Per class: invoke, group, a length that kuromoji does not use (int32), and the zero-ended name.
  for (let at = 0; at + 6 < invoke.length; ) {
    const name = readString(invoke, at + 6);
    if (name === '') break;
    const entries = unknown.get(classes.length) ?? [];
    classes.push({ name, invoke: invoke[at] ?? 0, group: invoke[at + 1] ?? 0, entries });
    at += 6 + name.length + 1;
  }

  return { words, size, matrix: cc.slice(2, 2 + size * size), classOf: read('unk_char'), classes };
}
