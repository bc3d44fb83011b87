import type { TakeReview } from '../../domain/review/review-take';
import { sentenceStatusNames, reviewText as text } from '../../text-ja/review';
import { Icon } from '../../ui/icon';
import { Panel } from '../../ui/panel';
import styles from './review.module.css';

interface ContentPanelProps {
  review: TakeReview;
  /** Sentences of the script. */
  sentences: readonly string[];
  /** What was heard or typed. */
  words: string;
}

/** The script's sentences, each with whether it was said; honest where that is not known. */
export function ContentPanel({ review: { content, hearing }, sentences, words }: ContentPanelProps) {
  if (content.kind === 'unknown') {
    return (
      <Panel className={styles.stack}>
        <h2>{text.contentHeading}</h2>
        <p className={styles.soft}>{text.contentUnknown[content.reason]}</p>
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
          const said = sentence.status === 'said' || sentence.status === 'moved';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one revision never change places
            <li key={index} data-status={sentence.status}>
              <span className={styles.status}>
                <Icon name={said ? 'check' : 'warning'} size={16} />
                {sentenceStatusNames[sentence.status]}
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
