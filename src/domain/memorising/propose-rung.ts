import { type Recall, RUNGS, type Rung } from './recall';

type ProposedFrom = Pick<Recall, 'rung' | 'scope' | 'peeks' | 'sentences'>;

/** With a peek per so many sentences, or more, the rung shows too little for now. */
const SENTENCES_PER_PEEK = 2;

/**
 * The rung to try next: one up after a run through the whole script in which every sentence came without a peek, one
 * back after many peeks or where half of the sentences did not come whole, else the same again.
 */
export function proposeRung({ rung, scope, peeks, sentences }: ProposedFrom): Rung {
  if (scope !== 'whole') return rung;
  const came = sentences.filter(({ recollection }) => recollection === 'recalled').length;
  if (peeks === 0 && came === sentences.length) return step(rung, 1);
  const many = peeks * SENTENCES_PER_PEEK >= sentences.length || came * 2 < sentences.length;
  return many ? step(rung, -1) : rung;
}

function step(rung: Rung, by: 1 | -1): Rung {
  return RUNGS[RUNGS.indexOf(rung) + by] ?? rung;
}
