import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { ELEMENTS } from '../../domain/coverage/element';
import type { Pitch } from '../../domain/pitch/pitch';
import { layOutMatrix, type MatrixColumn, nearestVariant } from '../../domain/pitch/variant-matrix';
import { countCharacters } from '../../domain/text/characters';
import { characterTargetOf } from '../../domain/timing/character-target';
import { selectVariantsOf } from '../../state/library-slice';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { formatAllowance } from '../../text-ja/format';
import { matrixText as text } from '../../text-ja/matrix';
import { formatExtent, occasionsIn } from '../../text-ja/occasions';
import { Button, ButtonLink } from '../../ui/button';
import { ElementMark } from '../../ui/element-mark';
import { Icon } from '../../ui/icon';
import { MessageBox } from '../../ui/panel';
import { paths } from '../../ui/paths';
import { VariantDetailsDialog } from '../../ui/variant-details-dialog';
import styles from './matrix.module.css';
import { MatrixEntry } from './matrix-entry';
import { usePrintWhole } from './use-print-whole';

interface Gap {
  audience: string;
  column: MatrixColumn;
}

/** One pitch's variants by audience and by what the occasion allows; what is missing can be made where it is missing. */
export function MatrixPage({ pitch }: { pitch: Pitch }) {
  const [, navigate] = useLocation();
  const actions = useAppActions();
  const variants = useAppStore((state) => selectVariantsOf(state, pitch.id));
  const settings = useAppStore((state) => state.settings);
  const matrix = useMemo(
    () => layOutMatrix(variants, occasionsIn(settings), settings.characterTarget),
    [variants, settings],
  );
  const [gap, setGap] = useState<Gap | null>(null);
  const { preparing, print } = usePrintWhole(variants);
  const source = gap && nearestVariant(matrix, gap.audience, gap.column, settings.characterTarget);

  return (
    <div className={styles.page}>
      <div>
        <h1 tabIndex={-1}>{text.title}</h1>
        <p className={styles.soft}>{text.lead(pitch.title)}</p>
        <p className={`${styles.soft} ${styles.onScreen}`}>{text.gapsLead}</p>
      </div>
      <div className={styles.legend}>
        <div className={styles.tools}>
          <ButtonLink to={paths.library()} look="quiet" icon="back">
            {text.back}
          </ButtonLink>
          <Button look="quiet" onClick={print}>
            {text.print}
          </Button>
          <span role="status" className={styles.soft}>
            {preparing && text.preparing}
          </span>
        </div>
        <p aria-hidden="true">
          {ELEMENTS.map((element) => (
            <ElementMark key={element} element={element} present />
          ))}
        </p>
      </div>
      {matrix.columns.length === 0 ? (
        <MessageBox title={text.empty}>
          <ButtonLink to={paths.settings()}>{text.toSettings}</ButtonLink>
        </MessageBox>
      ) : (
        <div className={styles.scroller}>
          <table className={styles.matrix}>
            <thead>
              <tr>
                <th scope="col">{text.audience}</th>
                {matrix.columns.map((column) => (
                  <th key={column.key} scope="col">
                    <ColumnName column={column} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...matrix.rows, null].map((row) => (
                <tr
                  key={row ? `audience ${row.audience}` : 'other'}
                  className={row ? undefined : styles.onScreen}
                >
                  <th scope="row">{row ? row.audience || text.noAudience : text.otherAudience}</th>
                  {matrix.columns.map((column, place) => {
                    const cell = row?.cells[place] ?? [];
                    const audience = row?.audience ?? '';
                    return (
                      <td key={column.key} data-gap={cell.length === 0}>
                        <p className={styles.columnName} aria-hidden="true">
                          <ColumnName column={column} />
                        </p>
                        {cell.map((variant) => (
                          <MatrixEntry key={variant.id} variant={variant} whole={preparing} />
                        ))}
                        {cell.length === 0 && (
                          <button
                            type="button"
                            className={styles.gap}
                            onClick={() => setGap({ audience, column })}
                          >
                            <span>{row ? text.none : text.make}</span>
                            <span className="visually-hidden">
                              {text.makeFor(
                                row ? audience || text.noAudience : text.otherAudience,
                                nameOf(column),
                              )}
                            </span>
                            <Icon name="add" size={18} />
                          </button>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {gap && (
        <VariantDetailsDialog
          purpose="copy"
          lead={source ? text.from(source.title) : text.fromNothing}
          initial={{
            title: gap.column.occasions[0]?.name ?? formatAllowance(gap.column.extent),
            audience: gap.audience,
            ...gap.column.extent,
          }}
          settings={settings}
          onClose={() => setGap(null)}
          onSubmit={(details) => {
            const madeId = source
              ? actions.variantDuplicated(source.id, details)
              : actions.variantCreated(pitch.id, details);
            if (!madeId) return;
            const { max } = characterTargetOf(details, settings.characterTarget);
            const toFit = source !== null && countCharacters(source.script).all > max;
            navigate(toFit ? paths.fit(madeId) : paths.write(madeId));
          }}
        />
      )}
    </div>
  );
}

function nameOf({ occasions, extent }: MatrixColumn): string {
  return [...occasions.map(({ name }) => name), formatExtent(extent)].join(' ');
}

/** What is allowed, and below it the occasions that allow it. */
function ColumnName({ column }: { column: MatrixColumn }) {
  return (
    <>
      <span className={styles.allowance}>
        {column.extent.medium === 'written' ? formatExtent(column.extent) : formatAllowance(column.extent)}
      </span>
      {column.occasions.length > 0 && (
        <span className={styles.occasions}>{column.occasions.map(({ name }) => name).join('・')}</span>
      )}
    </>
  );
}
