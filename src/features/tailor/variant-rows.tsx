import { useRef } from 'react';
import type { Variant } from '../../domain/pitch/pitch';
import { useInView } from '../../ui/in-view';
import styles from './tailor.module.css';
import { VariantRow } from './variant-row';

/** So many rows come into view and go out of it together: about half a screen. */
export const ROWS_TOGETHER = 5;

interface VariantRowsProps {
  /** In order, from the one with the index `from` among all of the pitch. */
  variants: readonly Variant[];
  from: number;
  /** How many there are in all. */
  total: number;
  /** They stand where the library opens. */
  early: boolean;
}

/** A few variants of a pitch. Out of view their names stand for them. */
export function VariantRows({ variants, from, total, early }: VariantRowsProps) {
  const rows = useRef<HTMLTableSectionElement>(null);
  const { inView, style } = useInView(rows, early);
  return (
    <tbody ref={rows}>
      {inView ? (
        variants.map((variant, index) => (
          <VariantRow
            key={variant.id}
            variant={variant}
            first={from + index === 0}
            last={from + index === total - 1}
          />
        ))
      ) : (
        <tr className={styles.outOfView} style={style}>
          <td>{variants.map(({ title }) => title).join('、')}</td>
        </tr>
      )}
    </tbody>
  );
}
