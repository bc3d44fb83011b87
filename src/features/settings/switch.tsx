import styles from './settings.module.css';

interface SwitchProps {
  name: string;
  hint: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

/** A setting that is on or off, with what that means. */
export function Switch({ name, hint, checked, onChange }: SwitchProps) {
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{name}</span>
      <span className={styles.soft}>{hint}</span>
    </label>
  );
}
