import { useState } from 'react';
import type { SentenceReport } from '../../domain/analysis/report-script';
import type { RecalledSentence } from '../../domain/memorising/recall';
import { sentenceTail } from '../../domain/memorising/sentence-cues';
import { memoriseText as text } from '../../text-ja/memorise';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import styles from './memorise.module.css';
import { ViewHeading } from './view-heading';

interface JointDrillProps {
  sentences: readonly SentenceReport[];
  /** Indices of the sentences that have to come, in the order of the drill. */
  joints: readonly number[];
  onDone(came: RecalledSentence[]): void;
  onLeave(): void;
}

/** The end of a sentence is shown; the beginning of the next has to come. */
export function JointDrill({ sentences, joints, onDone, onLeave }: JointDrillProps) {
  const [done, setDone] = useState<RecalledSentence[]>([]);
  const [revealed, setRevealed] = useState(false);
  const index = joints[done.length] ?? 0;
  const next = sentences[index];
  const before = sentences[index - 1];
  if (!next) return null;
  const answer = (came: boolean) => {
    const answered: RecalledSentence[] = [
      ...done,
      { text: next.text.trim(), recollection: came ? 'recalled' : 'partly', stopped: !came },
    ];
    setDone(answered);
    setRevealed(false);
    if (answered.length === joints.length) onDone(answered);
  };
  return (
    <Panel className={styles.stack}>
      <ViewHeading key={done.length}>{text.jointHeading(done.length + 1, joints.length)}</ViewHeading>
      <div className={styles.joint}>
        <p className={styles.soft}>{text.before}</p>
        <p className={styles.tail}>
          {before ? `…${sentenceTail(before.text, before.analysis?.tokens ?? null)}` : text.opening}
        </p>
        <p className={styles.soft}>{text.nextBeginning}</p>
        <p className={styles.tail} role="status">
          {revealed ? next.text.trim() : '……'}
        </p>
      </div>
      <div className={styles.actions}>
        {revealed ? (
          <>
            <Button look="primary" large icon="check" onClick={() => answer(true)}>
              {text.came}
            </Button>
            <Button large onClick={() => answer(false)}>
              {text.stopped}
            </Button>
          </>
        ) : (
          <Button look="primary" large icon="eye" onClick={() => setRevealed(true)}>
            {text.reveal}
          </Button>
        )}
        <Button look="quiet" onClick={onLeave}>
          {text.end}
        </Button>
      </div>
    </Panel>
  );
}
