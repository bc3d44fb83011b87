import { useId } from 'react';
import styles from './number-group.module.css';

interface NumberGroupProps {
  legend: string;
  hint?: string | undefined;
  error: string | null;
  numbers: readonly { unit: string; value: string; onChange(value: string): void }[];
}

/** Numbers that belong together, each with its unit behind it; on a phone the keypad of figures opens. */
export function NumberGroup({ legend, hint, error, numbers }: NumberGroupProps) {
  const id = useId();
  return (
    <fieldset className={styles.group} aria-describedby={hint || error ? id : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.numbers}>
        {numbers.map(({ unit, value, onChange }) => (
          <label key={unit} className={styles.number}>
            <input
              type="text"
              inputMode="numeric"
              autoComplete="off"
              maxLength={6}
              value={value}
              aria-invalid={error ? true : undefined}
              onFocus={(event) => event.currentTarget.select()}
              onChange={(event) => onChange(event.target.value)}
            />
            {unit}
          </label>
        ))}
      </div>
      {(error || hint) && (
        <p id={id} className={error ? styles.error : styles.hint}>
          {error ?? hint}
        </p>
      )}
    </fieldset>
  );
}
