import { useId } from 'react';
import styles from './choice-group.module.css';

interface Choice<T extends string | number> {
  value: T;
  name: string;
  description?: string;
  disabled?: boolean;
}

interface ChoiceGroupProps<T extends string | number> {
  legend: string;
  choices: readonly Choice<T>[];
  value: T;
  inline?: boolean;
  /** One line for each choice, its description at the line's end: for many short ones. */
  lines?: boolean;
  onChange(value: T): void;
}

/** One of several, as native radio buttons in the shape of cards. */
export function ChoiceGroup<T extends string | number>(props: ChoiceGroupProps<T>) {
  const name = useId();
  const layout = [styles.choices, props.inline && styles.inline, props.lines && styles.lines];
  return (
    <fieldset>
      <legend className={styles.legend}>{props.legend}</legend>
      <div className={layout.filter(Boolean).join(' ')}>
        {props.choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={choice.value === props.value}
              disabled={choice.disabled ?? false}
              onChange={() => props.onChange(choice.value)}
            />
            <span className={styles.name}>{choice.name}</span>
            {choice.description && <span className={styles.description}>{choice.description}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
