import { useAppActions, useAppStore } from '../../state/use-app-store';
import { formatDate } from '../../text-ja/format';
import { settingsText as text } from '../../text-ja/settings';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import styles from './settings.module.css';

/** What was deleted lately and can still be brought back. */
export function DeletedPanel() {
  const { pitchRestored, variantRestored } = useAppActions();
  const pitches = useAppStore((state) =>
    Object.values(state.pitches).filter((item) => item.deletedAt !== null),
  );
  const variants = useAppStore((state) =>
    Object.values(state.variants).filter(
      (item) => item.deletedAt !== null && state.pitches[item.pitchId]?.deletedAt === null,
    ),
  );
  const items = [
    ...pitches.map((item) => ({ ...item, restore: () => pitchRestored(item.id) })),
    ...variants.map((item) => ({ ...item, restore: () => variantRestored(item.id) })),
  ].sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
  return (
    <Panel className={styles.stack}>
      <h2>{text.deletedHeading}</h2>
      <p className={styles.soft}>{items.length === 0 ? text.nothingDeleted : text.deletedLead}</p>
      {items.length > 0 && (
        <ul className={styles.rows}>
          {items.map((item) => (
            <li key={item.id}>
              <span>
                {item.title} <small className={styles.soft}>{formatDate(item.deletedAt ?? 0)}</small>
              </span>
              <Button look="quiet" icon="undo" onClick={item.restore}>
                {text.restore}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
