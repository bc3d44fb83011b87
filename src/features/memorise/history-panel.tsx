import type { MemoryRun } from '../../domain/memorising/memory-run';
import { formatDateTime } from '../../text-ja/format';
import { memoriseText as text } from '../../text-ja/memorise';
import { Panel } from '../../ui/panel';
import styles from './memorise.module.css';

/** Runs shown: about what a month of preparing makes. */
const MOST_RUNS = 8;

/** How many sentences came by themselves, run by run, the latest first; nothing before the first run. */
export function HistoryPanel({ runs }: { runs: readonly MemoryRun[] }) {
  const shown = runs
    .filter(({ fromMemory, scope }) => fromMemory && scope !== 'joints')
    .slice(-MOST_RUNS)
    .toReversed();
  if (shown.length === 0) return null;
  return (
    <Panel className={styles.stack}>
      <h2>{text.historyHeading}</h2>
      <ol className={styles.history}>
        {shown.map((run) => {
          const came = run.sentences.filter((one) => one.recollection === 'recalled' && !one.stopped).length;
          const { length } = run.sentences;
          return (
            <li key={run.at}>
              <span className={`${styles.soft} ${styles.historyHow}`}>
                {formatDateTime(run.at)}・{run.how ? text.howName(run.how) : text.takeName}
              </span>
              <span className={styles.bar} aria-hidden="true">
                <span className={styles.barFilled} style={{ inlineSize: `${(came / length) * 100}%` }} />
              </span>
              <span className="numeric">{text.historyLine(came, length)}</span>
            </li>
          );
        })}
      </ol>
      <p className={styles.soft}>{text.historyNote}</p>
    </Panel>
  );
}
