import { type FormEvent, useState } from 'react';
import type { VariantDetails } from '../domain/pitch/pitch';
import { isTimeBudget, TIME_BUDGET_PRESETS } from '../domain/pitch/time-budget';
import { formatBudget } from '../text-ja/format';
import { tailorText as text } from '../text-ja/tailor';
import { Button } from './button';
import { ChoiceGroup } from './choice-group';
import { Dialog, DialogActions } from './dialog';
import { TextField } from './field';
import styles from './variant-details-dialog.module.css';

interface VariantDetailsDialogProps {
  title: string;
  lead?: string;
  submit: string;
  /** Asked for where a pitch is made together with its first variant. */
  withPitchTitle?: boolean;
  initial: VariantDetails;
  onSubmit(details: VariantDetails, pitchTitle: string): void;
  onClose(): void;
}

const OTHER = 0;

/** Asks who listens and how long one has: for a new variant, a copy, or a change. */
export function VariantDetailsDialog(props: VariantDetailsDialogProps) {
  const { initial } = props;
  const preset = TIME_BUDGET_PRESETS.some((seconds) => seconds === initial.timeBudget);
  const [pitchTitle, setPitchTitle] = useState('');
  const [title, setTitle] = useState(initial.title);
  const [audience, setAudience] = useState(initial.audience);
  const [budget, setBudget] = useState<number>(preset ? initial.timeBudget : OTHER);
  const [otherBudget, setOtherBudget] = useState(preset ? '' : String(initial.timeBudget));
  const [tried, setTried] = useState(false);

  const timeBudget = budget === OTHER ? Number(otherBudget.normalize('NFKC')) : budget;
  const pitchTitleMissing = props.withPitchTitle === true && pitchTitle.trim() === '';
  const titleMissing = title.trim() === '';
  const valid = !pitchTitleMissing && !titleMissing && isTimeBudget(timeBudget);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!valid) return;
    props.onSubmit(
      {
        title: title.trim(),
        audience: audience.trim(),
        medium: initial.medium,
        timeBudget,
        // A range of one's own was meant for the time it was set with.
        characterTarget: timeBudget === initial.timeBudget ? initial.characterTarget : null,
      },
      pitchTitle.trim(),
    );
    props.onClose();
  };

  return (
    <Dialog title={props.title} closeLabel={text.close} onClose={props.onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {props.lead && <p>{props.lead}</p>}
        {props.withPitchTitle && (
          <TextField
            label={text.pitchTitle}
            hint={text.pitchTitleHint}
            error={tried && pitchTitleMissing ? text.pitchTitleMissing : null}
            value={pitchTitle}
            maxLength={80}
            onChange={(event) => setPitchTitle(event.target.value)}
          />
        )}
        <TextField
          label={text.variantTitle}
          hint={text.variantTitleHint}
          error={tried && titleMissing ? text.variantTitleMissing : null}
          value={title}
          maxLength={80}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextField
          label={text.audience}
          hint={text.audienceHint}
          value={audience}
          maxLength={80}
          onChange={(event) => setAudience(event.target.value)}
        />
        <ChoiceGroup<number>
          legend={text.timeBudget}
          inline
          value={budget}
          onChange={setBudget}
          choices={[
            ...TIME_BUDGET_PRESETS.map((seconds) => ({
              value: seconds as number,
              name: formatBudget(seconds),
            })),
            { value: OTHER, name: text.otherBudget },
          ]}
        />
        {budget === OTHER && (
          <TextField
            label={text.otherBudgetSeconds}
            inputMode="numeric"
            error={tried && !isTimeBudget(timeBudget) ? text.otherBudgetInvalid : null}
            value={otherBudget}
            onChange={(event) => setOtherBudget(event.target.value)}
          />
        )}
        <DialogActions>
          <Button onClick={props.onClose}>{text.cancel}</Button>
          <Button look="primary" type="submit">
            {props.submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
