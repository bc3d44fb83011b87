import { useState } from 'react';
import type { Occasion } from '../../domain/pitch/occasion';
import { isTimeBudget, TIME_BUDGET_PRESETS } from '../../domain/pitch/time-budget';
import type { Settings } from '../../domain/settings/settings';
import { fitText as text } from '../../text-ja/fit';
import { formatBudget } from '../../text-ja/format';
import { occasionsIn } from '../../text-ja/occasions';
import { TextField } from '../../ui/field';
import styles from './fit.module.css';

interface TimeChoiceProps {
  settings: Settings;
  seconds: number;
  onChange(seconds: number): void;
}

/** Any other time, typed. */
const OTHER = 0;

/** The time to fit into: a usual one, that of an occasion, or any other. */
export function TimeChoice({ settings, seconds, onChange }: TimeChoiceProps) {
  const occasions = occasionsIn(settings).filter(({ medium }) => medium === 'spoken');
  const times = [...new Set([...TIME_BUDGET_PRESETS, ...occasions.map(({ timeBudget }) => timeBudget)])].sort(
    (a, b) => a - b,
  );
  const usual = times.includes(seconds);
  const [field, setField] = useState(usual ? null : String(seconds));
  // An undo may have changed the time since something was typed.
  const stale = field !== null && isTimeBudget(toSeconds(field)) && toSeconds(field) !== seconds;
  const other = stale ? (usual ? null : String(seconds)) : field;

  return (
    <div className={styles.time}>
      <label className={styles.select}>
        <span>{text.time}</span>
        <select
          value={other === null ? seconds : OTHER}
          onChange={(event) => {
            const chosen = Number(event.target.value);
            setField(chosen === OTHER ? String(seconds) : null);
            if (chosen !== OTHER) onChange(chosen);
          }}
        >
          {times.map((time) => (
            <option key={time} value={time}>
              {nameOf(time, occasions)}
            </option>
          ))}
          <option value={OTHER}>{text.otherTime}</option>
        </select>
      </label>
      {other !== null && (
        <TextField
          label={text.otherSeconds}
          inputMode="numeric"
          error={isTimeBudget(toSeconds(other)) ? null : text.otherInvalid}
          value={other}
          onChange={(event) => {
            setField(event.target.value);
            const next = toSeconds(event.target.value);
            if (isTimeBudget(next)) onChange(next);
          }}
        />
      )}
    </div>
  );
}

const toSeconds = (typed: string): number => Number(typed.normalize('NFKC'));

/** 40秒(朝会): a time with what it is for, where an occasion has it. */
function nameOf(time: number, occasions: readonly Occasion[]): string {
  const names = occasions.filter(({ timeBudget }) => timeBudget === time).map(({ name }) => name);
  return text.timeOf(formatBudget(time), names);
}
