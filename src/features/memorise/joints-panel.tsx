import type { SentenceReport } from '../../domain/analysis/report-script';
import { firstCharacters, sentenceTail } from '../../domain/memorising/sentence-cues';
import type { WeakJoint } from '../../domain/memorising/weak-joints';
import { memoriseText as text } from '../../text-ja/memorise';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import styles from './memorise.module.css';

interface JointsPanelProps {
  sentences: readonly SentenceReport[];
  joints: readonly WeakJoint[];
  onDrill(joints: readonly number[]): void;
}

/** Where the next sentence does not come by itself, with how often that was. */
export function JointsPanel({ sentences, joints, onDrill }: JointsPanelProps) {
  return (
    <Panel className={styles.stack}>
      <h2>{text.jointsHeading}</h2>
      <p className={styles.soft}>{joints.length === 0 ? text.noJoints : text.jointsLead}</p>
      {joints.length > 0 && (
        <ol className={styles.joints}>
          {joints.map((joint) => {
            const before = sentences[joint.sentence - 1];
            return (
              <li key={joint.sentence}>
                <span>
                  {before ? `…${sentenceTail(before.text, before.analysis?.tokens ?? null)}` : text.opening}
                  {' → '}
                  <strong>{firstCharacters(sentences[joint.sentence]?.text ?? '')}…</strong>
                </span>
                <span className={styles.reason}>{text.jointReason(joint)}</span>
              </li>
            );
          })}
        </ol>
      )}
      <div className={styles.actions}>
        {joints.length > 0 && (
          <Button look="primary" icon="play" onClick={() => onDrill(joints.map(({ sentence }) => sentence))}>
            {text.jointsStart(joints.length)}
          </Button>
        )}
        <Button
          look={joints.length > 0 ? 'quiet' : 'secondary'}
          onClick={() => onDrill([...sentences.keys()])}
        >
          {text.jointsAll}
        </Button>
      </div>
    </Panel>
  );
}
