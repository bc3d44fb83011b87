import { type CharacterTarget, characterTarget, characterTargetOf } from '../timing/character-target';
import type { Variant } from './pitch';

/** In which way a variant reaches its audience, and how long it may be. */
export type Extent = Pick<Variant, 'medium' | 'timeBudget' | 'characterTarget'>;

/** A real occasion (場面) with what it allows: what a new variant is filled in from, never what one is bound to. */
export interface Occasion extends Extent {
  id: string;
  name: string;
}

/**
 * Characters of a first message that is read on a phone: about the part of a conversation that is seen without
 * scrolling, some ten lines of ten to twenty characters. A judgement; no guide or limit that all networks share was
 * found.
 */
export const FIRST_MESSAGE_TARGET: CharacterTarget = { min: 100, max: 200 };

/** Time budget (seconds) of what is read, should it be spoken one day. */
const UNUSED_BUDGET = 60;

const BUILT_IN_OCCASIONS = [
  'networking',
  'morning-meeting',
  'business-cards',
  'main-presentation',
  'one-to-one',
  'first-message',
] as const;
export type BuiltInOccasion = (typeof BUILT_IN_OCCASIONS)[number];

/**
 * The occasions one begins with. A talk of five to ten minutes has the longer time as its budget, since that is what
 * must not be overrun, and the characters of the shorter up to those of the longer as its target. `setting` is the
 * target for a minute.
 */
export function builtInOccasions(
  names: Record<BuiltInOccasion, string>,
  setting: CharacterTarget,
): Occasion[] {
  const spoken = (timeBudget: number, own: CharacterTarget | null = null): Extent => ({
    medium: 'spoken',
    timeBudget,
    characterTarget: own,
  });
  const fiveToTen = { min: characterTarget(300, setting).min, max: characterTarget(600, setting).max };
  const extents: Record<BuiltInOccasion, Extent> = {
    networking: spoken(60),
    'morning-meeting': spoken(40),
    'business-cards': spoken(15),
    'main-presentation': spoken(300),
    'one-to-one': spoken(600, fiveToTen),
    'first-message': {
      medium: 'written',
      timeBudget: UNUSED_BUDGET,
      characterTarget: FIRST_MESSAGE_TARGET,
    },
  };
  return BUILT_IN_OCCASIONS.map((id) => ({ id, name: names[id], ...extents[id] }));
}

/** Whether two allow the same: the medium, the characters, and where it is spoken the time. */
export function sameExtent(a: Extent, b: Extent, setting: CharacterTarget): boolean {
  const [one, other] = [characterTargetOf(a, setting), characterTargetOf(b, setting)];
  return (
    a.medium === b.medium &&
    (a.medium === 'written' || a.timeBudget === b.timeBudget) &&
    one.min === other.min &&
    one.max === other.max
  );
}

/** The list with the occasion in the place of the one with its id, or at its end. */
export function putOccasion(list: readonly Occasion[], occasion: Occasion): Occasion[] {
  const known = list.some((other) => other.id === occasion.id);
  return known ? list.map((other) => (other.id === occasion.id ? occasion : other)) : [...list, occasion];
}

/** The list with one moved up (-1) or down (+1); as it is at the edge. */
export function moveOccasion(list: readonly Occasion[], id: string, direction: -1 | 1): Occasion[] {
  const from = list.findIndex((occasion) => occasion.id === id);
  const to = from + direction;
  const moved = list[from];
  if (!moved || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** The list with one that was removed back at its place, or at the end of a list that has become shorter. */
export function restoreOccasion(list: readonly Occasion[], occasion: Occasion, place: number): Occasion[] {
  if (list.some((other) => other.id === occasion.id)) return [...list];
  return list.toSpliced(place, 0, occasion);
}
