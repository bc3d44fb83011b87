import type { DeliveryReview } from '../../domain/review/judge-delivery';
import type { TakeReview } from '../../domain/review/review-take';
import { formatDuration, formatNumber, formatRate } from '../../text-ja/format';
import { paceUnknownText, reviewText as text } from '../../text-ja/review';
import { timingText } from '../../text-ja/timing';
import { Figure, Figures } from '../../ui/figure';
import { Panel } from '../../ui/panel';
import styles from './review.module.css';

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
  return (
    <Panel className={styles.stack}>
      <h2>{text.paceHeading}</h2>
      {pace.kind === 'unknown' ? (
        <p className={styles.soft}>{paceUnknownText(pace)}</p>
      ) : (
        <>
          <p className={styles.rate}>
            {text.charactersPerMinute(formatNumber(Math.round(pace.charactersPerMinute)))}
          </p>
          <p className={styles.rate}>{text.moraePerSecond(formatRate(pace.moraePerSecond))}</p>
          <p className={styles.soft}>
            {pace.of === 'heard' ? text.paceOfHeard : text.paceOfScript} {text.paceScale}
          </p>
        </>
      )}
      {delivery?.rates && delivery.sureness !== 'poor' && (
        <>
          <p className={styles.rate}>
            {timingText.articulationRate(formatRate(delivery.rates.articulation))}
          </p>
          <p className={styles.soft}>
            {timingText.ratesBySound} {timingText.speechRateBySound(formatRate(delivery.rates.speech))}
          </p>
        </>
      )}
    </Panel>
  );
}
