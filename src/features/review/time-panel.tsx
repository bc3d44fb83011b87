import type { DeliveryReview } from '../../domain/review/judge-delivery';
import type { TakeReview } from '../../domain/review/review-take';
import { formatDuration } from '../../text-ja/format';
import { reviewText as text } from '../../text-ja/review';
import { Panel } from '../../ui/panel';
import styles from './review.module.css';

interface TimePanelProps {
  review: TakeReview;
  /** What the recording tells. */
  delivery: DeliveryReview | null;
}

/** The time against the budget: the loudest thing on the screen. */
export function TimePanel({ review, delivery }: TimePanelProps) {
  const { time } = review;
  const end = Math.max(time.budgetMs * 1.2, time.timeMs);
  const difference = formatDuration(Math.abs(time.differenceMs));
  const gapKinds = new Set(review.deviceGaps.map((gap) => gap.device));
  const soundLost = gapKinds.has('sound') || (delivery?.unheard ?? []).length > 0;
  return (
    <Panel className={styles.time}>
      <h2>{time.basis === 'typed-estimate' ? text.timeTyped : text.timeHeading}</h2>
      <p className={styles.timeLine}>
        <strong className={styles.timeFigure}>{formatDuration(time.timeMs)}</strong>
        <span className={styles.verdict} data-verdict={time.verdict}>
          {time.verdict === 'over' && text.over(difference)}
          {time.verdict === 'within' && text.within}
          {time.verdict === 'under' && text.under(difference)}
        </span>
      </p>
      <div className={styles.timeBar} data-verdict={time.verdict} aria-hidden="true">
        <div className={styles.timeFill} style={{ inlineSize: `${(time.timeMs / end) * 100}%` }} />
        <div className={styles.timeBudget} style={{ insetInlineStart: `${(time.budgetMs / end) * 100}%` }} />
      </div>
      <p className={styles.soft}>{text.ofBudget(formatDuration(time.budgetMs))}</p>
      {review.endedBy === 'device' && <p>{text.recovered}</p>}
      {gapKinds.has('microphone') && <p>{text.microphoneLost}</p>}
      {soundLost && <p>{text.soundLost}</p>}
      {review.recordingGaps.endsEarly && !gapKinds.has('microphone') && <p>{text.recordingEnded}</p>}
      {gapKinds.has('page') && <p>{text.hidden}</p>}
      {gapKinds.has('recogniser') && review.content.kind === 'judged' && <p>{text.recogniserGaps}</p>}
    </Panel>
  );
}
