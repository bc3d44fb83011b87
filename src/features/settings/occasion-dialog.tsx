import { type FormEvent, useState } from 'react';
import { draftExtent, readExtent } from '../../domain/pitch/extent-draft';
import type { Occasion } from '../../domain/pitch/occasion';
import { NEW_VARIANT_DETAILS } from '../../domain/pitch/pitch';
import type { CharacterTarget } from '../../domain/timing/character-target';
import { occasionsText as text } from '../../text-ja/occasions';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/dialog';
import { ExtentFields } from '../../ui/extent-fields';
import { TextField } from '../../ui/field';
import styles from './settings.module.css';

interface OccasionDialogProps {
  /** `null` for a new one. */
  initial: Occasion | null;
  /** The target for a minute. */
  setting: CharacterTarget;
  onSubmit(filledIn: Omit<Occasion, 'id'>): void;
  onClose(): void;
}

/** An occasion's name, and what it allows. */
export function OccasionDialog({ initial, setting, onSubmit, onClose }: OccasionDialogProps) {
  const [name, setName] = useState(initial?.name ?? '');
  const [draft, setDraft] = useState(() => draftExtent(initial ?? NEW_VARIANT_DETAILS));
  const [tried, setTried] = useState(false);
  const read = readExtent(draft, setting);
  const nameMissing = name.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (nameMissing || !read.ok) return;
    onSubmit({ name: name.trim(), ...read.extent });
    onClose();
  };
  return (
    <Dialog title={initial ? text.editTitle : text.addTitle} closeLabel={text.close} onClose={onClose}>
      <form className={styles.page} onSubmit={submit} noValidate>
        <TextField
          label={text.name}
          hint={text.nameHint}
          error={tried && nameMissing ? text.nameMissing : null}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
        />
        <ExtentFields
          draft={draft}
          setting={setting}
          mistakes={tried && !read.ok ? read.mistakes : []}
          onChange={setDraft}
        />
        <DialogActions>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" type="submit">
            {initial ? text.save : text.addSubmit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
