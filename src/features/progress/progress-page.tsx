import { useMemo } from 'react';
import { Link } from 'wouter';
import type { Variant } from '../../domain/pitch/pitch';
import { traceProgress } from '../../domain/progress/trace-progress';
import { useAppActions } from '../../state/use-app-store';
import { useReviewedTakes } from '../../state/use-reviewed-takes';
import { compareText } from '../../text-ja/compare';
import { formatBudget, formatDateTime, formatDifference, formatDuration } from '../../text-ja/format';
import { reviewText as text } from '../../text-ja/review';
import { hearingShortNames, prompterNames } from '../../text-ja/vocabulary';
import { Button, ButtonLink } from '../../ui/button';
import { Figure, Figures } from '../../ui/figure';
import { EmptyBox, Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import styles from './progress.module.css';
import { SentencesPanel } from './sentences-panel';
import { TrendChart } from './trend-chart';

/** All takes of a variant: where the time is going, the best and the last, and each one in a table. */
export function ProgressPage({ variant }: { variant: Variant }) {
  const actions = useAppActions();
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
              <tr key={point.takeId}>
                <th scope="row">
                  <Link href={paths.take(variant.id, point.takeId)}>{formatDateTime(point.startedAt)}</Link>
                </th>
                <td data-label={columns.time} className="numeric">
                  {point.hearing === 'typed'
                    ? text.typedTime(formatDuration(point.timeMs))
                    : formatDuration(point.timeMs)}
                </td>
                <td data-label={columns.difference} className="numeric" data-verdict={point.verdict}>
                  {formatDifference(point.timeMs - point.timeBudget * 1000)}
                </td>
                <td data-label={columns.hearing}>{hearingShortNames[point.hearing]}</td>
                <td data-label={columns.prompter}>{prompterNames[point.prompter]}</td>
                <td data-label={columns.note} className={styles.note}>
                  {notes.get(point.takeId) || '–'}
                </td>
                <td className={styles.deletion}>
                  <Button
                    look="quiet"
                    icon="delete"
                    iconOnly
                    onClick={() => actions.takeDeleted(variant.id, point.takeId)}
                  >
                    {text.deleteOf(formatDateTime(point.startedAt))}
                  </Button>
                </td>
              </tr>
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
