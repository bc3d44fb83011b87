import { useEffect, useMemo } from 'react';
import type { ReviewedTake } from '../../domain/progress/trace-progress';
import type { Take } from '../../domain/rehearsal/take';
import type { DeliveryReview } from '../../domain/review/judge-delivery';
import { selectSpeakingRate } from '../../state/speaking-rate';
import { deliveryOf, hasToldOfSound } from '../../state/take-delivery';
import type { TimingProgress } from '../../state/timing-slice';
import { useAppActions, useAppStore } from '../../state/use-app-store';

interface Delivery {
  progress: TimingProgress | null;
  /** Whether nothing more is to come: what is shown before would change before the person's eyes. */
  settled: boolean;
  delivery: DeliveryReview | null;
  retry(): void;
}

/**
 * What the sound of a take tells. It is asked for once the review itself is on the screen, and no longer worked on
 * when that is left. Of a recording that was put away
 * there is what it told before.
 */
export function useDelivery(take: Take, reviewed: ReviewedTake | undefined): Delivery {
  const { timingWanted, timingUnwanted, keptTimingsWanted } = useAppActions();
  const progress = useAppStore((state) => state.timings[take.id] ?? null);
  const analyses = useAppStore((state) => state.analyses);
  const rate = useAppStore(selectSpeakingRate);
  const wanted = take.recordingType !== null && reviewed !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a note written on the take makes it another object
  useEffect(() => {
    if (!wanted) return;
    // An effect may run before its render is painted, a timer does not.
    const painted = setTimeout(() => timingWanted(take), 0);
    return () => {
      clearTimeout(painted);
      timingUnwanted(take.id);
    };
  }, [wanted, take.id, timingWanted, timingUnwanted]);

  const kept = take.recordingType === null && hasToldOfSound(take);
  useEffect(() => {
    if (kept) void keptTimingsWanted([take.id]);
  }, [kept, take.id, keptTimingsWanted]);

  const delivery = useMemo(
    () => deliveryOf(reviewed, progress ?? undefined, analyses, rate),
    [progress, reviewed, analyses, rate],
  );
  const settled = take.recordingType === null || (progress !== null && progress.kind !== 'under-way');
  return { progress, settled, delivery, retry: () => timingWanted(take) };
}
