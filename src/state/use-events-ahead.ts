import { useEffect } from 'react';
import { calendarDay } from '../domain/memorising/calendar-day';
import { selectLearnable } from './library-slice';
import { useAppActions, useAppStore } from './use-app-store';

/** Whether any variant is prepared for today or a later day; looks for them once the library is read. */
export function useEventsAhead(): boolean {
  const { eventsWanted, wallClock } = useAppActions();
  const today = calendarDay(wallClock());
  const ids = useAppStore((state) =>
    state.library === 'ready'
      ? selectLearnable(state)
          .map(({ id }) => id)
          .join(' ')
      : '',
  );
  useEffect(() => {
    if (ids !== '') void eventsWanted(ids.split(' '), today);
  }, [eventsWanted, ids, today]);
  return useAppStore((state) =>
    Object.values(state.memories).some(({ preparation }) => (preparation.eventDate ?? '') >= today),
  );
}
