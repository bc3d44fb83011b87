import { useMemo, useState } from 'react';
import type { ScriptReport } from '../../domain/analysis/report-script';
import { coachScript, findingKey } from '../../domain/coaching/coach-script';
import type { ScriptFinding } from '../../domain/coaching/script-finding';
import type { Variant } from '../../domain/pitch/pitch';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { coachingText as text } from '../../text-ja/coaching';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import { FindingCard } from './finding-card';
import styles from './write.module.css';

interface FindingsPanelProps {
  variant: Variant;
  report: ScriptReport;
  onGoTo(start: number, end: number): void;
}

/** Findings in view at once: more than three would be a list of faults, not advice. */
const SHOWN = 3;

/** The few comments a good coach would make, most important first. */
export function FindingsPanel({ variant, report, onGoTo }: FindingsPanelProps) {
  const { findingDismissed, findingsRecalled } = useAppActions();
  const { medium, timeBudget, characterTarget } = variant;
  const setting = useAppStore((state) => state.settings.characterTarget);
  const [all, setAll] = useState(false);
  const keyed = useMemo(
    () =>
      coachScript(report, { medium, timeBudget, characterTarget }, setting).map((finding) => ({
        finding,
        key: findingKey(finding, report),
      })),
    [report, medium, timeBudget, characterTarget, setting],
  );
  const open = keyed.filter(({ key }) => !variant.dismissedFindings.includes(key));
  const dismissed = keyed.length - open.length;
  const shown = all ? open : open.slice(0, SHOWN);

  const none = medium === 'written' ? text.noneRead : text.none;

  const goTo = (finding: ScriptFinding) => {
    if (!('place' in finding)) return undefined;
    const { sentence, start, end } = finding.place;
    const offset = report.sentences[sentence]?.start ?? 0;
    return () => onGoTo(offset + start, offset + end);
  };

  return (
    <Panel className={styles.elements}>
      <h2>{text.heading}</h2>
      {open.length === 0 && (
        <p className={styles.elementHint}>
          {report.complete && report.characters.all > 0 ? none : text.noneYet}
        </p>
      )}
      {open.length > 0 && (
        <>
          <p className={styles.elementHint}>{text.lead}</p>
          <ol className={styles.findings}>
            {shown.map(({ finding, key }) => (
              <FindingCard
                key={key}
                finding={finding}
                variantId={variant.id}
                medium={medium}
                report={report}
                onGoTo={goTo(finding)}
                onDismiss={() => findingDismissed(variant.id, key)}
              />
            ))}
          </ol>
        </>
      )}
      <div className={styles.findingTools}>
        {open.length > SHOWN && (
          <Button look="quiet" icon={all ? 'up' : 'down'} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? text.fewer : text.more(open.length - SHOWN)}
          </Button>
        )}
        {dismissed > 0 && (
          <Button look="quiet" icon="undo" onClick={() => findingsRecalled(variant.id)}>
            {text.recall(dismissed)}
          </Button>
        )}
      </div>
    </Panel>
  );
}
