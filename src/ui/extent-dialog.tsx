import { type FormEvent, type ReactNode, useState } from 'react';
import { type ExtentDraft, readExtent } from '../domain/pitch/extent-draft';
import type { Extent } from '../domain/pitch/occasion';
import type { CharacterTarget } from '../domain/timing/character-target';
import { tailorText as text } from '../text-ja/tailor';
import { Button } from './button';
import { Dialog, DialogActions } from './dialog';
import styles from './extent-dialog.module.css';
import { ExtentFields } from './extent-fields';

interface ExtentDialogProps {
  title: string;
  /** What the button says that ends it. */
  submit: string;
  draft: ExtentDraft;
  /** The target for a minute. */
  setting: CharacterTarget;
  /** Whether the fields above can be meant. */
  complete: boolean;
  /** The fields above, told whether the person has tried to go on. */
  children(tried: boolean): ReactNode;
  onDraft(draft: ExtentDraft): void;
  onSubmit(extent: Extent): void;
  onClose(): void;
}

/** A dialog that ends in how long something may be; it goes on once all of it can be meant, and says before what cannot. */
export function ExtentDialog(props: ExtentDialogProps) {
  const { draft, setting, onClose } = props;
  const [tried, setTried] = useState(false);
  const read = readExtent(draft, setting);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!props.complete || !read.ok) return;
    props.onSubmit(read.extent);
    onClose();
  };
  return (
    <Dialog title={props.title} closeLabel={text.close} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {props.children(tried)}
        <ExtentFields
          draft={draft}
          setting={setting}
          mistakes={tried && !read.ok ? read.mistakes : []}
          onChange={props.onDraft}
        />
        <DialogActions>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button look="primary" type="submit">
            {props.submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
