import type { MemoryRun } from './memory-run';

/** A place between two sentences where the next one does not come by itself. */
export interface WeakJoint {
  /** Index of the sentence that has to come; what comes before the first is the silence of the room. */
  sentence: number;
  /** It stopped there `stopped` of the last `asked` times. */
  stopped: number;
  asked: number;
}

/** So many of the latest times count: what was learnt since then is learnt. */
const RECENT_TIMES = 5;
/** After so many times in a row that it came, it is learnt, whatever was before. */
const LEARNT_TIMES = 2;

/**
 * The joints of a script that fail, the weakest first, from recalls and takes (the oldest first). A sentence is known
 * by its text (white space around it aside), so that what was learnt stays with it wherever it is moved.
 */
export function weakJoints(sentences: readonly string[], runs: readonly MemoryRun[]): WeakJoint[] {
  return sentences
    .flatMap((text, sentence): WeakJoint[] => {
      const times = runs
        .flatMap((run) => run.sentences.filter((recalled) => recalled.text === text.trim()))
        .slice(-RECENT_TIMES)
        .map((recalled) => recalled.stopped || recalled.recollection === 'omitted');
      const stopped = times.filter(Boolean).length;
      const learnt = times.length > LEARNT_TIMES && !times.slice(-LEARNT_TIMES).includes(true);
      return stopped === 0 || learnt ? [] : [{ sentence, stopped, asked: times.length }];
    })
    .sort(
      (one, other) => other.stopped / other.asked - one.stopped / one.asked || other.stopped - one.stopped,
    );
}
