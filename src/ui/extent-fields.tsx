import type { ExtentDraft, ExtentMistake } from '../domain/pitch/extent-draft';
import { shownRange } from '../domain/pitch/extent-draft';
import { MEDIUMS, type Medium } from '../domain/pitch/pitch';
import type { CharacterTarget } from '../domain/timing/character-target';
import { occasionsText as text } from '../text-ja/occasions';
import { ChoiceGroup } from './choice-group';
import styles from './extent-fields.module.css';
import { NumberGroup } from './number-group';

interface ExtentFieldsProps {
  draft: ExtentDraft;
  /** The target for a minute. */
  setting: CharacterTarget;
  /** What is to be put right; empty until the person has tried to go on. */
  mistakes: readonly ExtentMistake[];
  onChange(draft: ExtentDraft): void;
}

/** Spoken or read, and how long: the time, and the characters that follow from it or are asked for. */
export function ExtentFields({ draft, setting, mistakes, onChange }: ExtentFieldsProps) {
  const written = draft.medium === 'written';
  const range = shownRange(draft, setting);
  const follows = draft.ownRange ? text.charactersOwn : text.charactersFollow;
  const hint = written ? undefined : follows;
  const changeRange = (part: { min?: string; max?: string }) => {
    const next = { ...range, ...part };
    onChange(written ? { ...draft, readRange: next } : { ...draft, ownRange: next });
  };
  // A range of one's own was meant for the time it was set with.
  const changeTime = (part: { minutes?: string; seconds?: string }) =>
    onChange({ ...draft, ...part, ownRange: null });
  return (
    <div className={styles.fields}>
      <ChoiceGroup<Medium>
        legend={text.medium}
        inline
        value={draft.medium}
        onChange={(medium) => onChange({ ...draft, medium })}
        choices={MEDIUMS.map((value) => ({ value, name: text.mediums[value] }))}
      />
      {!written && (
        <NumberGroup
          legend={text.timeBudget}
          error={mistakes.includes('time') ? text.timeInvalid : null}
          numbers={[
            { unit: text.minutes, value: draft.minutes, onChange: (minutes) => changeTime({ minutes }) },
            { unit: text.seconds, value: draft.seconds, onChange: (seconds) => changeTime({ seconds }) },
          ]}
        />
      )}
      <NumberGroup
        legend={text.characterTarget}
        hint={hint}
        error={mistakes.includes('characters') ? text.charactersInvalid : null}
        numbers={[
          { unit: text.charactersFrom, value: range.min, onChange: (min) => changeRange({ min }) },
          { unit: text.charactersTo, value: range.max, onChange: (max) => changeRange({ max }) },
        ]}
      />
    </div>
  );
}
