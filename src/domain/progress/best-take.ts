import type { Take } from '../rehearsal/take';
import { takeDurationMs } from '../rehearsal/take-log';
import { isBrokenOff, judgeTime, type TimeVerdict } from '../review/judge-time';

/** What a take has to show to be compared. */
export interface Outcome {
  time: TimeVerdict;
  endedBy: 'speaker' | 'device';
}

/**
 * The spoken take closest to its budget without being over (with the tolerance of `judgeTime`), ended by the speaker,
 * at the budget of the last one; of equals the last. `null` where every take was over or broken off.
 */
export function chooseBest<T>(takes: readonly T[], outcomeOf: (take: T) => Outcome): T | null {
  const last = takes.at(-1);
  if (last === undefined) return null;
  const { budgetMs } = outcomeOf(last).time;
  let best: T | null = null;
  for (const take of takes) {
    const { time, endedBy } = outcomeOf(take);
    if (time.basis !== 'spoken' || endedBy !== 'speaker' || time.budgetMs !== budgetMs) continue;
    if (time.verdict === 'over' || isBrokenOff(time)) continue;
    if (best === null || Math.abs(time.differenceMs) <= Math.abs(outcomeOf(best).time.differenceMs))
      best = take;
  }
  return best;
}

/** Takes that have ended and are not deleted, in the order given. */
export function endedTakes(takes: readonly Take[]): Take[] {
  return takes.filter((take) => take.deletedAt === null && take.log.events.at(-1)?.kind === 'stopped');
}

/** The best of takes that were spoken, from their logs alone; typed takes have no time to compare. */
export function personalBest(takes: readonly Take[]): Take | null {
  return chooseBest(
    endedTakes(takes).filter((take) => take.log.hearing !== 'typed'),
    ({ log }) => ({
      time: judgeTime(takeDurationMs(log), log.timeBudget * 1000, 'spoken'),
      endedBy: log.events.at(-1)?.by ?? 'device',
    }),
  );
}
