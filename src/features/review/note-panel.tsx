import { useEffect, useId, useRef, useState } from 'react';
import type { Take } from '../../domain/rehearsal/take';
import { useAppActions } from '../../state/use-app-store';
import { reviewText as text } from '../../text-ja/review';
import { Panel } from '../../ui/panel';
import styles from './review.module.css';

/** Quiet time before a note is kept, in ms. */
const QUIET_MS = 500;

/** A person's own observation on a take; kept while they type, between compositions. */
export function NotePanel({ take }: { take: Take }) {
  const { takeNoted } = useAppActions();
  const [note, setNote] = useState(take.note);
  const [composing, setComposing] = useState(false);
  const kept = useRef(take.note);
  const latest = useRef(take.note);
  const id = useId();

  useEffect(() => {
    latest.current = note;
    if (composing || note === kept.current) return;
    const timer = setTimeout(() => {
      kept.current = note;
      takeNoted(take.variantId, take.id, note);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [note, composing, take.variantId, take.id, takeNoted]);
  // Leaving the screen sooner than that keeps the note as well.
  useEffect(
    () => () => {
      if (latest.current !== kept.current) takeNoted(take.variantId, take.id, latest.current);
    },
    [take.variantId, take.id, takeNoted],
  );

  return (
    <Panel className={styles.stack}>
      <h2>
        <label htmlFor={id}>{text.noteHeading}</label>
      </h2>
      <textarea
        id={id}
        rows={2}
        lang="ja"
        placeholder={text.noteHint}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={(event) => {
          setComposing(false);
          setNote(event.currentTarget.value);
        }}
      />
    </Panel>
  );
}
