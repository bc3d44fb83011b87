import type { RecognisedPart } from './take-log';

/** One entry of a recogniser's result list, as it stands at one event. */
export interface HeardResult {
  transcript: string;
  /** 0–1. */
  confidence: number;
  final: boolean;
  /** When this entry was first marked final, ms on any monotonic clock; `null` while it is not. */
  finalAtMs: number | null;
}

/**
 * The fastest speech, characters (without punctuation) per second: 9–10 morae/s is called fast, and a character is at
 * least one mora but for small kana. Words that came back faster than this were not said again.
 */
const FASTEST_CHARACTERS_PER_SECOND = 12;

/** What recognisers add or leave out at will; never a difference between two results. */
const UNSPOKEN = /[\s\p{P}]/gu;

const spoken = (transcript: string) => transcript.replace(UNSPOKEN, '');

/** Whether `text` can have been said as a whole in `spanMs`. */
function canBeSaidIn(text: string, spanMs: number): boolean {
  return spanMs >= ([...text].length / FASTEST_CHARACTERS_PER_SECOND) * 1_000;
}

/**
 * Whether `later` says what `earlier` said, and perhaps more, as Android's growing finals and Safari's doubled results
 * do. Equal words count as said twice only where there was time to say them.
 */
function replaces(later: HeardResult, earlier: HeardResult): boolean {
  const [before, after] = [spoken(earlier.transcript), spoken(later.transcript)];
  if (!after.startsWith(before)) return false;
  if (after !== before || !isFinal(later) || !isFinal(earlier)) return true;
  if (earlier.finalAtMs === null || later.finalAtMs === null) return true;
  return !canBeSaidIn(after, later.finalAtMs - earlier.finalAtMs);
}

/** Android marks interim results as final and gives them away by a confidence of 0. */
function isFinal(result: HeardResult): boolean {
  return result.final && result.confidence > 0;
}

/**
 * What one recogniser session has heard, from its whole result list: to be rebuilt at every event, since the index of
 * the changed result that browsers give cannot be relied on. Empty results vanish; a result that starts with the one
 * before it takes its place.
 */
export function readResults(results: readonly HeardResult[]): RecognisedPart[] {
  const kept: HeardResult[] = [];
  for (const result of results) {
    if (spoken(result.transcript) === '') continue;
    for (let last = kept.at(-1); last && replaces(result, last); last = kept.at(-1)) kept.pop();
    kept.push(result);
  }
  return kept.map((result) => ({
    transcript: result.transcript.trim(),
    confidence: result.confidence,
    final: isFinal(result),
  }));
}

/** The parts of a session that has ended: what was interim is all that will come of it. */
export function settleParts(parts: readonly RecognisedPart[]): RecognisedPart[] {
  return parts.map((part) => (part.final ? part : { ...part, final: true }));
}

/**
 * Whether a restarted recogniser only gives back the end of the session before: final words that match, come sooner
 * after the restart than they can be said.
 */
export function isReplay(
  part: RecognisedPart,
  before: readonly RecognisedPart[],
  sinceRestartMs: number,
): boolean {
  const text = spoken(part.transcript);
  const heardBefore = before.map((earlier) => spoken(earlier.transcript)).join('');
  return part.final && text !== '' && heardBefore.endsWith(text) && !canBeSaidIn(text, sinceRestartMs);
}
