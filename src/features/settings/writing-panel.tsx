import { useState } from 'react';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { settingsText as text } from '../../text-ja/settings';
import { TextField } from '../../ui/field';
import { Panel } from '../../ui/panel';
import styles from './settings.module.css';

/** Characters a minute that anyone could mean: from a slow speech to the fastest announcer. */
const FEWEST = 100;
const MOST = 600;

/** The character target of a minute, and where it comes from. */
export function WritingPanel() {
  const { settingsChanged } = useAppActions();
  const target = useAppStore((state) => state.settings.characterTarget);
  const [min, setMin] = useState(String(target.min));
  const [max, setMax] = useState(String(target.max));

  const range = (first: string, last: string): { min: number; max: number } | null => {
    const [low, high] = [first, last].map((words) => Number(words.normalize('NFKC')));
    if (low === undefined || high === undefined || !Number.isInteger(low) || !Number.isInteger(high))
      return null;
    return low >= FEWEST && high <= MOST && low <= high ? { min: low, max: high } : null;
  };
  const change = (first: string, last: string) => {
    setMin(first);
    setMax(last);
    const characterTarget = range(first, last);
    if (characterTarget) settingsChanged({ characterTarget });
  };

  return (
    <Panel className={styles.stack}>
      <h2>{text.writingHeading}</h2>
      <div className={styles.range}>
        <TextField
          label={text.targetMin}
          inputMode="numeric"
          value={min}
          onChange={(event) => change(event.target.value, max)}
        />
        <TextField
          label={text.targetMax}
          inputMode="numeric"
          value={max}
          onChange={(event) => change(min, event.target.value)}
        />
      </div>
      <p className={styles.soft}>{text.targetHint}</p>
      {range(min, max) === null && (
        <p className={styles.error} role="alert">
          {text.targetInvalid}
        </p>
      )}
    </Panel>
  );
}
