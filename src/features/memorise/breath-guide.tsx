import { useEffect, useState } from 'react';
import { BREATH_IN_MS, BREATH_OUT_MS, breathAt, GUIDED_BREATHS } from '../../domain/memorising/breath';
import { useAppActions } from '../../state/use-app-store';
import { memoriseText as text } from '../../text-ja/memorise';
import styles from './doorway.module.css';

/** A disc that grows and shrinks with a calm breath; pressed again, or after some breaths, it rests. */
export function BreathGuide() {
  const { clockStarted } = useAppActions();
  const [running, setRunning] = useState(false);
  const [phase, setPhase] = useState<'in' | 'out'>('in');
  useEffect(() => {
    if (!running) return;
    return clockStarted((elapsedMs) => {
      if (elapsedMs >= GUIDED_BREATHS * (BREATH_IN_MS + BREATH_OUT_MS)) setRunning(false);
      else setPhase(breathAt(elapsedMs));
    });
  }, [running, clockStarted]);
  return (
    <div>
      <button
        type="button"
        className={styles.breath}
        aria-pressed={running}
        onClick={() => {
          setPhase('in');
          setRunning(!running);
        }}
      >
        <span className={styles.disc} data-phase={running ? phase : 'rest'} />
        <span>{running ? text.breathPhases[phase] : text.breath}</span>
        <small>{text.breathHint}</small>
      </button>
      <p role="status" className="visually-hidden">
        {running && text.breathPhases[phase]}
      </p>
    </div>
  );
}
