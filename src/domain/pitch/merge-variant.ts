import type { Variant } from './pitch';

/** Fields that change together; `text` is what a person wrote and must never lose to another tab. */
const GROUPS = {
  text: ['script', 'overrules'],
  details: ['title', 'audience', 'medium', 'timeBudget', 'characterTarget'],
  findings: ['dismissedFindings'],
  place: ['pitchId', 'position'],
  deletion: ['deletedAt'],
} as const satisfies Record<string, readonly (keyof Variant)[]>;

/**
 * Brings together what two tabs made of one variant. `base` is what both began with. What only one of them changed is
 * taken from it; what both changed is ours, save the text: two different texts are a conflict, and the answer `null`.
 */
export function mergeVariant(base: Variant | undefined, mine: Variant, theirs: Variant): Variant | null {
  let merged: Variant = { ...theirs, updatedAt: Math.max(mine.updatedAt, theirs.updatedAt) };
  for (const [group, fields] of Object.entries(GROUPS)) {
    const pick = (variant: Variant): Partial<Variant> =>
      Object.fromEntries(fields.map((field) => [field, variant[field]]));
    const same = (a: Variant, b: Variant): boolean => JSON.stringify(pick(a)) === JSON.stringify(pick(b));
    if (same(mine, theirs) || (base && same(mine, base))) continue;
    const onlyMine = base !== undefined && same(theirs, base);
    if (!onlyMine && group === 'text' && mine.script !== theirs.script) return null;
    merged = { ...merged, ...pick(mine) };
  }
  return merged;
}
