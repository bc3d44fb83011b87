// biome-ignore-all lint/style/noNonNullAssertion: indices stay inside arrays whose lengths are known here
/** A stretch that both sequences share: `length` morae from `left` and from `right` on. */
export interface Anchor {
  left: number;
  right: number;
  length: number;
}

/**
 * Finds stretches of at least `length` morae that stand once in each sequence, and keeps the chain of them, in the
 * same order on both sides, that is longest in morae after its jumps are paid for (patience diff, weighed). Sorted;
 * never overlapping.
 */
export function findAnchors(left: Uint8Array, right: Uint8Array, length: number): Anchor[] {
  return longestChain(uniqueStretches(left, right, length));
}

function uniqueStretches(left: Uint8Array, right: Uint8Array, length: number): Anchor[] {
  const onLeft = positionsOfUnique(left, length);
  const onRight = positionsOfUnique(right, length);
  const stretches: Anchor[] = [];
  for (const [key, leftPosition] of onLeft) {
    const rightPosition = onRight.get(key);
    if (leftPosition === REPEATED || rightPosition === undefined || rightPosition === REPEATED) continue;
    const last = stretches.at(-1);
    if (
      last &&
      leftPosition - last.left === rightPosition - last.right &&
      leftPosition <= last.left + last.length
    ) {
      last.length = leftPosition - last.left + length;
    } else {
      stretches.push({ left: leftPosition, right: rightPosition, length });
    }
  }
  return stretches;
}

const REPEATED = -1;

/** Where each stretch of `length` morae stands, in order of its first standing; `REPEATED` for more than once. */
function positionsOfUnique(morae: Uint8Array, length: number): Map<string, number> {
  const text = String.fromCharCode(...morae);
  const positions = new Map<string, number>();
  for (let start = 0; start + length <= text.length; start += 1) {
    const key = text.slice(start, start + length);
    positions.set(key, positions.has(key) ? REPEATED : start);
  }
  return positions;
}

/**
 * Price, in morae, of an anchor that does not lie where the one before would have it, up to `PRICE_OF_JUMP`; a phrase
 * that stands once in the script and once, elsewhere, in what was added (ありがとうございます) costs two jumps.
 */
const PRICE_OF_JUMP = 6;
const MORAE_PER_PRICE = 8;

/** The chain rising on both sides with the most morae; stretches that would overlap are not chained. */
function longestChain(stretches: readonly Anchor[]): Anchor[] {
  const reached = new Float64Array(stretches.length);
  const previous = new Int32Array(stretches.length).fill(-1);
  let best = -1;
  stretches.forEach((stretch, index) => {
    let before = 0;
    for (let earlier = 0; earlier < index; earlier += 1) {
      const candidate = stretches[earlier]!;
      if (candidate.left + candidate.length > stretch.left) continue;
      if (candidate.right + candidate.length > stretch.right) continue;
      const shift = Math.abs(stretch.left - candidate.left - (stretch.right - candidate.right));
      const worth = reached[earlier]! - Math.min(PRICE_OF_JUMP, shift / MORAE_PER_PRICE);
      if (worth > before) {
        before = worth;
        previous[index] = earlier;
      }
    }
    reached[index] = before + stretch.length;
    if (best === -1 || reached[index]! > reached[best]!) best = index;
  });
  const chain: Anchor[] = [];
  for (let index = best; index !== -1; index = previous[index]!) chain.unshift(stretches[index]!);
  return chain;
}
