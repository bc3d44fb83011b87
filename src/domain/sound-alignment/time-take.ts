import { FRAME_MS, type MeasureSpectrum, measureBandLevels } from '../delivery/band-levels';
import {
  detectPauses,
  detectSpeech,
  type SpeechDetection,
  type Stretch,
  stretchesOf,
} from '../delivery/detect-speech';
import { alignByDuration } from './align-by-duration';
import { alignBySound, type SoundAlignmentResult } from './align-by-sound';
import type { SentenceReading } from './sentence-reading';
import { isVoiced } from './sound-classes';
import type { SoundModel, SoundSums } from './sound-model';

/** Version of the method: stored timings of another version are to be computed again. */
export const TIMING_VERSION = 1;

/** One saying of one sentence. */
export interface Passage extends Stretch {
  /** Index of the sentence in the script. */
  sentence: number;
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
  /** Told the share of the work done, 0–1. */
  onProgress?: (share: number) => void;
}

/** What a take tells, and what it told about the voice. */
export interface TimedTake {
  timing: TakeTiming;
  /** For `adaptSoundModel` before a later take of the same person; `null` where the sound could not be used. */
  heard: SoundSums | null;
}

export const tuneTake = {
  voicedShare: 0.3,
  poorMisfit: 4,
  poorSnr: 2,
  leastPassages: 0.3,
  reject: 1.8,
  rejectMin: 2.5,
};

/**
 * Times a take: `samples` at `ANALYSIS_HZ`, mono, and a reading for each sentence of the script. Sentences are found
 * by their sound; where it fits too badly, by their lengths and the pauses.
 */
export function timeTake(
  samples: Float32Array | Float64Array,
  readings: readonly SentenceReading[],
  { model, measureSpectrum, onProgress = () => {} }: TimingMeans,
): TimedTake {
  const levels = measureBandLevels(samples, measureSpectrum);
  onProgress(0.1);
  const detection = detectSpeech(levels);
  const bySound = alignBySound(levels, detection, readings, model, (share) => onProgress(0.1 + 0.9 * share));
  const durationMs = levels.frames * FRAME_MS;
  if (isUsable(bySound, detection, readings)) {
    return { timing: timingBySound(bySound, detection, readings, durationMs), heard: bySound.heard };
  }
  return { timing: timingByDuration(detection, readings, durationMs), heard: null };
}

function isUsable(
  { passages, typicalMisfit }: SoundAlignmentResult,
  { snrDb }: SpeechDetection,
  readings: readonly SentenceReading[],
): boolean {
  const sayable = readings.filter((reading) => reading.morae > 0).length;
  return (
    snrDb >= tuneTake.poorSnr &&
    passages.length >= tuneTake.leastPassages * sayable &&
    typicalMisfit <= tuneTake.poorMisfit
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
  result: SoundAlignmentResult,
  detection: SpeechDetection,
  readings: readonly SentenceReading[],
  durationMs: number,
): TakeTiming {
  const limit = Math.max(tuneTake.rejectMin, tuneTake.reject * result.typicalMisfit);
  const kept = result.passages.filter((passage) => passage.misfit <= limit);
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
    const touches = inPassage[from - 1] === 1 || inPassage[to] === 1;
    // Breaths and clicks are no speech. What touches a sentence is its edge, heard a little wider.
    if (!touches && voiced < tuneTake.voicedShare * (to - from)) continue;
    all.fill(1, from, to);
    if (!touches || to - from > WIDEST_EDGE_FRAMES) otherSpeech.push(stretch);
  }
  const passages = kept.map((passage) => ({
    sentence: passage.sentence,
    startMs: passage.startFrame * FRAME_MS,
    endMs: passage.endFrame * FRAME_MS,
    confidence: confidenceOf(passage.misfit, result.typicalMisfit),
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

/** 1 where the sound fits as the training's own did, 0 where it fits no better than any speech. */
function confidenceOf(misfit: number, typicalMisfit: number): number {
  const worst = Math.max(tuneTake.rejectMin, tuneTake.reject * typicalMisfit) * 1.25;
  return Math.min(1, Math.max(0, (worst - misfit) / (worst - 1)));
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
  const passages = likely.map((passage) => ({ ...passage, confidence, spans: [] }));
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
