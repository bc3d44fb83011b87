import type { ScriptReport } from '../analysis/report-script';
import type { Extent } from '../pitch/occasion';
import { type CharacterTarget, characterTargetOf } from '../timing/character-target';
import { findInContent } from './find-in-content';
import { findInSpeech } from './find-in-speech';
import { findInWords } from './find-in-words';
import { FINDING_ORDER, type ScriptFinding, type ScriptFindingKind } from './script-finding';

/** At most so many findings of one kind: the third long sentence teaches nothing the first two did not. */
const MOST_OF_A_KIND = 2;

/** What concerns the clock, the tongue and the ear alone: a text that is read has nothing of it. */
const ONLY_SPOKEN: ReadonlySet<ScriptFindingKind> = new Set([
  'over-time',
  'under-time',
  'tongue-twister',
  'homophone',
  'kanji-run',
]);

/** What a good pitch coach would say to this script, most important first. `setting` is the target for a minute. */
export function coachScript(
  report: ScriptReport,
  extent: Extent,
  setting?: CharacterTarget,
): ScriptFinding[] {
  const spoken = extent.medium === 'spoken';
  const over = report.characters.all - characterTargetOf(extent, setting).max;
  const all: ScriptFinding[] = [
    ...(!spoken && over > 0 ? [{ kind: 'over-characters', over } as const] : []),
    ...findInContent(report, extent.timeBudget),
    ...findInWords(report.sentences),
    ...findInSpeech(report.sentences),
  ];
  const order = FINDING_ORDER.filter((kind) => spoken || !ONLY_SPOKEN.has(kind));
  return order.flatMap((kind) => all.filter((finding) => finding.kind === kind).slice(0, MOST_OF_A_KIND));
}

/**
 * What a dismissed finding is known by: its kind and the words it is about, so that it stays away while those words
 * stand and comes back for others.
 */
export function findingKey(finding: ScriptFinding, report: ScriptReport): string {
  if (finding.kind === 'missing-element') return `${finding.kind} ${finding.element}`;
  if (!('place' in finding)) return finding.kind;
  const { sentence, start, end } = finding.place;
  return `${finding.kind} ${report.sentences[sentence]?.text.slice(start, end) ?? ''}`;
}
