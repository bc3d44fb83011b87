import type { SpokenSpan } from '../reading/read-aloud';
import type { SpokenLength } from './estimate-duration';

/** Measures what of one sentence takes time when it is said. */
export function measureSpokenLength(text: string, spans: readonly SpokenSpan[]): SpokenLength {
  const morae = spans.reduce((sum, span) => sum + span.morae, 0);
  const commas = text.match(/[、，,]/gu)?.length ?? 0;
  return { morae, commas, sentenceEnds: morae > 0 ? 1 : 0 };
}
