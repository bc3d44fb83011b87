import type { SpeechDetection } from '../delivery/detect-speech';
import { hearEdges } from './drowned-edges';
import { type Emissions, findPassages } from './find-passages';
import { type HeardPassage, hearPassage } from './hear-passage';
import { ANY_SPEECH, buildSentenceChain, type SentenceChain } from './sentence-chain';
import type { SentenceReading } from './sentence-reading';
import { STATES } from './sound-classes';
import { describeSound } from './sound-features';
import { type Likelihoods, learnSilence, measureLikelihoods } from './sound-likelihoods';
import { adaptSoundModel, createSoundSums, type SoundModel, type SoundSums } from './sound-model';

export interface SoundAlignment {
  /** In the order they were said. */
  passages: HeardPassage[];
  /** Median misfit of the passages; Infinity without any. */
  typicalMisfit: number;
  /** Best state of every frame, whatever was expected there. */
  bestState: Uint8Array;
  /** How much better every frame fits that state than silence (ln). */
  overSilence: Float32Array;
  /** What the take told about the voice, to begin with next time. */
  heard: SoundSums;
}

/** Once with the general model, twice with one bent to the voice: a fourth round moves no sentence. */
const ROUNDS = 3;
/**
 * Misfit (see `HeardPassage`) from which speech is taken for none of the script's: at first, and then by the take's own
 * median. Scripts fit at 0.5 (quiet) to 1.5 (10 dB of noise), other speech at 2.2 to 3.2; in the first round, before
 * the model knows the voice, twice that. Too low takes sentences for remarks, too high remarks for sentences. Chosen,
 * as the weights below, on the tuning set of tests/evaluate/make-voices.ts.
 */
const FIRST_OTHER_MISFIT = 5;
const OTHER_MISFIT_RATIO = 2.4;
/** What passing from state to state costs the script, and other speech not, per frame (ln). */
const PASSING = 1;
const LEAST_OTHER_MISFIT = 3;
const MOST_OTHER_MISFIT = 9;
/** How many frames of the take the general model's means and variances are worth. */
const MEAN_WEIGHT = 20;
const VARIANCE_WEIGHT = 60;

/** The general model bent to what was heard of a voice: of this take, or of earlier ones. */
export function adaptToVoice(general: SoundModel, heard: SoundSums): SoundModel {
  return adaptSoundModel(general, heard, MEAN_WEIGHT, VARIANCE_WEIGHT);
}

/**
 * Finds when the sentences were said, by sound alone: with the general model first, then with one bent to the voice
 * by what was found. `onProgress` is told the share of the work done.
 */
export function alignBySound(
  detection: SpeechDetection,
  readings: readonly SentenceReading[],
  general: SoundModel,
  onProgress: (share: number) => void = () => {},
): SoundAlignment {
  const features = describeSound(detection);
  const silence = learnSilence(features, detection.speechFrames);
  const chains = readings.map((reading) => buildSentenceChain(reading, general));
  let model = general;
  let otherMisfit = FIRST_OTHER_MISFIT;
  let pace = 1;
  for (let round = 1; ; round++) {
    const likelihoods = measureLikelihoods(features, model, silence);
    const emissions = withOtherSpeech(likelihoods, otherMisfit);
    const found = findPassages(emissions, chains, round > 1);
    const heard = createSoundSums();
    const edges = hearEdges(model, pace, detection);
    const passages = found.map((passage) =>
      hearPassage(
        passage,
        chains[passage.sentence] as SentenceChain,
        emissions,
        likelihoods,
        features,
        edges,
        heard,
      ),
    );
    const typicalMisfit = passages.length > 0 ? median(passages.map(({ misfit }) => misfit)) : Infinity;
    onProgress(round / ROUNDS);
    if (round === ROUNDS) {
      const { best, bestState, logs } = likelihoods;
      const overSilence = best.map((log, t) => log - (logs[t * (STATES + 1) + STATES] as number));
      return { passages, typicalMisfit, bestState, overSilence, heard };
    }
    model = adaptToVoice(general, heard);
    pace = passages.length > 0 ? median(passages.map((passage) => passage.pace)) : 1;
    if (passages.length > 0) {
      const likely = OTHER_MISFIT_RATIO * typicalMisfit + PASSING;
      otherMisfit = Math.min(MOST_OTHER_MISFIT, Math.max(LEAST_OTHER_MISFIT, likely));
    }
  }
}

/** Other speech fits as the best state does, less a fixed misfit. */
function withOtherSpeech({ frames, logs, best }: Likelihoods, otherMisfit: number): Emissions {
  const width = STATES + 2;
  const all = new Float32Array(frames * width);
  for (let t = 0; t < frames; t++) {
    for (let s = 0; s <= STATES; s++) all[t * width + s] = logs[t * (STATES + 1) + s] as number;
    all[t * width + ANY_SPEECH] = (best[t] as number) - otherMisfit;
  }
  return { frames, width, logs: all };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
