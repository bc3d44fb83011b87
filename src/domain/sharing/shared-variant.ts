import { heldOverrules } from '../coverage/held-overrules';
import { detailsOf, type LabelOverrule, type Pitch, type Variant, type VariantDetails } from '../pitch/pitch';

/**
 * What a link carries of a variant: enough to say or send it and to see what it carries, nothing of who practised it and
 * how, nor of what is no longer in it.
 */
export interface SharedVariant extends VariantDetails {
  pitchTitle: string;
  script: string;
  overrules: LabelOverrule[];
}

/** Longest title or audience, in UTF-16 units; the fields they are typed into take 80. */
export const LONGEST_NAME = 200;
/** Longest script, in UTF-16 units: an hour's talk. A link that short can say it, a link made to do harm no more. */
export const LONGEST_SCRIPT = 20_000;

export function sharedVariantOf(pitch: Pitch, variant: Variant): SharedVariant {
  const { script } = variant;
  return {
    ...detailsOf(variant),
    pitchTitle: pitch.title,
    script,
    overrules: heldOverrules(script, variant.overrules),
  };
}

/**
 * Why a link gives no variant.
 * - `truncated`: its end is missing, as after a program that cuts long messages
 * - `damaged`: it is not what was handed out
 * - `newer-version`: made by a newer version of the app
 * - `not-a-link`: never was one
 */
export const LINK_ERRORS = ['truncated', 'damaged', 'newer-version', 'not-a-link'] as const;
export type LinkError = (typeof LINK_ERRORS)[number];
