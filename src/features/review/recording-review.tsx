import type { ReviewedTake } from '../../domain/progress/trace-progress';
import type { Take } from '../../domain/rehearsal/take';
import type { DeliveryReview } from '../../domain/review/judge-delivery';
import type { TimingProgress } from '../../state/timing-slice';
import { useAppActions } from '../../state/use-app-store';
import { timingText as text, timingFailures } from '../../text-ja/timing';
import { Button } from '../../ui/button';
import { MessageBox, Panel } from '../../ui/panel';
import { RecordingPanel } from './recording-panel';
import styles from './review.module.css';
import { SentenceTimesPanel } from './sentence-times-panel';
import timingStyles from './timing.module.css';
import type { RecordingPlayer } from './use-recording-player';

interface RecordingReviewProps {
  take: Take;
  player: RecordingPlayer;
  reviewed: ReviewedTake | undefined;
  progress: TimingProgress | null;
  delivery: DeliveryReview | null;
  onRetry(): void;
}

/** The recording, and when each sentence was said in it; the latter alone where the recording was put away. */
export function RecordingReview({
  take,
  player,
  reviewed,
  progress,
  delivery,
  onRetry,
}: RecordingReviewProps) {
  const sentences = reviewed?.sentenceTexts ?? [];
  const { recordingDeleted } = useAppActions();
  return (
    <>
      {take.recordingType && (
        <RecordingPanel
          player={player}
          startedAt={take.log.startedAt}
          delivery={delivery}
          onDelete={() => recordingDeleted(take.variantId, take.id)}
        />
      )}
      {progress?.kind === 'under-way' && (
        <Panel className={styles.stack}>
          <p role="status">{text.underWay}</p>
          <progress className={timingStyles.progress} value={progress.ratio} aria-label={text.underWay} />
        </Panel>
      )}
      {progress?.kind === 'failed' && (
        <MessageBox {...timingFailures[progress.error.kind]}>
          {progress.error.kind !== 'no-recording' && <Button onClick={onRetry}>{text.retry}</Button>}
        </MessageBox>
      )}
      {delivery && sentences.length > 0 && (
        <SentenceTimesPanel
          delivery={delivery}
          sentences={sentences}
          player={player}
          wordsKnown={reviewed?.review.content.kind === 'judged'}
        />
      )}
    </>
  );
}
