import { useId } from 'react';
import { RUNGS, type Rung } from '../../domain/memorising/recall';
import { rungNames, memoriseText as text } from '../../text-ja/memorise';
import styles from './memorise.module.css';

interface RungChoiceProps {
  rung: Rung;
  onChoose(rung: Rung): void;
}

/** The ladder: radio buttons as steps, and beside them what the chosen one shows. */
export function RungChoice({ rung, onChoose }: RungChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.ladder}>
      <legend className={styles.legend}>{text.ladderLegend}</legend>
      <div className={styles.steps}>
        {RUNGS.map((step, index) => (
          <label key={step} className={styles.step}>
            <input
              type="radio"
              name={name}
              checked={step === rung}
              aria-label={rungNames[step].whole}
              onChange={() => onChoose(step)}
            />
            <span className={styles.stepNumber} aria-hidden="true">
              {index + 1}
            </span>
            <span aria-hidden="true">{rungNames[step].short}</span>
          </label>
        ))}
      </div>
      <p>
        <strong>{rungNames[rung].whole}</strong>
        <span className={styles.soft}> {rungNames[rung].lead}</span>
      </p>
    </fieldset>
  );
}
