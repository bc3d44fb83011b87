import type { Pitch, Variant } from '../../../domain/pitch/pitch';
import { startFile } from './backup-parts';

/**
 * A backup of one variant with its pitch, for whoever it is handed to: the import reads it like any other. What only
 * concerns its writer stays behind: where the script came from, what was dismissed.
 */
export function writeVariantFile(pitch: Pitch, variant: Variant, exportedAt: number): Blob {
  return startFile(
    exportedAt,
    [
      { store: 'pitches', row: { ...pitch, example: false } },
      { store: 'variants', row: { ...variant, madeFrom: null, dismissedFindings: [] } },
    ],
    0,
  ).finish();
}
