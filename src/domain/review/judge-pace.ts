import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import type { Hearing } from '../rehearsal/take-log';
import { countCharacters } from '../text/characters';
import { estimateDuration, type SpeakingRate } from '../timing/estimate-duration';
import type { DeviceGap } from './device-gaps';
import type { ContentReview } from './judge-content';

export type PaceBasis = 'sound' | 'heard' | 'script';

/** How fast a take was spoken, pauses included; `of` says whose characters and morae are counted. */
export type PaceReview =
  | {
      kind: 'known';
      /**
       * `sound`: those of the sentences that the sound tells of, in their own time. Over the whole take, `heard`: the
       * words heard; `script`: all of the script, taken to have been said whole.
       */
      of: PaceBasis;
      characters: number;
      morae: number;
      charactersPerMinute: number;
      /** 話速, 拍/秒 with pauses. */
      moraePerSecond: number;
    }
  | { kind: 'unknown'; reason: 'typed' | 'too-short' | 'script-not-whole' | 'device-gaps' | 'empty-script' };

/** Shorter takes, in ms, give no rate worth showing. */
const SHORTEST_MS = 3000;

/**
 * Without words, the whole script is taken to have been said where the take lasted about as long as that takes:
 * from 8.5 morae/s with hardly a pause (hard to follow) to twice the estimate.
 */
const WHOLE_SCRIPT_RATIOS = { least: 0.6, most: 2 };

/** Where recogniser gaps exceed this share of the take, the words heard are too few to count by. */
const GAPS_RATIO = 0.05;

/** Rates of a take of `durationMs`. */
export function judgePace(
  hearing: Hearing,
  durationMs: number,
  sentences: readonly SentenceAnalysis[],
  heard: readonly SentenceAnalysis[] | null,
  content: ContentReview,
  gaps: readonly DeviceGap[],
  rate: SpeakingRate,
): PaceReview {
  if (hearing === 'typed') return { kind: 'unknown', reason: 'typed' };
  if (durationMs < SHORTEST_MS) return { kind: 'unknown', reason: 'too-short' };
  if (content.kind === 'judged' && heard !== null) {
    const deafMs = gaps
      .filter((gap) => gap.device === 'recogniser')
      .reduce((sum, gap) => sum + gap.runningMs, 0);
    if (deafMs > GAPS_RATIO * durationMs) return { kind: 'unknown', reason: 'device-gaps' };
    return paceOf('heard', heard, durationMs);
  }
  const estimatedMs = sentences.reduce((sum, { length }) => sum + estimateDuration(length, rate), 0);
  if (estimatedMs === 0) return { kind: 'unknown', reason: 'empty-script' };
  const ratio = durationMs / estimatedMs;
  if (ratio < WHOLE_SCRIPT_RATIOS.least || ratio > WHOLE_SCRIPT_RATIOS.most) {
    return { kind: 'unknown', reason: 'script-not-whole' };
  }
  return paceOf('script', sentences, durationMs);
}

function paceOf(of: PaceBasis, sentences: readonly SentenceAnalysis[], durationMs: number): PaceReview {
  const characters = countCharacters(sentences.map(({ text }) => text).join('')).all;
  const morae = sentences.reduce((sum, { length }) => sum + length.morae, 0);
  return {
    kind: 'known',
    of,
    characters,
    morae,
    charactersPerMinute: (characters * 60_000) / durationMs,
    moraePerSecond: (morae * 1000) / durationMs,
  };
}
