import { alignReadings } from './align-readings';
import type { Entry } from './read-kuromoji-dictionary';

/** A node of the trie: the words whose surface ends there, in kuromoji's order. */
interface Node {
  /** Rank of the last character, -1 for the root. */
  label: number;
  children: Node[];
  words: Entry[];
}

export interface PlacedWord extends Entry {
  surface: string;
}

export interface PackedTrie {
  alphabet: string[];
  labels: number[];
  fanout: Uint8Array;
  fanoutMore: Uint16Array;
  /** In the order of the nodes. */
  words: PlacedWord[];
}

/**
 * Leaves out words that can never be chosen: of those with one surface and one context id, all but the cheapest, and of
 * equals all but the first, which kuromoji prefers.
 */
export function dropHopeless(words: readonly Entry[]): Entry[] {
  return words.filter(
    (word, i) =>
      !words.some(
        (rival, j) =>
          rival.leftId === word.leftId && (rival.cost < word.cost || (rival.cost === word.cost && j < i)),
      ),
  );
}

/** Keys by how often they occur, the most frequent first. */
export function byFrequency<T extends string | number>(keys: Iterable<T>): T[] {
  const counts = new Map<T, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
}

/** Characters that end a prefix of a surface, one per node of the trie. */
function* nodeCharacters(surfaces: Iterable<string>): Generator<string> {
  const seen = new Set<string>();
  for (const surface of surfaces) {
    for (let end = 1; end <= surface.length; end++) {
      const prefix = surface.slice(0, end);
      if (seen.has(prefix)) continue;
      seen.add(prefix);
      yield surface.charAt(end - 1);
    }
  }
}

/** The trie over the surfaces' UTF-16 units, breadth-first. */
export function packTrie(dictionary: ReadonlyMap<string, Entry[]>): PackedTrie {
  const alphabet = byFrequency(nodeCharacters(dictionary.keys()));
  const rankOf = new Map(alphabet.map((character, rank) => [character, rank]));
  const root: Node = { label: -1, children: [], words: [] };
  const nodes = new Map<string, Node>([['', root]]);
  for (const [surface, words] of dictionary) {
    let parent = root;
    for (let end = 1; end <= surface.length; end++) {
      const prefix = surface.slice(0, end);
      let node = nodes.get(prefix);
      if (!node) {
        node = { label: rankOf.get(surface.charAt(end - 1)) as number, children: [], words: [] };
        nodes.set(prefix, node);
        parent.children.push(node);
      }
      parent = node;
    }
    parent.words = dropHopeless(words);
  }

  const packed: PackedTrie = {
    alphabet,
    labels: [],
    fanout: new Uint8Array(nodes.size),
    fanoutMore: new Uint16Array(0),
    words: [],
  };
  const more: number[] = [];
  const queue = [root];
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i] as Node;
    for (const word of node.words) packed.words.push({ ...word, surface: word.features[0] as string });
    const counts = [node.children.length, node.words.length];
    for (const count of counts) if (count > 14) more.push(count);
    packed.fanout[i] = 16 * Math.min(15, counts[0] as number) + Math.min(15, counts[1] as number);
    let elder = -1;
    for (const child of node.children.sort((a, b) => a.label - b.label)) {
      packed.labels.push(child.label - elder - 1);
      elder = child.label;
      queue.push(child);
    }
  }
  packed.fanoutMore = Uint16Array.from(more);
  return packed;
}

/** 々 stands for the character before it, in readings too. */
export function expandIterationMarks(surface: string): string {
  let expanded = '';
  for (const character of surface) {
    expanded += character === '々' && expanded !== '' ? expanded.charAt(expanded.length - 1) : character;
  }
  return expanded;
}

/** Reading lists per character of the alphabet, and the ranks, for each length of surface character by character. */
export function packReadings(words: readonly PlacedWord[], alphabet: readonly string[]) {
  const { readings, ranks } = alignReadings(
    words.map((word) => ({
      surface: expandIterationMarks(word.surface),
      reading: word.features[9] as string,
    })),
  );
  const planes: number[] = [];
  for (let first = 0; first < words.length; ) {
    const { length } = (words[first] as PlacedWord).surface;
    let end = first;
    while (words[end]?.surface.length === length) end += 1;
    for (let i = 0; i < length; i++) {
      for (let word = first; word < end; word++) planes.push((ranks[word] as Uint8Array)[i] as number);
    }
    first = end;
  }
  const lists = alphabet.map((character) => readings.get(character) ?? []);
  if (lists.flat().some((reading) => reading.includes(','))) throw new Error('a reading holds a comma');
  return { lists: lists.map((list) => list.join(',')), planes: Uint8Array.from(planes) };
}
