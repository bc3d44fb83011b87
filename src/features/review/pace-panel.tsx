import type { DeliveryReview } from '../../domain/review/judge-delivery';
import type { TakeReview } from '../../domain/review/review-take';
import { formatDuration, formatNumber, formatRate } from '../../text-ja/format';
import { paceUnknownText, reviewText as text } from '../../text-ja/review';
import { Figure, Figures } from '../../ui/figure';
import { Panel } from '../../ui/panel';
import styles from './review.module.css';
import { isReliable } from './spoken-sentences';

interface PacePanelProps {
  review: TakeReview;
  /** What the recording tells. */
  delivery: DeliveryReview | null;
}

/** How fast, with what is counted said beside every rate. */
export function PacePanel({ review: { pace, typed }, delivery }: PacePanelProps) {
  if (typed) {
    return (
      <Panel className={styles.stack}>
        <h2>{text.typedHeading}</h2>
        <Figures>
          <Figure name={text.typedElapsed}>{formatDuration(typed.elapsedMs)}</Figure>
          <Figure name={text.typedAmount}>{text.typedCharacters(formatNumber(typed.characters))}</Figure>
        </Figures>
        <p>{text.typedRate(formatNumber(Math.round(typed.charactersPerMinute)))}</p>
      </Panel>
    );
  }
  const articulation = isReliable(delivery) ? delivery.rates?.articulation : undefined;
  return (
    <Panel className={styles.stack}>
      <h2>{text.paceHeading}</h2>
      {pace.kind === 'unknown' ? (
        <p className={styles.soft}>{paceUnknownText(pace)}</p>
      ) : (
        <>
          <Figures>
            <Figure name={text.charactersPerMinute}>
              {text.characters(formatNumber(Math.round(pace.charactersPerMinute)))}
            </Figure>
            <Figure name={text.speechRate}>{text.morae(formatRate(pace.moraePerSecond))}</Figure>
            {articulation !== undefined && (
              <Figure name={text.articulationRate}>{text.morae(formatRate(articulation))}</Figure>
            )}
          </Figures>
          <p className={styles.soft}>
            {text.paceOf[pace.of]} {text.paceScale}
          </p>
        </>
      )}
    </Panel>
  );
}
