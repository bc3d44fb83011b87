import type { ScriptReport } from '../../domain/analysis/report-script';
import { ELEMENTS } from '../../domain/coverage/element';
import type { CharacterTarget } from '../../domain/timing/character-target';
import { formatNumber } from '../../text-ja/format';
import { tailorText as text } from '../../text-ja/tailor';
import { ElementMark } from '../../ui/element-mark';
import { RangeGauge, rangeState } from '../../ui/range-gauge';
import styles from './tailor.module.css';

/** The characters of a script, and how they lie to their target. */
export function CharacterFigure({ count, target }: { count: number; target: CharacterTarget }) {
  const state = rangeState(count, target.min, target.max);
  return (
    <>
      <span className="numeric">{text.characters(formatNumber(count))}</span>{' '}
      <small>
        {state === 'under' && text.under(target.min - count)}
        {state === 'within' && text.within}
        {state === 'over' && text.over(count - target.max)}
      </small>
      <RangeGauge value={count} min={target.min} max={target.max} />
    </>
  );
}

interface ElementFigureProps extends Pick<ScriptReport, 'covered'> {
  /** Their shapes alone in sight. */
  compact?: boolean;
}

/** Which elements a script carries, once that is known. */
export function ElementFigure({ covered, compact }: ElementFigureProps) {
  return (
    <span className={styles.elements}>
      {covered === null
        ? text.measuring
        : ELEMENTS.map((element) => (
            <ElementMark key={element} element={element} present={covered[element]} compact={compact} />
          ))}
    </span>
  );
}
