import type { Variant } from '../../domain/pitch/pitch';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { writeText as text } from '../../text-ja/write';
import { Button, ButtonLink } from '../../ui/button';
import { copyText } from '../../ui/copy-text';
import { paths } from '../../ui/paths';
import { saveScript } from '../../ui/save-script';
import styles from './write.module.css';

/** Undo, redo, taking the text along, and on to the rehearsal, or to where it is sent from. */
export function ScriptTools({ variant }: { variant: Variant }) {
  const { scriptUndone, scriptRedone, noticed } = useAppActions();
  const canUndo = useAppStore((state) => (state.histories[variant.id]?.past.length ?? 0) > 0);
  const canRedo = useAppStore((state) => (state.histories[variant.id]?.future.length ?? 0) > 0);
  const written = variant.medium === 'written';
  const empty = variant.script.trim() === '';

  const copy = async () => noticed({ kind: (await copyText(variant.script)) ? 'copied' : 'copy-failed' });

  return (
    <div className={styles.tools}>
      <div className={styles.toolGroup}>
        <Button
          look="quiet"
          icon="undo"
          iconOnly
          disabled={!canUndo}
          onClick={() => scriptUndone(variant.id)}
        >
          {text.undo}
        </Button>
        <Button
          look="quiet"
          icon="redo"
          iconOnly
          disabled={!canRedo}
          onClick={() => scriptRedone(variant.id)}
        >
          {text.redo}
        </Button>
        {!written && (
          <Button look="quiet" icon="copy" iconOnly disabled={empty} onClick={() => void copy()}>
            {text.copy}
          </Button>
        )}
        <Button look="quiet" icon="download" iconOnly disabled={empty} onClick={() => saveScript(variant)}>
          {text.download}
        </Button>
      </div>
      {!empty && written && (
        <Button look="primary" icon="copy" onClick={() => void copy()}>
          {text.copyToSend}
        </Button>
      )}
      {!empty && !written && (
        <ButtonLink look="primary" icon="play" to={paths.rehearse(variant.id)}>
          {text.rehearse}
        </ButtonLink>
      )}
    </div>
  );
}
