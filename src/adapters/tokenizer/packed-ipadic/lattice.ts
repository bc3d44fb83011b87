import type { Dictionary, UnknownClass } from './dictionary';

type UnknownWord = UnknownClass['words'][number];

export interface Lattice {
  /** Nodes of the cheapest path through `[start, end)` of the text, in order; valid until the next call. */
  bestPath(text: string, start: number, end: number): number[];
  startOf(node: number): number;
  endOf(node: number): number;
  /** Word of the dictionary, negative for an unknown word. */
  wordOf(node: number): number;
  unknownWordOf(node: number): UnknownWord;
}

/** char.def's class of whatever has no class of its own; all characters outside the basic plane. */
const DEFAULT_CLASS = 0;
/** The stretch's begin and end are words of context 0. */
const BOUNDARY_CONTEXT = 0;

/**
 * The Viterbi lattice in typed arrays. A node's cost is settled when it is added, since all nodes that end where it
 * starts are there by then; they stand in a linked list in the order they were added, which keeps kuromoji's choice
 * among equals. The best predecessor is found once per place and context, not once per node.
 */
export function createLattice(dictionary: Dictionary): Lattice {
  const { rankOf, labels, firstChild, firstWord, rootChildren, contexts, costs, size } = dictionary;
  const { classOf, unknownClasses } = dictionary;
  // Unknown words of all classes in one row; a class has those from its first to the next class's first.
  const unknownWords = unknownClasses.flatMap(({ words }) => words);
  const firstUnknown = [0];
  for (const { words } of unknownClasses) firstUnknown.push((firstUnknown.at(-1) as number) + words.length);

  let nodeStart = new Int32Array(0);
  let nodeEnd = new Int32Array(0);
  let nodeWord = new Int32Array(0);
  let nodeContext = new Uint16Array(0);
  let nodePrevious = new Int32Array(0);
  let nodeNext = new Int32Array(0);
  // Doubles, so that no length of text makes the sums overflow.
  let nodeCost = new Float64Array(0);
  let nodes = 0;

  // By place in the stretch: first and last node that end there, end of the run of one class that begins there.
  let firstEnding = new Int32Array(0);
  let lastEnding = new Int32Array(0);
  let runEnd = new Int32Array(0);

  // By context id: the connection costs to it, once they were needed.
  const connections: (Int16Array | undefined)[] = Array.from({ length: size }, () => undefined);
  // By context id: the best predecessor at the place being worked on, valid where the stamp is this place's.
  const bestPrevious = new Int32Array(size);
  const bestCost = new Float64Array(size);
  const bestStamp = new Float64Array(size);
  let stamp = 0;

  function growNodes(): void {
    const length = Math.max(1024, nodeStart.length * 2);
    const grown = <T extends Int32Array | Uint16Array | Float64Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    nodeStart = grown(nodeStart, new Int32Array(length));
    nodeEnd = grown(nodeEnd, new Int32Array(length));
    nodeWord = grown(nodeWord, new Int32Array(length));
    nodeContext = grown(nodeContext, new Uint16Array(length));
    nodePrevious = grown(nodePrevious, new Int32Array(length));
    nodeNext = grown(nodeNext, new Int32Array(length));
    nodeCost = grown(nodeCost, new Float64Array(length));
  }

  function resetPlaces(length: number): void {
    if (firstEnding.length <= length) {
      firstEnding = new Int32Array(length * 2 + 64);
      lastEnding = new Int32Array(length * 2 + 64);
      runEnd = new Int32Array(length * 2 + 64);
    }
    firstEnding.fill(-1, 0, length + 1);
  }

  function findBestPrevious(place: number, context: number): void {
    connections[context] ??= dictionary.connectionsTo(context);
    const connectionCosts = connections[context] as Int16Array;
    let best = Infinity;
    let previous = -1;
    for (let node = firstEnding[place] as number; node >= 0; node = nodeNext[node] as number) {
      const cost = (nodeCost[node] as number) + (connectionCosts[nodeContext[node] as number] as number);
      if (cost < best) {
        best = cost;
        previous = node;
      }
    }
    bestCost[context] = best;
    bestPrevious[context] = previous;
    bestStamp[context] = stamp;
  }

  function addNode(
    offset: number,
    start: number,
    end: number,
    word: number,
    context: number,
    cost: number,
  ): void {
    if (bestStamp[context] !== stamp) findBestPrevious(start - offset, context);
    if (nodes === nodeStart.length) growNodes();
    const node = nodes++;
    nodeStart[node] = start;
    nodeEnd[node] = end;
    nodeWord[node] = word;
    nodeContext[node] = context;
    nodePrevious[node] = bestPrevious[context] as number;
    nodeCost[node] = (bestCost[context] as number) + cost;
    nodeNext[node] = -1;
    const place = end - offset;
    if (firstEnding[place] === -1) firstEnding[place] = node;
    else nodeNext[lastEnding[place] as number] = node;
    lastEnding[place] = node;
  }

  /** Child of a trie's node by rank, 0 for none. */
  function childOf(node: number, rank: number): number {
    let low = firstChild[node] as number;
    let high = firstChild[node + 1] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      const label = labels[middle] as number;
      if (label === rank) return middle;
      if (label < rank) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  /** Adds all words of the dictionary that start at `start`; whether there are any. */
  function addKnownWords(text: string, offset: number, start: number, end: number): boolean {
    let found = false;
    let node = rootChildren[rankOf[text.charCodeAt(start)] as number] as number;
    for (let at = start + 1; node !== 0; at++) {
      const last = firstWord[node + 1] as number;
      for (let word = firstWord[node] as number; word < last; word++) {
        addNode(offset, start, at, word, contexts[word] as number, costs[word] as number);
        found = true;
      }
      if (at === end) break;
      const rank = rankOf[text.charCodeAt(at)] as number;
      node = rank === 0 ? 0 : childOf(node, rank);
    }
    return found;
  }

  function isPair(text: string, at: number, end: number): boolean {
    return (
      at + 1 < end &&
      (text.charCodeAt(at) & 0xfc00) === 0xd800 &&
      (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    );
  }

  function classAt(text: string, at: number, end: number): number {
    return isPair(text, at, end) ? DEFAULT_CLASS : (classOf[text.charCodeAt(at)] as number);
  }

  function findRuns(text: string, start: number, end: number): void {
    let runClass = -1;
    let stop = end;
    for (let at = end - 1, after = end; at >= start; at--) {
      if (at > start && isPair(text, at - 1, end)) continue;
      const itsClass = classAt(text, at, end);
      if (itsClass !== runClass) {
        runClass = itsClass;
        stop = after;
      }
      runEnd[at - start] = stop;
      after = at;
    }
  }

  function bestPath(text: string, start: number, end: number): number[] {
    resetPlaces(end - start);
    findRuns(text, start, end);
    nodes = 0;
    // The begin: a node that ends at the first place.
    stamp += 1;
    bestStamp[BOUNDARY_CONTEXT] = stamp;
    bestCost[BOUNDARY_CONTEXT] = 0;
    bestPrevious[BOUNDARY_CONTEXT] = -1;
    addNode(start, start, start, 0, BOUNDARY_CONTEXT, 0);

    for (let at = start; at < end; ) {
      const after = isPair(text, at, end) ? at + 2 : at + 1;
      // Where no word ends none can begin.
      if (firstEnding[at - start] !== -1) {
        stamp += 1;
        const known = addKnownWords(text, start, at, end);
        const itsClass = classAt(text, at, end);
        const { invoke, group } = unknownClasses[itsClass] as UnknownClass;
        if (!known || invoke) {
          const stop = group ? (runEnd[at - start] as number) : after;
          const last = firstUnknown[itsClass + 1] as number;
          for (let unknown = firstUnknown[itsClass] as number; unknown < last; unknown++) {
            const { context, cost } = unknownWords[unknown] as UnknownWord;
            addNode(start, at, stop, -1 - unknown, context, cost);
          }
        }
      }
      at = after;
    }

    stamp += 1;
    findBestPrevious(end - start, BOUNDARY_CONTEXT);
    const path: number[] = [];
    for (let node = bestPrevious[BOUNDARY_CONTEXT] as number; node > 0; node = nodePrevious[node] as number) {
      path.push(node);
    }
    return path.reverse();
  }

  return {
    bestPath,
    startOf: (node) => nodeStart[node] as number,
    endOf: (node) => nodeEnd[node] as number,
    wordOf: (node) => nodeWord[node] as number,
    unknownWordOf: (node) => unknownWords[-1 - (nodeWord[node] as number)] as UnknownWord,
  };
}
