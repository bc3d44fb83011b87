import { useState } from 'react';
import { useAppActions } from '../../state/use-app-store';
import { settingsText as text } from '../../text-ja/settings';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/dialog';
import { Panel } from '../../ui/panel';
import styles from './settings.module.css';

/** The way out: everything gone from this device. */
export function RemovalPanel() {
  const { everythingRemoved } = useAppActions();
  const [asking, setAsking] = useState(false);
  return (
    <Panel className={styles.stack}>
      <h2>{text.removeHeading}</h2>
      <p className={styles.soft}>{text.removeLead}</p>
      <div>
        <Button look="danger" icon="delete" onClick={() => setAsking(true)}>
          {text.remove}
        </Button>
      </div>
      {asking && (
        <Dialog title={text.removeHeading} closeLabel={text.close} onClose={() => setAsking(false)}>
          <p>{text.removeConfirm}</p>
          <DialogActions>
            <Button onClick={() => setAsking(false)}>{text.cancel}</Button>
            <Button
              look="danger"
              onClick={() => {
                setAsking(false);
                void everythingRemoved();
              }}
            >
              {text.removeYes}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Panel>
  );
}
