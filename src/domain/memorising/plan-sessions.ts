import { addDays, daysBetween } from './calendar-day';

/** One short session on a day. */
export interface PracticeSession {
  /** `YYYY-MM-DD`. */
  day: string;
  /** `edges`: the opening, the closing, and what does not come by itself yet. */
  scope: 'whole' | 'edges';
  /** Indices of the sentences to recall, ascending. */
  sentences: number[];
}

/** What a plan is made from. Days are `YYYY-MM-DD`. */
export interface PracticeToPlan {
  eventDay: string;
  today: string;
  /** Days with a recall so far, in any order. */
  practised: readonly string[];
  /** How many sentences there are. */
  sentences: number;
  /** Indices of those that do not come by themselves, the weakest first. */
  weak: readonly number[];
}

/** Longest interval, in days: a week, in which most people who give such a talk give it once. */
const LONGEST_GAP = 7;
/** Weak sentences that a session of the edges takes in. */
const MOST_WEAK = 3;

/**
 * The sessions from today up to the event's day, which has the last one. Intervals grow: 1, 2, 3 … days up to a week,
 * after what was kept to so far; who has missed a session begins again today, with short intervals. Keeping to a plan
 * never changes what is left of it. Every session has the opening and the closing; every second one, counted back from
 * the last, the whole script.
 *
 * Why growing: with sessions ever further apart learners recall as much in the end as with equal intervals, and more
 * all along the way (Kang, Lindsey, Mozer & Pashler 2014, doi:10.3758/s13423-014-0636-z). Why these: the best interval
 * is 20–40 % of the time to the test where that is a week, and about 20 % where it is a few weeks (Cepeda, Vul, Rohrer,
 * Wixted & Pashler 2008, doi:10.1111/j.1467-9280.2008.02209.x); steps of a day come to a last interval of 43 % of a
 * week, 29 % of two, 23 % of a month. That nothing goes beyond a week, where longer would do for months, is our own
 * caution: those studies ask for words and facts, not for a talk that must flow.
 */
export function planSessions({
  eventDay,
  today,
  practised,
  sentences,
  weak,
}: PracticeToPlan): PracticeSession[] {
  if (eventDay < today || sentences === 0) return [];
  const days = sessionDays(eventDay, today, [...new Set(practised)].filter((day) => day <= today).sort());
  const all = Array.from({ length: sentences }, (_, index) => index);
  const edges = all.filter(
    (index) => index === 0 || index === sentences - 1 || weak.slice(0, MOST_WEAK).includes(index),
  );
  return days.map((day, place) =>
    (days.length - 1 - place) % 2 === 0
      ? { day, scope: 'whole', sentences: all }
      : { day, scope: 'edges', sentences: edges },
  );
}

function sessionDays(eventDay: string, today: string, practised: readonly string[]): string[] {
  const last = practised.at(-1);
  if (last === undefined) return [today, ...daysAfter(today, 0, eventDay)];
  const gap = keptGap(practised);
  const coming = daysAfter(last, gap, eventDay);
  const [next] = coming;
  if (next === undefined || next >= today) return coming;
  return [today, ...daysAfter(today, gapAfter(gap, daysBetween(last, today)), eventDay)];
}

/** The interval that has been worked up to, in days; 0 at the beginning and after a session that was missed. */
function keptGap(practised: readonly string[]): number {
  return practised.reduce((gap, day, index) => {
    const before = practised[index - 1];
    return before === undefined ? 0 : gapAfter(gap, daysBetween(before, day));
  }, 0);
}

/**
 * The interval worked up to once `days` more have gone by: a session before its time takes nothing back; after one that
 * was missed it begins as if for the first time, since after so long it almost is.
 */
function gapAfter(gap: number, days: number): number {
  return days > Math.min(gap + 1, LONGEST_GAP) ? 0 : Math.max(gap, days);
}

/** Days of sessions after one on `from`, to which `gap` days had gone by; the last is `until`. None where it is that day. */
function daysAfter(from: string, gap: number, until: string): string[] {
  const gaps: number[] = [];
  let left = daysBetween(from, until);
  for (let next = gap + 1; left > 0 && Math.min(next, LONGEST_GAP) <= left; next += 1) {
    gaps.push(Math.min(next, LONGEST_GAP));
    left -= Math.min(next, LONGEST_GAP);
  }
  // What is left over is an interval of its own, in its place by length.
  if (left > 0) gaps.push(left);
  let day = from;
  return gaps
    .sort((one, other) => one - other)
    .map((days) => {
      day = addDays(day, days);
      return day;
    });
}
