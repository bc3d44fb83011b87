import { useEffect, useMemo } from 'react';
import type { ReviewedTake } from '../../domain/progress/trace-progress';
import { RECENT_TAKES, traceSentences } from '../../domain/progress/trace-sentences';
import type { Take } from '../../domain/rehearsal/take';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { useDeliveries } from '../../state/use-reviewed-takes';
import { driftLine, silentLine, timingText as text } from '../../text-ja/timing';
import { Panel } from '../../ui/panel';
import styles from './progress.module.css';

interface SentencesPanelProps {
  takes: readonly Take[];
  reviewed: readonly ReviewedTake[];
}

/** Which sentences differ from take to take and which are missing, by the sound of takes that were looked at. */
export function SentencesPanel({ takes, reviewed }: SentencesPanelProps) {
  const { timingWanted, timingUnwanted } = useAppActions();
  const timings = useAppStore((state) => state.timings);
  const deliveries = useDeliveries(takes, reviewed);
  const recorded = takes.filter((take) => take.recordingType !== null);
  const ids = recorded.map((take) => take.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a note written on a take makes it another object
  useEffect(() => {
    // Those that nobody has looked at yet, or that an earlier method has timed, are worked out here.
    const latest = recorded.slice(-RECENT_TAKES);
    for (const take of latest) timingWanted(take);
    return () => {
      for (const take of latest) timingUnwanted(take.id);
    };
  }, [timingWanted, timingUnwanted, ids]);
  const trends = useMemo(
    () =>
      traceSentences(
        reviewed.flatMap((take, index) => {
          const delivery = deliveries[index];
          return delivery ? [{ ...take, delivery }] : [];
        }),
      ),
    [reviewed, deliveries],
  );
  const working = recorded.some((take) => timings[take.id]?.kind === 'under-way');
  if (trends.drifts.length === 0 && trends.silent.length === 0)
    return working ? <p role="status">{text.trendsUnderWay}</p> : null;
  return (
    <Panel className={styles.summary}>
      <h2>{text.trendsHeading}</h2>
      <ul className={styles.omissions}>
        {trends.silent.map((sentence) => (
          <li key={sentence.text}>
            <strong>{silentLine(sentence)}</strong> {sentence.text}
          </li>
        ))}
        {trends.drifts.map((drift) => (
          <li key={drift.text}>
            <strong>{driftLine(drift)}</strong> {drift.text}
          </li>
        ))}
      </ul>
      <p>{text.trendsNote(trends.takes)}</p>
    </Panel>
  );
}
