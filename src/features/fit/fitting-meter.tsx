import { ELEMENTS } from '../../domain/coverage/element';
import type { Extent } from '../../domain/pitch/occasion';
import { type CharacterTarget, characterTargetOf } from '../../domain/timing/character-target';
import { fitText as text } from '../../text-ja/fit';
import { formatBudget, formatDuration, formatNumber } from '../../text-ja/format';
import { elementNames } from '../../text-ja/vocabulary';
import { ElementMark } from '../../ui/element-mark';
import { RangeGauge, rangeState } from '../../ui/range-gauge';
import styles from './fit.module.css';
import type { Outcome } from './use-fitting';

interface FittingMeterProps {
  outcome: Outcome;
  extent: Extent;
  /** The target for a minute. */
  setting: CharacterTarget;
}

/**
 * What is left, at once: time against what there is, characters against the target, elements. A text that is read has no
 * time. Stays in view.
 */
export function FittingMeter({ outcome, extent, setting }: FittingMeterProps) {
  const { durationMs, characters, covered, lost } = outcome;
  const target = characterTargetOf(extent, setting);
  const spoken = extent.medium === 'spoken';
  return (
    <div className={styles.meter} data-medium={extent.medium}>
      {spoken && <TimeLeft durationMs={durationMs} budgetMs={extent.timeBudget * 1000} />}
      <div>
        <p className={styles.meterName}>{text.characters}</p>
        <p>
          <strong className={styles.figure}>{text.count(formatNumber(characters))}</strong>
          {!spoken && <span className={styles.of}>{text.of(text.range(target.min, target.max))}</span>}
        </p>
        <RangeGauge value={characters} min={target.min} max={target.max} />
        {spoken ? (
          <p className={styles.note}>{text.target(target.min, target.max)}</p>
        ) : (
          <CharacterVerdict characters={characters} {...target} />
        )}
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

function TimeLeft({ durationMs, budgetMs }: { durationMs: number | null; budgetMs: number }) {
  const leftMs = durationMs === null ? null : budgetMs - durationMs;
  return (
    <div>
      <p className={styles.meterName}>{text.duration}</p>
      <p>
        <strong className={styles.figure}>
          {durationMs === null ? text.measuring : formatDuration(durationMs)}
        </strong>
        <span className={styles.of}>{text.of(formatBudget(budgetMs / 1000))}</span>
      </p>
      {durationMs !== null && <RangeGauge value={durationMs} min={0} max={budgetMs} />}
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
  );
}

function CharacterVerdict({ characters, min, max }: CharacterTarget & { characters: number }) {
  const state = rangeState(characters, min, max);
  const verdict = {
    under: text.spare(text.count(formatNumber(max - characters))),
    within: text.charactersFit,
    over: text.over(text.count(formatNumber(characters - max))),
  }[state];
  return (
    <p className={styles.verdict} data-over={state === 'over'}>
      {verdict}
    </p>
  );
}
