import type { Stretch } from '../delivery/detect-speech';
import { findMutedStretches } from '../prosody/muted-stretches';
import type { VoiceTrace } from '../prosody/voice-trace';
import type { RecordingGaps } from './device-gaps';

/** The log's gaps and those that the sound alone shows. */
export interface HeardGaps extends RecordingGaps {
  /** Of `silent`, what no device told of. */
  unheard: Stretch[];
}

/** How far from where the log has it a gap may be in the recording, ms: recorders begin and resume late. */
const GAP_EDGE_MS = 200;

/** Whether a gap of the recording touches a stretch of it. */
export function overlapsGap(stretch: Stretch, gap: Stretch): boolean {
  return stretch.startMs < gap.endMs + GAP_EDGE_MS && gap.startMs - GAP_EDGE_MS < stretch.endMs;
}

/** Adds the silences of a microphone that told of none to those that its take's log tells of. */
export function addUnheard(gaps: RecordingGaps, { levelDb }: Pick<VoiceTrace, 'levelDb'>): HeardGaps {
  const unheard = findMutedStretches(levelDb).filter(
    (stretch) => !gaps.silent.some((gap) => overlapsGap(stretch, gap)),
  );
  const silent = [...gaps.silent, ...unheard].sort((one, other) => one.startMs - other.startMs);
  return { ...gaps, silent, unheard };
}
