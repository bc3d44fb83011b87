import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Pitch } from '../../domain/pitch/pitch';
import { selectVariantsOf } from '../../state/library-slice';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { tailorText as text } from '../../text-ja/tailor';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import { VariantDetailsDialog } from '../../ui/variant-details-dialog';
import { RenameDialog } from './rename-dialog';
import styles from './tailor.module.css';
import { VariantRow } from './variant-row';

interface PitchSectionProps {
  pitch: Pitch;
  first: boolean;
  last: boolean;
}

/** One pitch and the table of its variants. */
export function PitchSection({ pitch, first, last }: PitchSectionProps) {
  const [, navigate] = useLocation();
  const actions = useAppActions();
  const variants = useAppStore((state) => selectVariantsOf(state, pitch.id));
  const settings = useAppStore((state) => state.settings);
  const [asking, setAsking] = useState<'rename' | 'variant' | null>(null);
  const close = () => setAsking(null);
  const { columns } = text;

  return (
    <Panel className={styles.pitch}>
      <div className={styles.pitchHead}>
        <h2>{pitch.title}</h2>
        <Menu
          label={text.pitchActions(pitch.title)}
          items={[
            { name: text.rename, icon: 'edit', onChoose: () => setAsking('rename') },
            {
              name: text.moveUp,
              icon: 'up',
              disabled: first,
              onChoose: () => actions.pitchMoved(pitch.id, -1),
            },
            {
              name: text.moveDown,
              icon: 'down',
              disabled: last,
              onChoose: () => actions.pitchMoved(pitch.id, 1),
            },
            { name: text.deletePitch, icon: 'delete', onChoose: () => actions.pitchDeleted(pitch.id) },
          ]}
        />
      </div>

      {variants.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{columns.variant}</th>
              <th scope="col">{columns.timeBudget}</th>
              <th scope="col">{columns.characters}</th>
              <th scope="col">{columns.duration}</th>
              <th scope="col">{columns.elements}</th>
              <th scope="col">{columns.takes}</th>
              <th scope="col">{columns.last}</th>
              <th scope="col">{columns.best}</th>
              <th scope="col">
                <span className="visually-hidden">{columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {variants.map((variant, index) => (
              <VariantRow
                key={variant.id}
                variant={variant}
                first={index === 0}
                last={index === variants.length - 1}
              />
            ))}
          </tbody>
        </table>
      )}

      <div>
        <Button icon="add" onClick={() => setAsking('variant')}>
          {text.addVariant}
        </Button>
      </div>

      {asking === 'rename' && (
        <RenameDialog
          initial={pitch.title}
          onClose={close}
          onSubmit={(title) => actions.pitchRenamed(pitch.id, title)}
        />
      )}
      {asking === 'variant' && (
        <VariantDetailsDialog
          purpose="new-variant"
          settings={settings}
          onClose={close}
          onSubmit={(details) => navigate(paths.write(actions.variantCreated(pitch.id, details)))}
        />
      )}
    </Panel>
  );
}
