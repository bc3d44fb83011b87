import { useState } from 'react';
import type { Variant } from '../../domain/pitch/pitch';
import { type Hearing, PROMPTERS, type Prompter } from '../../domain/rehearsal/take-log';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { formatBudget } from '../../text-ja/format';
import { microphoneMessages } from '../../text-ja/messages';
import { rehearseText as text } from '../../text-ja/rehearse';
import { hearingDescriptions, hearingNames, prompterNames } from '../../text-ja/vocabulary';
import { Button } from '../../ui/button';
import { ChoiceGroup } from '../../ui/choice-group';
import { MessageBox, Panel } from '../../ui/panel';
import { ConsentDialog } from './consent-dialog';
import styles from './rehearse.module.css';

/** The order in which ways to rehearse are offered: the usual one first. */
const OFFERED: readonly Hearing[] = ['audio-only', 'audio-and-words', 'clock-only', 'typed'];

/** Choosing how to rehearse and what to have in view. */
export function RehearsalSetup({ variant }: { variant: Variant }) {
  const actions = useAppActions();
  const habit = useAppStore((state) => state.habit);
  const phase = useAppStore((state) => state.phase);
  const consent = useAppStore((state) => state.settings.recognitionConsent);
  const [hearing, setHearing] = useState(habit.hearing);
  const [prompter, setPrompter] = useState(habit.prompter);
  const shared = useAppStore((state) => state.microphoneShared);
  const place = useAppStore((state) => state.settings.recognitionPlace);
  const [asking, setAsking] = useState(false);

  const open = async (chosen: Hearing) => {
    await actions.rehearsalOpened({ variantId: variant.id, hearing: chosen, prompter });
    if (chosen === 'clock-only') actions.countdownStarted();
  };
  const start = async () => {
    // What never leaves the device needs no agreement to leave it.
    const unasked = hearing === 'audio-and-words' && place === 'anywhere' && consent !== 'agreed';
    if (unasked && (await actions.deviceModelWanted()) !== 'ready') setAsking(true);
    else void open(hearing);
  };

  return (
    <div className={styles.setup}>
      <div>
        <h1 tabIndex={-1}>{text.heading(variant.title)}</h1>
        <p className={styles.soft}>
          {formatBudget(variant.timeBudget)}
          {variant.audience && `・${variant.audience}`}
        </p>
      </div>
      {phase.kind === 'failed' && (
        <MessageBox trouble icon="microphone" {...microphoneMessages[phase.reason]}>
          <Button onClick={() => void open(phase.hearing)}>{text.retryMicrophone}</Button>
          <Button onClick={() => void open('clock-only')}>{text.clockOnlyInstead}</Button>
          <Button onClick={() => void open('typed')}>{text.typedInstead}</Button>
        </MessageBox>
      )}
      <Panel className={styles.choices}>
        <ChoiceGroup<Hearing>
          legend={text.hearingLegend}
          value={hearing}
          onChange={setHearing}
          choices={OFFERED.map((value) => ({
            value,
            name: hearingNames[value],
            description: hearingDescriptions[value],
          }))}
        />
        {hearing === 'audio-and-words' && !shared && (
          <MessageBox icon="microphone" title={text.notTogetherTitle} body={text.notTogetherBody} />
        )}
        <ChoiceGroup<Prompter>
          legend={text.prompterLegend}
          inline
          value={prompter}
          onChange={setPrompter}
          choices={PROMPTERS.map((value) => ({ value, name: prompterNames[value] }))}
        />
        <Button
          look="primary"
          large
          icon={hearing === 'typed' ? 'keyboard' : 'play'}
          onClick={() => void start()}
        >
          {hearing === 'typed'
            ? text.startTyping
            : hearing === 'clock-only'
              ? text.start
              : text.checkMicrophone}
        </Button>
      </Panel>
      {asking && (
        <ConsentDialog
          onClose={() => setAsking(false)}
          onAnswer={(agreed) => {
            setAsking(false);
            actions.settingsChanged({ recognitionConsent: agreed ? 'agreed' : 'declined' });
            void open(agreed ? 'audio-and-words' : 'audio-only');
          }}
        />
      )}
    </div>
  );
}
