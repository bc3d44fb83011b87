/**
 * The packed file, inflated: eight bytes of magic, the length in bytes of each section (uint32), then the sections, each
 * filled up to a multiple of four, the whole to a multiple of sixteen. Little-endian throughout, as every machine is that
 * runs a browser: typed arrays look straight into it.
 */
const MAGIC = [0x69, 0x70, 0x61, 0x64, 0x69, 0x63, 0x00, 0x01] as const;

/**
 * Sections in the order of the file. Nodes are numbered breadth-first, children ordered by the rank of their character;
 * words are numbered by node, and within one surface as in kuromoji.
 */
export const SECTIONS = [
  /** JSON, `PackedTables`. */
  'tables',
  /** Per node but the root: rank of its character, less its elder sibling's rank plus one; low and high bytes. */
  'labelsLow',
  'labelsHigh',
  /** Per node: number of children × 16 + number of words, 15 standing for more. */
  'fanout',
  /** The numbers above 14 themselves, in order (uint16). */
  'fanoutMore',
  /** Per word: rank of its context id. */
  'contextsLow',
  'contextsHigh',
  /** Per word, words ordered by context id: its cost, zigzag. */
  'costsLow',
  'costsHigh',
  /**
   * Connection costs, rows left ids, less what the row's and the column's models in `tables` predict, plus
   * `RESIDUAL_BIAS`; rows and columns in the orders given there.
   */
  'matrixLow',
  'matrixHigh',
  /** Words whose base form does not follow the rule of their context id: gap to the one before (uint32), and rule. */
  'baseFormGaps',
  'baseFormRules',
  /** For each length of surface, for each character of it, per word: rank of that character's reading. */
  'readings',
  /** Per UTF-16 unit: class of character. */
  'classes',
] as const;

/** Added to residuals, so that the high byte of nearly all is zero. */
export const RESIDUAL_BIAS = 128;

export type SectionName = (typeof SECTIONS)[number];
export type Sections = Record<SectionName, Uint8Array>;

/** What is small, or made of strings. */
export interface PackedTables {
  /** Characters of all surfaces by rank. */
  alphabet: string;
  /** Per rank of character: its readings by rank, comma-separated. */
  readings: string[];
  /** Context ids by rank. */
  contexts: number[];
  /** Per context id: pos, three details, conjugated type and form, comma-separated. */
  features: string[];
  /** How a base form is made from a surface: characters taken off its end, then what is put there. */
  baseFormRules: [strip: number, add: string][];
  /** Per context id: the usual rule. */
  baseFormRuleOf: number[];
  /** Per row and per column of the matrix: the one it resembles (-1: none), and an order in which that one comes first. */
  rowModels: number[];
  rowOrder: number[];
  columnModels: number[];
  columnOrder: number[];
  /** Classes of characters, by id. */
  classes: {
    name: string;
    invoke: boolean;
    group: boolean;
    words: { context: number; cost: number; baseForm: string }[];
  }[];
}

/** Whether the bytes begin as an inflated packed file does. */
export function hasMagic(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

const HEADER_BYTES = MAGIC.length + 4 * SECTIONS.length;
const roundUp = (length: number, to: number) => Math.ceil(length / to) * to;

/** The sections as views into `bytes`. Throws when they do not fit: the bytes' hash is to be checked before. */
export function readSections(bytes: Uint8Array): Sections {
  if (!hasMagic(bytes)) throw new Error('not a packed dictionary');
  const lengths = new DataView(bytes.buffer, bytes.byteOffset);
  let at = HEADER_BYTES;
  const sections = SECTIONS.map((name, i) => {
    const length = lengths.getUint32(MAGIC.length + 4 * i, true);
    if (at + length > bytes.length) throw new Error(`section ${name} lies outside the file`);
    const section = bytes.subarray(at, at + length);
    at += roundUp(length, 4);
    return [name, section] as const;
  });
  return Object.fromEntries(sections) as Sections;
}

/** The inverse of `readSections`. */
export function writeSections(sections: Sections): Uint8Array {
  const length = SECTIONS.reduce((sum, name) => sum + roundUp(sections[name].length, 4), HEADER_BYTES);
  const bytes = new Uint8Array(roundUp(length, 16));
  bytes.set(MAGIC);
  const lengths = new DataView(bytes.buffer);
  let at = HEADER_BYTES;
  SECTIONS.forEach((name, i) => {
    lengths.setUint32(MAGIC.length + 4 * i, sections[name].length, true);
    bytes.set(sections[name], at);
    at += roundUp(sections[name].length, 4);
  });
  return bytes;
}
