import type { BandLevels } from '../delivery/band-levels';
import type { SpeechDetection } from '../delivery/detect-speech';
import { alignPassage } from './align-passage';
import { type Emissions, type FoundPassage, findPassages } from './find-passages';
import { ANY_SPEECH, buildSentenceChain, type SentenceChain } from './sentence-chain';
import type { SentenceReading } from './sentence-reading';
import { FIRST_STATE, STATES } from './sound-classes';
import { describeSound, type SoundFeatures } from './sound-features';
import {
  adaptSoundModel,
  addFrame,
  createSoundSums,
  type Likelihoods,
  learnSilence,
  measureLikelihoods,
  SILENCE,
  type SoundModel,
  type SoundSums,
} from './sound-model';

/** A passage with what the sound says of it. */
export interface HeardPassage extends FoundPassage {
  /** Frames of each span of the sentence, `[startFrame, endFrame)`; spans not heard are left out. */
  spans: { span: number; startFrame: number; endFrame: number }[];
  /** How much worse, per frame of speech, the script fits than any sounds at all would (ln). */
  misfit: number;
  /** Frames of speech. */
  speechFrames: number;
  /** Silences inside, `[startFrame, endFrame)`. */
  silences: { startFrame: number; endFrame: number }[];
}

export interface SoundAlignmentResult {
  passages: HeardPassage[];
  /** Median misfit of the passages; Infinity without any. */
  typicalMisfit: number;
  /** The misfit from which something is taken for other speech. */
  otherSpeechMisfit: number;
  /** Best state of every frame, whatever was expected there. */
  bestState: Uint8Array;
  /** What the take told about the voice, to begin with next time. */
  heard: SoundSums;
}

export const tuneAlign = {
  misfit0: 5,
  misfitFactor: 2.4,
  misfitMin: 2,
  misfitMax: 9,
  rounds: 3,
  closure: 6,
  meanWeight: 20,
  varianceWeight: 60,
};

/** Where the sentences were said, by sound alone: a first pass with the general model, then ones bent to the voice. */
export function alignBySound(
  levels: BandLevels,
  detection: SpeechDetection,
  readings: readonly SentenceReading[],
  general: SoundModel,
  onProgress: (share: number) => void = () => {},
): SoundAlignmentResult {
  const features = describeSound(levels, detection);
  const silence = learnSilence(features, detection.speechFrames);
  const chains = readings.map((reading) => buildSentenceChain(reading, general));
  let model = general;
  let misfit = tuneAlign.misfit0;
  for (let round = 1; ; round++) {
    const likelihoods = measureLikelihoods(features, model, silence);
    const emissions = withOtherSpeech(likelihoods, misfit);
    const found = findPassages(emissions, chains);
    const sums = createSoundSums();
    const passages = found.map((passage, i) => {
      const whole = i < found.length - 1 || passage.endFrame < emissions.frames;
      return hearPassage(
        passage,
        chains[passage.sentence] as SentenceChain,
        emissions,
        likelihoods,
        features,
        whole,
        sums,
      );
    });
    onProgress(round / tuneAlign.rounds);
    const typical = median(passages.map((passage) => passage.misfit));
    if (round === tuneAlign.rounds)
      return {
        passages,
        typicalMisfit: passages.length > 0 ? typical : Infinity,
        otherSpeechMisfit: misfit,
        bestState: likelihoods.bestState,
        heard: sums,
      };
    model = adaptSoundModel(general, sums, tuneAlign.meanWeight, tuneAlign.varianceWeight);
    if (passages.length > 0)
      misfit = Math.min(tuneAlign.misfitMax, Math.max(tuneAlign.misfitMin, tuneAlign.misfitFactor * typical));
  }
}

/** Other speech fits as the best state does, less a fixed misfit. */
function withOtherSpeech({ frames, logs, best }: Likelihoods, misfit: number): Emissions {
  const width = STATES + 2;
  const all = new Float32Array(frames * width);
  for (let t = 0; t < frames; t++) {
    for (let s = 0; s <= STATES; s++) all[t * width + s] = logs[t * (STATES + 1) + s] as number;
    all[t * width + ANY_SPEECH] = (best[t] as number) - misfit;
  }
  return { frames, width, logs: all };
}

function hearPassage(
  passage: FoundPassage,
  chain: SentenceChain,
  emissions: Emissions,
  { best }: Likelihoods,
  features: SoundFeatures,
  whole: boolean,
  sums: SoundSums,
): HeardPassage {
  const path = alignPassage(emissions, chain, passage, whole) ?? new Int32Array(0);
  const spans: HeardPassage['spans'] = [];
  const silences: HeardPassage['silences'] = [];
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
    addFrame(sums, features, t, sound);
    misfit += (best[t] as number) - (emissions.logs[t * emissions.width + sound] as number);
    speechFrames++;
  });
  const startFrame = Math.max(0, passage.startFrame - missingClosure(path, 0, chain));
  for (const silence of silences) {
    const missing = missingClosure(path, silence.endFrame - passage.startFrame, chain);
    silence.endFrame -= Math.min(missing, (silence.endFrame - silence.startFrame) >> 1);
  }
  return {
    ...passage,
    startFrame,
    spans,
    misfit: misfit / Math.max(1, speechFrames),
    speechFrames,
    silences,
  };
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
  return Math.max(0, tuneAlign.closure - heard);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
