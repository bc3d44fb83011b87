import { useMemo, useState } from 'react';
import type { Stretch } from '../../domain/delivery/detect-speech';
import type { Take } from '../../domain/rehearsal/take';
import type { ContentReview } from '../../domain/review/judge-content';
import type { DeliveryReview } from '../../domain/review/judge-delivery';
import type { TakeReview } from '../../domain/review/review-take';
import { createWordTimer } from '../../domain/review/time-words';
import { sentenceStatusNames, reviewText as text } from '../../text-ja/review';
import { timingText } from '../../text-ja/timing';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Panel } from '../../ui/panel';
import { RecallForm } from './recall-form';
import styles from './review.module.css';
import { isReliable } from './spoken-sentences';
import type { RecordingPlayer } from './use-recording-player';
import { WordsBeyondScript } from './words-beyond-script';

interface ContentPanelProps {
  take: Take;
  review: TakeReview;
  /** Sentences of the script. */
  sentences: readonly string[];
  /** What was heard or typed. */
  words: string;
  /** What the recording tells. */
  delivery: DeliveryReview | null;
  /** `null` where nothing was recorded. */
  player: RecordingPlayer | null;
}

/** The script's sentences, each with whether it was said; honest where that is not known. */
export function ContentPanel({ take, review, sentences, words, delivery, player }: ContentPanelProps) {
  const { content, hearing } = review;
  const [recalling, setRecalling] = useState(false);
  const recalled = take.recalled !== undefined;
  const timeWords = useMemo(() => createWordTimer(take.log), [take.log]);
  const bySound = isReliable(delivery) ? delivery.sentences : null;
  /** When a sentence was said: the sound knows best, else the words do. */
  const momentOf = (sentence: number): Stretch | null => {
    const heard = content.kind === 'judged' && !recalled && content.alignment.sentences[sentence]?.heard;
    return bySound?.[sentence]?.sayings[0] ?? (heard ? timeWords(heard) : null);
  };

  if (recalling) {
    return (
      <Panel className={styles.stack}>
        <h2>{text.contentHeading}</h2>
        <RecallForm
          take={take}
          sentences={sentences}
          said={content.kind === 'judged' ? saidIn(content) : []}
          momentOf={momentOf}
          player={player}
          onDone={() => setRecalling(false)}
        />
      </Panel>
    );
  }
  if (content.kind === 'unknown') {
    // A recogniser that was wanted and gave nothing is another thing than none.
    const reason =
      content.reason === 'no-words' && hearing === 'audio-and-words' ? 'nothing-heard' : content.reason;
    return (
      <Panel className={styles.stack}>
        <h2>{text.contentHeading}</h2>
        {review.said?.by === 'sound' ? (
          <>
            <p>
              {review.said.leftOut.length === 0
                ? timingText.allHeard
                : timingText.notHeardCount(review.said.leftOut.length)}
            </p>
            <p className={styles.soft}>{text.contentBySound}</p>
          </>
        ) : (
          <p className={styles.soft}>{text.contentUnknown[reason]}</p>
        )}
        {hearing !== 'typed' && content.reason !== 'empty-script' && (
          <div className={styles.actions}>
            <Button icon="check" onClick={() => setRecalling(true)}>
              {text.recall}
            </Button>
          </div>
        )}
      </Panel>
    );
  }
  const { alignment, lostToDevice } = content;
  return (
    <Panel className={styles.stack}>
      <h2>{text.contentHeading}</h2>
      <ol className={styles.sentences}>
        {alignment.sentences.map((sentence, index) => {
          const lost = lostToDevice.includes(index);
          const said = sentence.status === 'said' || sentence.status === 'moved';
          const words = sentences[index]?.trim() ?? '';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one revision never change places
            <li key={index} data-status={lost ? 'lost' : sentence.status}>
              <span className={styles.status}>
                <Icon name={said ? 'check' : 'warning'} size={16} />
                {lost ? text.lostToDevice : sentenceStatusNames[sentence.status]}
              </span>
              <span>{words}</span>
              {sentence.status !== 'omitted' && (
                <HearAgain player={player} moment={momentOf(index)} words={words} />
              )}
            </li>
          );
        })}
      </ol>
      <WordsBeyondScript
        review={review}
        words={words}
        hearAgain={(range) => (
          <HearAgain
            player={player}
            moment={recalled ? null : timeWords(range)}
            words={words.slice(range.start, range.end)}
          />
        )}
      />
      {recalled && (
        <div className={styles.actions}>
          <Button icon="edit" onClick={() => setRecalling(true)}>
            {text.recallAgain}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function HearAgain({
  player,
  moment,
  words,
}: {
  player: RecordingPlayer | null;
  moment: Stretch | null;
  words: string;
}) {
  if (!player || !moment || player.state !== 'ready') return null;
  return (
    <Button look="quiet" icon="play" iconOnly onClick={() => player.playStretch(moment)}>
      {text.hearAgain(words)}
    </Button>
  );
}

/** Indices of the sentences that were said, wholly or partly. */
function saidIn({ alignment }: Extract<ContentReview, { kind: 'judged' }>): number[] {
  return alignment.sentences.flatMap(({ status }, index) => (status === 'omitted' ? [] : [index]));
}
