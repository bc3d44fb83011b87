import { useMemo } from 'react';
import { calendarDay, daysBetween } from '../domain/memorising/calendar-day';
import { memoryRuns } from '../domain/memorising/memory-run';
import { type PracticeSession, planSessions } from '../domain/memorising/plan-sessions';
import { practisedDays } from '../domain/memorising/practised-days';
import { recitedSentences } from '../domain/memorising/recited-sentences';
import { weakJoints } from '../domain/memorising/weak-joints';
import type { Variant } from '../domain/pitch/pitch';
import { endedTakes } from '../domain/progress/best-take';
import { selectLearnable } from './library-slice';
import { useAppActions, useAppStore } from './use-app-store';

export interface DueSession {
  variant: Variant;
  session: PracticeSession;
  daysLeft: number;
}

/** The sessions for today of all variants that are prepared for a day, the nearest day first. */
export function useDueSessions(): DueSession[] {
  const today = calendarDay(useAppActions().wallClock());
  const variants = useAppStore(selectLearnable);
  const memories = useAppStore((state) => state.memories);
  const takes = useAppStore((state) => state.takes);
  return useMemo(
    () =>
      variants
        .flatMap((variant): DueSession[] => {
          const memory = memories[variant.id];
          const eventDay = memory?.preparation.eventDate;
          if (!memory || !eventDay) return [];
          const sentences = recitedSentences(variant.script).map(({ text }) => text);
          // What takes tell of the joints waits until the script is opened: here it would cost every take's words.
          const joints = weakJoints(sentences, memoryRuns(memory.recalls, []));
          const [session] = planSessions({
            eventDay,
            today,
            practised: practisedDays(memory.recalls, endedTakes(takes[variant.id] ?? [])),
            sentences: sentences.length,
            weak: joints.map(({ sentence }) => sentence),
          });
          if (session?.day !== today) return [];
          return [{ variant, session, daysLeft: daysBetween(today, eventDay) }];
        })
        .sort((one, other) => one.daysLeft - other.daysLeft),
    [variants, memories, takes, today],
  );
}
