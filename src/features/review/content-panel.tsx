import type { DeliveryReview } from '../../domain/review/judge-delivery';
import type { TakeReview } from '../../domain/review/review-take';
import { sentenceStatusNames, reviewText as text } from '../../text-ja/review';
import { timingText } from '../../text-ja/timing';
import { Icon } from '../../ui/icon';
import { Panel } from '../../ui/panel';
import styles from './review.module.css';

interface ContentPanelProps {
  review: TakeReview;
  /** Sentences of the script. */
  sentences: readonly string[];
  /** What was heard or typed. */
  words: string;
  /** What the recording tells; it judges only where no words are known. */
  delivery: DeliveryReview | null;
}

/** The script's sentences, each with whether it was said; honest where that is not known. */
export function ContentPanel({
  review: { content, hearing },
  sentences,
  words,
  delivery,
}: ContentPanelProps) {
  if (content.kind === 'unknown') {
    // A recogniser that was wanted and gave nothing is another thing than none.
    const reason =
      content.reason === 'no-words' && hearing === 'audio-and-words' ? 'nothing-heard' : content.reason;
    return (
      <Panel className={styles.stack}>
        <h2>{text.contentHeading}</h2>
        <p className={styles.soft}>{text.contentUnknown[reason]}</p>
        {delivery && <ContentBySound delivery={delivery} />}
      </Panel>
    );
  }
  const { alignment } = content;
  const fillers = [...new Set(alignment.fillers.map(({ start, end }) => words.slice(start, end)))];
  return (
    <Panel className={styles.stack}>
      <h2>{text.contentHeading}</h2>
      <ol className={styles.sentences}>
        {alignment.sentences.map((sentence, index) => {
          const lost = content.lostToDevice.includes(index);
          const said = sentence.status === 'said' || sentence.status === 'moved';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one revision never change places
            <li key={index} data-status={lost ? 'lost' : sentence.status}>
              <span className={styles.status}>
                <Icon name={said ? 'check' : 'warning'} size={16} />
                {lost ? text.lostToDevice : sentenceStatusNames[sentence.status]}
              </span>
              <span>{sentences[index]?.trim()}</span>
            </li>
          );
        })}
      </ol>
      {alignment.added.length > 0 && (
        <div>
          <h3>{text.added}</h3>
          {alignment.added.map(({ start, end }) => (
            <p key={start} className={styles.soft}>
              {words.slice(start, end)}
            </p>
          ))}
        </div>
      )}
      {hearing !== 'typed' && fillers.length > 0 && (
        <p className={styles.soft}>{text.fillers(fillers.join('」「'))}</p>
      )}
    </Panel>
  );
}

/** What the sound tells of the script as a whole, where it is sure enough to be told. */
function ContentBySound({ delivery: { method, sureness, sentences } }: { delivery: DeliveryReview }) {
  if (method !== 'sound' || sureness !== 'sure') return null;
  const notHeard = sentences.filter(({ status }) => status === 'not-heard').length;
  return <p>{notHeard === 0 ? timingText.allHeard : timingText.notHeardCount(notHeard)}</p>;
}
