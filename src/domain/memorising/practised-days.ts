import type { Take } from '../rehearsal/take';
import { calendarDay } from './calendar-day';
import type { Recall } from './recall';

/**
 * The days (`YYYY-MM-DD`) with a session: a recall, reading the script included, or an ended take that was spoken from
 * memory. A drill of joints alone is none.
 */
export function practisedDays(recalls: readonly Recall[], endedTakes: readonly Take[]): string[] {
  return [
    ...recalls.flatMap(({ scope, recalledAt }) => (scope === 'joints' ? [] : recalledAt)),
    ...endedTakes.flatMap(({ log }) => (log.prompter === 'script' ? [] : log.startedAt)),
  ].map(calendarDay);
}
