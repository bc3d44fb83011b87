// biome-ignore-all lint/style/noNonNullAssertion: indices stay inside arrays whose lengths are known here
import { LIKENESS, MORA_KINDS, SOUNDS_ALIKE } from './mora';

/**
 * Where a stretch of morae was found again, `[start, end)`, how many of its morae sound the same there, and the score
 * of the local alignment.
 */
export interface Copy {
  start: number;
  end: number;
  matched: number;
  score: number;
}

/** Scores of a local alignment: same, alike, other or skipped mora. */
const SAME = 2;
const ALIKE = 1;
const OTHER = -1;

/** The best place for `pattern` (any part of it) within `text` from `from` to `to`, or `null` where none fits. */
export function findCopy(pattern: Uint8Array, text: Uint8Array, from: number, to: number): Copy | null {
  const width = to - from + 1;
  if (width <= 1) return null;
  let scores = new Int32Array(width);
  let starts = Int32Array.from({ length: width }, (_, j) => j);
  let matches = new Int32Array(width);
  let nextScores = new Int32Array(width);
  let nextStarts = new Int32Array(width);
  let nextMatches = new Int32Array(width);
  let best: Copy | null = null;
  let bestScore = 0;
  for (const mora of pattern) {
    const row = mora * MORA_KINDS;
    nextScores[0] = 0;
    nextStarts[0] = 0;
    nextMatches[0] = 0;
    for (let j = 1; j < width; j += 1) {
      const likeness = LIKENESS[row + text[from + j - 1]!]!;
      const alike = likeness >= SOUNDS_ALIKE;
      let score = scores[j - 1]! + (likeness === 4 ? SAME : alike ? ALIKE : OTHER);
      let source = 0;
      if (scores[j]! + OTHER > score) {
        score = scores[j]! + OTHER;
        source = 1;
      }
      if (nextScores[j - 1]! + OTHER > score) {
        score = nextScores[j - 1]! + OTHER;
        source = 2;
      }
      if (score <= 0) {
        nextScores[j] = 0;
        nextStarts[j] = j;
        nextMatches[j] = 0;
        continue;
      }
      nextScores[j] = score;
      nextStarts[j] = source === 0 ? starts[j - 1]! : source === 1 ? starts[j]! : nextStarts[j - 1]!;
      nextMatches[j] =
        source === 0 ? matches[j - 1]! + (alike ? 1 : 0) : source === 1 ? matches[j]! : nextMatches[j - 1]!;
      if (score > bestScore) {
        bestScore = score;
        best = { start: from + nextStarts[j]!, end: from + j, matched: nextMatches[j]!, score };
      }
    }
    [scores, nextScores] = [nextScores, scores];
    [starts, nextStarts] = [nextStarts, starts];
    [matches, nextMatches] = [nextMatches, matches];
  }
  return best;
}
