import { ELEMENTS } from './element';

/** Between these a score counts by how high it is. */
const LOWEST = -4;
const HIGHEST = 3;
/** A sentence farther than this from the beginning or the end is in the middle. */
const FARTHEST = 6;

/**
 * What is around a sentence, as figures from 0 to 1: how far it, the one before and after it, those beyond them, and the
 * strongest of all before and of all after speak for each element by themselves; and how far it is from the beginning
 * and the end. `scores` are sentence by sentence, in the order of `ELEMENTS`.
 */
export function readContext(scores: readonly (readonly number[])[], at: number): number[] {
  const places = [
    scores[at],
    scores[at - 1],
    scores[at + 1],
    scores[at - 2],
    scores[at + 2],
    strongest(scores.slice(0, at)),
    strongest(scores.slice(at + 1)),
  ];
  const share = (value: number, whole: number) => Math.max(0, Math.min(1, value / whole));
  return [
    ...places.flatMap((own) =>
      ELEMENTS.map((_, element) => share((own?.[element] ?? LOWEST) - LOWEST, HIGHEST - LOWEST)),
    ),
    share(at, FARTHEST),
    share(scores.length - 1 - at, FARTHEST),
  ];
}

/** Element by element the highest of the scores; nothing where there is no sentence. */
function strongest(scores: readonly (readonly number[])[]): number[] | undefined {
  if (scores.length === 0) return undefined;
  return ELEMENTS.map((_, element) => Math.max(...scores.map((own) => own[element] ?? LOWEST)));
}
