import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { countRows } from '../../domain/comparison/count-rows';
import type { Revision, Variant } from '../../domain/pitch/pitch';
import { endedTakes } from '../../domain/progress/best-take';
import type { Take } from '../../domain/rehearsal/take';
import { takeDurationMs } from '../../domain/rehearsal/take-log';
import { countCharacters } from '../../domain/text/characters';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { useComparison } from '../../state/use-comparison';
import { formatDateTime, formatDuration, formatNumber } from '../../text-ja/format';
import { revisionsText as text } from '../../text-ja/revisions';
import { comparisonText } from '../../text-ja/variant-comparison';
import { Button } from '../../ui/button';
import { useInView } from '../../ui/in-view';
import { Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import { WovenDifference } from '../../ui/script-difference';
import styles from './revisions.module.css';

interface RevisionItemProps {
  variant: Variant;
  revision: Revision;
  /** The script that took its place; `null` for the one that is the present script. */
  next: string | null;
  /** Whether that script is the present one. */
  nextIsPresent: boolean;
  /** Stands where the screen opens. */
  early: boolean;
}

/** One kept script: when, how long, what was changed after it, the takes spoken from it. Out of view its date alone. */
export function RevisionItem(props: RevisionItemProps) {
  const { revision, next, early } = props;
  const item = useRef<HTMLLIElement>(null);
  const { inView, style } = useInView(item, early);
  return (
    <li ref={item} className={inView ? undefined : styles.outOfView} style={style}>
      <Panel className={styles.item}>
        <div className={styles.head}>
          <h2>
            <time dateTime={new Date(revision.keptAt).toISOString()}>{formatDateTime(revision.keptAt)}</time>
            {next === null && <span className={styles.present}>{text.present}</span>}
          </h2>
          {inView && (
            <span className="numeric">{text.count(formatNumber(countCharacters(revision.script).all))}</span>
          )}
        </div>
        {inView && <RevisionBody {...props} />}
      </Panel>
    </li>
  );
}

function RevisionBody({ variant, revision, next, nextIsPresent }: RevisionItemProps) {
  const { revisionRestored } = useAppActions();
  const takes = useAppStore((state) =>
    endedTakes(state.takes[variant.id] ?? []).filter(({ revisionId }) => revisionId === revision.id),
  );
  return (
    <>
      {next !== null && <NextDifference script={revision.script} next={next} nextIsPresent={nextIsPresent} />}
      {takes.length > 0 && <Takes variantId={variant.id} takes={takes} />}
      <details className={styles.details}>
        <summary>{text.read}</summary>
        <p className={styles.script}>{revision.script || text.blank}</p>
      </details>
      {revision.script !== variant.script && (
        <div>
          <Button icon="history" onClick={() => void revisionRestored(variant.id, revision.id)}>
            {text.restoreOf(formatDateTime(revision.keptAt))}
          </Button>
        </div>
      )}
    </>
  );
}

interface NextDifferenceProps {
  script: string;
  next: string;
  nextIsPresent: boolean;
}

function NextDifference({ script, next, nextIsPresent }: NextDifferenceProps) {
  const { rows, complete } = useComparison(script, next);
  const [open, setOpen] = useState(false);
  const counts = countRows(rows);
  const changed = Object.values(counts).some((count) => count > 0);
  return (
    <>
      <p className={styles.summary}>
        {changed ? (
          <>
            {nextIsPresent ? text.nextIsPresent : text.next}: {comparisonText.summary(counts)}
          </>
        ) : (
          text.unchanged
        )}
      </p>
      {changed && (
        <details
          className={styles.details}
          open={open}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          <summary>{text.difference}</summary>
          {open && (
            <>
              {!complete && <p className={styles.lead}>{text.coarse}</p>}
              <WovenDifference rows={rows} />
            </>
          )}
        </details>
      )}
    </>
  );
}

function Takes({ variantId, takes }: { variantId: string; takes: readonly Take[] }) {
  return (
    <div>
      <h3 className={styles.takesHead}>{text.takes}</h3>
      <ul className={styles.takes}>
        {takes.toReversed().map((take) => (
          <li key={take.id}>
            <Link href={paths.take(variantId, take.id)}>
              {text.take(formatDateTime(take.log.startedAt), formatDuration(takeDurationMs(take.log)))}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
