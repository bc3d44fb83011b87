import { ELEMENTS } from '../../domain/coverage/element';
import type { DeliveryReview } from '../../domain/review/judge-delivery';
import type { TakeReview } from '../../domain/review/review-take';
import { elementDelivered, reviewText as text } from '../../text-ja/review';
import { formatSeconds, timingText } from '../../text-ja/timing';
import { elementNames } from '../../text-ja/vocabulary';
import { Button } from '../../ui/button';
import { ElementMark } from '../../ui/element-mark';
import { Panel } from '../../ui/panel';
import styles from './review.module.css';
import { isReliable } from './spoken-sentences';
import type { RecordingPlayer } from './use-recording-player';

interface ElementsPanelProps {
  review: TakeReview;
  /** What the recording tells. */
  delivery: DeliveryReview | null;
  player: RecordingPlayer;
}

/** Which of the three elements reached the listener, beside what the script has, and where they can be heard. */
export function ElementsPanel({ review, delivery, player }: ElementsPanelProps) {
  const timed = isReliable(delivery) ? delivery : null;
  return (
    <Panel className={styles.stack}>
      <h2>{text.elementsHeading}</h2>
      <ul className={styles.elements}>
        {ELEMENTS.map((element) => {
          const { delivered, inScript, sentences } = review.elements[element];
          const present = delivered === 'said' || (delivered === 'unknown' && inScript);
          const tookMs = timed?.elementMs[element] ?? 0;
          const moments = sentences.flatMap((sentence) => {
            const saying = timed?.sentences[sentence]?.sayings[0];
            return saying && player.state === 'ready' ? [{ sentence, saying }] : [];
          });
          return (
            <li key={element}>
              <ElementMark element={element} present={present} />
              <span>
                {elementDelivered(element, review.elements[element], review.hearing)}
                {tookMs > 0 && (
                  <>
                    {' '}
                    <strong className="numeric">{formatSeconds(tookMs)}</strong>
                  </>
                )}
              </span>
              {moments.length > 0 && (
                <span className={styles.moments}>
                  {moments.map(({ sentence, saying }) => (
                    <Button
                      key={sentence}
                      look="quiet"
                      icon="play"
                      onClick={() => player.playStretch(saying)}
                    >
                      <span className="visually-hidden">
                        {timingText.listenTo(elementNames[element], sentence + 1)}
                      </span>
                      <span aria-hidden="true">{timingText.sentence(sentence + 1)}</span>
                    </Button>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
