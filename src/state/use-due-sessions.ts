import { useEffect, useMemo } from 'react';
import { calendarDay, daysBetween } from '../domain/memorising/calendar-day';
import { memoryRuns } from '../domain/memorising/memory-run';
import { type PracticeSession, planSessions } from '../domain/memorising/plan-sessions';
import { practisedDays } from '../domain/memorising/practised-days';
import { recitedSentences } from '../domain/memorising/recited-sentences';
import { weakJoints } from '../domain/memorising/weak-joints';
import type { Variant } from '../domain/pitch/pitch';
import { endedTakes } from '../domain/progress/best-take';
import { useAppActions, useAppStore } from './use-app-store';

export interface DueSession {
  variant: Variant;
  session: PracticeSession;
  daysLeft: number;
}

/** The sessions for today of all variants that are prepared for a day, the nearest day first; read once they can be. */
export function useDueSessions(): DueSession[] {
  const { eventsWanted, wallClock } = useAppActions();
  const today = calendarDay(wallClock());
  const variants = useAppStore((state) =>
    Object.values(state.variants).filter(
      ({ deletedAt, medium, pitchId }) =>
        deletedAt === null && medium === 'spoken' && state.pitches[pitchId]?.deletedAt === null,
    ),
  );
  const memories = useAppStore((state) => state.memories);
  const takes = useAppStore((state) => state.takes);
  const ids = variants.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (ids !== '') void eventsWanted(ids.split(' '), today);
  }, [eventsWanted, ids, today]);
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
