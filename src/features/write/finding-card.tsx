import type { ScriptReport } from '../../domain/analysis/report-script';
import type { CutCandidate, ScriptFinding } from '../../domain/coaching/script-finding';
import type { Medium } from '../../domain/pitch/pitch';
import { scriptFindingText, coachingText as text } from '../../text-ja/coaching';
import { formatDuration } from '../../text-ja/format';
import { tailorText } from '../../text-ja/tailor';
import { elementNames } from '../../text-ja/vocabulary';
import { Button, ButtonLink } from '../../ui/button';
import { paths } from '../../ui/paths';
import styles from './write.module.css';

interface FindingCardProps {
  finding: ScriptFinding;
  variantId: string;
  medium: Medium;
  report: ScriptReport;
  /** Brings the words into view; absent where the finding is about no place. */
  onGoTo: (() => void) | undefined;
  onDismiss(): void;
}

/** What, why, and one way to go on. */
export function FindingCard({ finding, variantId, medium, report, onGoTo, onDismiss }: FindingCardProps) {
  const words = scriptFindingText(finding, wordsOf(finding, report), medium);
  return (
    <li className={styles.finding}>
      <h3>{words.title}</h3>
      <p>{words.reason}</p>
      <p>{words.next}</p>
      {finding.kind === 'over-time' && <CutList candidates={finding.candidates} report={report} />}
      {words.pattern && (
        <p className={styles.pattern}>
          <span>{text.pattern}</span>
          {words.pattern}
        </p>
      )}
      <div className={styles.findingTools}>
        {(finding.kind === 'over-time' || finding.kind === 'over-characters') && (
          <ButtonLink look="quiet" icon="timer" to={paths.fit(variantId)}>
            {tailorText.fit[medium]}
          </ButtonLink>
        )}
        {onGoTo && (
          <Button look="quiet" icon="edit" onClick={onGoTo}>
            {text.goTo}
          </Button>
        )}
        <Button look="quiet" icon="close" aria-label={text.dismissOf(words.title)} onClick={onDismiss}>
          {text.dismiss}
        </Button>
      </div>
    </li>
  );
}

function wordsOf(finding: ScriptFinding, report: ScriptReport): string {
  if (!('place' in finding)) return '';
  const { sentence, start, end } = finding.place;
  return report.sentences[sentence]?.text.slice(start, end).trim() ?? '';
}

/** Sentences that could go, with what each costs and what would be lost: the choice stays with the person. */
function CutList({ candidates, report }: { candidates: readonly CutCandidate[]; report: ScriptReport }) {
  return (
    <div>
      <p className={styles.elementHint}>{text.candidates}</p>
      <ul className={styles.cuts}>
        {candidates.map((candidate) => (
          <li key={candidate.sentence}>
            <strong className="numeric">{formatDuration(candidate.durationMs)}</strong>
            <span>
              {report.sentences[candidate.sentence]?.text.trim()}
              <small>
                {candidate.onlyCarrierOf.length === 0
                  ? text.candidateKeeps
                  : text.candidateLoses(
                      candidate.onlyCarrierOf.map((element) => elementNames[element]).join('と'),
                    )}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
