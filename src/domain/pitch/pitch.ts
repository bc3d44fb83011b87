import type { Element } from '../coverage/element';

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

/** The pitch's text for one audience and one time budget. */
export interface Variant {
  id: string;
  pitchId: string;
  title: string;
  audience: string;
  /** Seconds allowed. */
  timeBudget: number;
  script: string;
  overrules: LabelOverrule[];
  /** Keys of the findings the person has dismissed for this variant. */
  dismissedFindings: string[];
  position: number;
  createdAt: number;
  updatedAt: number;
  /** Raised by one at every save; a save that expects another value is a conflict, never an overwrite. */
  saveCount: number;
  deletedAt: number | null;
}

/** What a person says of a variant beside its script. */
export type VariantDetails = Pick<Variant, 'title' | 'audience' | 'timeBudget'>;

/** A person's word against the label of one sentence, held to the sentence by its text. */
export interface LabelOverrule {
  sentenceText: string;
  element: Element;
  carries: boolean;
}

/** A state of the script worth keeping: the one a take was spoken from. */
export interface Revision {
  id: string;
  variantId: string;
  script: string;
  keptAt: number;
}
