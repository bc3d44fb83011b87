import { useState } from 'react';
import type { SoundCheck } from '../../domain/delivery/voice-activity';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { recognitionMessages } from '../../text-ja/messages';
import { soundCheckText, rehearseText as text } from '../../text-ja/rehearse';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { MessageBox } from '../../ui/panel';
import { LevelMeter } from './level-meter';
import styles from './rehearse.module.css';

/** Before the clock starts: does the microphone hear the voice? */
export function Preparing() {
  const { countdownStarted, rehearsalLeft } = useAppActions();
  const ready = useAppStore((state) => state.phase.kind === 'preparing' && state.phase.ready);
  const rehearsal = useAppStore((state) => state.rehearsal);
  const [check, setCheck] = useState<SoundCheck>('nothing-heard');
  const heard = rehearsal?.voiceHeard ?? false;
  // A moment of silence after the voice was heard is no reason to ask for it again.
  const shown = check === 'nothing-heard' && heard ? 'good' : check;

  return (
    <div className={styles.centre}>
      <h1 tabIndex={-1} className="visually-hidden">
        {text.checkMicrophone}
      </h1>
      {rehearsal?.trouble?.kind === 'recognition' && (
        <MessageBox {...recognitionMessages[rehearsal.trouble.error]} />
      )}
      {ready ? (
        <>
          <p className={styles.soundCheck} data-heard={shown === 'good'} role="status">
            <Icon name={shown === 'good' ? 'check' : 'microphone'} size={28} />
            {soundCheckText[shown]}
          </p>
          <LevelMeter onCheck={setCheck} />
          <Button look="primary" large icon="play" onClick={countdownStarted}>
            {heard ? text.startCountdown : text.startAnyway}
          </Button>
        </>
      ) : (
        <p role="status">{text.opening}</p>
      )}
      <Button look="quiet" onClick={() => void rehearsalLeft()}>
        {text.cancel}
      </Button>
    </div>
  );
}
