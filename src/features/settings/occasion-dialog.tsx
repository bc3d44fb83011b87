import { useState } from 'react';
import { draftExtent } from '../../domain/pitch/extent-draft';
import type { Occasion } from '../../domain/pitch/occasion';
import { NEW_VARIANT_DETAILS } from '../../domain/pitch/pitch';
import type { CharacterTarget } from '../../domain/timing/character-target';
import { occasionsText as text } from '../../text-ja/occasions';
import { ExtentDialog } from '../../ui/extent-dialog';
import { TextField } from '../../ui/field';

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
  const nameMissing = name.trim() === '';
  return (
    <ExtentDialog
      title={initial ? text.editTitle : text.addTitle}
      submit={initial ? text.save : text.addSubmit}
      draft={draft}
      setting={setting}
      complete={!nameMissing}
      onDraft={setDraft}
      onSubmit={(extent) => onSubmit({ name: name.trim(), ...extent })}
      onClose={onClose}
    >
      {(tried) => (
        <TextField
          label={text.name}
          hint={text.nameHint}
          error={tried && nameMissing ? text.nameMissing : null}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
        />
      )}
    </ExtentDialog>
  );
}
