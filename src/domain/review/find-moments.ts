import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import type { Stretch } from '../delivery/detect-speech';
import type { TakeTiming } from '../sound-alignment/time-take';
import type { SentenceDelivery } from './judge-delivery';
import { SWALLOWED_DB } from './judge-voice';

/** A moment of a take worth hearing again, ms of its recording. */
export type Moment = Stretch &
  (
    | { kind: 'rushed'; sentence: number; moraePerSecond: number }
    /** The voice dies away before the sentence does (語尾が消える). */
    | { kind: 'swallowed'; sentence: number }
    /** A long silence in the middle of a sentence. */
    | { kind: 'stuck'; sentence: number; pauseMs: number }
    | { kind: 'long-pause'; sentence: number; pauseMs: number }
    /** A pause that gave listeners time for an answer of their own. */
    | { kind: 'pause-after-question'; sentence: number; pauseMs: number }
    /** Words beyond the script. */
    | { kind: 'other-speech' }
  );

/** Rushed: this much faster than the take's middle sentence, and as fast as is hard to follow (拍/秒). */
const RUSHED_RATIO = 1.2;
const RUSHED_MORAE_PER_SECOND = 8.5;
/** A read pitch pauses for about 270 ms at 、 and 850 ms at 。; these are far beyond, ms. */
const STUCK_MS = 1200;
const LONG_PAUSE_MS = 2500;
/** After a question, room to think begins about here, ms. */
const PAUSE_AFTER_QUESTION_MS = 700;
/** Shorter words beside the script are fillers or its own edges, ms. */
const OTHER_SPEECH_MS = 700;
/** What is heard again of a swallowed ending, ms: enough to hear the voice go. */
const SWALLOWED_HEARD_MS = 2000;
const QUESTION = /(?:[？?]|か)[。｡．]?\s*$/u;

/** The 調音速度 from which on words are rushed, 拍/秒, given the rates of a take's sentences or phrases. */
export function findRushedRate(rates: readonly number[]): number {
  const sorted = rates.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.max(RUSHED_MORAE_PER_SECOND, RUSHED_RATIO * middle);
}

/** What stands out in a take, in the order it was said. Lengths alone show pauses; the rest needs the sound. */
export function findMoments(
  judged: readonly SentenceDelivery[],
  sentences: readonly SentenceAnalysis[],
  timing: TakeTiming,
): Moment[] {
  const rushedFrom = findRushedRate(judged.flatMap(({ articulationRate }) => articulationRate ?? []));
  const moments: Moment[] = [];
  judged.forEach(({ sayings, articulationRate, pauseAfterMs, endingDropDb }, sentence) => {
    const last = sayings.at(-1);
    if (!last) return;
    if (articulationRate !== null && articulationRate >= rushedFrom)
      moments.push({ kind: 'rushed', sentence, moraePerSecond: articulationRate, ...last });
    if (endingDropDb !== null && endingDropDb >= SWALLOWED_DB)
      moments.push({
        kind: 'swallowed',
        sentence,
        startMs: Math.max(last.startMs, last.endMs - SWALLOWED_HEARD_MS),
        endMs: last.endMs,
      });
    for (const pause of timing.pauses) {
      const pauseMs = pause.endMs - pause.startMs;
      const inside = sayings.some((saying) => pause.startMs > saying.startMs && pause.endMs < saying.endMs);
      if (inside && pauseMs >= STUCK_MS) moments.push({ kind: 'stuck', sentence, pauseMs, ...pause });
    }
    if (pauseAfterMs === null) return;
    const pause = { sentence, pauseMs: pauseAfterMs, startMs: last.endMs, endMs: last.endMs + pauseAfterMs };
    if (pauseAfterMs >= LONG_PAUSE_MS) moments.push({ kind: 'long-pause', ...pause });
    else if (pauseAfterMs >= PAUSE_AFTER_QUESTION_MS && QUESTION.test(sentences[sentence]?.text ?? ''))
      moments.push({ kind: 'pause-after-question', ...pause });
  });
  for (const stretch of timing.otherSpeech) {
    if (stretch.endMs - stretch.startMs >= OTHER_SPEECH_MS)
      moments.push({ kind: 'other-speech', ...stretch });
  }
  return moments.sort((one, other) => one.startMs - other.startMs);
}
