import { ELEMENTS } from '../../domain/coverage/element';
import type { DeliveryReview } from '../../domain/review/judge-delivery';
import type { TakeReview } from '../../domain/review/review-take';
import { elementDelivered, reviewText as text } from '../../text-ja/review';
import { formatSeconds, timingText } from '../../text-ja/timing';
import { ElementMark } from '../../ui/element-mark';
import { Panel } from '../../ui/panel';
import styles from './review.module.css';

interface ElementsPanelProps {
  review: TakeReview;
  /** What the recording tells. */
  delivery: DeliveryReview | null;
}

/** Which of the three elements reached the listener, beside what the script has. */
export function ElementsPanel({ review, delivery }: ElementsPanelProps) {
  const elementMs = delivery && delivery.sureness !== 'poor' ? delivery.elementMs : null;
  return (
    <Panel className={styles.stack}>
      <h2>{text.elementsHeading}</h2>
      <ul className={styles.elements}>
        {ELEMENTS.map((element) => {
          const { delivered, inScript } = review.elements[element];
          const present = delivered === 'said' || (delivered === 'unknown' && inScript);
          return (
            <li key={element}>
              <ElementMark element={element} present={present} />
              <span>{elementDelivered(element, review.elements[element], review.hearing)}</span>
              {elementMs && elementMs[element] > 0 && (
                <span className={styles.soft}>
                  {timingText.elementTime(formatSeconds(elementMs[element]))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
