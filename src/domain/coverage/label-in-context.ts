import context from './context.json';
import { CLEAR_SCORE, type Label, type Leaning } from './element';
import { runNetwork } from './packed-network';
import { readContext } from './sentence-context';

/**
 * Decides which elements each sentence carries. What its own words say clearly stands, whatever is around it; where they
 * leave it open, a network decides by what the others say and by where it stands: a scene of a trouble is followed by
 * what helps, a scene of a life afterwards comes after it. A sentence that is not judged yet (`null`) is passed over.
 */
export function labelInContext(sentences: readonly (readonly Leaning[] | null)[]): Label[][] {
  const judged = sentences.filter((leanings) => leanings !== null);
  const scores = judged.map((leanings) => leanings.map(({ score }) => score));
  const labels = judged.map((leanings, at) => {
    const among = runNetwork(context, context.rows, readContext(scores, at)).scores;
    return leanings.flatMap(({ element, score, evidence }, index): Label[] => {
      const open = Math.abs(score) < CLEAR_SCORE;
      const carries = open ? (among[index] ?? 0) > (context.thresholds[index] ?? 0) : score > 0;
      return carries ? [{ element, evidence }] : [];
    });
  });
  let next = 0;
  return sentences.map((leanings) => (leanings === null ? [] : (labels[next++] ?? [])));
}
