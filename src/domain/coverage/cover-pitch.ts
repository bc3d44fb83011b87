import type { LabelOverrule } from '../pitch/pitch';
import { ELEMENTS, type Element, type Evidence, type Leaning } from './element';
import { overrulesBySentence } from './hold-overrules';
import { labelInContext } from './label-in-context';

/** One element a sentence carries in the end, and whose word it is. A person's own label has no evidence. */
export interface CoveredLabel {
  element: Element;
  evidence: Evidence[];
  by: 'judge' | 'person';
}

export interface CoveredSentence {
  labels: CoveredLabel[];
  /** Elements the judge found and the person refused. */
  denied: Element[];
}

export interface PitchCoverage {
  /** In the order of the sentences given. */
  sentences: CoveredSentence[];
  /** Whether at least one sentence carries the element. */
  covered: Record<Element, boolean>;
}

/**
 * Combines what the judge finds in each sentence with the person's overrules; the person has the last word. A sentence
 * not judged yet has `null`.
 */
export function coverPitch(
  sentences: readonly { text: string; leanings: readonly Leaning[] | null }[],
  overrules: readonly LabelOverrule[],
): PitchCoverage {
  const judged = labelInContext(sentences.map(({ leanings }) => leanings));
  const held = overrulesBySentence(
    sentences.map((sentence) => sentence.text),
    overrules,
  );
  const covered: Record<Element, boolean> = { target: false, feature: false, benefit: false };
  const result = judged.map((byJudge, index): CoveredSentence => {
    const labels: CoveredLabel[] = [];
    const denied: Element[] = [];
    for (const element of ELEMENTS) {
      const found = byJudge.find((label) => label.element === element);
      const word = held[index]?.findLast((overrule) => overrule.element === element);
      if (word && !word.carries) {
        if (found) denied.push(element);
        continue;
      }
      if (!found && !word) continue;
      covered[element] = true;
      labels.push({ element, evidence: found?.evidence ?? [], by: word ? 'person' : 'judge' });
    }
    return { labels, denied };
  });
  return { sentences: result, covered };
}
