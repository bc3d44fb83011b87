import type { DeliveryReview } from '../../domain/review/judge-delivery';
import { gainCost, gainLine, gainSaved, timingText as text } from '../../text-ja/timing';
import { Panel } from '../../ui/panel';
import styles from './timing.module.css';

/** What the take would be shorter by without its longest sentences, and what would be lost with them. */
export function GainsPanel({
  delivery,
  sentences,
}: {
  delivery: DeliveryReview;
  sentences: readonly string[];
}) {
  return (
    <Panel className={styles.stack}>
      <h2>{text.gainsHeading}</h2>
      <ol className={styles.gains}>
        {delivery.gains.map((gain) => {
          const cost = gainCost(gain);
          return (
            <li key={gain.sentence}>
              <strong className="numeric">{gainSaved(gain)}</strong>
              <div>
                <p>{gainLine(gain, sentences)}</p>
                {cost && <p className={styles.note}>{cost}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
