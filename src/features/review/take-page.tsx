import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Variant } from '../../domain/pitch/pitch';
import type { ReviewedTake } from '../../domain/progress/trace-progress';
import type { Take } from '../../domain/rehearsal/take';
import { addSound } from '../../domain/review/add-sound';
import { nextStep, RECENT_TAKES } from '../../domain/review/next-step';
import { heardText } from '../../state/take-texts';
import { useAppActions } from '../../state/use-app-store';
import { useReviewedTakes, useReviewsWithSound } from '../../state/use-reviewed-takes';
import { compareText } from '../../text-ja/compare';
import { formatDateTime } from '../../text-ja/format';
import { reviewText as text } from '../../text-ja/review';
import { hearingShortNames, prompterNames } from '../../text-ja/vocabulary';
import { Button, ButtonLink } from '../../ui/button';
import { MessageBox, Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import { ContentPanel } from './content-panel';
import { ElementsPanel } from './elements-panel';
import { GainsPanel } from './gains-panel';
import { MomentsPanel } from './moments-panel';
import { NextStepPanel } from './next-step-panel';
import { NotePanel } from './note-panel';
import { PacePanel } from './pace-panel';
import { RecordingReview } from './recording-review';
import styles from './review.module.css';
import { isReliable, spokenSentences } from './spoken-sentences';
import { TimePanel } from './time-panel';
import { useDelivery } from './use-delivery';
import { useRecordingPlayer } from './use-recording-player';
import { VoicePanel } from './voice-panel';

/** One take: the time first, then what to do next, then everything that stands behind it. */
export function TakePage({ variant, takeId }: { variant: Variant; takeId: string }) {
  const { known, takes, reviewed } = useReviewedTakes(variant);
  const take = takes.find((candidate) => candidate.id === takeId);

  if (!take) {
    if (!known) return <p role="status">{text.waiting}</p>;
    return (
      <>
        <h1 tabIndex={-1}>{text.heading}</h1>
        <MessageBox title={text.missingTitle} body={text.missingBody}>
          <ButtonLink to={paths.progress(variant.id)}>{text.allTakes}</ButtonLink>
        </MessageBox>
      </>
    );
  }

  const earlier = reviewed.filter(
    ({ takeId: other, startedAt }) => other !== take.id && startedAt <= take.log.startedAt,
  );
  const current = reviewed.find((candidate) => candidate.takeId === take.id);
  return <TakeView variant={variant} take={take} takes={takes} current={current} earlier={earlier} />;
}

interface TakeViewProps {
  variant: Variant;
  take: Take;
  takes: readonly Take[];
  /** The take, once it is reviewed. */
  current: ReviewedTake | undefined;
  /** Those before it, oldest first. */
  earlier: readonly ReviewedTake[];
}

function TakeView({ variant, take, takes, current, earlier }: TakeViewProps) {
  const [, navigate] = useLocation();
  const actions = useAppActions();
  const before = earlier.at(-1);
  const words = heardText(take);
  const { progress, settled, delivery, retry } = useDelivery(take, current);
  const spoken = useMemo(() => spokenSentences(delivery), [delivery]);
  const player = useRecordingPlayer(take.recordingType ? take.id : null, spoken);
  const recent = useMemo(() => earlier.slice(1 - RECENT_TAKES), [earlier]);
  const history = useReviewsWithSound(takes, recent);
  const review = useMemo(
    () => current && (delivery ? addSound(current.review, delivery) : current.review),
    [current, delivery],
  );
  return (
    <div className={styles.page}>
      <div>
        <h1 tabIndex={-1}>{text.heading}</h1>
        <p className={`${styles.soft} ${styles.meta}`}>
          {variant.title}・{formatDateTime(take.log.startedAt)}・{hearingShortNames[take.log.hearing]}・
          {prompterNames[take.log.prompter]}
        </p>
      </div>
      {current && review ? (
        <>
          <TimePanel review={review} delivery={delivery} />
          <NextStepPanel
            finding={settled ? nextStep(review, history) : null}
            sentences={current.sentenceTexts}
            variantId={variant.id}
          />
        </>
      ) : (
        <p role="status">{text.waiting}</p>
      )}
      {(take.recordingType || delivery) && (
        <RecordingReview
          take={take}
          player={player}
          reviewed={current}
          progress={progress}
          delivery={delivery}
          onRetry={retry}
        />
      )}
      {current && review && (settled || review.content.kind === 'judged') && (
        <>
          <ContentPanel
            take={take}
            review={review}
            sentences={current.sentenceTexts}
            words={words ?? ''}
            delivery={delivery}
            player={take.recordingType ? player : null}
          />
          <div className={styles.pair}>
            <ElementsPanel review={review} delivery={delivery} player={player} />
            <PacePanel review={review} delivery={delivery} />
            {isReliable(delivery) && (
              <>
                <MomentsPanel delivery={delivery} player={player} />
                {delivery.gains.length > 0 && (
                  <GainsPanel delivery={delivery} sentences={current.sentenceTexts} />
                )}
              </>
            )}
          </div>
          {isReliable(delivery) && <VoicePanel delivery={delivery} />}
        </>
      )}
      {words !== null && words.trim() !== '' && (
        <Panel>
          <details>
            <summary>{wordsHeading(take)}</summary>
            <p className={styles.words}>{words}</p>
          </details>
        </Panel>
      )}
      <NotePanel take={take} />
      <div className={styles.actions}>
        <ButtonLink look="primary" icon="play" to={paths.rehearse(variant.id)}>
          {text.again}
        </ButtonLink>
        <ButtonLink icon="edit" to={paths.write(variant.id)}>
          {text.rewrite}
        </ButtonLink>
        <ButtonLink icon="review" to={paths.progress(variant.id)}>
          {text.allTakes}
        </ButtonLink>
        {before && (
          <ButtonLink icon="review" to={paths.compare(variant.id, before.takeId, take.id)}>
            {compareText.withEarlier}
          </ButtonLink>
        )}
        <Button
          look="quiet"
          icon="delete"
          onClick={() => {
            actions.takeDeleted(variant.id, take.id);
            navigate(paths.progress(variant.id), { replace: true });
          }}
        >
          {text.delete}
        </Button>
      </div>
    </div>
  );
}

function wordsHeading({ log, recalled }: Take): string {
  if (log.hearing === 'typed') return text.typedHeading;
  return recalled !== undefined ? text.recalledHeading : text.transcriptHeading;
}
