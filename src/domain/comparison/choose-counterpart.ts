import type { Variant } from '../pitch/pitch';

/**
 * The variant that one is first held against: the one it was made from, else one made from it, else of the same pitch
 * the one nearest in time (of equals the first). `null` where there is no other. `others` may hold the variant itself.
 */
export function chooseCounterpart(variant: Variant, others: readonly Variant[]): Variant | null {
  const there = others.filter(({ id, deletedAt }) => id !== variant.id && deletedAt === null);
  const siblings = there.filter(({ pitchId }) => pitchId === variant.pitchId);
  const farness = (other: Variant): number => Math.abs(other.timeBudget - variant.timeBudget);
  return (
    there.find(({ id }) => id === variant.madeFrom) ??
    siblings.find(({ madeFrom }) => madeFrom === variant.id) ??
    siblings.reduce<Variant | null>(
      (nearest, other) => (nearest === null || farness(other) < farness(nearest) ? other : nearest),
      null,
    )
  );
}
