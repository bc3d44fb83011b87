import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import type { Stretch } from '../delivery/detect-speech';
import type { Passage, TakeTiming } from '../sound-alignment/time-take';
import { articulationRate } from '../timing/pace';

/** Pace of one phrase: words said without a pause between them. Ms of the recording. */
export interface PhrasePace extends Stretch {
  sentence: number;
  /** 調音速度, 拍/秒. */
  moraePerSecond: number;
}

/** A phrase of fewer morae is counted with its neighbour: its edges are a good part of its time. */
const LEAST_MORAE = 8;

/** Words and pauses are told apart to about this, ms. */
const EDGE_MS = 50;

interface Phrase extends Stretch {
  morae: number;
  saidMs: number;
}

/** Pace over the time of a take, phrase by phrase, in the order said; nothing where sentences were not recognised. */
export function tracePace(timing: TakeTiming, sentences: readonly SentenceAnalysis[]): PhrasePace[] {
  return timing.passages.flatMap((passage) => {
    const phrases = joinShort(phrasesOf(passage, timing.pauses, sentences[passage.sentence]));
    return phrases
      .filter(({ morae }) => morae >= LEAST_MORAE)
      .map(({ startMs, endMs, morae, saidMs }) => ({
        startMs,
        endMs,
        sentence: passage.sentence,
        moraePerSecond: articulationRate(morae, saidMs, 0),
      }));
  });
}

function phrasesOf(
  { spans }: Passage,
  pauses: readonly Stretch[],
  sentence: SentenceAnalysis | undefined,
): Phrase[] {
  const phrases: Phrase[] = [];
  for (const { span, startMs, endMs } of spans) {
    const morae = sentence?.spans[span]?.morae ?? 0;
    const last = phrases.at(-1);
    const paused =
      last &&
      pauses.some((pause) => pause.startMs >= last.endMs - EDGE_MS && pause.endMs <= startMs + EDGE_MS);
    if (!last || paused) phrases.push({ startMs, endMs, morae, saidMs: endMs - startMs });
    else {
      last.saidMs += endMs - last.endMs;
      last.endMs = endMs;
      last.morae += morae;
    }
  }
  return phrases;
}

function joinShort(phrases: readonly Phrase[]): Phrase[] {
  const joined: Phrase[] = [];
  for (const phrase of phrases) {
    const last = joined.at(-1);
    if (last && Math.min(last.morae, phrase.morae) < LEAST_MORAE) {
      last.endMs = phrase.endMs;
      last.morae += phrase.morae;
      last.saidMs += phrase.saidMs;
    } else joined.push({ ...phrase });
  }
  return joined;
}
