/** Dice coefficient of the two texts' pairs of characters (UTF-16 units), 0–1. */
export function likenessOf(a: string, b: string): number {
  const total = a.length + b.length - 2;
  return total > 0 ? (2 * countSharedPairs(a, b)) / total : 0;
}

/** How much of the shorter text's pairs of characters the longer one has, 0–1: 1 where words were only left out. */
export function containmentOf(a: string, b: string): number {
  const least = Math.min(a.length, b.length) - 1;
  return least > 0 ? countSharedPairs(a, b) / least : 0;
}

function countSharedPairs(a: string, b: string): number {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    shared += 1;
  }
  return shared;
}
