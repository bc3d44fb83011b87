import type { RecallDifference } from '../../domain/memorising/judge-recall';
import { memoriseText as text } from '../../text-ja/memorise';
import styles from './memorise.module.css';

/** What differed from the script's words, each with what it is; nothing where nothing did. */
export function RecallDifferences({ differences }: { differences: readonly RecallDifference[] }) {
  if (differences.length === 0) return null;
  return (
    <ul className={styles.differences}>
      {differences.map(({ kind, script, said }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: differences of one answer never change places
        <li key={index}>
          <span className={styles.kind}>{kind === 'left-out' ? text.leftOut : text.reworded}</span>
          {kind === 'left-out' ? script : text.rewordedAs(script, said)}
        </li>
      ))}
    </ul>
  );
}
