import { alignPassage } from './align-passage';
import type { Emissions, FoundPassage } from './find-passages';
import type { SentenceChain } from './sentence-chain';
import { FIRST_STATE, STATES } from './sound-classes';
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
}

/** Usual length of a closure after silence, frames: those of k, t, p at the start of phrases in the training texts. */
const CLOSURE_FRAMES = 6;

/** Follows a passage frame by frame; its sounds are added to `heard`. */
export function hearPassage(
  passage: FoundPassage,
  chain: SentenceChain,
  emissions: Emissions,
  { best }: Likelihoods,
  features: SoundFeatures,
  heard: SoundSums,
): HeardPassage {
  const path = alignPassage(emissions, chain, passage) ?? new Int32Array(0);
  const spans: HeardPassage['spans'] = [];
  const silences: FrameRange[] = [];
  let misfit = 0;
  let speechFrames = 0;
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
    addFrame(heard, features, t, sound);
    misfit += (best[t] as number) - (emissions.logs[t * emissions.width + sound] as number);
    speechFrames++;
  });
  for (const silence of silences) {
    const missing = missingClosure(path, silence.endFrame - passage.startFrame, chain);
    silence.endFrame -= Math.min(missing, (silence.endFrame - silence.startFrame) >> 1);
  }
  const silenceBefore = passage.startFrame - passage.earliestFrame;
  const startFrame = passage.startFrame - Math.min(missingClosure(path, 0, chain), silenceBefore >> 1);
  return { ...passage, startFrame, spans, silences, misfit: misfit / Math.max(1, speechFrames) };
}

/**
 * Frames by which speech began before frame `i` of a path: a closure (of k, t, p) after silence is as silent as what
 * comes before it, so that only its usual length tells where it began.
 */
function missingClosure(path: Int32Array, i: number, chain: SentenceChain): number {
  const node = path[i];
  if (node === undefined || chain.sounds[node] !== FIRST_STATE.q) return 0;
  let heard = 0;
  while (path[i + heard] === node) heard++;
  return Math.max(0, CLOSURE_FRAMES - heard);
}
