// biome-ignore-all lint/style/noNonNullAssertion: indices stay inside arrays whose lengths are known here
import type { MoraRange } from './find-copies';
import type { MoraRun } from './trace-runs';

/** Fewer morae said twice (のの) are as likely the recogniser's stutter as the speaker's. */
const SHORTEST_RESTART = 3;

/** Between the two a filler may stand (私は、えーと、私は), in morae; with more between them nothing is begun anew. */
const LONGEST_BETWEEN = 6;

/** Words the speaker took back, and where they were said again, from `againStart` on. */
export interface Restart extends MoraRange {
  againStart: number;
}

/**
 * Words begun anew (言い直し): inserted morae that sound as those before or after them, as in 私は、私は.
 */
export function findRestarts(heard: Uint8Array, runs: readonly MoraRun[]): Restart[] {
  const restarts: Restart[] = [];
  for (const { kind, heardStart, heardEnd } of runs) {
    if (kind !== 'inserted') continue;
    const length = heardEnd - heardStart;
    for (let part = length; part >= SHORTEST_RESTART && part >= length - LONGEST_BETWEEN; part -= 1) {
      // The alignment may match either of the two: the inserted one precedes the other, or follows it.
      const taken = [
        [heardStart, heardEnd],
        [heardEnd - part, heardEnd],
        [heardStart - part, heardStart],
        [heardStart - part, heardEnd - part],
      ].find(([first, second]) => isSame(heard, first!, second!, part));
      if (taken === undefined) continue;
      restarts.push({ start: taken[0]!, end: taken[0]! + part, againStart: taken[1]! });
      break;
    }
  }
  return restarts;
}

function isSame(morae: Uint8Array, first: number, second: number, length: number): boolean {
  if (first < 0 || second + length > morae.length) return false;
  for (let k = 0; k < length; k += 1) if (morae[first + k]! !== morae[second + k]!) return false;
  return true;
}
