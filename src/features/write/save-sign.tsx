import { useAppStore } from '../../state/use-app-store';
import { writeText as text } from '../../text-ja/write';
import { Icon } from '../../ui/icon';
import styles from './write.module.css';

/** Whether the words on screen are safe. */
export function SaveSign({ variantId }: { variantId: string }) {
  const save = useAppStore((state) => state.saves[variantId]);
  const memoryOnly = useAppStore((state) => state.library === 'memory-only');
  const troubled = memoryOnly || save === 'failed' || save === 'conflict';
  const words = memoryOnly
    ? text.memoryOnly
    : { saved: text.saved, pending: text.saving, failed: text.saveFailed, conflict: text.saveConflict }[
        save ?? 'saved'
      ];
  return (
    <p className={styles.saveSign} data-troubled={troubled} role={troubled ? 'alert' : undefined}>
      <Icon name={troubled ? 'warning' : 'check'} size={16} />
      {words}
    </p>
  );
}
