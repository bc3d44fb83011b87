import { useState } from 'react';
import { moveOccasion, type Occasion, putOccasion, restoreOccasion } from '../../domain/pitch/occasion';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { formatExtent, occasionsIn, occasionsText as text } from '../../text-ja/occasions';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { Panel } from '../../ui/panel';
import { OccasionDialog } from './occasion-dialog';
import styles from './settings.module.css';

/** The occasions offered where a variant is made; variants that are there do not change with them. */
export function OccasionsPanel() {
  const { occasionsChanged, noticed } = useAppActions();
  const settings = useAppStore((state) => state.settings);
  const [asking, setAsking] = useState<'new' | Occasion | null>(null);
  const occasions = occasionsIn(settings);
  /** Changes the list as it is then, whether it is the built-in one or the person's own. */
  const change = (next: (list: Occasion[], newId: string) => Occasion[]) =>
    occasionsChanged((kept, newId) => next(kept ?? occasionsIn({ ...settings, occasions: null }), newId));

  const remove = (occasion: Occasion, place: number) => {
    change((list) => list.filter(({ id }) => id !== occasion.id));
    noticed({ kind: 'occasion-removed', name: occasion.name }, () =>
      change((list) => restoreOccasion(list, occasion, place)),
    );
  };
  const reset = () => {
    occasionsChanged(() => null);
    noticed({ kind: 'occasions-reset' }, () =>
      // What was added since stays.
      occasionsChanged((kept) => (kept ?? []).reduce(addUnknown, occasions)),
    );
  };

  return (
    <Panel className={styles.stack}>
      <h2>{text.settingsHeading}</h2>
      <p className={styles.soft}>{occasions.length === 0 ? text.none : text.settingsLead}</p>
      {occasions.length > 0 && (
        <ol className={styles.rows}>
          {occasions.map((occasion, place) => (
            <li key={occasion.id}>
              <span>
                {occasion.name} <small className={styles.soft}>{formatExtent(occasion)}</small>
              </span>
              <Menu
                label={text.actions(occasion.name)}
                items={[
                  { name: text.edit, icon: 'edit', onChoose: () => setAsking(occasion) },
                  {
                    name: text.moveUp,
                    icon: 'up',
                    disabled: place === 0,
                    onChoose: () => change((list) => moveOccasion(list, occasion.id, -1)),
                  },
                  {
                    name: text.moveDown,
                    icon: 'down',
                    disabled: place === occasions.length - 1,
                    onChoose: () => change((list) => moveOccasion(list, occasion.id, 1)),
                  },
                  { name: text.remove, icon: 'delete', onChoose: () => remove(occasion, place) },
                ]}
              />
            </li>
          ))}
        </ol>
      )}
      <div className={styles.buttons}>
        <Button icon="add" onClick={() => setAsking('new')}>
          {text.add}
        </Button>
        {settings.occasions !== null && (
          <Button look="quiet" icon="undo" onClick={reset}>
            {text.reset}
          </Button>
        )}
      </div>
      {asking && (
        <OccasionDialog
          initial={asking === 'new' ? null : asking}
          setting={settings.characterTarget}
          onClose={() => setAsking(null)}
          onSubmit={(filledIn) =>
            change((list, newId) =>
              putOccasion(list, { ...filledIn, id: asking === 'new' ? newId : asking.id }),
            )
          }
        />
      )}
    </Panel>
  );
}

function addUnknown(list: Occasion[], occasion: Occasion): Occasion[] {
  return list.some(({ id }) => id === occasion.id) ? list : [...list, occasion];
}
