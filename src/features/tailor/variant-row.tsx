import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ELEMENTS } from '../../domain/coverage/element';
import type { Variant } from '../../domain/pitch/pitch';
import { endedTakes, personalBest } from '../../domain/progress/best-take';
import { takeDurationMs } from '../../domain/rehearsal/take-log';
import { characterTargetOf } from '../../domain/timing/character-target';
import { useAppActions, useAppStore, useScriptReport } from '../../state/use-app-store';
import { formatAllowance, formatDuration, formatNumber } from '../../text-ja/format';
import { tailorText as text } from '../../text-ja/tailor';
import { ButtonLink } from '../../ui/button';
import { ElementMark } from '../../ui/element-mark';
import { useInView } from '../../ui/in-view';
import { Menu } from '../../ui/menu';
import { paths } from '../../ui/paths';
import { RangeGauge, rangeState } from '../../ui/range-gauge';
import { VariantDetailsDialog } from '../../ui/variant-details-dialog';
import styles from './tailor.module.css';

interface VariantRowProps {
  variant: Variant;
  first: boolean;
  last: boolean;
  /** Stands where the library opens. */
  early: boolean;
}

/** One variant with its figures: a row of the table, on a phone a card. Out of view its name stands for all of it. */
export function VariantRow(props: VariantRowProps) {
  const { variant, early } = props;
  const row = useRef<HTMLTableRowElement>(null);
  const { inView, heightPx } = useInView(row, early);
  return (
    <tr
      ref={row}
      className={inView ? undefined : styles.outOfView}
      // A stand-in is as high as what it stands for, where that is known.
      style={inView || heightPx === null ? undefined : { blockSize: heightPx }}
    >
      <th scope="row" className={styles.name}>
        <Link href={paths.write(variant.id)}>{variant.title}</Link>
        <span className={styles.audience}>{variant.audience || text.noAudience}</span>
      </th>
      {inView && <VariantFigures {...props} />}
    </tr>
  );
}

function VariantFigures({ variant, first, last }: VariantRowProps) {
  const [, navigate] = useLocation();
  const actions = useAppActions();
  const report = useScriptReport(variant.script, variant.overrules);
  const settings = useAppStore((state) => state.settings);
  const known = useAppStore((state) => state.library !== 'loading' && variant.id in state.takes);
  const takes = useAppStore((state) => endedTakes(state.takes[variant.id] ?? []));
  const [asking, setAsking] = useState<'edit' | 'duplicate' | null>(null);
  const close = () => setAsking(null);

  useEffect(() => {
    if (!known) void actions.takesWanted([variant.id]);
  }, [actions, known, variant.id]);

  const target = characterTargetOf(variant, settings.characterTarget);
  const count = report.characters.all;
  const state = rangeState(count, target.min, target.max);
  const best = personalBest(takes);
  const lastTake = takes.at(-1);
  const { columns } = text;
  // A text that is read has no time and no takes; on a phone the places for them are left out.
  const written = variant.medium === 'written';
  const spokenOnly = written ? styles.absent : 'numeric';
  const duration = report.durationMs === null ? text.measuring : formatDuration(report.durationMs);

  return (
    <>
      <td data-label={columns.timeBudget}>{formatAllowance(variant)}</td>
      <td data-label={columns.characters} className={styles.characters}>
        <span className="numeric">{text.characters(formatNumber(count))}</span>{' '}
        <small>
          {state === 'under' && text.under(target.min - count)}
          {state === 'within' && text.within}
          {state === 'over' && text.over(count - target.max)}
        </small>
        <RangeGauge value={count} min={target.min} max={target.max} />
      </td>
      <td data-label={columns.duration} className={spokenOnly}>
        {written ? '–' : duration}
      </td>
      <td data-label={columns.elements}>
        <span className={styles.elements}>
          {report.covered === null
            ? text.measuring
            : ELEMENTS.map((element) => (
                <ElementMark key={element} element={element} present={report.covered?.[element] ?? false} />
              ))}
        </span>
      </td>
      <td data-label={columns.takes} className={spokenOnly}>
        {written && '–'}
        {!written && !known && text.measuring}
        {!written && known && takes.length === 0 && text.noTakes}
        {!written && takes.length > 0 && (
          <Link href={paths.progress(variant.id)}>{text.takesCount(takes.length)}</Link>
        )}
      </td>
      <td data-label={columns.last} className={spokenOnly}>
        {lastTake && !written ? formatDuration(takeDurationMs(lastTake.log)) : '–'}
      </td>
      <td data-label={columns.best} className={spokenOnly}>
        {best && !written ? formatDuration(takeDurationMs(best.log)) : '–'}
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
            { name: text.duplicate, icon: 'copy', onChoose: () => setAsking('duplicate') },
            { name: text.edit, icon: 'edit', onChoose: () => setAsking('edit') },
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
    </>
  );
}
