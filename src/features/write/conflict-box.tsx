import type { Variant } from '../../domain/pitch/pitch';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { writeText as text } from '../../text-ja/write';
import { Button } from '../../ui/button';
import { MessageBox } from '../../ui/panel';
import styles from './write.module.css';

/** Another tab has saved other words: both are shown, and the person decides. */
export function ConflictBox({ variant }: { variant: Variant }) {
  const theirs = useAppStore((state) => state.conflicts[variant.id]);
  const { conflictResolved } = useAppActions();
  if (!theirs) return null;
  return (
    <MessageBox trouble title={text.conflictTitle} body={text.conflictBody}>
      <details className={styles.theirs}>
        <summary>{text.conflictTheirs}</summary>
        <p>{theirs.script}</p>
      </details>
      <Button
        look="primary"
        onClick={() =>
          conflictResolved(variant.id, { kind: 'keep-both', title: text.conflictCopyTitle(variant.title) })
        }
      >
        {text.keepBoth}
      </Button>
      <Button onClick={() => conflictResolved(variant.id, { kind: 'take-theirs' })}>{text.takeTheirs}</Button>
      <Button onClick={() => conflictResolved(variant.id, { kind: 'keep-mine' })}>{text.keepMine}</Button>
    </MessageBox>
  );
}
