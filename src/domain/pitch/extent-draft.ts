import { type CharacterTarget, characterTarget } from '../timing/character-target';
import { type Extent, FIRST_MESSAGE_TARGET } from './occasion';
import type { Medium } from './pitch';
import { isTimeBudget } from './time-budget';

/** A range of characters as typed. */
interface TypedRange {
  min: string;
  max: string;
}

/** An extent while a person fills it in: the words of its fields. */
export interface ExtentDraft {
  medium: Medium;
  minutes: string;
  seconds: string;
  /** A range of the person's own for what is spoken; `null` where it follows from the time. */
  ownRange: TypedRange | null;
  /** The range for what is read, which no time gives. */
  readRange: TypedRange;
  /** The time budget it began with, kept where the text is read. */
  initialBudget: number;
}

export type ExtentMistake = 'time' | 'characters';

/** Longest range of characters that can be asked for: about the longest time budget at twice the usual pace. */
const MOST_CHARACTERS = 20_000;

const asTyped = ({ min, max }: CharacterTarget): TypedRange => ({ min: String(min), max: String(max) });

export function draftExtent({ medium, timeBudget, characterTarget: own }: Extent): ExtentDraft {
  const written = medium === 'written';
  const seconds = timeBudget % 60;
  return {
    medium,
    minutes: timeBudget < 60 ? '' : String(Math.floor(timeBudget / 60)),
    seconds: seconds === 0 ? '' : String(seconds),
    ownRange: own && !written ? asTyped(own) : null,
    readRange: asTyped((written && own) || FIRST_MESSAGE_TARGET),
    initialBudget: timeBudget,
  };
}

/** A whole number as an input method may leave it, in wide figures too; an empty field is nought, other words NaN. */
function wholeNumber(words: string): number {
  const number = Number(words.normalize('NFKC').trim());
  return Number.isInteger(number) && number >= 0 ? number : Number.NaN;
}

/** Seconds, or `null` where they cannot be a time budget. */
function readTime({ minutes, seconds }: ExtentDraft): number | null {
  const timeBudget = wholeNumber(minutes) * 60 + wholeNumber(seconds);
  return isTimeBudget(timeBudget) ? timeBudget : null;
}

/** The range the fields show: typed, or what follows from the time; empty where there is no time to follow from. */
export function shownRange(draft: ExtentDraft, setting: CharacterTarget): TypedRange {
  if (draft.medium === 'written') return draft.readRange;
  const timeBudget = readTime(draft);
  if (draft.ownRange) return draft.ownRange;
  return timeBudget === null ? { min: '', max: '' } : asTyped(characterTarget(timeBudget, setting));
}

/** The extent that is filled in, or what of it cannot be meant. `setting` is the target for a minute. */
export function readExtent(
  draft: ExtentDraft,
  setting: CharacterTarget,
): { ok: true; extent: Extent } | { ok: false; mistakes: ExtentMistake[] } {
  const written = draft.medium === 'written';
  const timeBudget = written ? draft.initialBudget : readTime(draft);
  const typed = written ? draft.readRange : draft.ownRange;
  const range = typed && { min: wholeNumber(typed.min), max: wholeNumber(typed.max) };
  const possible = !range || (range.min >= 1 && range.min <= range.max && range.max <= MOST_CHARACTERS);
  if (timeBudget === null || !possible) {
    const mistakes: ExtentMistake[] = timeBudget === null ? ['time'] : [];
    return { ok: false, mistakes: possible ? mistakes : [...mistakes, 'characters'] };
  }
  const follows = characterTarget(timeBudget, setting);
  const own = !written && range?.min === follows.min && range.max === follows.max ? null : range;
  return { ok: true, extent: { medium: draft.medium, timeBudget, characterTarget: own } };
}
