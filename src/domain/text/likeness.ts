/** The pairs of characters next to each other (UTF-16 units) that a text is made of, with how often each stands in it. */
export interface CharacterPairs {
  counts: ReadonlyMap<number, number>;
  total: number;
}

export function pairsOf(text: string): CharacterPairs {
  const counts = new Map<number, number>();
  for (let i = 0; i + 1 < text.length; i += 1) {
    const pair = text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(0, text.length - 1) };
}

/** Dice coefficient of two texts' pairs, 0–1: 1 where both are made of the same ones. */
export function likenessOf(a: CharacterPairs, b: CharacterPairs): number {
  const total = a.total + b.total;
  return total > 0 ? (2 * countShared(a, b)) / total : 0;
}

/** How much of the shorter text's pairs the longer one has, 0–1: 1 where words were only left out at its ends. */
export function containmentOf(a: CharacterPairs, b: CharacterPairs): number {
  const least = Math.min(a.total, b.total);
  return least > 0 ? countShared(a, b) / least : 0;
}

function countShared(a: CharacterPairs, b: CharacterPairs): number {
  const [fewer, more] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [pair, count] of fewer.counts) shared += Math.min(count, more.counts.get(pair) ?? 0);
  return shared;
}
