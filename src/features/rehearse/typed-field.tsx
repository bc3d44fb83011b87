import { useEffect, useRef } from 'react';
import { useAppActions } from '../../state/use-app-store';
import { rehearseText as text } from '../../text-ja/rehearse';
import { TypedArea } from '../../ui/typed-area';
import styles from './rehearse.module.css';

/** Where a take is typed. */
export function TypedField({ paused }: { paused: boolean }) {
  const { takeTyped } = useAppActions();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  return (
    <TypedArea
      ref={area}
      className={styles.typed}
      aria-label={text.typedLabel}
      placeholder={text.typedPlaceholder}
      readOnly={paused}
      rows={8}
      onTyped={takeTyped}
    />
  );
}
