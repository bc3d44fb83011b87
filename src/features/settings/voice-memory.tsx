import { useEffect } from 'react';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { settingsText as text } from '../../text-ja/settings';
import { Button } from '../../ui/button';
import styles from './settings.module.css';
import { Switch } from './switch';

/** Whether takes may teach the app the person's voice, what that leaves behind, and the way to have it forgotten. */
export function VoiceMemory() {
  const { voiceWanted, voiceConsented, voiceForgotten } = useAppActions();
  const agreed = useAppStore((state) => state.settings.keepVoice);
  const takes = useAppStore((state) => state.voiceTakes);
  useEffect(() => {
    void voiceWanted();
  }, [voiceWanted]);
  return (
    <>
      <Switch
        name={text.keepVoice}
        hint={text.keepVoiceHint}
        checked={agreed}
        onChange={(keep) => voiceConsented(keep)}
      />
      {agreed && takes !== null && (
        <div className={styles.below}>
          <p role="status">{takes === 0 ? text.noVoiceKept : text.voiceKept(takes)}</p>
          {takes > 0 && (
            <Button icon="delete" onClick={voiceForgotten}>
              {text.forgetVoice}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
