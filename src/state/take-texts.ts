import type { Revision } from '../domain/pitch/pitch';
import type { Take } from '../domain/rehearsal/take';
import { transcriptText, typedText } from '../domain/rehearsal/take-log';

interface TakesWithRevisions {
  takes: readonly Take[];
  revisions: Readonly<Record<string, Revision>>;
}

/** What was said or typed in a take, as text, the person's own word of it last; `null` where no words are known. */
export function heardText({ log, recalled }: Take): string | null {
  if (log.hearing === 'typed') return typedText(log) ?? '';
  // A recogniser that never heard a word knows nothing; the person who listened back does.
  return transcriptText(log) || (recalled ?? transcriptText(log));
}

/** The script a take was spoken from; empty where its revision is lost. */
export function scriptOf(take: Take, revisions: Readonly<Record<string, Revision>>): string {
  return revisions[take.revisionId]?.script ?? '';
}

/** Texts that must be analysed before the takes can be reviewed. */
export function textsToAnalyse({ takes, revisions }: TakesWithRevisions): string[] {
  return takes.flatMap((take) => [scriptOf(take, revisions), heardText(take) ?? '']);
}
