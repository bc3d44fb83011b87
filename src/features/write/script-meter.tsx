import type { ScriptReport } from '../../domain/analysis/report-script';
import { ELEMENTS } from '../../domain/coverage/element';
import { selectPersonalRate } from '../../state/speaking-rate';
import { useAppStore } from '../../state/use-app-store';
import { formatBudget, formatDuration, formatNumber } from '../../text-ja/format';
import { writeText as text } from '../../text-ja/write';
import { ElementMark } from '../../ui/element-mark';
import { RangeGauge, rangeState } from '../../ui/range-gauge';
import styles from './write.module.css';

interface ScriptMeterProps {
  report: ScriptReport;
  /** Characters. */
  target: { min: number; max: number };
  /** Seconds; `null` where the text is read, which has no time. */
  timeBudget: number | null;
}

/** Estimates within this much of the budget (ms) count as fitting: people's pauses vary by 2–4 % from take to take. */
const FITS_WITHIN_MS = 3000;

/** Count, target and estimated time; stays in view above the text while one types. */
export function ScriptMeter({ report, target, timeBudget }: ScriptMeterProps) {
  const { all, withoutPunctuation } = report.characters;
  const state = rangeState(all, target.min, target.max);
  const verdict = {
    under: text.under(target.min - all),
    within: text.within,
    over: text.over(all - target.max),
  }[state];
  return (
    <div className={styles.meter} data-timed={timeBudget !== null}>
      <div className={styles.meterPart}>
        <p className={styles.meterName}>{text.charactersHeading}</p>
        <p>
          <strong className={styles.figure}>{text.characters(formatNumber(all))}</strong>
          <span className={styles.verdict} data-state={state}>
            {all === 0 ? text.empty : verdict}
          </span>
        </p>
        <RangeGauge value={all} min={target.min} max={target.max} />
        <p className={styles.meterNote}>
          {text.targetRange(target.min, target.max)}
          <span>{text.withoutPunctuation(formatNumber(withoutPunctuation))}</span>
        </p>
      </div>
      {timeBudget !== null && (
        <div className={styles.meterPart}>
          <p className={styles.meterName}>{text.durationHeading}</p>
          <DurationEstimate report={report} timeBudget={timeBudget} />
          <p className={styles.meterNote}>
            {text.durationOf(formatBudget(timeBudget))}
            <RateSource durationMs={report.durationMs} />
          </p>
        </div>
      )}
      <p className={styles.meterMarks} aria-hidden="true">
        {ELEMENTS.map((element) => (
          <ElementMark key={element} element={element} present={report.covered?.[element] ?? false} />
        ))}
      </p>
    </div>
  );
}

/** Whose speed the estimate stands on; with the person's own, how far a take may fall from it. */
function RateSource({ durationMs }: { durationMs: number | null }) {
  const personal = useAppStore(selectPersonalRate);
  if (!personal) return <span>{text.durationDefault}</span>;
  return (
    <span>
      {text.durationOwn(personal.takes)}
      {durationMs !== null &&
        durationMs > 0 &&
        ` ${text.durationRange(
          formatDuration(durationMs * personal.lowRatio),
          formatDuration(durationMs * personal.highRatio),
        )}`}
    </span>
  );
}

function DurationEstimate({ report, timeBudget }: { report: ScriptReport; timeBudget: number }) {
  if (report.characters.all === 0) return <p className={styles.figure}>–</p>;
  if (report.durationMs === null) return <p className={styles.verdict}>{text.durationRough}</p>;
  const overMs = report.durationMs - timeBudget * 1000;
  const state = overMs > FITS_WITHIN_MS ? 'over' : 'under';
  return (
    <p>
      <strong className={styles.figure}>{formatDuration(report.durationMs)}</strong>
      <span className={styles.verdict} data-state={overMs > FITS_WITHIN_MS ? 'over' : 'within'}>
        {Math.abs(overMs) <= FITS_WITHIN_MS
          ? text.durationFits
          : state === 'over'
            ? text.durationOver(formatDuration(overMs))
            : text.durationUnder(formatDuration(-overMs))}
      </span>
    </p>
  );
}
