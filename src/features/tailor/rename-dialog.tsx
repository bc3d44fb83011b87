import { type FormEvent, useState } from 'react';
import { tailorText as text } from '../../text-ja/tailor';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/dialog';
import { TextField } from '../../ui/field';

interface RenameDialogProps {
  initial: string;
  onSubmit(title: string): void;
  onClose(): void;
}

/** Asks for a pitch's new name. */
export function RenameDialog({ initial, onSubmit, onClose }: RenameDialogProps) {
  const [title, setTitle] = useState(initial);
  const [tried, setTried] = useState(false);
  const missing = title.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    onSubmit(title.trim());
    onClose();
  };
  return (
    <Dialog title={text.rename} closeLabel={text.close} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label={text.pitchTitle}
          hint={text.pitchTitleHint}
          error={tried && missing ? text.pitchTitleMissing : null}
          value={title}
          maxLength={80}
          onChange={(event) => setTitle(event.target.value)}
        />
        <DialogActions>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" type="submit">
            {text.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
