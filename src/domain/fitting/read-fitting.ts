import type { Extent } from '../pitch/occasion';
import { MEDIUMS } from '../pitch/pitch';
import { isTimeBudget } from '../pitch/time-budget';
import type { Fitting, SentenceChoice } from './fitting';

/**
 * Choices that come from outside the app's memory; `null` where they are not a fitting of this script of `count`
 * sentences.
 */
export function readFitting(value: unknown, script: string, count: number): Fitting | null {
  if (!isRecord(value) || value.script !== script) return null;
  const extent = readExtent(value.extent);
  if (!extent) return null;
  const choices = Array.isArray(value.choices) ? value.choices.filter(isChoice) : [];
  const places = new Set(choices.map(({ index }) => index));
  if (choices.length !== count || places.size !== count || Math.max(-1, ...places) !== count - 1) return null;
  return {
    script,
    extent,
    choices: choices.map(({ index, on, left }) => ({ index, on, left: [...left] })),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isPlace = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

function readExtent(value: unknown): Extent | null {
  if (!isRecord(value)) return null;
  const { timeBudget, characterTarget } = value;
  const medium = MEDIUMS.find((known) => known === value.medium);
  if (!medium || typeof timeBudget !== 'number' || !isTimeBudget(timeBudget)) return null;
  if (characterTarget === null) return { medium, timeBudget, characterTarget };
  if (!isRecord(characterTarget)) return null;
  const { min, max } = characterTarget;
  return isPlace(min) && isPlace(max) && min <= max
    ? { medium, timeBudget, characterTarget: { min, max } }
    : null;
}

function isChoice(value: unknown): value is SentenceChoice {
  return (
    isRecord(value) &&
    isPlace(value.index) &&
    typeof value.on === 'boolean' &&
    Array.isArray(value.left) &&
    value.left.every(isPlace)
  );
}
