/** A range of characters, both ends included. */
export interface CharacterTarget {
  min: number;
  max: number;
}

/**
 * 目標文字数 for a time budget in seconds: the setting holds for 60 s (300–350 by default), other budgets scale in
 * proportion, rounded to whole characters.
 */
export function characterTarget(timeBudget: number, perMinute: CharacterTarget): CharacterTarget {
  return {
    min: Math.round((perMinute.min * timeBudget) / 60),
    max: Math.round((perMinute.max * timeBudget) / 60),
  };
}
