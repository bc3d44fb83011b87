import { useEffect, useRef, useState } from 'react';
import type { SoundCheck } from '../../domain/delivery/voice-activity';
import { useAppActions } from '../../state/use-app-store';
import { rehearseText as text } from '../../text-ja/rehearse';
import styles from './rehearse.module.css';

/** The part of the scale that is drawn, in dB relative to full scale: a quiet room to a loud voice close by. */
const QUIET_DB = -60;
const LOUD_DB = -6;

/** A bar that moves with the voice, drawn without rendering; tells its owner only when the judgement changes. */
export function LevelMeter({ onCheck }: { onCheck?: (check: SoundCheck, voiced: boolean) => void }) {
  const { onVoiceLevel } = useAppActions();
  const bar = useRef<HTMLDivElement>(null);
  const [voiced, setVoiced] = useState(false);
  useEffect(
    () =>
      onVoiceLevel((level) => {
        const ratio = Math.min(1, Math.max(0, (level.rmsDb - QUIET_DB) / (LOUD_DB - QUIET_DB)));
        if (bar.current) bar.current.style.transform = `scaleX(${ratio})`;
        setVoiced(level.voiced);
        onCheck?.(level.check, level.voiced);
      }),
    [onVoiceLevel, onCheck],
  );
  return (
    <div className={styles.level} data-voiced={voiced} role="img" aria-label={text.level}>
      <div ref={bar} className={styles.levelBar} />
    </div>
  );
}
