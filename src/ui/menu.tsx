import { type CSSProperties, useId } from 'react';
import { Button } from './button';
import { Icon, type IconName } from './icon';
import styles from './menu.module.css';

export interface MenuItem {
  name: string;
  icon: IconName;
  disabled?: boolean;
  onChoose(): void;
}

/** A button that opens a short list of actions: beside it on a wide screen, from the bottom edge on a phone. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  // Anchor names must be dashed idents; React's ids hold characters that are not allowed in them.
  const id = `menu-${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`;
  const anchor = { anchorName: `--${id}` } as CSSProperties;
  return (
    <>
      <Button look="quiet" icon="more" iconOnly popoverTarget={id} style={anchor}>
        {label}
      </Button>
      {/* biome-ignore lint/a11y/useSemanticElements: a list of plain buttons; role=menu would promise arrow keys */}
      <div
        id={id}
        popover="auto"
        className={styles.menu}
        style={{ positionAnchor: `--${id}` } as CSSProperties}
        role="group"
        aria-label={label}
      >
        {items.map((item) => (
          <button
            key={item.name}
            type="button"
            disabled={item.disabled ?? false}
            popoverTarget={id}
            popoverTargetAction="hide"
            onClick={item.onChoose}
          >
            <Icon name={item.icon} />
            {item.name}
          </button>
        ))}
      </div>
    </>
  );
}
