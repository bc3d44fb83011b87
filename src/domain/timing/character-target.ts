/** A range of characters, both ends included. */
export interface CharacterTarget {
  min: number;
  max: number;
}

/** The time budget the setting speaks of, in seconds. */
const SETTING_SECONDS = 60;

/**
 * 300–350 characters a minute: the pace several Japanese speaking guides give for a self-introduction (news about 300,
 * brisk 350). Sources differ, so it is a setting.
 */
export const DEFAULT_CHARACTER_TARGET: CharacterTarget = { min: 300, max: 350 };

/** The range of characters (目標文字数) a variant is held to: its own, or what follows from its time budget. */
export function characterTargetOf(
  variant: { timeBudget: number; characterTarget: CharacterTarget | null },
  setting?: CharacterTarget,
): CharacterTarget {
  return variant.characterTarget ?? characterTarget(variant.timeBudget, setting);
}

/** The range of characters (目標文字数) for a time budget in seconds, in proportion to the setting for 60 s. */
export function characterTarget(
  timeBudget: number,
  setting: CharacterTarget = DEFAULT_CHARACTER_TARGET,
): CharacterTarget {
  const share = timeBudget / SETTING_SECONDS;
  return { min: Math.round(setting.min * share), max: Math.round(setting.max * share) };
}
