import { useState } from 'react';
import type { BackupCounts } from '../../domain/storage/backup-error';
import { formatDate } from '../../text-ja/format';
import { settingsText as text } from '../../text-ja/settings';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/dialog';
import styles from './settings.module.css';

interface ImportDialogProps {
  exportedAt: number;
  counts: BackupCounts;
  onChoose(mode: 'add' | 'replace'): void;
  onClose(): void;
}

/** What the file holds, and whether it is to be added or to take the place of everything. */
export function ImportDialog({ exportedAt, counts, onChoose, onClose }: ImportDialogProps) {
  const [replacing, setReplacing] = useState(false);
  return (
    <Dialog title={text.importTitle} closeLabel={text.close} onClose={onClose}>
      <div className={styles.stack}>
        <p>{text.importCounts(formatDate(exportedAt), counts.pitches, counts.variants, counts.takes)}</p>
        {replacing ? (
          <>
            <p role="alert">{text.importReplaceConfirm}</p>
            <DialogActions>
              <Button onClick={() => setReplacing(false)}>{text.cancel}</Button>
              <Button look="danger" onClick={() => onChoose('replace')}>
                {text.importReplaceYes}
              </Button>
            </DialogActions>
          </>
        ) : (
          <>
            <Button look="primary" onClick={() => onChoose('add')}>
              {text.importAdd}
            </Button>
            <p className={styles.soft}>{text.importAddHint}</p>
            <Button onClick={() => setReplacing(true)}>{text.importReplace}</Button>
            <p className={styles.soft}>{text.importReplaceHint}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
