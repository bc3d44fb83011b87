import type { Element } from '../coverage/element';
import type { CharacterTarget } from '../timing/character-target';

/** What is being introduced; holds variants. Times are epoch ms; `position` orders pitches, ascending. */
export interface Pitch {
  id: string;
  title: string;
  position: number;
  createdAt: number;
  /** Set on the worked example of a first visit. */
  example: boolean;
  /** Epoch ms of deletion; kept until it can no longer be undone. */
  deletedAt: number | null;
}

/** How a variant reaches its audience: said against the clock, or sent as a text that is read. */
export const MEDIUMS = ['spoken', 'written'] as const;
export type Medium = (typeof MEDIUMS)[number];

/** The pitch's text for one audience and one time budget. */
export interface Variant {
  id: string;
  pitchId: string;
  title: string;
  audience: string;
  medium: Medium;
  /** Seconds allowed; of no meaning where the text is read. */
  timeBudget: number;
  /** Characters asked for where they do not follow from the time budget. */
  characterTarget: CharacterTarget | null;
  script: string;
  overrules: LabelOverrule[];
  /** Keys of the findings the person has dismissed for this variant. */
  dismissedFindings: string[];
  /** The variant whose script this one began with. */
  madeFrom: string | null;
  position: number;
  createdAt: number;
  updatedAt: number;
  /** Raised by one at every save; a save that expects another value is a conflict, never an overwrite. */
  saveCount: number;
  deletedAt: number | null;
}

/** What a person says of a variant beside its script. */
export type VariantDetails = Pick<
  Variant,
  'title' | 'audience' | 'medium' | 'timeBudget' | 'characterTarget'
>;

/** The details alone, of whatever holds more than them. */
export function detailsOf({
  title,
  audience,
  medium,
  timeBudget,
  characterTarget,
}: VariantDetails): VariantDetails {
  return { title, audience, medium, timeBudget, characterTarget };
}

/** A minute to say it in, as at most meetings, and nothing decided yet. */
export const NEW_VARIANT_DETAILS: VariantDetails = {
  title: '',
  audience: '',
  medium: 'spoken',
  timeBudget: 60,
  characterTarget: null,
};

/** A person's word against the label of one sentence, held to the sentence by its text. */
export interface LabelOverrule {
  sentenceText: string;
  element: Element;
  carries: boolean;
}

/** A state of the script worth keeping: one a take was spoken from, or one that a change took the place of. */
export interface Revision {
  id: string;
  variantId: string;
  script: string;
  keptAt: number;
}
