import { useEffect } from 'react';
import type { Variant } from '../../domain/pitch/pitch';
import type { Phase } from '../../domain/rehearsal/phase';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { microphoneMessages, recognitionMessages } from '../../text-ja/messages';
import { soundTroubles, rehearseText as text } from '../../text-ja/rehearse';
import { Button } from '../../ui/button';
import { ClockRing } from '../../ui/clock-ring';
import { MessageBox } from '../../ui/panel';
import { LevelMeter } from './level-meter';
import { PrompterView } from './prompter-view';
import styles from './rehearse.module.css';
import { TypedField } from './typed-field';

interface StageProps {
  variant: Variant;
  phase: Extract<Phase, { kind: 'speaking' | 'paused' | 'finishing' }>;
}

/** The screen while the clock runs: time left, the script or its cues, a sign that the voice is heard. */
export function Stage({ variant, phase }: StageProps) {
  const { onElapsed, takePaused, takeResumed, takeStopped, takeDiscarded } = useAppActions();
  const rehearsal = useAppStore((state) => state.rehearsal);
  const marks = useAppStore((state) => state.settings.marks);
  const paused = phase.kind === 'paused';
  const finishing = phase.kind === 'finishing';
  const typed = phase.hearing === 'typed';

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key !== ' ' || event.isComposing || target.closest('button, textarea, input, a')) return;
      event.preventDefault();
      if (paused) takeResumed();
      else takePaused();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [paused, takePaused, takeResumed]);

  if (!rehearsal) return null;
  return (
    <div className={styles.stage} data-paused={paused}>
      <h1 tabIndex={-1} className="visually-hidden">
        {text.heading(variant.title)}
      </h1>
      <div className={styles.stageHead}>
        <ClockRing timeBudget={rehearsal.timeBudget} marks={marks} onElapsed={onElapsed} />
        <VoiceSign hearing={phase.hearing} />
        {paused && <p className={styles.pausedSign}>{text.paused}</p>}
      </div>
      <div className={styles.stageBody}>
        <Trouble />
        {typed ? (
          <>
            <TypedField paused={paused} />
            {rehearsal.prompter !== 'nothing' && (
              <PrompterView variant={variant} prompter={rehearsal.prompter} />
            )}
          </>
        ) : (
          <PrompterView variant={variant} prompter={rehearsal.prompter} />
        )}
      </div>
      <div className={styles.stageFoot}>
        {finishing ? (
          <p role="status">{text.finishing}</p>
        ) : (
          <>
            <Button look="quiet" icon="delete" onClick={() => void takeDiscarded()}>
              {text.discard}
            </Button>
            {paused ? (
              <Button icon="play" onClick={takeResumed}>
                {text.resume}
              </Button>
            ) : (
              <Button icon="pause" onClick={takePaused}>
                {text.pause}
              </Button>
            )}
            <Button look="primary" large icon="stop" onClick={() => void takeStopped()}>
              {text.stop}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function VoiceSign({ hearing }: { hearing: StageProps['phase']['hearing'] }) {
  const shared = useAppStore((state) => state.microphoneShared);
  const way = useAppStore((state) => state.rehearsal?.way ?? null);
  if (hearing === 'typed') return null;
  if (hearing === 'clock-only') return <p className={styles.soft}>{text.withoutMicrophone}</p>;
  if (hearing !== 'audio-and-words') return <LevelMeter />;
  return (
    <>
      {shared ? <LevelMeter /> : <p>{text.wordsOnly}</p>}
      {way && <p className={styles.way}>{text.wayNames[way]}</p>}
    </>
  );
}

/** A device has let the take down: said once, calmly, while the clock goes on. */
function Trouble() {
  const trouble = useAppStore((state) => state.rehearsal?.trouble);
  if (!trouble) return null;
  if (trouble.kind === 'recognition') return <MessageBox {...recognitionMessages[trouble.error]} />;
  if (trouble.kind === 'microphone')
    return <MessageBox icon="microphone" {...microphoneMessages[trouble.error]} />;
  return <MessageBox icon="microphone" {...soundTroubles[trouble.kind]} />;
}
