import type { LabelOverrule } from '../pitch/pitch';
import { ELEMENTS, type Element, type Evidence, type Label } from './element';
import { overrulesBySentence } from './hold-overrules';

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

/** Combines what the judge found in each sentence with the person's overrules; the person has the last word. */
export function coverPitch(
  sentences: readonly { text: string; labels: readonly Label[] }[],
  overrules: readonly LabelOverrule[],
): PitchCoverage {
  const held = overrulesBySentence(
    sentences.map((sentence) => sentence.text),
    overrules,
  );
  const covered: Record<Element, boolean> = { target: false, feature: false, benefit: false };
  const result = sentences.map((sentence, index): CoveredSentence => {
    const labels: CoveredLabel[] = [];
    const denied: Element[] = [];
    for (const element of ELEMENTS) {
      const found = sentence.labels.find((label) => label.element === element);
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
