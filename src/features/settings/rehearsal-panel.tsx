import { useState } from 'react';
import { LONGEST_BUDGET } from '../../domain/pitch/time-budget';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { settingsText as text } from '../../text-ja/settings';
import { TextField } from '../../ui/field';
import { Panel } from '../../ui/panel';
import { DeviceModelSign } from './device-model-sign';
import { RecognitionTest } from './recognition-test';
import styles from './settings.module.css';
import { Switch } from './switch';
import { VoiceMemory } from './voice-memory';

/** Recording, recognition, and the clock's marks. */
export function RehearsalPanel() {
  const { settingsChanged } = useAppActions();
  const settings = useAppStore((state) => state.settings);
  const [marks, setMarks] = useState(settings.marks.join('、'));
  const parsed = parseMarks(marks);
  return (
    <Panel className={styles.stack}>
      <h2>{text.rehearsalHeading}</h2>
      <Switch
        name={text.recordAudio}
        hint={text.recordAudioHint}
        checked={settings.recordAudio}
        onChange={(recordAudio) => settingsChanged({ recordAudio })}
      />
      <VoiceMemory />
      <Switch
        name={text.recognition}
        hint={text.recognitionHint}
        checked={settings.recognitionConsent === 'agreed'}
        onChange={(agreed) => settingsChanged({ recognitionConsent: agreed ? 'agreed' : 'declined' })}
      />
      <Switch
        name={text.deviceOnly}
        hint={text.deviceOnlyHint}
        checked={settings.recognitionPlace === 'device-only'}
        onChange={(only) => settingsChanged({ recognitionPlace: only ? 'device-only' : 'anywhere' })}
      />
      <DeviceModelSign />
      <RecognitionTest />
      <TextField
        label={text.marks}
        hint={text.marksHint}
        error={parsed === null ? text.marksInvalid : null}
        value={marks}
        onChange={(event) => {
          setMarks(event.target.value);
          const next = parseMarks(event.target.value);
          if (next) settingsChanged({ marks: next });
        }}
      />
    </Panel>
  );
}

function parseMarks(words: string): number[] | null {
  const parts = words
    .normalize('NFKC')
    .split(/[、,\s]+/u)
    .filter((part) => part !== '');
  const seconds = parts.map(Number);
  const valid = seconds.every((value) => Number.isInteger(value) && value >= 1 && value <= LONGEST_BUDGET);
  return valid ? [...new Set(seconds)].sort((a, b) => a - b) : null;
}
