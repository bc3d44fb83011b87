import { useEffect, useRef, useState } from 'react';
import type { BackupError, RestoreCounts } from '../../domain/storage/backup-error';
import { BACKUP_ERRORS } from '../../domain/storage/backup-error';
import type { StorageError } from '../../domain/storage/storage-error';
import type { KeepingSlice } from '../../state/keeping-slice';
import { selectPitches, selectVariantsOf } from '../../state/library-slice';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { formatFileDate, formatPercent } from '../../text-ja/format';
import { backupMessage } from '../../text-ja/messages';
import { settingsText as text } from '../../text-ja/settings';
import { type Message, storageMessage } from '../../text-ja/storage-messages';
import { Button } from '../../ui/button';
import { MessageBox, Panel } from '../../ui/panel';
import { saveFile } from '../../ui/save-file';
import { ImportDialog } from './import-dialog';
import styles from './settings.module.css';

type Opened = Extract<Awaited<ReturnType<KeepingSlice['backupOpened']>>, { ok: true }>['backup'];

type Work =
  | { kind: 'none' }
  | { kind: 'exporting'; ratio: number }
  | { kind: 'importing'; ratio: number }
  | { kind: 'asking'; backup: Opened }
  | { kind: 'failed'; message: Message }
  | { kind: 'imported'; counts: RestoreCounts }
  | { kind: 'exported'; leftOut: number };

function messageOf(error: StorageError | BackupError): Message {
  const backupKinds: readonly string[] = BACKUP_ERRORS;
  return backupKinds.includes(error.kind)
    ? backupMessage(error as BackupError)
    : storageMessage(error as StorageError);
}

/** What is kept and how much; everything out into one file, and in again. */
export function KeepingPanel() {
  const actions = useAppActions();
  const usage = useAppStore((state) => state.usage);
  const lastBackupAt = useAppStore((state) => state.settings.lastBackupAt);
  const library = useAppStore((state) => state.library);
  const counts = useAppStore((state) => {
    const pitches = selectPitches(state);
    const variants = pitches.flatMap((pitch) => selectVariantsOf(state, pitch.id));
    return [pitches.length, variants.length, state.takeCount];
  });
  const [work, setWork] = useState<Work>({ kind: 'none' });
  const [refused, setRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const busy = work.kind === 'exporting' || work.kind === 'importing';

  useEffect(() => {
    if (library !== 'loading') void actions.usageWanted();
  }, [actions, library]);

  const exportAll = async () => {
    setWork({ kind: 'exporting', ratio: 0 });
    const result = await actions.backupWanted((ratio) => setWork({ kind: 'exporting', ratio }));
    if (!result.ok) return setWork({ kind: 'failed', message: messageOf(result.error) });
    saveFile(result.file, text.exportFileName(formatFileDate(Date.now())));
    setWork({ kind: 'exported', leftOut: result.leftOut });
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    setWork({ kind: 'importing', ratio: 0 });
    const result = await actions.backupOpened(file, (ratio) => setWork({ kind: 'importing', ratio }));
    setWork(
      result.ok
        ? { kind: 'asking', backup: result.backup }
        : { kind: 'failed', message: messageOf(result.error) },
    );
  };
  const restore = async (backup: Opened, mode: 'add' | 'replace') => {
    setWork({ kind: 'importing', ratio: 0 });
    const result = await actions.backupRestored(backup, mode, (ratio) =>
      setWork({ kind: 'importing', ratio }),
    );
    setWork(
      result.ok
        ? { kind: 'imported', counts: result.counts }
        : { kind: 'failed', message: messageOf(result.error) },
    );
  };

  return (
    <Panel className={styles.stack}>
      <h2>{text.keepingHeading}</h2>
      <p>{text.keepingLead}</p>
      <p>{text.amounts(counts[0] ?? 0, counts[1] ?? 0, counts[2] ?? null)}</p>
      {usage !== null && usage.usageBytes !== null && <p>{text.usage(usage.usageBytes, usage.quotaBytes)}</p>}
      {usage?.persisted === true && <p>{text.persisted}</p>}
      {usage?.persisted === false && (
        <>
          <p>{refused ? text.persistenceRefused : text.notPersisted}</p>
          {!refused && (
            <div>
              <Button
                onClick={() => void actions.persistenceWanted().then((promised) => setRefused(!promised))}
              >
                {text.askPersistence}
              </Button>
            </div>
          )}
        </>
      )}
      <p className={styles.soft}>{lastBackupAt === null ? text.noBackup : text.lastBackup(lastBackupAt)}</p>
      <div className={styles.buttons}>
        <Button look="primary" icon="download" disabled={busy} onClick={() => void exportAll()}>
          {text.export}
        </Button>
        <Button icon="upload" disabled={busy} onClick={() => input.current?.click()}>
          {text.import}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={text.import}
          onChange={(event) => {
            void open(event.target.files?.[0]);
            // The same file can be chosen again.
            event.target.value = '';
          }}
        />
      </div>
      {busy && (
        <label className={styles.progress}>
          {work.kind === 'exporting'
            ? text.exporting(formatPercent(work.ratio))
            : text.importing(formatPercent(work.ratio))}
          <progress max={1} value={work.ratio} />
        </label>
      )}
      {work.kind === 'failed' && <MessageBox trouble {...work.message} />}
      {work.kind === 'exported' && work.leftOut > 0 && <MessageBox title={text.leftOut(work.leftOut)} />}
      {work.kind === 'imported' && (
        <MessageBox
          icon="check"
          title={text.importDone(work.counts.added, work.counts.copied, work.counts.same)}
        />
      )}
      {work.kind === 'asking' && (
        <ImportDialog
          exportedAt={work.backup.exportedAt}
          counts={work.backup.counts}
          onChoose={(mode) => void restore(work.backup, mode)}
          onClose={() => setWork({ kind: 'none' })}
        />
      )}
    </Panel>
  );
}
