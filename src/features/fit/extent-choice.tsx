import { useState } from 'react';
import { draftExtent, readExtent } from '../../domain/pitch/extent-draft';
import { type Extent, sameExtent } from '../../domain/pitch/occasion';
import { MEDIUMS } from '../../domain/pitch/pitch';
import { TIME_BUDGET_PRESETS } from '../../domain/pitch/time-budget';
import { columnKey, layOutExtents } from '../../domain/pitch/variant-matrix';
import type { Settings } from '../../domain/settings/settings';
import { characterTargetOf } from '../../domain/timing/character-target';
import { fitText as text } from '../../text-ja/fit';
import { formatBudget } from '../../text-ja/format';
import { occasionsIn } from '../../text-ja/occasions';
import { ExtentFields } from '../../ui/extent-fields';
import styles from './fit.module.css';

interface ExtentChoiceProps {
  settings: Settings;
  /** The variant's own. */
  own: Extent;
  extent: Extent;
  onChange(extent: Extent): void;
}

const USUAL_TIMES = TIME_BUDGET_PRESETS.map(
  (timeBudget): Extent => ({ medium: 'spoken', timeBudget, characterTarget: null }),
);

/** Any other, filled in. */
const OTHER = '';

/** What to fit into: a usual time, what an occasion allows, the variant's own, or any other. */
export function ExtentChoice({ settings, own, extent, onChange }: ExtentChoiceProps) {
  const setting = settings.characterTarget;
  const offered = layOutExtents(occasionsIn(settings), [...USUAL_TIMES, own], setting);
  const key = columnKey(extent, setting);
  const usual = offered.some((one) => one.key === key);
  const [draft, setDraft] = useState(() => (usual ? null : draftExtent(extent)));
  const read = draft && readExtent(draft, setting);
  // An undo may have chosen otherwise since something was filled in.
  const stale = read?.ok === true && !sameExtent(read.extent, extent, setting);
  const shown = stale || (!draft && !usual) ? (usual ? null : draftExtent(extent)) : draft;

  return (
    <div className={styles.time}>
      <label className={styles.select}>
        <span>{text.extent}</span>
        <select
          value={shown ? OTHER : key}
          onChange={({ target: { value } }) => {
            const chosen = offered.find((one) => one.key === value);
            setDraft(chosen ? null : draftExtent(extent));
            if (chosen) onChange(chosen.extent);
          }}
        >
          {MEDIUMS.map((medium) => (
            <optgroup key={medium} label={text.extentsOf[medium]}>
              {offered
                .filter((one) => one.extent.medium === medium)
                .map((one) => (
                  <option key={one.key} value={one.key}>
                    {text.extentFor(
                      sizeOf(one.extent),
                      one.occasions.map(({ name }) => name),
                    )}
                  </option>
                ))}
            </optgroup>
          ))}
          <option value={OTHER}>{text.otherExtent}</option>
        </select>
      </label>
      {shown && (
        <ExtentFields
          draft={shown}
          setting={setting}
          mistakes={read && !stale && !read.ok ? read.mistakes : []}
          onChange={(next) => {
            setDraft(next);
            const filledIn = readExtent(next, setting);
            if (filledIn.ok) onChange(filledIn.extent);
          }}
        />
      )}
    </div>
  );

  function sizeOf(one: Extent): string {
    if (one.medium === 'spoken') return formatBudget(one.timeBudget);
    const { min, max } = characterTargetOf(one, setting);
    return text.range(min, max);
  }
}
