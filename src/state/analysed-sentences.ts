import type { SentenceAnalysis } from '../domain/analysis/analyze-sentence';
import { splitSentences } from '../domain/text/sentences';

/** The analyses of a text's sentences in order; `null` until all of them are there. */
export function analysedSentences(
  text: string,
  analyses: ReadonlyMap<string, SentenceAnalysis>,
): SentenceAnalysis[] | null {
  const found = splitSentences(text).map((sentence) => analyses.get(sentence.text));
  return found.every((analysis) => analysis !== undefined) ? found : null;
}
