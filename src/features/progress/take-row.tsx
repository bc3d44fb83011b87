import { useRef } from 'react';
import { Link } from 'wouter';
import type { TrendPoint } from '../../domain/progress/trace-progress';
import { useAppActions } from '../../state/use-app-store';
import { formatDateTime, formatDifference, formatDuration } from '../../text-ja/format';
import { reviewText as text } from '../../text-ja/review';
import { hearingShortNames, prompterNames } from '../../text-ja/vocabulary';
import { Button } from '../../ui/button';
import { useInView } from '../../ui/in-view';
import { paths } from '../../ui/paths';
import styles from './progress.module.css';

interface TakeRowProps {
  variantId: string;
  point: TrendPoint;
  note: string;
}

/** One take with its figures. Out of view its date stands for all of it. */
export function TakeRow({ variantId, point, note }: TakeRowProps) {
  const { takeDeleted } = useAppActions();
  const row = useRef<HTMLTableRowElement>(null);
  const { inView, style } = useInView(row, false);
  const date = formatDateTime(point.startedAt);
  const { columns } = text;
  return (
    <tr ref={row} className={inView ? undefined : styles.outOfView} style={style}>
      <th scope="row">
        <Link href={paths.take(variantId, point.takeId)}>{date}</Link>
      </th>
      {inView && (
        <>
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
          <td data-label={columns.note} data-empty={note === ''} className={styles.note}>
            {note || '–'}
          </td>
          <td className={styles.deletion}>
            <Button look="quiet" icon="delete" iconOnly onClick={() => takeDeleted(variantId, point.takeId)}>
              {text.deleteOf(date)}
            </Button>
          </td>
        </>
      )}
    </tr>
  );
}
