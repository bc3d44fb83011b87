import { type FormEvent, useState } from 'react';
import { makeCorrection } from '../../domain/reading/make-correction';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { settingsText as text } from '../../text-ja/settings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Panel } from '../../ui/panel';
import styles from './settings.module.css';

/** Words read otherwise than the dictionary thinks: names above all. */
export function ReadingsPanel() {
  const { readingCorrected, readingForgotten } = useAppActions();
  const corrections = useAppStore((state) => state.settings.readingCorrections);
  const [surface, setSurface] = useState('');
  const [reading, setReading] = useState('');
  const [invalid, setInvalid] = useState(false);

  const add = (event: FormEvent) => {
    event.preventDefault();
    const correction = makeCorrection(surface, reading);
    setInvalid(!correction);
    if (!correction) return;
    readingCorrected(correction);
    setSurface('');
    setReading('');
  };

  return (
    <Panel className={styles.stack}>
      <h2>{text.readingsHeading}</h2>
      <p className={styles.soft}>{text.readingsLead}</p>
      {corrections.length > 0 && (
        <ul className={styles.rows}>
          {corrections.map((correction) => (
            <li key={correction.surface}>
              <span>
                {correction.surface} → {correction.kana}
              </span>
              <Button
                look="quiet"
                icon="delete"
                iconOnly
                onClick={() => readingForgotten(correction.surface)}
              >
                {text.readingRemove(correction.surface)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.range} onSubmit={add} noValidate>
        <TextField
          label={text.readingSurface}
          maxLength={40}
          value={surface}
          onChange={(event) => setSurface(event.target.value)}
        />
        <TextField
          label={text.readingKana}
          maxLength={80}
          error={invalid ? text.readingInvalid : null}
          value={reading}
          onChange={(event) => setReading(event.target.value)}
        />
        <div>
          <Button type="submit" icon="add">
            {text.readingAdd}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
