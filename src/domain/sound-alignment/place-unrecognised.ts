import type { Stretch } from '../delivery/detect-speech';
import type { LikelyPassage } from './align-by-duration';
import type { SentenceReading } from './sentence-reading';

/** A sentence that was said where no sound of it was recognised, and the stretches of speech it takes up. */
export interface PlacedSentence extends LikelyPassage {
  stretches: Stretch[];
}

/**
 * Speech between two sentences may be so much shorter or longer than the one that is missing between them. A sentence
 * left out with as much other speech in its place is rarer than a name misread or words exchanged. Chosen by hand: wide
 * enough for a filler beside the sentence, too narrow for a filler or a remark alone.
 */
const LEAST_LENGTH_RATIO = 0.65;
const MOST_LENGTH_RATIO = 1.5;

/**
 * Sentences that would count as left out though somebody speaks in their place for about as long as they last: where a
 * single sentence is missing between two that follow one another in time, before the first or after the last.
 * `passages` and `otherSpeech` are in the order of time.
 */
export function placeUnrecognised(
  passages: readonly LikelyPassage[],
  otherSpeech: readonly Stretch[],
  readings: readonly SentenceReading[],
): PlacedSentence[] {
  const said = new Set(passages.map(({ sentence }) => sentence));
  const moraMs = paceOf(passages, readings);
  const placed: PlacedSentence[] = [];
  for (let i = 0; i <= passages.length; i++) {
    const before = passages[i - 1];
    const after = passages[i];
    const missing = sayable(readings, (before?.sentence ?? -1) + 1, after?.sentence ?? readings.length);
    const sentence = missing[0];
    if (missing.length !== 1 || sentence === undefined || said.has(sentence)) continue;
    const stretches = otherSpeech.filter(
      ({ startMs, endMs }) => startMs >= (before?.endMs ?? 0) && endMs <= (after?.startMs ?? Infinity),
    );
    const spokenMs = stretches.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
    const ratio = spokenMs / ((readings[sentence] as SentenceReading).morae * moraMs);
    if (!(ratio >= LEAST_LENGTH_RATIO && ratio <= MOST_LENGTH_RATIO)) continue;
    placed.push({
      sentence,
      startMs: (stretches[0] as Stretch).startMs,
      endMs: (stretches.at(-1) as Stretch).endMs,
      stretches,
    });
  }
  return placed;
}

const sayable = (readings: readonly SentenceReading[], from: number, to: number): number[] =>
  readings.flatMap(({ morae }, sentence) =>
    morae > 0 && sentence >= from && sentence < to ? [sentence] : [],
  );

/** Ms a mora, over all sentences said, pauses inside included. */
function paceOf(passages: readonly LikelyPassage[], readings: readonly SentenceReading[]): number {
  let ms = 0;
  let morae = 0;
  for (const { sentence, startMs, endMs } of passages) {
    ms += endMs - startMs;
    morae += (readings[sentence] as SentenceReading).morae;
  }
  return ms / Math.max(1, morae);
}
