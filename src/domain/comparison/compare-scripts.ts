import { type CharacterPairs, containmentOf, likenessOf, pairsOf } from '../text/likeness';
import { alignInOrder, type Pair } from './align-in-order';
import { comparePhrases, type DividedText, type Edit } from './compare-phrases';

/**
 * What became of one sentence. `before` and `after` are its places in either text. A sentence that moved has two rows
 * with the same edits, one where it was and one where it is.
 */
export type ComparisonRow =
  | {
      kind: 'same' | 'reworded' | 'moved-away' | 'moved-here';
      before: number;
      after: number;
      edits: readonly Edit[];
    }
  | { kind: 'cut'; before: number; edits: readonly Edit[] }
  | { kind: 'added'; after: number; edits: readonly Edit[] };

/**
 * Likeness from which two sentences in the same place are one sentence reworded: at 0.4 about half of what was said is
 * still there; two sentences that only end alike (「〜をお手伝いしています。」) stay below it.
 */
const REWORDED = 0.4;
/** Likeness from which a sentence elsewhere is the same one moved: there its place does not speak for it. */
const MOVED = 0.6;
/** From so many pairs of characters on, a text that is nearly all in the other is that one shortened. */
const LEAST_SHORTENED = 7;
const SHORTENED = 0.75;

/**
 * Compares two scripts sentence by sentence: which stayed, which were reworded (with what changed in them), moved, cut
 * or added. Rows stand in the order of the text after, what is gone from the text before between the sentences it
 * stood between. Every sentence of either text is in exactly one row, one that moved on either side in one.
 */
export function compareScripts(
  before: readonly DividedText[],
  after: readonly DividedText[],
): ComparisonRow[] {
  const olds = before.map(({ text }) => text.trim());
  const nows = after.map(({ text }) => text.trim());
  const oldPairs = olds.map(pairsOf);
  const nowPairs = nows.map(pairsOf);
  const likeness = olds.map((old, i) =>
    nows.map((now, j) =>
      old === now ? 1 : likenessOfSentences(oldPairs[i] as CharacterPairs, nowPairs[j] as CharacterPairs),
    ),
  );
  const alike = (i: number, j: number): number => likeness[i]?.[j] ?? 0;
  const weight = (i: number, j: number): number =>
    // The same words count for more than alike ones, so that no rewording takes a sentence from its own copy.
    (olds[i] === nows[j] ? 2 : alike(i, j)) * (1 + (olds[i]?.length ?? 0) + (nows[j]?.length ?? 0));
  const inPlace = alignInOrder(olds.length, nows.length, (i, j) =>
    alike(i, j) >= REWORDED ? weight(i, j) : 0,
  );
  const edits = (pair: Pair): Edit[] =>
    comparePhrases(before[pair.before] as DividedText, after[pair.after] as DividedText);
  const moved = pairElsewhere(inPlace, olds.length, nows.length, alike).map((pair) => ({
    ...pair,
    edits: edits(pair),
  }));
  const alone = (kind: 'cut' | 'added', sentence: DividedText | undefined): Edit[] => [
    { kind, text: sentence?.text ?? '' },
  ];

  const rows: ComparisonRow[] = [];
  let i = 0;
  let j = 0;
  for (const pair of [...inPlace, { before: olds.length, after: nows.length }]) {
    for (; i < pair.before; i += 1) {
      const away = moved.find((move) => move.before === i);
      rows.push(
        away ? { kind: 'moved-away', ...away } : { kind: 'cut', before: i, edits: alone('cut', before[i]) },
      );
    }
    for (; j < pair.after; j += 1) {
      const here = moved.find((move) => move.after === j);
      rows.push(
        here ? { kind: 'moved-here', ...here } : { kind: 'added', after: j, edits: alone('added', after[j]) },
      );
    }
    if (i === olds.length && j === nows.length) break;
    rows.push({ kind: olds[i] === nows[j] ? 'same' : 'reworded', ...pair, edits: edits(pair) });
    i += 1;
    j += 1;
  }
  return rows;
}

/** What is nearly all in the other counts as at least alike enough to have moved. */
function likenessOfSentences(a: CharacterPairs, b: CharacterPairs): number {
  const shortened =
    Math.min(a.total, b.total) >= LEAST_SHORTENED && containmentOf(a, b) >= SHORTENED ? MOVED : 0;
  return Math.max(likenessOf(a, b), shortened);
}

/** Pairs of what has none yet, the most alike first. */
function pairElsewhere(
  taken: readonly Pair[],
  beforeCount: number,
  afterCount: number,
  alike: (before: number, after: number) => number,
): Pair[] {
  const usedBefore = new Set(taken.map(({ before }) => before));
  const usedAfter = new Set(taken.map(({ after }) => after));
  const candidates: (Pair & { likeness: number })[] = [];
  for (let before = 0; before < beforeCount; before += 1) {
    for (let after = 0; after < afterCount; after += 1) {
      if (alike(before, after) >= MOVED) candidates.push({ before, after, likeness: alike(before, after) });
    }
  }
  candidates.sort((a, b) => b.likeness - a.likeness);
  const pairs: Pair[] = [];
  for (const { before, after } of candidates) {
    if (usedBefore.has(before) || usedAfter.has(after)) continue;
    usedBefore.add(before);
    usedAfter.add(after);
    pairs.push({ before, after });
  }
  return pairs;
}
