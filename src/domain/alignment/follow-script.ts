// biome-ignore-all lint/style/noNonNullAssertion: indices stay inside arrays whose lengths are known here
import { PAIR_WORTH } from './align-morae';
import { MORA_KINDS } from './mora';
import type { ScriptReading } from './mora-sequence';

/**
 * Where in a script a speaker is, from the morae heard so far. For every mora of the script, the worth of the best
 * way of having said what was heard and being just before it: going on, leaving out a little, adding something, or
 * beginning anew at any sentence or word. That is one row per mora heard, so what was heard may change at its end,
 * as interim results do, and only the rows from the change on are worked out again; the outcome is the same as from
 * the start. Nothing is decided for good: a place mistaken for a moment loses to the right one within a few morae.
 */
export interface Following {
  /** Morae heard so far. */
  heard: Uint8Array;
  /** Index of the script's mora to be said next; the script's length once it has been said. */
  next: number;
  /** Rows kept to begin again from, every `ROWS_APART` morae heard; never changed once made. */
  kept: readonly Row[];
}

interface Row {
  worths: Int32Array;
  best: number;
}

/** Morae heard between two rows that are kept: 350 characters keep some 30 of them, 60 kB. */
const ROWS_APART = 16;

/** Cost of a mora said that the script does not have, and of one it has that was not heard. */
const ADDED = 1;
const LEFT_OUT = 8;

/**
 * Cost of beginning anew inside a sentence, at a word, at the beginning of a sentence; 6 is what one equal mora is worth,
 * and staying while it is said would cost 1. People go back to, and skip to, beginnings: six or seven morae that sound
 * right tell of it; in the middle of a sentence nine, since phrases like しています stand everywhere. Tried on pitches
 * spoken with skips, returns and asides: lower, asides lead astray; higher, at many errors the place is found late.
 */
const BEGINS_ANEW = Int32Array.of(0x20000000, 60, 42);

/** How far back, in morae, the place may waver with what the recogniser changes its mind about, and stay where it is. */
const WAVERING = 5;

/** Nothing heard yet: the speaker is expected to begin at the beginning. */
export function beginFollowing(script: ScriptReading): Following {
  const worths = new Int32Array(script.morae.length + 1);
  for (let place = 1; place < worths.length; place += 1) {
    worths[place] = -Math.min(BEGINS_ANEW[script.boundaries[place]!]!, LEFT_OUT * place);
  }
  return { heard: new Uint8Array(0), next: 0, kept: [{ worths, best: 0 }] };
}

/**
 * The place after hearing `heard`, all morae since the beginning; `before` is what an earlier call gave, of whose
 * morae any number at the end may have changed. Time grows with the script times what changed.
 */
export function followScript(script: ScriptReading, before: Following, heard: Uint8Array): Following {
  let same = 0;
  while (same < heard.length && same < before.heard.length && heard[same] === before.heard[same]) same += 1;
  const kept = before.kept.slice(0, 1 + Math.floor(same / ROWS_APART));
  let row = kept.at(-1)!;
  let spare: Int32Array | null = null;
  for (let said = (kept.length - 1) * ROWS_APART; said < heard.length; said += 1) {
    const into = spare ?? new Int32Array(row.worths.length);
    spare = kept.at(-1) === row ? null : row.worths;
    row = { worths: into, best: nextRow(script, row, heard[said]!, into) };
    if ((said + 1) % ROWS_APART === 0) kept.push(row);
  }
  const next = row.worths.indexOf(row.best);
  const wavers = next < before.next && before.next - next <= WAVERING;
  return { heard, next: wavers ? before.next : next, kept };
}

/** Works out `into` from the row before and the mora said; gives the best worth in it. */
function nextRow(
  { morae, boundaries }: ScriptReading,
  { worths, best: bestBefore }: Row,
  said: number,
  into: Int32Array,
): number {
  let best = Math.max(worths[0]!, bestBefore - BEGINS_ANEW[boundaries[0]!]!) - ADDED;
  into[0] = best;
  let here = best;
  for (let place = 0; place < morae.length; place += 1) {
    const from = Math.max(worths[place]!, bestBefore - BEGINS_ANEW[boundaries[place]!]!);
    const matched = from + PAIR_WORTH[morae[place]! * MORA_KINDS + said]!;
    here = Math.max(matched, worths[place + 1]! - ADDED, here - LEFT_OUT);
    into[place + 1] = here;
    if (here > best) best = here;
  }
  return best;
}
