import { type PackedTables, RESIDUAL_BIAS, readSections, type Sections } from './packed-file';

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
  /** Number of context ids. */
  readonly size: number;
  /** Per UTF-16 unit: its class. */
  readonly classOf: Uint8Array;
  readonly unknownClasses: readonly UnknownClass[];
  /** Connection costs to words of this context id, by the context id of the word before. Slow: keep what it gives. */
  connectionsTo(context: number): Int16Array;
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
    }
  }
  for (let first = 1; first < (firstChild[1] as number); first++)
    rootChildren[labels[first] as number] = first;
  firstChild[nodes] = child;
  firstWord[nodes] = word;
  return { labels, firstChild, firstWord, rootChildren, firstWordOfLength };
}

/** Words' context ids, and their costs, which the file has ordered by context id. */
function decodeWords(sections: Sections, ranked: Uint16Array, size: number) {
  const { contextsLow, contextsHigh, costsLow, costsHigh } = sections;
  const contexts = new Uint16Array(contextsLow.length);
  const next = new Uint32Array(size);
  for (let word = 0; word < contexts.length; word++) {
    const context = ranked[(contextsLow[word] as number) | ((contextsHigh[word] as number) << 8)] as number;
    contexts[word] = context;
    next[context] = (next[context] as number) + 1;
  }
  let start = 0;
  for (const context of ranked) {
    const count = next[context] as number;
    next[context] = start;
    start += count;
  }
  const costs = new Int16Array(contexts.length);
  for (let word = 0; word < costs.length; word++) {
    const context = contexts[word] as number;
    const at = next[context] as number;
    next[context] = at + 1;
    const value = (costsLow[at] as number) | ((costsHigh[at] as number) << 8);
    costs[word] = (value >>> 1) ^ -(value & 1);
  }
  return { contexts, costs };
}

/**
 * Decodes rows of connection costs when they are first asked for, with the rows they are modelled on: a text needs some
 * hundred of them. Each cell is its residual, the model row's cell, and what its column's model differs by from its own.
 */
function createConnectionsTo(sections: Sections, tables: PackedTables): Dictionary['connectionsTo'] {
  const size = tables.rowModels.length;
  const low = sections.matrixLow.slice();
  const high = sections.matrixHigh.slice();
  const columnOrder = Uint16Array.from(tables.columnOrder);
  // In that order; the first column has no model: one beyond the last stands for it and stays zero.
  const columnModels = Uint16Array.from(tables.columnOrder, (column) => {
    const model = tables.columnModels[column] as number;
    return model < 0 ? size : model;
  });
  const placeOf = new Uint16Array(size);
  tables.rowOrder.forEach((row, place) => {
    placeOf[row] = place;
  });
  const rows: (Int16Array | undefined)[] = Array.from({ length: size }, () => undefined);
  const noModel = new Int16Array(size);
  const differences = new Int32Array(size + 1);

  function decodeRow(context: number, model: Int16Array): Int16Array {
    const row = new Int16Array(size);
    const start = (placeOf[context] as number) * size;
    for (let i = 0; i < size; i++) {
      const residual = ((low[start + i] as number) | ((high[start + i] as number) << 8)) - RESIDUAL_BIAS;
      const column = columnOrder[i] as number;
      const difference = residual + (differences[columnModels[i] as number] as number);
      differences[column] = difference;
      row[column] = difference + (model[column] as number);
    }
    return row;
  }

  return (context) => {
    const waiting: number[] = [];
    let next = context;
    while (next >= 0 && !rows[next]) {
      waiting.push(next);
      next = tables.rowModels[next] as number;
    }
    let model = rows[next] ?? noModel;
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      model = decodeRow(row, model);
      rows[row] = model;
    }
    return model;
  };
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
  const { contexts, costs } = decodeWords(sections, ranked, size);
  const features: string[][] = [];
  return {
    rankOf,
    labels: trie.labels,
    firstChild: trie.firstChild,
    firstWord: trie.firstWord,
    rootChildren: trie.rootChildren,
    contexts,
    costs,
    size,
    classOf: sections.classes.slice(),
    unknownClasses: tables.classes,
    connectionsTo: createConnectionsTo(sections, tables),
    featuresOf: (context) => {
      features[context] ??= (tables.features[context] as string).split(',');
      return features[context] as string[];
    },
    baseFormOf: createBaseFormOf(sections, tables, contexts),
    pronunciationOf: createPronunciationOf(sections, tables, trie, rankOf),
  };
}
