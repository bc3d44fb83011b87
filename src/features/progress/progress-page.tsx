import { useMemo } from 'react';
import type { Variant } from '../../domain/pitch/pitch';
import { traceProgress } from '../../domain/progress/trace-progress';
import { useReviewedTakes } from '../../state/use-reviewed-takes';
import { compareText } from '../../text-ja/compare';
import { formatBudget, formatDuration } from '../../text-ja/format';
import { reviewText as text } from '../../text-ja/review';
import { ButtonLink } from '../../ui/button';
import { Figure, Figures } from '../../ui/figure';
import { EmptyBox, Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import styles from './progress.module.css';
import { SentencesPanel } from './sentences-panel';
import { TakeRow } from './take-row';
import { TrendChart } from './trend-chart';

/** All takes of a variant: where the time is going, the best and the last, and each one in a table. */
export function ProgressPage({ variant }: { variant: Variant }) {
  const { known, takes, reviewed } = useReviewedTakes(variant);
  const progress = useMemo(() => traceProgress(reviewed), [reviewed]);

  const heading = <h1 tabIndex={-1}>{text.progressHeading(variant.title)}</h1>;
  if (known && takes.length === 0) {
    return (
      <>
        {heading}
        <EmptyBox title={text.emptyTitle} body={text.emptyBody}>
          <ButtonLink look="primary" large icon="play" to={paths.rehearse(variant.id)}>
            {text.firstTake}
          </ButtonLink>
        </EmptyBox>
      </>
    );
  }

  const [earlier, last] = progress.trend.slice(-2);
  const lastTwo = earlier && last ? ([earlier.takeId, last.takeId] as const) : null;
  const notes = new Map(takes.map((take) => [take.id, take.note]));
  const { columns } = text;
  return (
    <div className={styles.page}>
      {heading}
      {progress.trend.length < takes.length && <p role="status">{text.waiting}</p>}
      <Panel className={styles.summary}>
        <Figures>
          <Figure name={text.takesCount}>{text.times(takes.length)}</Figure>
          <Figure name={text.last}>{progress.last ? formatDuration(progress.last.timeMs) : '–'}</Figure>
          <Figure name={text.best}>
            {progress.personalBest ? formatDuration(progress.personalBest.timeMs) : '–'}
          </Figure>
          <Figure name={text.budget}>{formatBudget(variant.timeBudget)}</Figure>
        </Figures>
        <TrendChart points={progress.trend} bestId={progress.personalBest?.takeId ?? null} />
        {lastTwo && (
          <div>
            <ButtonLink icon="review" to={paths.compare(variant.id, ...lastTwo)}>
              {compareText.link}
            </ButtonLink>
          </div>
        )}
      </Panel>
      {progress.regularOmissions.length > 0 && (
        <Panel className={styles.summary}>
          <h2>{text.omissionsHeading}</h2>
          <ul className={styles.omissions}>
            {progress.regularOmissions.map((omission) => (
              <li key={omission.text}>
                <strong>{text.omission(omission.omitted, omission.heard)}</strong> {omission.text}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <SentencesPanel takes={takes} reviewed={reviewed} />
      <Panel>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{columns.date}</th>
              <th scope="col">{columns.time}</th>
              <th scope="col">{columns.difference}</th>
              <th scope="col">{columns.hearing}</th>
              <th scope="col">{columns.prompter}</th>
              <th scope="col">{columns.note}</th>
              <th scope="col">
                <span className="visually-hidden">{text.delete}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {progress.trend.toReversed().map((point) => (
              <TakeRow
                key={point.takeId}
                variantId={variant.id}
                point={point}
                note={notes.get(point.takeId) ?? ''}
              />
            ))}
          </tbody>
        </table>
      </Panel>
      <div className={styles.actions}>
        <ButtonLink look="primary" icon="play" to={paths.rehearse(variant.id)}>
          {text.again}
        </ButtonLink>
        <ButtonLink icon="edit" to={paths.write(variant.id)}>
          {text.rewrite}
        </ButtonLink>
      </div>
    </div>
  );
}
