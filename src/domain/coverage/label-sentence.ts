import type { Token } from '../reading/token';
import { weighFeatures } from './coverage-model';
import { ELEMENTS, type Label } from './element';
import { findEvidence } from './find-evidence';
import { extractFeatures } from './sentence-features';

/**
 * Decides which elements one sentence carries, from its text and tokens alone: a logistic model over constructions,
 * word classes and words. Each label shows the phrases that weighed most for it.
 */
export function labelSentence(text: string, tokens: readonly Token[]): Label[] {
  const features = extractFeatures(text, tokens);
  return ELEMENTS.flatMap((element) => {
    const { score, contributions } = weighFeatures(features, element);
    return score > 0 ? [{ element, evidence: findEvidence(text, tokens, contributions) }] : [];
  });
}
