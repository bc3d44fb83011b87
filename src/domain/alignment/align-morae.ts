// biome-ignore-all lint/style/noNonNullAssertion: indices stay inside arrays whose lengths are known here
import { findAnchors } from './find-anchors';
import { LIKENESS, MORA_KINDS } from './mora';

/**
 * Per mora of the left sequence the mora of the right one it is held against, or −1 where it has none. Partners
 * rise from left to right; a partner need not sound the same.
 */
export type MoraPartners = Int32Array;

/** What a pair is worth by how alike its morae sound: the same, taken for each other, close, something in common. */
const WORTH: Record<number, number> = { 4: 6, 3: 3, 2: 2, 1: 0, [-1]: -3 };

/**
 * Cost of beginning, and of ending, a gap inside a word, between words, between sentences; its length costs nothing.
 * Against the worth of pairs: words said elsewhere or left out stay whole, and single morae that agree by chance
 * (a third of them do between any two texts) are not worth their two gaps. The most alike morae alone, the longest
 * common subsequence, would tear a sentence apart wherever much was left out and something else was said.
 */
export const GAP_BEGINS = Int32Array.of(7, 5, 3);
export const GAP_ENDS = Int32Array.of(4, 2, 0);

/** `PAIR_WORTH[a * MORA_KINDS + b]`. */
export const PAIR_WORTH = Int32Array.from(LIKENESS, (likeness) => WORTH[likeness] ?? 0);

/** Up to this many cells, 500 morae by 500, a text is aligned at once; a larger one is first cut at anchors. */
const EXACT_CELLS = 250_000;

/** What lies between two anchors is cut again above this, so that many errors cost little more time than few. */
const CUT_ABOVE_CELLS = 40_000;

/** Without an anchor in more cells than this, 1,000 morae by 1,000, the two have nothing to do with each other. */
const MAX_CELLS = 1_000_000;

/** Lengths, in morae, of the shared stretches that serve as anchors: of the whole, then between two anchors. */
const ANCHOR_LENGTHS = [6, 5];

/**
 * Aligns two mora sequences. `boundaries` is that of the left one (`ScriptReading`). Exact for texts of about 500
 * morae; longer ones are cut where a long stretch occurs once in each, which keeps the time near linear.
 */
export function alignMorae(left: Uint8Array, right: Uint8Array, boundaries: Uint8Array): MoraPartners {
  const partners = new Int32Array(left.length).fill(-1);
  alignBlock({ left, right, boundaries, partners }, 0, left.length, 0, right.length, 0);
  return partners;
}

interface Job {
  left: Uint8Array;
  right: Uint8Array;
  boundaries: Uint8Array;
  partners: MoraPartners;
}

function alignBlock(
  job: Job,
  leftStart: number,
  leftEnd: number,
  rightStart: number,
  rightEnd: number,
  level: number,
): void {
  const { left, right, partners } = job;
  const cells = (leftEnd - leftStart) * (rightEnd - rightStart);
  if (cells === 0) return;
  const anchorLength = ANCHOR_LENGTHS[level];
  const most = anchorLength === undefined ? MAX_CELLS : level === 0 ? EXACT_CELLS : CUT_ABOVE_CELLS;
  if (cells <= most) alignExactly(job, leftStart, leftEnd, rightStart, rightEnd);
  if (cells <= most || anchorLength === undefined) return;
  let [i, j] = [leftStart, rightStart];
  const anchors = findAnchors(
    left.subarray(leftStart, leftEnd),
    right.subarray(rightStart, rightEnd),
    anchorLength,
  );
  for (const anchor of anchors) {
    const [anchorLeft, anchorRight] = [leftStart + anchor.left, rightStart + anchor.right];
    alignBlock(job, i, anchorLeft, j, anchorRight, level + 1);
    for (let k = 0; k < anchor.length; k += 1) partners[anchorLeft + k] = anchorRight + k;
    i = anchorLeft + anchor.length;
    j = anchorRight + anchor.length;
  }
  alignBlock(job, i, leftEnd, j, rightEnd, level + 1);
}

/** Where a path came from, in the three states of Gotoh's affine gaps, two bits each in one trace byte. */
const FROM_PAIR = 0;
const FROM_OMITTED = 1;
const FROM_INSERTED = 2;
const NEVER = -0x40000000;

/** Gotoh's algorithm over one block, with gaps whose ends cost by where they stand in the left text. */
function alignExactly(
  job: Job,
  leftStart: number,
  leftEnd: number,
  rightStart: number,
  rightEnd: number,
): void {
  const { left, right, boundaries, partners } = job;
  const rows = leftEnd - leftStart;
  const width = rightEnd - rightStart + 1;
  const trace = new Uint8Array((rows + 1) * width);
  let pairs = new Int32Array(width).fill(NEVER);
  let nextPairs = new Int32Array(width);
  let inserted = new Int32Array(width).fill(NEVER);
  let nextInserted = new Int32Array(width);
  const omitted = new Int32Array(width).fill(NEVER);

  const firstBegins = GAP_BEGINS[boundaries[leftStart]!]!;
  pairs[0] = 0;
  for (let j = 1; j < width; j += 1) {
    inserted[j] = -firstBegins;
    trace[j] = (j === 1 ? FROM_PAIR : FROM_INSERTED) << 4;
  }

  for (let i = 1; i <= rows; i += 1) {
    const before = leftStart + i - 1;
    const begins = GAP_BEGINS[boundaries[before]!]!;
    const ends = GAP_ENDS[boundaries[before]!]!;
    const beginsHere = GAP_BEGINS[boundaries[before + 1]!]!;
    const scoreRow = left[before]! * MORA_KINDS;
    const traceRow = i * width;

    // Column 0: nothing of the right text used yet.
    let omitting = omitted[0]!;
    let diagonalPair = pairs[0]!;
    let diagonalOmitted = omitting;
    let diagonalInserted = inserted[0]!;
    let begun = diagonalPair - begins;
    let traced = begun >= omitting ? FROM_PAIR << 2 : FROM_OMITTED << 2;
    let bestOmitted = Math.max(begun, omitting);
    let bestPair = NEVER;
    let bestInserted = NEVER;
    nextPairs[0] = NEVER;
    nextInserted[0] = NEVER;
    omitted[0] = bestOmitted;
    trace[traceRow] = traced;

    for (let j = 1; j < width; j += 1) {
      // Inserted, from this row's column to the left.
      let into = bestPair - beginsHere;
      traced = FROM_PAIR << 4;
      const afterOmitted = bestOmitted - beginsHere;
      if (afterOmitted > into) {
        into = afterOmitted;
        traced = FROM_OMITTED << 4;
      }
      if (bestInserted >= into) {
        into = bestInserted;
        traced = FROM_INSERTED << 4;
      }
      bestInserted = into;

      // A pair, from the diagonal.
      let from = diagonalPair;
      const closedOmitted = diagonalOmitted - ends;
      if (closedOmitted > from) {
        from = closedOmitted;
        traced |= FROM_OMITTED;
      }
      const closedInserted = diagonalInserted - ends;
      if (closedInserted > from) {
        from = closedInserted;
        traced = (traced & ~3) | FROM_INSERTED;
      }
      bestPair = from + PAIR_WORTH[scoreRow + right[rightStart + j - 1]!]!;

      // Omitted, from the row above.
      omitting = omitted[j]!;
      diagonalPair = pairs[j]!;
      diagonalOmitted = omitting;
      diagonalInserted = inserted[j]!;
      begun = diagonalPair - begins;
      if (begun >= omitting) {
        bestOmitted = begun;
      } else {
        bestOmitted = omitting;
        traced |= FROM_OMITTED << 2;
      }
      omitted[j] = bestOmitted;
      nextPairs[j] = bestPair;
      nextInserted[j] = bestInserted;
      trace[traceRow + j] = traced;
    }
    [pairs, nextPairs] = [nextPairs, pairs];
    [inserted, nextInserted] = [nextInserted, inserted];
  }

  const last = width - 1;
  const closing = GAP_ENDS[boundaries[leftEnd]!]!;
  const finals = [pairs[last]!, omitted[last]! - closing, inserted[last]! - closing];
  let state = finals.indexOf(Math.max(...finals));
  let [i, j] = [rows, last];
  while (i > 0 || j > 0) {
    const traced = trace[i * width + j]!;
    if (state === FROM_PAIR) {
      partners[leftStart + i - 1] = rightStart + j - 1;
      state = traced & 3;
      i -= 1;
      j -= 1;
    } else if (state === FROM_OMITTED) {
      state = (traced >> 2) & 3;
      i -= 1;
    } else {
      state = (traced >> 4) & 3;
      j -= 1;
    }
  }
}
