import type { DeliveryReview } from '../../domain/review/judge-delivery';
import { pausesLine, timingText as text } from '../../text-ja/timing';
import styles from './timing.module.css';

/** The pauses under the waveform, each where it was, and in words what they come to. */
export function PauseLine({ delivery: { pauses, durationMs } }: { delivery: DeliveryReview }) {
  const lengths = pauses.map(({ startMs, endMs }) => endMs - startMs);
  const percent = (ms: number): string => `${(ms / durationMs) * 100}%`;
  return (
    <div className={styles.pauses}>
      <div className={styles.pauseLine} aria-hidden="true">
        {pauses.map(({ startMs, endMs }) => (
          <span
            key={startMs}
            style={{ insetInlineStart: percent(startMs), inlineSize: percent(endMs - startMs) }}
          />
        ))}
      </div>
      <p className={styles.note}>
        <strong>{text.pausesHeading}</strong>{' '}
        {lengths.length === 0
          ? text.noPauses
          : pausesLine(
              lengths.length,
              lengths.reduce((sum, ms) => sum + ms, 0),
              Math.max(...lengths),
            )}
      </p>
    </div>
  );
}
