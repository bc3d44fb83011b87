// biome-ignore-all lint/style/noNonNullAssertion: indices stay inside arrays whose lengths are known here
import { type Copy, findCopy } from './find-copy';

/** A stretch of morae, `[start, end)`. */
export interface MoraRange {
  start: number;
  end: number;
}

/** What is looked for: a sentence that was not heard in its place, or one that was and may have been said once more. */
export type Sought = 'missing' | 'said-before';

/** Share of a sentence's morae that must sound the same in a copy: who misses it listens more closely. */
const COPY_FROM: Readonly<Record<Sought, number>> = { missing: 0.45, 'said-before': 0.6 };
/** Sentences shorter than this, in morae, are found again by chance unless all of them is there. */
const SHORT_SENTENCE = 6;
/** Shorter ones (はい。) are found again by chance in any case. */
const SHORTEST_COPY = 4;
/**
 * The best score of a local alignment between unrelated texts grows with the logarithm of their lengths multiplied; a
 * copy must be above it by this much. Tried on pitches misheard at rates up to 20 %.
 */
const SCORE_ABOVE_CHANCE = 3;
/** Share of a copy that must lie in words nothing else accounts for. */
const COPY_UNEXPLAINED_FROM = 0.6;
/** A place is searched where it holds this share of a sentence's runs of three morae; a third survives 30 % errors. */
const COMMON_TRIGRAMS_FROM = 0.15;
/** A missing sentence is looked for everywhere in a stretch up to this many cells, 25 morae in 400. */
const THOROUGH_CELLS = 10_000;

/** Morae both ranges have. */
export const overlap = (a: MoraRange, b: MoraRange): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/**
 * Finds copies of a sentence in and around a stretch of what was heard, those that lie most in the stretch first. The
 * search reaches over the stretch's edges, since the alignment may have matched the beginning of one copy and the end
 * of another.
 */
export function createCopyFinder(
  heard: Uint8Array,
): (sentence: Uint8Array, stretch: MoraRange, sought: Sought) => Copy[] {
  let places: Map<number, number[]> | null = null;
  return (sentence, stretch, sought) => {
    const length = sentence.length;
    if (length < SHORTEST_COPY || stretch.end - stretch.start < length / 2) return [];
    const copies: Copy[] = [];
    const windows: MoraRange[] = [];
    if (sought === 'missing' && length * (stretch.end - stretch.start) <= THOROUGH_CELLS) {
      windows.push({
        start: Math.max(0, stretch.start - length),
        end: Math.min(heard.length, stretch.end + length),
      });
    } else {
      places ??= placesOfTrigrams(heard);
      windows.push(...likelyWindows(sentence, heard.length, stretch, places));
    }
    for (let window = windows.pop(); window; window = windows.pop()) {
      const copy = findCopy(sentence, heard, window.start, window.end);
      if (copy === null || !isCopy(copy, length, stretch.end - stretch.start, sought)) continue;
      copies.push(copy);
      windows.push({ start: window.start, end: copy.start }, { start: copy.end, end: window.end });
    }
    const unexplained = copies.reduce((sum, copy) => sum + overlap(copy, stretch), 0);
    if (unexplained < COPY_UNEXPLAINED_FROM * COPY_FROM[sought] * length) return [];
    return copies
      .filter((copy) => overlap(copy, stretch) > 0)
      .sort((a, b) => overlap(b, stretch) - overlap(a, stretch));
  };
}

function isCopy({ matched, score }: Copy, length: number, searched: number, sought: Sought): boolean {
  if (length < SHORT_SENTENCE) return matched === length;
  return matched >= COPY_FROM[sought] * length && score >= SCORE_ABOVE_CHANCE + Math.log(length * searched);
}

/** Stretches, as long as the sentence and more, that share enough runs of three morae with it to be worth a search. */
function likelyWindows(
  sentence: Uint8Array,
  heardLength: number,
  stretch: MoraRange,
  places: Map<number, number[]>,
): MoraRange[] {
  const length = sentence.length;
  const needed = COMMON_TRIGRAMS_FROM * (length - 2);
  const buckets = new Int32Array(Math.ceil((stretch.end - stretch.start) / length) + 1);
  for (const trigram of new Set(trigramsOf(sentence))) {
    for (const place of places.get(trigram) ?? []) {
      if (place < stretch.start || place + 2 >= stretch.end) continue;
      buckets[Math.floor((place - stretch.start) / length)]! += 1;
    }
  }
  const windows: MoraRange[] = [];
  for (let bucket = 0; bucket + 1 < buckets.length; bucket += 1) {
    if (buckets[bucket]! + buckets[bucket + 1]! < needed) continue;
    const start = Math.max(0, stretch.start + (bucket - 1) * length);
    const end = Math.min(heardLength, stretch.end + length, stretch.start + (bucket + 3) * length);
    const last = windows.at(-1);
    if (last && start <= last.end) last.end = end;
    else windows.push({ start, end });
  }
  return windows;
}

function placesOfTrigrams(morae: Uint8Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  trigramsOf(morae).forEach((trigram, place) => {
    const known = places.get(trigram);
    if (known) known.push(place);
    else places.set(trigram, [place]);
  });
  return places;
}

function trigramsOf(morae: Uint8Array): number[] {
  return Array.from(
    { length: Math.max(0, morae.length - 2) },
    (_, index) => (morae[index]! << 16) | (morae[index + 1]! << 8) | morae[index + 2]!,
  );
}
