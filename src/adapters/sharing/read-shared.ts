import * as v from 'valibot';
import { MEDIUMS } from '../../domain/pitch/pitch';
import { decodePayload } from '../../domain/sharing/link-payload';
import { readMarks } from '../../domain/sharing/overrule-marks';
import {
  type LinkError,
  LONGEST_NAME,
  LONGEST_SCRIPT,
  type SharedVariant,
} from '../../domain/sharing/shared-variant';

const name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
/** A day, as for what is stored: whatever could be kept there can be handed on. */
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(86_400));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const sharedContent = v.pipe(
  v.strictTuple([
    name,
    name,
    name,
    v.picklist(MEDIUMS),
    seconds,
    v.nullable(v.strictTuple([count, count])),
    v.pipe(v.string(), v.maxLength(LONGEST_SCRIPT)),
    v.optional(v.array(v.strictTuple([count, count, count])), []),
  ]),
  v.transform(([title, pitchTitle, audience, medium, timeBudget, target, script, marks]) => ({
    title,
    pitchTitle,
    audience,
    medium,
    timeBudget,
    characterTarget: target && { min: target[0], max: target[1] },
    script,
    overrules: readMarks(script, marks),
  })),
);

export type ReadShared = { ok: true; shared: SharedVariant } | { ok: false; error: LinkError };

/** The variant a link's payload carries, checked like everything that comes from outside. Never throws. */
export function readShared(payload: string): ReadShared {
  const decoded = decodePayload(payload);
  if (!decoded.ok) return decoded;
  const parsed = v.safeParse(sharedContent, decoded.content);
  if (!parsed.success) return { ok: false, error: 'damaged' };
  const { overrules, ...rest } = parsed.output;
  return overrules ? { ok: true, shared: { ...rest, overrules } } : { ok: false, error: 'damaged' };
}
