import { useEffect } from 'react';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { settingsText as text } from '../../text-ja/settings';
import { Button } from '../../ui/button';
import styles from './settings.module.css';

/** Whether this browser can recognise Japanese without sending the voice anywhere, and the way to have it do so. */
export function DeviceModelSign() {
  const { deviceModelWanted, deviceInstallWanted } = useAppActions();
  const model = useAppStore((state) => state.deviceModel);
  const install = useAppStore((state) => state.deviceInstall);
  useEffect(() => void deviceModelWanted(), [deviceModelWanted]);
  if (!model) return null;
  const busy = install === 'under-way';
  return (
    <div className={styles.stack}>
      <p className={styles.soft} role="status">
        {busy ? text.deviceInstalling : text.deviceModels[model]}
      </p>
      {busy && <progress aria-label={text.deviceInstalling} />}
      {(install === 'failed' || install === 'timed-out') && (
        <p className={styles.error} role="status">
          {text.deviceInstallFailures[install]}
        </p>
      )}
      {model === 'downloadable' && (
        <div className={styles.buttons}>
          <Button disabled={busy} onClick={() => void deviceInstallWanted()}>
            {text.deviceInstall}
          </Button>
        </div>
      )}
    </div>
  );
}
