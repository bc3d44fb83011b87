import * as v from 'valibot';
import type { Pitch, Revision, Variant } from '../../../domain/pitch/pitch';
import type { Take } from '../../../domain/rehearsal/take';
import { recordingChunkRow } from '../rows';
import type { RecordingChunk } from '../schema';
import { decodeBase64, encodeBase64 } from './base64';

/** A piece of a recording as a line holds it. */
export const chunkLineRow = v.object({ ...recordingChunkRow.entries, bytes: v.string() });

/** The piece as a line holds it. */
export function toLineRow(chunk: RecordingChunk): v.InferOutput<typeof chunkLineRow> {
  return { ...chunk, bytes: encodeBase64(new Uint8Array(chunk.bytes)) };
}

/** The piece a line holds, or `null` where its bytes are not base64. */
export function fromLineRow(row: v.InferOutput<typeof chunkLineRow>): RecordingChunk | null {
  const bytes = decodeBase64(row.bytes);
  return bytes && { ...row, bytes: bytes.buffer };
}

/**
 * Rows that have been let in so far, to tell whether the next one belongs to any of them. Each method answers the
 * field that points nowhere, or `null` where all is well.
 */
export interface Belonging {
  pitch(pitch: Pitch): null;
  variant(variant: Variant): 'pitchId' | null;
  revision(revision: Revision): 'variantId' | null;
  take(take: Take): 'variantId' | 'revisionId' | null;
  /** A preparation or a recall. */
  memory(row: { variantId: string }): 'variantId' | null;
  chunk(chunk: { takeId: string }): 'takeId' | null;
}

export function trackBelonging(): Belonging {
  const pitches = new Set<string>();
  const variants = new Set<string>();
  const variantOfRevision = new Map<string, string>();
  const takes = new Set<string>();
  return {
    pitch: ({ id }) => {
      pitches.add(id);
      return null;
    },
    variant: ({ id, pitchId }) => {
      if (!pitches.has(pitchId)) return 'pitchId';
      variants.add(id);
      return null;
    },
    revision: ({ id, variantId }) => {
      if (!variants.has(variantId)) return 'variantId';
      variantOfRevision.set(id, variantId);
      return null;
    },
    take: ({ id, variantId, revisionId }) => {
      if (!variants.has(variantId)) return 'variantId';
      // A take was spoken from a state of its own variant's script.
      if (variantOfRevision.get(revisionId) !== variantId) return 'revisionId';
      takes.add(id);
      return null;
    },
    memory: ({ variantId }) => (variants.has(variantId) ? null : 'variantId'),
    chunk: ({ takeId }) => (takes.has(takeId) ? null : 'takeId'),
  };
}
