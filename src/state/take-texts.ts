import type { Revision } from '../domain/pitch/pitch';
import type { Take } from '../domain/rehearsal/take';
import { transcriptText, typedText } from '../domain/rehearsal/take-log';

interface TakesWithRevisions {
  takes: readonly Take[];
  revisions: Readonly<Record<string, Revision>>;
}

/** What was said or typed in a take, as text; `null` where no words are known. */
export function heardText(take: Take): string | null {
  return take.log.hearing === 'typed' ? (typedText(take.log) ?? '') : transcriptText(take.log);
}

/** The script a take was spoken from; empty where its revision is lost. */
export function scriptOf(take: Take, revisions: Readonly<Record<string, Revision>>): string {
  return revisions[take.revisionId]?.script ?? '';
}

/** Texts that must be analysed before the takes can be reviewed. */
export function textsToAnalyse({ takes, revisions }: TakesWithRevisions): string[] {
  return takes.flatMap((take) => [scriptOf(take, revisions), heardText(take) ?? '']);
}
