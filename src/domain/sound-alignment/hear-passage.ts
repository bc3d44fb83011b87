import { alignPassage } from './align-passage';
import { drownedFrames, type EdgeHearing } from './drowned-edges';
import type { Emissions, FoundPassage } from './find-passages';
import type { SentenceChain } from './sentence-chain';
import { STATES } from './sound-classes';
import type { SoundFeatures } from './sound-features';
import type { Likelihoods } from './sound-likelihoods';
import { addFrame, SILENCE, type SoundSums } from './sound-model';

/** Frames, `[startFrame, endFrame)`. */
export interface FrameRange {
  startFrame: number;
  endFrame: number;
}

/** A passage with what the sound says of it. */
export interface HeardPassage extends FoundPassage {
  /** When each span of the sentence was said; those not heard are left out. */
  spans: (FrameRange & { span: number })[];
  /** Silences inside. */
  silences: FrameRange[];
  /** How much worse, per frame of speech, the script fits than whatever sounds fit best (ln). */
  misfit: number;
  /** Length of its sounds as a multiple of the model's. */
  pace: number;
}

/** Follows a passage frame by frame; its sounds are added to `heard`. */
export function hearPassage(
  passage: FoundPassage,
  chain: SentenceChain,
  emissions: Emissions,
  { best }: Likelihoods,
  features: SoundFeatures,
  edges: EdgeHearing,
  heard: SoundSums,
): HeardPassage {
  const path = alignPassage(emissions, chain, passage) ?? new Int32Array(0);
  const spans: HeardPassage['spans'] = [];
  const silences: FrameRange[] = [];
  let misfit = 0;
  let speechFrames = 0;
  let usualFrames = 0;
  path.forEach((node, i) => {
    const t = passage.startFrame + i;
    const sound = chain.sounds[node] as number;
    const span = chain.span[node] as number;
    if (sound === SILENCE) {
      const last = silences.at(-1);
      if (last?.endFrame === t) last.endFrame = t + 1;
      else silences.push({ startFrame: t, endFrame: t + 1 });
      return;
    }
    if (span >= 0) {
      const last = spans.at(-1);
      if (last?.span === span) last.endFrame = t + 1;
      else spans.push({ span, startFrame: t, endFrame: t + 1 });
    }
    if (sound >= STATES) return;
    // Silence taken for the end of a word would teach the model that words are silent.
    const row = t * emissions.width;
    if ((emissions.logs[row + sound] as number) > (emissions.logs[row + SILENCE] as number))
      addFrame(heard, features, t, sound);
    misfit += (best[t] as number) - (emissions.logs[t * emissions.width + sound] as number);
    speechFrames++;
    if (path[i - 1] !== node) usualFrames += edges.lengths[sound] as number;
  });
  for (const silence of silences) {
    const after = drownedFrames(path, silence.endFrame - passage.startFrame, 1, chain, edges);
    const before = drownedFrames(path, silence.startFrame - 1 - passage.startFrame, -1, chain, edges);
    const half = (silence.endFrame - silence.startFrame) >> 1;
    silence.startFrame += Math.min(before, half);
    silence.endFrame -= Math.min(after, half);
  }
  const drownedBefore = drownedFrames(path, 0, 1, chain, edges);
  const drownedAfter = passage.whole ? drownedFrames(path, path.length - 1, -1, chain, edges) : 0;
  const startFrame =
    passage.startFrame - Math.min(drownedBefore, (passage.startFrame - passage.earliestFrame) >> 1);
  const endFrame = passage.endFrame + Math.min(drownedAfter, (passage.latestFrame - passage.endFrame) >> 1);
  // The first and last words reach as far as the sentence does.
  const first = spans[0];
  if (first?.startFrame === passage.startFrame) first.startFrame = startFrame;
  const last = spans.at(-1);
  if (last?.endFrame === passage.endFrame) last.endFrame = Math.max(last.startFrame + 1, endFrame);
  return {
    ...passage,
    startFrame,
    endFrame,
    spans,
    silences,
    misfit: misfit / Math.max(1, speechFrames),
    pace: speechFrames / Math.max(1, usualFrames),
  };
}
