/** An item of each side that belong together. */
export interface Pair {
  before: number;
  after: number;
}

/**
 * Pairs items of two lists without crossing, so that the sum of `gain` is the greatest there is; pairs without gain are
 * never made. Of equal sums the one with the longest runs is taken, for what is changed in one place reads as one
 * change. Time and room grow with the product of the lengths.
 */
export function alignInOrder(
  beforeCount: number,
  afterCount: number,
  gain: (before: number, after: number) => number,
): Pair[] {
  const width = afterCount + 1;
  // The best sum from (before, after) on, runs counted too little to weigh against any gain.
  const best = new Float64Array((beforeCount + 1) * width);
  // The same where the pair before it was made, so that going on with a pair counts as a run.
  const running = new Float64Array((beforeCount + 1) * width);
  const paired = new Uint8Array((beforeCount + 1) * width);
  const pairedRunning = new Uint8Array((beforeCount + 1) * width);
  for (let i = beforeCount - 1; i >= 0; i -= 1) {
    for (let j = afterCount - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const skip = Math.max(best[at + width] as number, best[at + 1] as number);
      const worth = gain(i, j);
      const pair = worth > 0 ? worth + (running[at + width + 1] as number) : -1;
      paired[at] = pair > skip ? 1 : 0;
      best[at] = Math.max(pair, skip);
      pairedRunning[at] = pair + RUN >= skip && pair >= 0 ? 1 : 0;
      running[at] = pairedRunning[at] ? pair + RUN : skip;
    }
  }
  const pairs: Pair[] = [];
  let i = 0;
  let j = 0;
  let run = false;
  while (i < beforeCount && j < afterCount) {
    const at = i * width + j;
    if ((run ? pairedRunning : paired)[at]) {
      pairs.push({ before: i, after: j });
      i += 1;
      j += 1;
      run = true;
      continue;
    }
    run = false;
    if ((best[at + width] as number) >= (best[at + 1] as number)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** What going on with a run counts: far less than the least gain (1), however long the lists. */
const RUN = 1e-6;
