import type { DeliveryReview } from '../../domain/review/judge-delivery';
import { formatClock } from '../../text-ja/format';
import { momentLine, timingText as text } from '../../text-ja/timing';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import styles from './timing.module.css';
import type { RecordingPlayer } from './use-recording-player';

/** So much is heard before and after a moment, in ms: alone it would make no sense. */
const AROUND_MS = 1000;

/** Moments worth hearing again, each with one press. */
export function MomentsPanel({ delivery, player }: { delivery: DeliveryReview; player: RecordingPlayer }) {
  return (
    <Panel className={styles.stack}>
      <h2>{text.momentsHeading}</h2>
      {delivery.moments.length === 0 ? (
        <p className={styles.note}>{text.noMoments}</p>
      ) : (
        <ul className={styles.moments}>
          {delivery.moments.map((moment) => (
            <li key={`${moment.kind} ${moment.startMs}`}>
              <Button
                look="quiet"
                icon="play"
                disabled={player.state !== 'ready'}
                onClick={() =>
                  player.playStretch({
                    startMs: Math.max(0, moment.startMs - AROUND_MS),
                    endMs: Math.min(delivery.durationMs, moment.endMs + AROUND_MS),
                  })
                }
              >
                <span className="numeric">{formatClock(moment.startMs)}</span> {momentLine(moment)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
