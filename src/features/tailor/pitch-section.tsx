import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Pitch } from '../../domain/pitch/pitch';
import { selectVariantsOf } from '../../state/library-slice';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { tailorText as text } from '../../text-ja/tailor';
import { Button, ButtonLink } from '../../ui/button';
import { useInView } from '../../ui/in-view';
import { Menu } from '../../ui/menu';
import { Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import { VariantDetailsDialog } from '../../ui/variant-details-dialog';
import { RenameDialog } from './rename-dialog';
import styles from './tailor.module.css';
import { ROWS_TOGETHER, VariantRows } from './variant-rows';

interface PitchSectionProps {
  pitch: Pitch;
  first: boolean;
  last: boolean;
  /** Stands where the library opens. */
  early: boolean;
}

/** One pitch and the table of its variants. Out of view its name stands for all of it. */
export function PitchSection(props: PitchSectionProps) {
  const { pitch, early } = props;
  const section = useRef<HTMLElement>(null);
  const { inView, style } = useInView(section, early);
  return (
    <Panel
      ref={section}
      className={inView ? styles.pitch : `${styles.pitch} ${styles.pitchOutOfView}`}
      style={style}
    >
      <div className={styles.pitchHead}>
        <h2>{pitch.title}</h2>
        {inView && <PitchMenu {...props} />}
      </div>
      {inView && <PitchVariants pitch={pitch} early={early} />}
    </Panel>
  );
}

function PitchMenu({ pitch, first, last }: PitchSectionProps) {
  const actions = useAppActions();
  const [renaming, setRenaming] = useState(false);
  return (
    <>
      <Menu
        label={text.pitchActions(pitch.title)}
        items={[
          { name: text.rename, icon: 'edit', onChoose: () => setRenaming(true) },
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
      {renaming && (
        <RenameDialog
          initial={pitch.title}
          onClose={() => setRenaming(false)}
          onSubmit={(title) => actions.pitchRenamed(pitch.id, title)}
        />
      )}
    </>
  );
}

function PitchVariants({ pitch, early }: Pick<PitchSectionProps, 'pitch' | 'early'>) {
  const [, navigate] = useLocation();
  const actions = useAppActions();
  const variants = useAppStore((state) => selectVariantsOf(state, pitch.id));
  const settings = useAppStore((state) => state.settings);
  const [adding, setAdding] = useState(false);
  const { columns } = text;

  return (
    <>
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
          {variants.map(
            ({ id }, from) =>
              from % ROWS_TOGETHER === 0 && (
                <VariantRows
                  key={id}
                  variants={variants.slice(from, from + ROWS_TOGETHER)}
                  from={from}
                  total={variants.length}
                  early={early && from === 0}
                />
              ),
          )}
        </table>
      )}
      <div className={styles.pitchFoot}>
        <Button icon="add" onClick={() => setAdding(true)}>
          {text.addVariant}
        </Button>
        <ButtonLink icon="table" look="quiet" to={paths.matrix(pitch.id)}>
          {text.matrix}
        </ButtonLink>
      </div>
      {adding && (
        <VariantDetailsDialog
          purpose="new-variant"
          settings={settings}
          onClose={() => setAdding(false)}
          onSubmit={(details) => navigate(paths.write(actions.variantCreated(pitch.id, details)))}
        />
      )}
    </>
  );
}
