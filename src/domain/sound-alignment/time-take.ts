import { FRAME_MS, type MeasureSpectrum, measureBandLevels } from '../delivery/band-levels';
import {
  detectPauses,
  detectSpeech,
  type SpeechDetection,
  type Stretch,
  stretchesOf,
} from '../delivery/detect-speech';
import { alignByDuration, type LikelyPassage } from './align-by-duration';
import { adaptToVoice, alignBySound, type SoundAlignment } from './align-by-sound';
import { confidencesByDuration, confidencesBySound } from './confidence';
import type { HeardPassage } from './hear-passage';
import { placeUnrecognised } from './place-unrecognised';
import type { SentenceReading } from './sentence-reading';
import { isVoiced } from './sound-classes';
import type { SoundModel, SoundSums } from './sound-model';

/** Version of the method: stored timings of another version are to be computed again. */
export const TIMING_VERSION = 4;

/** One saying of one sentence. */
export interface Passage extends Stretch {
  /** Index of the sentence in the script. */
  sentence: number;
  /** False where the take ended before the sentence did. */
  whole: boolean;
  /** Probability that it begins within `RIGHT_WITHIN_MS` of `startMs` (see confidence.ts). */
  confidence: number;
  /** When each span of the sentence's reading was said; empty where only lengths are known. */
  spans: { span: number; startMs: number; endMs: number }[];
}

/** When what was said, from the sound of a take alone. Times are ms since the first sample. */
export interface TakeTiming {
  version: typeof TIMING_VERSION;
  /** `sound`: the sentences were recognised; `duration`: only lengths and pauses were compared. */
  method: 'sound' | 'duration';
  /** Mean over the passages: the share of them whose start is expected to be right. 0 without any. */
  confidence: number;
  /** Speech to noise, dB. */
  snrDb: number;
  durationMs: number;
  /** In the order they were said. A sentence said again has several. */
  passages: Passage[];
  /** Sentences with something to say that were not said, in order. */
  omitted: number[];
  /** Speech, whether scripted or not. */
  speech: Stretch[];
  /** Silences of at least 200 ms between stretches of speech. */
  pauses: Stretch[];
  /** Speech that belongs to no sentence: fillers, remarks. */
  otherSpeech: Stretch[];
}

export interface TimingMeans {
  model: SoundModel;
  measureSpectrum: MeasureSpectrum;
  /** What earlier takes told about this person's voice. */
  voice?: SoundSums | undefined;
  /** Compares lengths and pauses alone, whatever the sound is like. */
  byDurationOnly?: boolean;
  /** Told the share of the work done, 0–1. */
  onProgress?: (share: number) => void;
}

/** What a take tells, and what it told about the voice. */
export interface TimedTake {
  timing: TakeTiming;
  /** For `TimingMeans.voice` of later takes by the same person; `null` where the sound could not be used. */
  heard: SoundSums | null;
}

/** With less speech than this over the room, dB, sounds are told wrong more often than lengths. */
const LEAST_SNR_DB = 3;
/**
 * Misfit of most passages (see `HeardPassage`) beyond which this is not the script, and how much more is allowed per dB
 * that speech stands less than 25 dB above the room: own scripts reach 0.9 in a quiet room and 2.0 at 10 dB of white
 * noise, others begin at 2.2 and 2.8.
 */
const MOST_TYPICAL_MISFIT = 1.9;
const MORE_MISFIT_PER_DB = 0.05;
const LITTLE_NOISE_DB = 25;
/** Share of the script's sentences to be found at least; with fewer, the take is a part or the sound misleads. */
const LEAST_SHARE_FOUND = 0.3;
/** A passage that fits this badly is other speech after all, absolutely and as a multiple of the take's median. */
const MOST_MISFIT = 2.8;
const MOST_MISFIT_RATIO = 2.2;
/** How much worse one saying of a sentence may fit than another, as a multiple and beyond. */
const MOST_TWIN_RATIO = 1.4;
const MOST_TWIN_DIFFERENCE = 0.3;
/** Of speech outside sentences, the share of frames with a voice in them: breaths have none. */
const LEAST_VOICED_SHARE = 0.3;

/**
 * Times a take: `samples` at `ANALYSIS_HZ`, mono, and a reading for each sentence of the script. Sentences are found
 * by their sound; where it fits too badly, by their lengths and the pauses.
 */
export function timeTake(
  samples: Float32Array | Float64Array,
  readings: readonly SentenceReading[],
  { model, measureSpectrum, voice, byDurationOnly = false, onProgress = () => {} }: TimingMeans,
): TimedTake {
  const levels = measureBandLevels(samples, measureSpectrum);
  onProgress(0.1);
  const detection = detectSpeech(levels);
  const durationMs = levels.frames * FRAME_MS;
  if (byDurationOnly) return { timing: timingByDuration(detection, readings, durationMs), heard: null };
  const general = voice ? adaptToVoice(model, voice) : model;
  const bySound = alignBySound(detection, readings, general, (share) => onProgress(0.1 + 0.9 * share));
  if (isUsable(bySound, detection, readings)) {
    return { timing: timingBySound(bySound, detection, readings, durationMs), heard: bySound.heard };
  }
  return { timing: timingByDuration(detection, readings, durationMs), heard: null };
}

function mostTypicalMisfit(snrDb: number): number {
  return MOST_TYPICAL_MISFIT + MORE_MISFIT_PER_DB * Math.max(0, LITTLE_NOISE_DB - snrDb);
}

/** Whether the sound tells enough of this script; else only lengths and pauses are left. */
export function isUsable(
  { passages, typicalMisfit }: SoundAlignment,
  { snrDb }: SpeechDetection,
  readings: readonly SentenceReading[],
): boolean {
  const sayable = readings.filter((reading) => reading.morae > 0).length;
  return (
    snrDb >= LEAST_SNR_DB &&
    passages.length >= LEAST_SHARE_FOUND * sayable &&
    typicalMisfit <= mostTypicalMisfit(snrDb)
  );
}

/**
 * Other speech is at times taken for a sentence, badly. What fits badly by any measure is none; nor is it the sentence's
 * second saying when the other fits so much better.
 */
export function passagesOfScript({
  passages,
  typicalMisfit,
}: Pick<SoundAlignment, 'passages' | 'typicalMisfit'>): HeardPassage[] {
  return passages.filter(({ sentence, misfit }) => {
    const twins = passages.filter((other) => other.sentence === sentence).map((other) => other.misfit);
    return (
      misfit <= Math.max(MOST_MISFIT, MOST_MISFIT_RATIO * typicalMisfit) &&
      misfit <= Math.min(...twins) * MOST_TWIN_RATIO + MOST_TWIN_DIFFERENCE
    );
  });
}

function omittedOf(
  readings: readonly SentenceReading[],
  passages: readonly { sentence: number }[],
): number[] {
  const said = new Set(passages.map((passage) => passage.sentence));
  return readings.flatMap(({ morae }, sentence) => (morae > 0 && !said.has(sentence) ? [sentence] : []));
}

function timingBySound(
  result: SoundAlignment,
  detection: SpeechDetection,
  readings: readonly SentenceReading[],
  durationMs: number,
): TakeTiming {
  const kept = passagesOfScript(result);
  const scripted = new Uint8Array(detection.speechFrames.length);
  const inPassage = new Uint8Array(scripted.length);
  for (const { startFrame, endFrame, silences } of kept) {
    inPassage.fill(1, startFrame, endFrame);
    scripted.fill(1, startFrame, endFrame);
    for (const silence of silences) scripted.fill(0, silence.startFrame, silence.endFrame);
  }
  const between = detection.speechFrames.map((speaks, t) => (inPassage[t] === 1 ? 0 : speaks));
  const all = scripted.slice();
  const otherSpeech: Stretch[] = [];
  for (const stretch of stretchesOf(between)) {
    const from = stretch.startMs / FRAME_MS;
    const to = stretch.endMs / FRAME_MS;
    let voiced = 0;
    for (let t = from; t < to; t++) if (isVoiced(result.bestState[t] as number)) voiced++;
    // Breaths and clicks are no speech. The edges of a sentence are known better from its sounds than from its level.
    if (voiced < LEAST_VOICED_SHARE * (to - from)) continue;
    const touches = inPassage[from - 1] === 1 || inPassage[to] === 1;
    if (touches && to - from <= WIDEST_EDGE_FRAMES) continue;
    all.fill(1, from, to);
    otherSpeech.push(stretch);
  }
  const confidences = confidencesBySound(kept, result, detection);
  const recognised = kept.map((passage, i) => ({
    sentence: passage.sentence,
    startMs: passage.startFrame * FRAME_MS,
    endMs: passage.endFrame * FRAME_MS,
    whole: passage.whole,
    confidence: confidences[i] as number,
    spans: passage.spans.map(({ span, startFrame, endFrame }) => ({
      span,
      startMs: startFrame * FRAME_MS,
      endMs: endFrame * FRAME_MS,
    })),
  }));
  const placed = placeUnrecognised(recognised, otherSpeech, readings);
  const passages = [...recognised, ...placed.map((passage) => unrecognised(passage, PLACED_CONFIDENCE))].sort(
    (a, b) => a.startMs - b.startMs,
  );
  const inPlaced = new Set(placed.flatMap(({ stretches }) => stretches));
  const speech = stretchesOf(all);
  return {
    version: TIMING_VERSION,
    method: 'sound',
    confidence: meanConfidence(passages),
    snrDb: detection.snrDb,
    durationMs,
    passages,
    omitted: omittedOf(readings, passages),
    speech,
    pauses: detectPauses(speech),
    otherSpeech: otherSpeech.filter((stretch) => !inPlaced.has(stretch)),
  };
}

/** A passage of which only the length is known. */
function unrecognised({ sentence, startMs, endMs }: LikelyPassage, confidence: number): Passage {
  return { sentence, startMs, endMs, whole: true, confidence, spans: [] };
}

/**
 * Of sentences placed without having been recognised, 31 of 38 did start within 150 ms (tuning takes held against a
 * script with other words in one sentence).
 */
const PLACED_CONFIDENCE = 0.8;
/** Speech that touches a sentence and is longer than this, 300 ms, is more than its edge. */
const WIDEST_EDGE_FRAMES = 30;

function meanConfidence(passages: readonly Passage[]): number {
  return passages.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, passages.length);
}

function timingByDuration(
  detection: SpeechDetection,
  readings: readonly SentenceReading[],
  durationMs: number,
): TakeTiming {
  const { passages: likely, spread } = alignByDuration(detection.speech, readings);
  const confidences = confidencesByDuration(likely, spread, detection.speech.length);
  const passages = likely.map((passage, i) => unrecognised(passage, confidences[i] as number));
  return {
    version: TIMING_VERSION,
    method: 'duration',
    confidence: meanConfidence(passages),
    snrDb: detection.snrDb,
    durationMs,
    passages,
    omitted: omittedOf(readings, passages),
    speech: detection.speech,
    pauses: detectPauses(detection.speech),
    otherSpeech: [],
  };
}
