import type { Token } from '../reading/token';
import { judgeFeatures } from './coverage-model';
import type { Label } from './element';
import { findEvidence } from './find-evidence';
import { extractFeatures } from './sentence-features';

/**
 * Decides which elements one sentence carries, from its text and tokens alone: a logistic model over constructions,
 * word classes and words. Each label shows the phrases that weighed most for it.
 */
export function labelSentence(text: string, tokens: readonly Token[]): Label[] {
  return judgeFeatures(extractFeatures(text, tokens)).map(({ element, contributions }) => ({
    element,
    evidence: findEvidence(text, tokens, contributions),
  }));
}
