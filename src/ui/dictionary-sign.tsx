import type { DictionaryStatus } from '../domain/analysis/dictionary-status';
import { dictionaryProgress, dictionaryRetry, tokenizerMessage } from '../text-ja/messages';
import { Button } from './button';
import styles from './dictionary-sign.module.css';
import { MessageBox } from './panel';

interface DictionarySignProps {
  status: DictionaryStatus;
  onRetry(): void;
}

/** How far the dictionary is on its way, or why it did not come; nothing once it is there. */
export function DictionarySign({ status, onRetry }: DictionarySignProps) {
  if (status.kind === 'loading') {
    return (
      <div role="status">
        <label className={styles.progress}>
          {dictionaryProgress(status)}
          <progress max={status.totalBytes} value={status.loadedBytes} />
        </label>
      </div>
    );
  }
  if (status.kind === 'failed') {
    return (
      <MessageBox trouble {...tokenizerMessage(status.error)}>
        <Button onClick={onRetry}>{dictionaryRetry}</Button>
      </MessageBox>
    );
  }
  return null;
}
