import type { Token } from '../reading/token';
import { judgeFeatures } from './coverage-model';
import { CLEAR_SCORE, type Leaning } from './element';
import { findEvidence } from './find-evidence';
import { extractFeatures } from './sentence-features';

/**
 * Judges one sentence for each element in the order of `ELEMENTS`, from its text and tokens alone: a small network over
 * constructions, word classes and words. The evidence are the phrases that weighed most.
 */
export function judgeSentence(text: string, tokens: readonly Token[]): Leaning[] {
  return judgeFeatures(extractFeatures(text, tokens)).map(({ element, score, contributions }) => ({
    element,
    score,
    evidence: score > -CLEAR_SCORE ? findEvidence(text, tokens, contributions()) : [],
  }));
}
