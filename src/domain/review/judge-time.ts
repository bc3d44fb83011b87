/** A take's time, in ms, against its time budget. */
export interface TimeVerdict {
  /** What the time is: measured while speaking, or what the typed text would take to say. */
  basis: 'spoken' | 'typed-estimate';
  timeMs: number;
  budgetMs: number;
  /** Positive: over the budget. */
  differenceMs: number;
  verdict: 'over' | 'within' | 'under';
  /** Over from here on: the budget and `OVERRUN_TOLERANCE_MS`. */
  overFromMs: number;
  /** Under below here: `UNDER_BELOW_RATIO` of the budget. */
  underBelowMs: number;
}

/** Between the last word and the press that stops the clock a second may pass; it is not the speaker's overrun. */
export const OVERRUN_TOLERANCE_MS = 1000;

/** The lower end of the character target against its upper end, 300 of 350: below it there is room for more. */
export const UNDER_BELOW_RATIO = 300 / 350;

/** Judges a time in ms against a budget in ms, with the tolerances above. */
export function judgeTime(timeMs: number, budgetMs: number, basis: TimeVerdict['basis']): TimeVerdict {
  const overFromMs = budgetMs + OVERRUN_TOLERANCE_MS;
  const underBelowMs = budgetMs * UNDER_BELOW_RATIO;
  const verdict = timeMs >= overFromMs ? 'over' : timeMs < underBelowMs ? 'under' : 'within';
  return { basis, timeMs, budgetMs, differenceMs: timeMs - budgetMs, verdict, overFromMs, underBelowMs };
}

/** A take that ends before this share of its budget was broken off: there is nothing to judge. */
const BROKEN_OFF_RATIO = 0.2;

export function isBrokenOff({ timeMs, budgetMs }: TimeVerdict): boolean {
  return timeMs < BROKEN_OFF_RATIO * budgetMs;
}
