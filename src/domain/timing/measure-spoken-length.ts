import type { SpokenSpan } from '../reading/read-aloud';
import { withoutStageCues } from '../text/stage-cues';
import type { SpokenLength } from './estimate-duration';

const SENTENCE_END = /[。｡．！？!?‼⁇⁈⁉]|\.(?=\s|$)/u;
/** Signs a speaker breathes at: commas, colons, leaders, dashes. */
const COMMA = /[、，､,:：;；…‥―—─]/u;

/**
 * Measures what of one sentence takes time when it is said. A run of signs is one pause; a sentence end in it outweighs
 * a comma. Signs inside a number (5,000円) are none, since they are read with it. A line break inside the sentence
 * marks a breath and counts as a comma. Signs before the first word and after the last add nothing, save that every
 * text that is spoken at all ends once.
 */
export function measureSpokenLength(text: string, spans: readonly SpokenSpan[]): SpokenLength {
  const spoken = spans.filter((span) => span.morae > 0);
  const length: SpokenLength = { morae: 0, commas: 0, sentenceEnds: 0 };
  spoken.forEach((span, index) => {
    length.morae += span.morae;
    const next = spoken[index + 1];
    if (next === undefined) {
      length.sentenceEnds += 1;
      return;
    }
    const between = withoutStageCues(text.slice(span.end, next.start));
    if (SENTENCE_END.test(between)) length.sentenceEnds += 1;
    else if (COMMA.test(between) || /\n/u.test(between)) length.commas += 1;
  });
  return length;
}
