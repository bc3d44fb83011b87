import { ELEMENTS } from '../../domain/coverage/element';
import type { CharacterTarget } from '../../domain/timing/character-target';
import { fitText as text } from '../../text-ja/fit';
import { formatBudget, formatDuration, formatNumber } from '../../text-ja/format';
import { elementNames } from '../../text-ja/vocabulary';
import { ElementMark } from '../../ui/element-mark';
import { RangeGauge } from '../../ui/range-gauge';
import styles from './fit.module.css';
import type { Outcome } from './use-fitting';

interface FittingMeterProps {
  outcome: Outcome;
  seconds: number;
  target: CharacterTarget;
}

/** What is left, at once: time against what there is, characters against the target, elements. Stays in view. */
export function FittingMeter({ outcome, seconds, target }: FittingMeterProps) {
  const { durationMs, characters, covered, lost } = outcome;
  const leftMs = durationMs === null ? null : seconds * 1000 - durationMs;
  return (
    <div className={styles.meter}>
      <div>
        <p className={styles.meterName}>{text.duration}</p>
        <p>
          <strong className={styles.figure}>
            {durationMs === null ? text.measuring : formatDuration(durationMs)}
          </strong>
          <span className={styles.of}>{text.of(formatBudget(seconds))}</span>
        </p>
        {durationMs !== null && <RangeGauge value={durationMs} min={0} max={seconds * 1000} />}
        {leftMs !== null && (
          <p className={styles.verdict} data-over={leftMs < -500}>
            {leftMs < -500
              ? text.over(formatDuration(-leftMs))
              : leftMs < 1500
                ? text.fits
                : text.spare(formatDuration(leftMs))}
          </p>
        )}
      </div>
      <div>
        <p className={styles.meterName}>{text.characters}</p>
        <p>
          <strong className={styles.figure}>{text.count(formatNumber(characters))}</strong>
        </p>
        <RangeGauge value={characters} min={target.min} max={target.max} />
        <p className={styles.note}>{text.target(target.min, target.max)}</p>
      </div>
      <p className={styles.marks}>
        <span className="visually-hidden">{text.elements}</span>
        {ELEMENTS.map((element) => (
          <ElementMark key={element} element={element} present={covered?.[element] ?? false} />
        ))}
      </p>
      <p className={styles.lost} role="status">
        {lost.length > 0 && text.lost(lost.map((element) => elementNames[element]))}
      </p>
    </div>
  );
}
