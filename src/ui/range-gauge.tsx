import styles from './range-gauge.module.css';

export type RangeState = 'under' | 'within' | 'over';

export function rangeState(value: number, min: number, max: number): RangeState {
  if (value < min) return 'under';
  return value > max ? 'over' : 'within';
}

interface RangeGaugeProps {
  value: number;
  min: number;
  max: number;
}

/** How a value lies to its range, drawn; the words beside it say the same. */
export function RangeGauge({ value, min, max }: RangeGaugeProps) {
  // Room for a third more than the range; beyond that, full is full.
  const end = max * 1.35;
  const percent = (amount: number): string => `${Math.min(100, (amount / end) * 100)}%`;
  return (
    <div className={`${styles.gauge} ${styles[rangeState(value, min, max)]}`} aria-hidden="true">
      <div
        className={styles.range}
        style={{ insetInlineStart: percent(min), inlineSize: `${((max - min) / end) * 100}%` }}
      />
      <div className={styles.fill} style={{ inlineSize: `calc(${percent(value)} - 0.24rem)` }} />
    </div>
  );
}
