import { useEffect } from 'react';
import type { TrialReport } from '../../state/recognition-slice';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { microphoneMessages, recognitionMessages } from '../../text-ja/messages';
import { soundCheckText } from '../../text-ja/rehearse';
import { settingsText as text } from '../../text-ja/settings';
import { Button } from '../../ui/button';
import styles from './settings.module.css';

/** Ten seconds in which the person speaks, and then what will work in this browser with this microphone. */
export function RecognitionTest() {
  const { trialStarted, trialLeft } = useAppActions();
  const trial = useAppStore((state) => state.trial);
  const consent = useAppStore((state) => state.settings.recognitionConsent);
  const place = useAppStore((state) => state.settings.recognitionPlace);
  useEffect(() => trialLeft, [trialLeft]);
  const running = trial.kind === 'opening' || trial.kind === 'listening';
  const sends = consent === 'agreed' && place === 'anywhere';
  return (
    <div className={styles.stack}>
      <h3>{text.trialHeading}</h3>
      <p className={styles.soft}>
        {text.trialLead}
        {sends ? text.trialSends : text.trialStays}
      </p>
      <div className={styles.buttons}>
        {running ? (
          <Button icon="stop" onClick={trialLeft}>
            {text.trialStop}
          </Button>
        ) : (
          <Button icon="microphone" onClick={() => void trialStarted()}>
            {text.trialStart}
          </Button>
        )}
      </div>
      <div role="status" className={styles.stack}>
        {trial.kind === 'opening' && <p>{text.trialOpening}</p>}
        {trial.kind === 'listening' && <p>{text.trialListening[trial.to]}</p>}
        {trial.kind === 'done' && <Report report={trial.report} />}
      </div>
    </div>
  );
}

function Report({ report: { microphone, recognition } }: { report: TrialReport }) {
  return (
    <dl className={styles.report}>
      <dt>{text.trialMicrophone}</dt>
      <dd>
        {!microphone.ok && microphoneMessages[microphone.error].title}
        {microphone.ok && !microphone.voiceHeard && text.trialNoVoice}
        {microphone.ok && microphone.voiceHeard && soundCheckText[microphone.check]}
      </dd>
      <dt>{text.trialRecognition}</dt>
      <dd>
        {recognition.kind === 'heard' && text.trialHeard(recognition.words, recognition.way)}
        {recognition.kind === 'silent' && text.trialSilent}
        {recognition.kind === 'failed' && recognitionMessages[recognition.error].title}
      </dd>
      <dt>{text.trialConclusion}</dt>
      <dd>{text.trialConclusions[conclude({ microphone, recognition })]}</dd>
    </dl>
  );
}

function conclude({ microphone, recognition }: TrialReport): keyof typeof text.trialConclusions {
  if (recognition.kind === 'heard') return microphone.ok ? 'everything' : 'words-only';
  if (!microphone.ok) return 'clock-only';
  return recognition.kind === 'silent' && !microphone.voiceHeard ? 'unclear' : 'voice-only';
}
