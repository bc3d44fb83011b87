import { heldOverrules } from '../../../domain/coverage/held-overrules';
import type { Pitch, Variant } from '../../../domain/pitch/pitch';
import { startFile } from './backup-parts';

/**
 * A backup of one variant with its pitch, for whoever it is handed to: the import reads it like any other. What only
 * concerns its writer stays behind: where the script came from, what was dismissed, what was said of sentences that are
 * gone.
 */
export function writeVariantFile(pitch: Pitch, variant: Variant, exportedAt: number): Blob {
  const overrules = heldOverrules(variant.script, variant.overrules);
  return startFile(
    exportedAt,
    [
      { store: 'pitches', row: { ...pitch, example: false } },
      { store: 'variants', row: { ...variant, overrules, madeFrom: null, dismissedFindings: [] } },
    ],
    0,
  ).finish();
}
