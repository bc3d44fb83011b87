import { useEffect, useRef } from 'react';
import { useAppActions } from '../../state/use-app-store';
import { rehearseText as text } from '../../text-ja/rehearse';
import styles from './rehearse.module.css';

/** Where a take is typed. What is still being converted enters the take only once it is confirmed. */
export function TypedField({ paused }: { paused: boolean }) {
  const { takeTyped } = useAppActions();
  const area = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  useEffect(() => area.current?.focus(), []);
  return (
    <textarea
      ref={area}
      className={styles.typed}
      aria-label={text.typedLabel}
      placeholder={text.typedPlaceholder}
      lang="ja"
      spellCheck={false}
      autoComplete="off"
      readOnly={paused}
      rows={8}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        takeTyped(event.currentTarget.value);
      }}
      onInput={(event) => {
        if (!composing.current) takeTyped(event.currentTarget.value);
      }}
    />
  );
}
