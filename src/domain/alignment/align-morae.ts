// biome-ignore-all lint/style/noNonNullAssertion: indices stay inside arrays whose lengths are known here
import { alignUnlike } from './align-unlike';
import { findAnchors } from './find-anchors';
import { LIKENESS, MORA_KINDS } from './mora';

/**
 * Per mora of the left sequence the mora of the right one it is held against, or −1 where it has none. Partners
 * rise from left to right; a partner need not sound the same.
 */
export type MoraPartners = Int32Array;

/**
 * One mora the same outweighs everything else, so that no alignment keeps more of the same morae than this one;
 * among those that keep as many, sounds alike and few gaps, at the ends of words and sentences, decide. All that
 * may be lost or won there stays below `SAME` for texts up to `SAME / 16` morae, and a sum below 2^31.
 */
const SAME = 65_536;

/** Cost of beginning, and of ending, a gap inside a word, between words, between sentences. */
const GAP_BEGINS = Int32Array.of(6, 4, 2);
const GAP_ENDS = Int32Array.of(3, 1, 0);

const SCORES = Int32Array.from(LIKENESS, (likeness) => (likeness === 4 ? SAME : likeness));

/** Up to this many cells, 500 morae by 500, a text is aligned at once; a larger one is first cut at anchors. */
const EXACT_CELLS = 250_000;

/** What lies between two anchors is cut again above this, so that many errors cost little more time than few. */
const CUT_ABOVE_CELLS = 40_000;

/** Lengths, in morae, of the shared stretches that serve as anchors; shorter ones only where longer ones fail. */
const ANCHOR_LENGTHS = [10, 6];

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
  const exact = cells <= (level === 0 || anchorLength === undefined ? EXACT_CELLS : CUT_ABOVE_CELLS);
  if (exact) {
    alignExactly(job, leftStart, leftEnd, rightStart, rightEnd);
    return;
  }
  if (anchorLength === undefined) {
    const pairs = alignUnlike(left.subarray(leftStart, leftEnd), right.subarray(rightStart, rightEnd));
    pairs.forEach((partner, i) => {
      if (partner !== -1) partners[leftStart + i] = rightStart + partner;
    });
    return;
  }
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
      bestPair = from + SCORES[scoreRow + right[rightStart + j - 1]!]!;

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
