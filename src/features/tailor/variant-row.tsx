import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Variant } from '../../domain/pitch/pitch';
import { endedTakes, personalBest } from '../../domain/progress/best-take';
import { takeDurationMs } from '../../domain/rehearsal/take-log';
import { characterTargetOf } from '../../domain/timing/character-target';
import { useAppActions, useAppStore, useScriptReport } from '../../state/use-app-store';
import { formatAllowance, formatDuration } from '../../text-ja/format';
import { tailorText as text } from '../../text-ja/tailor';
import { ButtonLink } from '../../ui/button';
import { Menu, type MenuItem } from '../../ui/menu';
import { paths } from '../../ui/paths';
import { VariantDetailsDialog } from '../../ui/variant-details-dialog';
import styles from './tailor.module.css';
import { CharacterFigure, ElementFigure } from './variant-figures';

interface VariantRowProps {
  variant: Variant;
  first: boolean;
  last: boolean;
}

/** One variant with its figures: a row of the table, on a phone a card. */
export function VariantRow({ variant, first, last }: VariantRowProps) {
  const [, navigate] = useLocation();
  const actions = useAppActions();
  const report = useScriptReport(variant.script, variant.overrules);
  const settings = useAppStore((state) => state.settings);
  const known = useAppStore((state) => state.library !== 'loading' && variant.id in state.takes);
  const written = variant.medium === 'written';
  // What was spoken before it became a text to be read stays, and is not shown.
  const takes = useAppStore((state) => (written ? [] : endedTakes(state.takes[variant.id] ?? [])));
  const [asking, setAsking] = useState<'edit' | 'duplicate' | null>(null);
  const close = () => setAsking(null);

  useEffect(() => {
    if (!known) void actions.takesWanted([variant.id]);
  }, [actions, known, variant.id]);

  const target = characterTargetOf(variant, settings.characterTarget);
  const best = personalBest(takes);
  const lastTake = takes.at(-1);
  const { columns } = text;
  const memorise: MenuItem = {
    name: text.memorise,
    icon: 'ladder',
    onChoose: () => navigate(paths.memorise(variant.id)),
  };
  // On a phone the places for what a text that is read has not are left out.
  const spokenOnly = written ? styles.absent : 'numeric';
  const duration = report.durationMs === null ? text.measuring : formatDuration(report.durationMs);
  const noTakes = known ? text.noTakes : text.measuring;

  return (
    <tr>
      <th scope="row" className={styles.name}>
        <Link href={paths.write(variant.id)}>{variant.title}</Link>
        <span className={styles.audience}>{variant.audience || text.noAudience}</span>
      </th>
      <td data-label={columns.timeBudget}>{formatAllowance(variant)}</td>
      <td data-label={columns.characters} className={styles.characters}>
        <CharacterFigure count={report.characters.all} target={target} />
      </td>
      <td data-label={columns.duration} className={spokenOnly}>
        {written ? '–' : duration}
      </td>
      <td data-label={columns.elements}>
        <ElementFigure covered={report.covered} />
      </td>
      <td data-label={columns.takes} className={spokenOnly}>
        {takes.length === 0 ? (
          written ? (
            '–'
          ) : (
            noTakes
          )
        ) : (
          <Link href={paths.progress(variant.id)}>{text.takesCount(takes.length)}</Link>
        )}
      </td>
      <td data-label={columns.last} className={spokenOnly}>
        {lastTake ? formatDuration(takeDurationMs(lastTake.log)) : '–'}
      </td>
      <td data-label={columns.best} className={spokenOnly}>
        {best ? formatDuration(takeDurationMs(best.log)) : '–'}
      </td>
      <td className={styles.actions}>
        {written ? (
          <ButtonLink to={paths.write(variant.id)} icon="edit">
            {text.write}
          </ButtonLink>
        ) : (
          <ButtonLink to={paths.rehearse(variant.id)} icon="play">
            {text.rehearse}
          </ButtonLink>
        )}
        <Menu
          label={text.variantActions(variant.title)}
          items={[
            ...(written ? [] : [memorise]),
            { name: text.duplicate, icon: 'copy', onChoose: () => setAsking('duplicate') },
            {
              name: text.fit[variant.medium],
              icon: 'timer',
              onChoose: () => navigate(paths.fit(variant.id)),
            },
            {
              name: text.compare,
              icon: 'compare',
              onChoose: () => navigate(paths.compareVariants(variant.id)),
            },
            {
              name: text.revisions,
              icon: 'history',
              onChoose: () => navigate(paths.revisions(variant.id)),
            },
            { name: text.edit, icon: 'edit', onChoose: () => setAsking('edit') },
            { name: text.share, icon: 'share', onChoose: () => navigate(paths.share(variant.id)) },
            {
              name: text.moveUp,
              icon: 'up',
              disabled: first,
              onChoose: () => actions.variantMoved(variant.id, -1),
            },
            {
              name: text.moveDown,
              icon: 'down',
              disabled: last,
              onChoose: () => actions.variantMoved(variant.id, 1),
            },
            { name: text.deleteVariant, icon: 'delete', onChoose: () => actions.variantDeleted(variant.id) },
          ]}
        />
        {asking === 'edit' && (
          <VariantDetailsDialog
            purpose="change"
            initial={variant}
            settings={settings}
            onClose={close}
            onSubmit={(details) => actions.variantDescribed(variant.id, details)}
          />
        )}
        {asking === 'duplicate' && (
          <VariantDetailsDialog
            purpose="copy"
            initial={{ ...variant, title: text.copyTitle(variant.title) }}
            settings={settings}
            onClose={close}
            onSubmit={(details) => {
              const copyId = actions.variantDuplicated(variant.id, details);
              if (copyId) navigate(paths.write(copyId));
            }}
          />
        )}
      </td>
    </tr>
  );
}
