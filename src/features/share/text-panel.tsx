import { useState } from 'react';
import type { Variant } from '../../domain/pitch/pitch';
import { shareText as text } from '../../text-ja/share';
import { Button } from '../../ui/button';
import { copyText } from '../../ui/copy-text';
import { Panel } from '../../ui/panel';
import { saveScript } from '../../ui/save-script';
import styles from './share.module.css';
import { canShare, shareNatively } from './share-natively';

/** The script as plain text, to wherever it is wanted. */
export function TextPanel({ variant }: { variant: Variant }) {
  const [outcome, setOutcome] = useState('');
  const copy = async () => setOutcome((await copyText(variant.script)) ? text.copied : text.copyFailed);
  const share = async () => {
    const shared = await shareNatively({ title: variant.title, text: variant.script });
    setOutcome(shared === 'failed' ? text.shareFailed : '');
  };
  return (
    <Panel className={styles.stack}>
      <h2>{text.textHeading}</h2>
      <p>{text.textLead}</p>
      <div className={styles.buttons}>
        <Button icon="copy" onClick={() => void copy()}>
          {text.copyText}
        </Button>
        {canShare && (
          <Button icon="share" onClick={() => void share()}>
            {text.shareText}
          </Button>
        )}
        <Button icon="download" onClick={() => saveScript(variant)}>
          {text.downloadText}
        </Button>
      </div>
      <p role="status" className={styles.outcome}>
        {outcome}
      </p>
    </Panel>
  );
}
