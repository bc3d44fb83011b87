// biome-ignore-all lint/style/noNonNullAssertion: indices stay inside arrays whose lengths are known here
import { MORA_KINDS } from './mora';

const BITS = 32;

/**
 * Pairs of one longest common subsequence of two long stretches that share no long stretch of their own, as
 * `partners` of the left one (offset in the right one, −1 for none). Bit-parallel (Hyyrö's recurrence): 32 cells at a
 * time, where a table with gap costs would cost tens of ms and gain nothing, there being no gaps to place well.
 */
export function alignUnlike(left: Uint8Array, right: Uint8Array): Int32Array {
  const partners = new Int32Array(left.length).fill(-1);
  const words = Math.ceil(right.length / BITS);
  const places = new Int32Array(MORA_KINDS * words);
  right.forEach((mora, j) => {
    places[mora * words + (j >>> 5)]! |= 1 << (j & 31);
  });
  // Row i, bit j: 0 where the longest common subsequence with the first i of the left grows at j, else 1.
  const rows = new Int32Array((left.length + 1) * words).fill(-1, 0, words);
  left.forEach((mora, i) => {
    let carry = 0;
    for (let word = 0; word < words; word += 1) {
      const before = rows[i * words + word]!;
      const same = before & places[mora * words + word]!;
      const sum = (before >>> 0) + (same >>> 0) + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      rows[(i + 1) * words + word] = sum | 0 | (before & ~same);
    }
  });
  const grows = (i: number, j: number) => (rows[i * words + (j >>> 5)]! & (1 << (j & 31))) === 0;
  let [i, j] = [left.length, right.length];
  while (i > 0 && j > 0) {
    if (!grows(i, j - 1)) {
      j -= 1;
    } else {
      i -= 1;
      if (grows(i, j - 1)) continue;
      j -= 1;
      partners[i] = j;
    }
  }
  return partners;
}
