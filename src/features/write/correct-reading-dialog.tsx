import { type FormEvent, useState } from 'react';
import { makeCorrection } from '../../domain/reading/make-correction';
import { useAppActions } from '../../state/use-app-store';
import { writeText as text } from '../../text-ja/write';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import styles from './write.module.css';

interface CorrectReadingDialogProps {
  surface: string;
  kana: string;
  onClose(): void;
}

/** How a word is really said; holds for every variant from then on. */
export function CorrectReadingDialog({ surface, kana, onClose }: CorrectReadingDialogProps) {
  const { readingCorrected } = useAppActions();
  const [word, setWord] = useState(surface);
  const [reading, setReading] = useState(kana);
  const [tried, setTried] = useState(false);
  const correction = makeCorrection(word, reading);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!correction) return;
    readingCorrected(correction);
    onClose();
  };
  return (
    <Dialog title={text.correctReading} closeLabel={text.close} onClose={onClose}>
      <form onSubmit={submit} className={styles.elements} noValidate>
        <p>{text.correctReadingLead}</p>
        <TextField
          label={text.readingWord}
          hint={text.readingWordHint}
          maxLength={40}
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
        <TextField
          label={text.readingKana}
          maxLength={80}
          error={tried && !correction ? text.readingInvalid : null}
          value={reading}
          onChange={(event) => setReading(event.target.value)}
        />
        <DialogActions>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" type="submit">
            {text.keepReading}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
