import { FRAME_MS, type MeasureSpectrum, measureBandLevels } from '../delivery/band-levels';
import {
  detectPauses,
  detectSpeech,
  type SpeechDetection,
  type Stretch,
  stretchesOf,
} from '../delivery/detect-speech';
import { alignByDuration } from './align-by-duration';
import { adaptToVoice, alignBySound, type SoundAlignment } from './align-by-sound';
import type { HeardPassage } from './hear-passage';
import type { SentenceReading } from './sentence-reading';
import { isVoiced } from './sound-classes';
import type { SoundModel, SoundSums } from './sound-model';

/** Version of the method: stored timings of another version are to be computed again. */
export const TIMING_VERSION = 3;

/** One saying of one sentence. */
export interface Passage extends Stretch {
  /** Index of the sentence in the script. */
  sentence: number;
  /** False where the take ended before the sentence did. */
  whole: boolean;
  /** 0–1: how well the sound fits the sentence. */
  confidence: number;
  /** When each span of the sentence's reading was said; empty where only lengths are known. */
  spans: { span: number; startMs: number; endMs: number }[];
}

/** When what was said, from the sound of a take alone. Times are ms since the first sample. */
export interface TakeTiming {
  version: typeof TIMING_VERSION;
  /** `sound`: the sentences were recognised; `duration`: only lengths and pauses were compared. */
  method: 'sound' | 'duration';
  /** 0–1, over all passages. */
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
/** Misfit at which a passage is certain, and how far beyond the most of a usable take it is worthless. */
const CERTAIN_MISFIT = 0.8;
const WORTHLESS_BEYOND = 0.7;
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

function isUsable(
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
function isOfScript(
  { sentence, misfit }: HeardPassage,
  { passages, typicalMisfit }: SoundAlignment,
): boolean {
  const twins = passages.filter((other) => other.sentence === sentence).map((other) => other.misfit);
  return (
    misfit <= Math.max(MOST_MISFIT, MOST_MISFIT_RATIO * typicalMisfit) &&
    misfit <= Math.min(...twins) * MOST_TWIN_RATIO + MOST_TWIN_DIFFERENCE
  );
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
  const kept = result.passages.filter((passage) => isOfScript(passage, result));
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
  const passages = kept.map((passage) => ({
    sentence: passage.sentence,
    startMs: passage.startFrame * FRAME_MS,
    endMs: passage.endFrame * FRAME_MS,
    whole: passage.whole,
    confidence: confidenceOf(passage.misfit, detection.snrDb),
    spans: passage.spans.map(({ span, startFrame, endFrame }) => ({
      span,
      startMs: startFrame * FRAME_MS,
      endMs: endFrame * FRAME_MS,
    })),
  }));
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
    otherSpeech,
  };
}

/** Speech that touches a sentence and is longer than this, 300 ms, is more than its edge. */
const WIDEST_EDGE_FRAMES = 30;

function confidenceOf(misfit: number, snrDb: number): number {
  const worthless = mostTypicalMisfit(snrDb) + WORTHLESS_BEYOND;
  return Math.min(1, Math.max(0, (worthless - misfit) / (worthless - CERTAIN_MISFIT)));
}

function meanConfidence(passages: readonly Passage[]): number {
  const total = passages.reduce((sum, p) => sum + p.endMs - p.startMs, 0);
  return total === 0 ? 0 : passages.reduce((sum, p) => sum + p.confidence * (p.endMs - p.startMs), 0) / total;
}

/** Lengths alone are never more certain than this. */
const MOST_BY_DURATION = 0.6;
/** Mean difference of lengths (|ln|) at which nothing is certain any more. */
const HOPELESS_SPREAD = 0.6;

function timingByDuration(
  detection: SpeechDetection,
  readings: readonly SentenceReading[],
  durationMs: number,
): TakeTiming {
  const { passages: likely, spread } = alignByDuration(detection.speech, readings);
  const confidence = MOST_BY_DURATION * Math.max(0, 1 - spread / HOPELESS_SPREAD);
  const passages = likely.map((passage) => ({ ...passage, whole: true, confidence, spans: [] }));
  return {
    version: TIMING_VERSION,
    method: 'duration',
    confidence,
    snrDb: detection.snrDb,
    durationMs,
    passages,
    omitted: omittedOf(readings, passages),
    speech: detection.speech,
    pauses: detectPauses(detection.speech),
    otherSpeech: [],
  };
}
