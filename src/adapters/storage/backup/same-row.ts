import type { Variant } from '../../../domain/pitch/pitch';

/** Whether two plain values hold the same, whatever the order of their fields. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

/** Whether two variants are the same to a person: not when or how often they were saved, nor where they stand. */
export function isSameText(a: Variant, b: Variant): boolean {
  const shown = ({
    pitchId,
    title,
    audience,
    medium,
    timeBudget,
    characterTarget,
    script,
    overrules,
  }: Variant) => ({
    pitchId,
    title,
    audience,
    medium,
    timeBudget,
    characterTarget,
    script,
    overrules,
  });
  return isSame(shown(a), shown(b));
}
