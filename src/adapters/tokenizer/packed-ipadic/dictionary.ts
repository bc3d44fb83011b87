import { type PackedTables, readSections, type Sections } from './packed-file';

/** Words of one class of characters that the dictionary does not know. */
export interface UnknownClass {
  /** Tried even where the dictionary has a word. */
  invoke: boolean;
  /** A run of characters of the class is one word. */
  group: boolean;
  words: readonly { context: number; cost: number; baseForm: string }[];
}

/** The decoded dictionary: what the lattice asks for in typed arrays, strings made when a token needs them. */
export interface Dictionary {
  /** Rank + 1 of each UTF-16 unit among the characters of the trie, 0 for those it does not have. */
  readonly rankOf: Uint16Array;
  /** Per node of the trie: rank + 1 of its character, ascending among siblings. */
  readonly labels: Uint16Array;
  /** Per node: its first child; the last child stands before the next node's first. One more at the end. */
  readonly firstChild: Uint32Array;
  /** Per node: its first word, in the same way. */
  readonly firstWord: Uint32Array;
  /** Per rank + 1: the child of the root, 0 for none. */
  readonly rootChildren: Uint32Array;
  /** Per word: context id and cost. */
  readonly contexts: Uint16Array;
  readonly costs: Int16Array;
  /** Connection cost of `left id of the word × size + right id of the word before`. */
  readonly connections: Int16Array;
  readonly size: number;
  /** Per UTF-16 unit: its class. */
  readonly classOf: Uint8Array;
  readonly unknownClasses: readonly UnknownClass[];
  /** pos, three details, conjugated type and form of a context id. */
  featuresOf(context: number): readonly string[];
  baseFormOf(word: number, surface: string): string;
  pronunciationOf(word: number, surface: string): string;
}

type Trie = Pick<Dictionary, 'labels' | 'firstChild' | 'firstWord' | 'rootChildren'> & {
  /** Per length of surface: its first word. */
  firstWordOfLength: number[];
};

function asUint16(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
}

function asUint32(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

function decodeTrie({ fanout, fanoutMore, labelsLow, labelsHigh }: Sections, alphabetSize: number): Trie {
  const nodes = fanout.length;
  const labels = new Uint16Array(nodes);
  const firstChild = new Uint32Array(nodes + 1);
  const firstWord = new Uint32Array(nodes + 1);
  const rootChildren = new Uint32Array(alphabetSize + 1);
  const firstWordOfLength: number[] = [];
  const more = asUint16(fanoutMore);
  let nextMore = 0;
  let child = 1;
  let word = 0;
  let levelEnd = 0;
  for (let node = 0; node < nodes; node++) {
    if (node === levelEnd) {
      // Nodes of one depth are together; its last node is followed by the first child of its first node.
      firstWordOfLength.push(word);
      levelEnd = child;
    }
    const counts = fanout[node] as number;
    let children = counts >> 4;
    if (children === 15) children = more[nextMore++] as number;
    let words = counts & 15;
    if (words === 15) words = more[nextMore++] as number;
    firstChild[node] = child;
    firstWord[node] = word;
    word += words;
    let label = 0;
    for (const end = child + children; child < end; child++) {
      label += ((labelsLow[child - 1] as number) | ((labelsHigh[child - 1] as number) << 8)) + 1;
      labels[child] = label;
      if (node === 0) rootChildren[label] = child;
    }
  }
  firstChild[nodes] = child;
  firstWord[nodes] = word;
  return { labels, firstChild, firstWord, rootChildren, firstWordOfLength };
}

/** Words' context ids, which the file has ordered by the last character of the surface. */
function decodeContexts(
  sections: Sections,
  { labels, firstWord }: Trie,
  ranked: Uint16Array,
  alphabetSize: number,
) {
  const { contextsLow, contextsHigh } = sections;
  const next = new Uint32Array(alphabetSize + 2);
  for (let node = 1; node < labels.length; node++) {
    const label = labels[node] as number;
    next[label + 1] =
      (next[label + 1] as number) + (firstWord[node + 1] as number) - (firstWord[node] as number);
  }
  for (let label = 1; label < next.length; label++) {
    next[label] = (next[label] as number) + (next[label - 1] as number);
  }
  const contexts = new Uint16Array(contextsLow.length);
  for (let node = 1; node < labels.length; node++) {
    const label = labels[node] as number;
    let at = next[label] as number;
    for (
      let word = firstWord[node] as number, end = firstWord[node + 1] as number;
      word < end;
      word++, at++
    ) {
      contexts[word] = ranked[(contextsLow[at] as number) | ((contextsHigh[at] as number) << 8)] as number;
    }
    next[label] = at;
  }
  return contexts;
}

/** Words' costs, which the file has ordered by context id. */
function decodeCosts(
  { costsLow, costsHigh }: Sections,
  contexts: Uint16Array,
  ranked: Uint16Array,
  size: number,
) {
  const next = new Uint32Array(size);
  for (let word = 0; word < contexts.length; word++) {
    const context = contexts[word] as number;
    next[context] = (next[context] as number) + 1;
  }
  let start = 0;
  for (const context of ranked) {
    const count = next[context] as number;
    next[context] = start;
    start += count;
  }
  const costs = new Int16Array(contexts.length);
  for (let word = 0; word < contexts.length; word++) {
    const context = contexts[word] as number;
    const at = next[context] as number;
    next[context] = at + 1;
    const value = (costsLow[at] as number) | ((costsHigh[at] as number) << 8);
    costs[word] = (value >>> 1) ^ -(value & 1);
  }
  return costs;
}

function decodeConnections({ matrixLow, matrixHigh }: Sections, tables: PackedTables): Int16Array {
  const size = tables.rowModels.length;
  const columnOrder = Uint16Array.from(tables.columnOrder);
  const columnModels = Int16Array.from(tables.columnModels);
  const connections = new Int16Array(size * size);
  for (const row of tables.rowOrder) {
    const start = row * size;
    const model = (tables.rowModels[row] as number) * size;
    for (let column = 0; column < size; column++) {
      const at = start + column;
      const value = (matrixLow[at] as number) | ((matrixHigh[at] as number) << 8);
      const residual = (value >>> 1) ^ -(value & 1);
      connections[at] = model < 0 ? residual : residual + (connections[model + column] as number);
    }
  }
  for (let start = 0; start < connections.length; start += size) {
    for (let i = 1; i < size; i++) {
      const column = columnOrder[i] as number;
      const at = start + column;
      connections[at] =
        (connections[at] as number) + (connections[start + (columnModels[column] as number)] as number);
    }
  }
  return connections;
}

/** Index of `value` in ascending `values`, -1 when it is not there. */
function indexOfSorted(values: Uint32Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return values[low] === value ? low : -1;
}

function createBaseFormOf(sections: Sections, tables: PackedTables, contexts: Uint16Array) {
  const exceptions = asUint32(sections.baseFormGaps).slice();
  const rulesOfExceptions = sections.baseFormRules.slice();
  for (let i = 1; i < exceptions.length; i++) {
    exceptions[i] = (exceptions[i] as number) + (exceptions[i - 1] as number);
  }
  const usual = tables.baseFormRuleOf;
  return (word: number, surface: string): string => {
    const exception = indexOfSorted(exceptions, word);
    const rule = exception < 0 ? usual[contexts[word] as number] : rulesOfExceptions[exception];
    const [strip, add] = tables.baseFormRules[rule as number] as [number, string];
    return strip === 0 ? surface + add : surface.slice(0, -strip) + add;
  };
}

function createPronunciationOf(sections: Sections, tables: PackedTables, trie: Trie, rankOf: Uint16Array) {
  const readings = sections.readings.slice();
  const { firstWordOfLength } = trie;
  const lastWord = trie.firstWord[trie.labels.length] as number;
  // Where the ranks of surfaces of one length begin: all their first characters, then all their second ones…
  const planes: number[] = [0];
  firstWordOfLength.forEach((first, length) => {
    planes.push((planes[length] as number) + length * ((firstWordOfLength[length + 1] ?? lastWord) - first));
  });
  const lists: string[][] = [];
  return (word: number, surface: string): string => {
    const { length } = surface;
    const first = firstWordOfLength[length] as number;
    const words = (firstWordOfLength[length + 1] ?? lastWord) - first;
    let at = (planes[length] as number) + word - first;
    let pronunciation = '';
    let rank = 0;
    for (let i = 0; i < length; i++, at += words) {
      // 々 is read like the character before it.
      if (i === 0 || surface[i] !== '々') rank = (rankOf[surface.charCodeAt(i)] as number) - 1;
      lists[rank] ??= (tables.readings[rank] as string).split(',');
      pronunciation += (lists[rank] as string[])[readings[at] as number];
    }
    return pronunciation;
  };
}

/** Decodes an inflated packed file whose hash has been checked. What it needs later it copies: `bytes` can go. */
export function decodeDictionary(bytes: Uint8Array): Dictionary {
  const sections = readSections(bytes);
  const tables = JSON.parse(new TextDecoder().decode(sections.tables)) as PackedTables;
  const size = tables.rowModels.length;
  const ranked = Uint16Array.from(tables.contexts);
  const rankOf = new Uint16Array(0x10000);
  for (let rank = 0; rank < tables.alphabet.length; rank++)
    rankOf[tables.alphabet.charCodeAt(rank)] = rank + 1;
  const trie = decodeTrie(sections, tables.alphabet.length);
  const contexts = decodeContexts(sections, trie, ranked, tables.alphabet.length);
  const features: string[][] = [];
  return {
    rankOf,
    labels: trie.labels,
    firstChild: trie.firstChild,
    firstWord: trie.firstWord,
    rootChildren: trie.rootChildren,
    contexts,
    costs: decodeCosts(sections, contexts, ranked, size),
    connections: decodeConnections(sections, tables),
    size,
    classOf: sections.classes.slice(),
    unknownClasses: tables.classes,
    featuresOf: (context) => {
      features[context] ??= (tables.features[context] as string).split(',');
      return features[context] as string[];
    },
    baseFormOf: createBaseFormOf(sections, tables, contexts),
    pronunciationOf: createPronunciationOf(sections, tables, trie, rankOf),
  };
}
