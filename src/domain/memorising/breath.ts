/**
 * Four seconds in, six out: six breaths a minute, well inside the slow breathing (below ten a minute) for whose calming
 * effect Zaccaro et al. 2018 (doi:10.3389/fnhum.2018.00353) review the evidence.
 */
export const BREATH_IN_MS = 4000;
export const BREATH_OUT_MS = 6000;
/** A minute of them. */
export const GUIDED_BREATHS = 6;

/** Whether one breathes in or out so many ms after the first breath began. */
export function breathAt(elapsedMs: number): 'in' | 'out' {
  return elapsedMs % (BREATH_IN_MS + BREATH_OUT_MS) < BREATH_IN_MS ? 'in' : 'out';
}
