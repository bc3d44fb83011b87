/** Time budgets (seconds) that real meetings use: short exchanges of cards up to a main presentation. */
export const TIME_BUDGET_PRESETS = [15, 30, 40, 60, 90, 180, 300] as const;
/** Shortest and longest budget that can be set, in seconds. */
export const SHORTEST_BUDGET = 5;
export const LONGEST_BUDGET = 1800;

/** Whether a number of seconds can be a time budget: whole, and within the limits. */
export function isTimeBudget(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= SHORTEST_BUDGET && seconds <= LONGEST_BUDGET;
}
