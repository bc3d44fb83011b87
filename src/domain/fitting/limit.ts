import type { Extent } from '../pitch/occasion';
import { type CharacterTarget, characterTargetOf } from '../timing/character-target';
import type { WeighedSentence } from './suggest-fitting';

/** What may not be gone beyond: estimated ms where a text is spoken, characters where it is read. */
export interface Limit {
  unit: 'ms' | 'characters';
  most: number;
}

/** The limit that an extent sets; `setting` is the target for a minute. */
export function limitOf(extent: Extent, setting: CharacterTarget): Limit {
  return extent.medium === 'spoken'
    ? { unit: 'ms', most: extent.timeBudget * 1000 }
    : { unit: 'characters', most: characterTargetOf(extent, setting).max };
}

/** What each clause of a sentence takes of the limit. */
export function clauseCosts(sentence: WeighedSentence, unit: Limit['unit']): readonly number[] {
  return unit === 'ms' ? sentence.clauseMs : sentence.clauseCharacters;
}
