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
  /**
   * Per mora said, the places where one may have begun anew with it: words that begin with it, and sentences that begin
   * with it or with one that has something in common with it.
   */
  beginnings: readonly Int32Array[];
}

/** Places worth going on from, rising, each with its worth; the others are worth less than having begun anew. */
interface Row {
  places: Int32Array;
  worths: Int32Array;
  best: number;
}

/** Morae heard between two rows that are kept: 350 characters keep some 30 of them. */
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
export function beginFollowing({ morae, boundaries }: ScriptReading): Following {
  const places: number[] = [];
  const worths: number[] = [];
  for (let place = 0; place <= morae.length; place += 1) {
    const worth = -Math.min(place === 0 ? 0 : BEGINS_ANEW[boundaries[place]!]!, LEFT_OUT * place);
    if (worth < -BEGINS_ANEW[1]!) continue;
    places.push(place);
    worths.push(worth);
  }
  const first = { places: Int32Array.from(places), worths: Int32Array.from(worths), best: 0 };
  const starts = [...morae.keys()].filter((place) => boundaries[place] !== 0);
  const beginnings = Array.from({ length: MORA_KINDS }, (_, said) => {
    const worthOf = (place: number) => PAIR_WORTH[morae[place]! * MORA_KINDS + said]!;
    const isBeginning = (place: number) =>
      worthOf(place) === BEST_PAIR || (boundaries[place] === 2 && worthOf(place) >= 0);
    return Int32Array.from(starts.filter(isBeginning));
  });
  return { heard: new Uint8Array(0), next: 0, kept: [first], beginnings };
}

/**
 * The place after hearing `heard`, all morae since the beginning; `before` is what an earlier call gave, of whose
 * morae any number at the end may have changed. Time grows with what changed times the words of the script.
 */
export function followScript(script: ScriptReading, before: Following, heard: Uint8Array): Following {
  const { beginnings } = before;
  let same = 0;
  while (same < heard.length && same < before.heard.length && heard[same] === before.heard[same]) same += 1;
  const kept = before.kept.slice(0, 1 + Math.floor(same / ROWS_APART));
  let row = kept.at(-1)!;
  const length = script.morae.length + 1;
  let [places, worths] = [new Int32Array(length), new Int32Array(length)];
  let [sparePlaces, spareWorths] = [new Int32Array(length), new Int32Array(length)];
  for (let said = (kept.length - 1) * ROWS_APART; said < heard.length; said += 1) {
    row = nextRow(script, row, heard[said]!, beginnings[heard[said]!]!, places, worths);
    [places, sparePlaces] = [sparePlaces, places];
    [worths, spareWorths] = [spareWorths, worths];
    if ((said + 1) % ROWS_APART === 0) {
      row = { ...row, places: row.places.slice(), worths: row.worths.slice() };
      kept.push(row);
    }
  }
  const next = row.places[row.worths.indexOf(row.best)]!;
  const wavers = next < before.next && before.next - next <= WAVERING;
  return { heard, next: wavers ? before.next : next, kept, beginnings };
}

/** Works out the row after the mora said, into `places` and `worths`, of which the row takes as much as it needs. */
function nextRow(
  { morae, boundaries }: ScriptReading,
  before: Row,
  said: number,
  beginnings: Int32Array,
  places: Int32Array,
  worths: Int32Array,
): Row {
  const pairs = PAIR_WORTH.subarray(said * MORA_KINDS, (said + 1) * MORA_KINDS);
  const { places: placesBefore, worths: worthsBefore, best: bestBefore } = before;
  const length = morae.length;
  let best = bestBefore - ADDED;
  for (let index = 0; index < placesBefore.length; index += 1) {
    const place = placesBefore[index]!;
    if (place === length) break;
    const matched = worthsBefore[index]! + pairs[morae[place]!]!;
    if (matched > best) best = matched;
  }
  // The best is where somebody went on: beginning anew costs more than a pair is worth, so it is known by now. Whoever is
  // worth less than a word that has just begun anew is given up: it can begin anew as well.
  const hopeless = best - BEGINS_ANEW[1]! + BEST_PAIR;
  const atWord = bestBefore - BEGINS_ANEW[1]!;
  const atSentence = bestBefore - BEGINS_ANEW[2]!;
  // Candidates in rising order: those who stay, who go on from where they were, who begin anew, who leave out one more.
  let [count, index, begin] = [0, 0, 0];
  let staying = placesBefore[0] ?? NOWHERE;
  let going = NOWHERE;
  let beginning = beginnings[0] ?? NOWHERE;
  let [place, here] = [0, boundaries[0] === 2 ? atSentence - ADDED : NEVER];
  while (place <= length) {
    // Whoever went on was at the place before.
    if (going === place) {
      const matched = worthsBefore[index - 1]! + pairs[morae[place - 1]!]!;
      if (matched > here) here = matched;
      going = NOWHERE;
    }
    if (staying === place) {
      const stayed = worthsBefore[index]! - ADDED;
      if (stayed > here) here = stayed;
      index += 1;
      going = place + 1;
      staying = placesBefore[index] ?? NOWHERE;
    }
    if (beginning === place - 1) {
      const anew = (boundaries[beginning] === 2 ? atSentence : atWord) + pairs[morae[beginning]!]!;
      if (anew > here) here = anew;
      begin += 1;
      beginning = beginnings[begin] ?? NOWHERE;
    }
    if (here >= hopeless) {
      places[count] = place;
      worths[count] = here;
      count += 1;
    }
    here -= LEFT_OUT;
    if (here >= hopeless) {
      place += 1;
      continue;
    }
    here = NEVER;
    place = Math.min(staying, going, beginning + 1);
  }
  return { places: places.subarray(0, count), worths: worths.subarray(0, count), best };
}

/** Worth of a place nobody has come to, and a place behind every script. */
const NEVER = -0x20000000;
const NOWHERE = 0x20000000;

/** Worth of a pair that sounds the same. */
const BEST_PAIR = Math.max(...PAIR_WORTH);
