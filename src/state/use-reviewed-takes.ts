import { useEffect, useMemo } from 'react';
import type { Variant } from '../domain/pitch/pitch';
import { endedTakes } from '../domain/progress/best-take';
import type { ReviewedTake } from '../domain/progress/trace-progress';
import type { Take } from '../domain/rehearsal/take';
import { addSound } from '../domain/review/add-sound';
import type { DeliveryReview } from '../domain/review/judge-delivery';
import type { TakeReview } from '../domain/review/review-take';
import { reviewTakes } from './review-takes';
import { selectSpeakingRate } from './speaking-rate';
import { deliveryOf, hasToldOfSound } from './take-delivery';
import { textsToAnalyse } from './take-texts';
import { useAppActions, useAppStore } from './use-app-store';

interface ReviewedTakes {
  /** Whether the variant's takes have been read. */
  known: boolean;
  /** Ended takes, oldest first. */
  takes: Take[];
  /** Those of them whose texts are analysed, in the same order. */
  reviewed: ReviewedTake[];
}

/** The takes of a variant with their reviews, as far as they have come; asks for what is missing. */
export function useReviewedTakes(variant: Variant): ReviewedTakes {
  const { takesWanted, analysisWanted } = useAppActions();
  const known = useAppStore((state) => state.takes[variant.id] !== undefined);
  const takes = useAppStore((state) => endedTakes(state.takes[variant.id] ?? []));
  const revisions = useAppStore((state) => state.revisions);
  const analyses = useAppStore((state) => state.analyses);
  const rate = useAppStore(selectSpeakingRate);

  useEffect(() => {
    if (!known) void takesWanted([variant.id]);
  }, [takesWanted, variant.id, known]);
  useEffect(() => {
    analysisWanted(textsToAnalyse({ takes, revisions }));
  }, [analysisWanted, takes, revisions]);
  const reviewed = useMemo(
    () => reviewTakes({ takes, revisions, analyses, overrules: variant.overrules, rate }),
    [takes, revisions, analyses, variant.overrules, rate],
  );
  return { known, takes, reviewed };
}

/** What the sound of each reviewed take tells, as far as it was worked out before; in the order of `reviewed`. */
export function useDeliveries(
  takes: readonly Take[],
  reviewed: readonly ReviewedTake[],
): (DeliveryReview | null)[] {
  const { keptTimingsWanted } = useAppActions();
  const timings = useAppStore((state) => state.timings);
  const analyses = useAppStore((state) => state.analyses);
  const rate = useAppStore(selectSpeakingRate);
  const recorded = takes.flatMap((take) => (hasToldOfSound(take) ? take.id : [])).join(' ');
  useEffect(() => {
    // As one text: a note written on a take makes it another object.
    if (recorded !== '') void keptTimingsWanted(recorded.split(' '));
  }, [keptTimingsWanted, recorded]);
  return useMemo(
    () => reviewed.map((take) => deliveryOf(take, timings[take.takeId], analyses, rate)),
    [reviewed, timings, analyses, rate],
  );
}

/** The reviews of takes, each with what its sound tells as far as that was worked out before; in the order given. */
export function useReviewsWithSound(takes: readonly Take[], reviewed: readonly ReviewedTake[]): TakeReview[] {
  const deliveries = useDeliveries(takes, reviewed);
  return reviewed.map(({ review }, index) => {
    const delivery = deliveries[index];
    return delivery ? addSound(review, delivery) : review;
  });
}
