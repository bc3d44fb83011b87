import { useMemo, useState } from 'react';
import type { Variant } from '../../domain/pitch/pitch';
import { compareTakes, type TakeToCompare } from '../../domain/progress/compare-takes';
import type { ReviewedTake } from '../../domain/progress/trace-progress';
import type { Take } from '../../domain/rehearsal/take';
import { useReviewedTakes } from '../../state/use-reviewed-takes';
import { takeChoice, compareText as text } from '../../text-ja/compare';
import { reviewText } from '../../text-ja/review';
import { ButtonLink } from '../../ui/button';
import { MessageBox, Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import styles from './compare.module.css';
import { ComparedOverall } from './compared-overall';
import { ComparedRecordings } from './compared-recordings';
import { ComparedSentences } from './compared-sentences';
import { useDelivery } from './use-delivery';
import { useRecordingPlayer } from './use-recording-player';

interface ComparePageProps {
  variant: Variant;
  beforeId: string;
  afterId: string;
}

/**
 * Two takes of a variant side by side: sentence by sentence, as a whole, and to the ear. It opens with those the
 * address names; another choice changes no address, which would take the focus away from it.
 */
export function ComparePage({ variant, beforeId: firstId, afterId: secondId }: ComparePageProps) {
  const [beforeId, setBeforeId] = useState(firstId);
  const [afterId, setAfterId] = useState(secondId);
  const { known, takes, reviewed } = useReviewedTakes(variant);
  const find = (id: string) => {
    const take = takes.find((candidate) => candidate.id === id);
    const review = reviewed.find(({ takeId }) => takeId === id);
    return take && review ? { take, review } : null;
  };
  const [before, after] = [find(beforeId), find(afterId)];
  const waiting = !known || reviewed.length < takes.length;
  return (
    <div className={styles.page}>
      <div>
        <h1 tabIndex={-1}>{text.heading}</h1>
        <p className={styles.soft}>{variant.title}</p>
      </div>
      <Panel className={styles.choices}>
        <TakeChoice
          label={text.firstTake}
          value={beforeId}
          other={afterId}
          reviewed={reviewed}
          onChange={setBeforeId}
        />
        <TakeChoice
          label={text.secondTake}
          value={afterId}
          other={beforeId}
          reviewed={reviewed}
          onChange={setAfterId}
        />
      </Panel>
      {before && after && before.take.id !== after.take.id ? (
        <Comparison key={`${beforeId} ${afterId}`} before={before} after={after} />
      ) : waiting ? (
        <p role="status">{reviewText.waiting}</p>
      ) : (
        <MessageBox title={text.missingTitle} body={text.missingBody} />
      )}
      <div>
        <ButtonLink icon="review" to={paths.progress(variant.id)}>
          {reviewText.allTakes}
        </ButtonLink>
      </div>
    </div>
  );
}

interface TakeChoiceProps {
  label: string;
  value: string;
  /** The take on the other side: it cannot be compared with itself. */
  other: string;
  /** Oldest first. */
  reviewed: readonly ReviewedTake[];
  onChange(takeId: string): void;
}

function TakeChoice({ label, value, other, reviewed, onChange }: TakeChoiceProps) {
  return (
    <label className={styles.choice}>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {reviewed.toReversed().map(({ takeId, startedAt, review }) => (
          <option key={takeId} value={takeId} disabled={takeId === other}>
            {takeChoice(startedAt, review.time.timeMs)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Side {
  take: Take;
  review: ReviewedTake;
}

function Comparison({ before, after }: { before: Side; after: Side }) {
  const first = useSide(before);
  const second = useSide(after);
  const sentences = useMemo(
    () => compareTakes(first.compared, second.compared),
    [first.compared, second.compared],
  );
  const players = { before: first.player, after: second.player };
  const working = first.working || second.working;
  const silent = [first, second].some(({ compared }) => compared.delivery === null);
  return (
    <>
      {working && <p role="status">{text.working}</p>}
      <ComparedOverall before={first.compared} after={second.compared} sentences={sentences} />
      <ComparedRecordings players={players} />
      <Panel className={styles.stack}>
        <h2>{text.sentencesHeading}</h2>
        <p className={styles.soft}>{text.sentencesNote}</p>
        {silent && !working && <p className={styles.soft}>{text.noSound}</p>}
        <ComparedSentences sentences={sentences} players={players} />
      </Panel>
    </>
  );
}

/** One take with what its sound tells, as far as that can be relied on, and its recording. */
function useSide({ take, review }: Side) {
  const { settled, delivery } = useDelivery(take, review);
  const reliable = delivery && delivery.sureness !== 'poor' ? delivery : null;
  const compared = useMemo(
    (): TakeToCompare => ({ sentenceTexts: review.sentenceTexts, review: review.review, delivery: reliable }),
    [review, reliable],
  );
  const spoken = useMemo(
    () =>
      (reliable?.sentences ?? []).flatMap(({ sayings }, sentence) =>
        sayings.map((saying) => ({ ...saying, sentence })),
      ),
    [reliable],
  );
  const player = useRecordingPlayer(take.id, spoken);
  return { compared, player, working: !settled };
}
