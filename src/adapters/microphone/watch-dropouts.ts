/** Over so long the least delay of a message counts, ms: a page that is busy for a moment gets them late, then all. */
const WINDOW_MS = 1_000;
/** So much more delay than before means that sound is missing, ms; clocks drift apart by some ms a minute. */
const LEAST_LOST_MS = 100;

/**
 * Tells where a stream of sound stood still: its own clock then falls behind the page's for good. The function
 * returned takes both clocks of each message, ms, and answers the sound lost since the last answer, ms, 0 as a rule.
 */
export function watchDropouts(): (soundMs: number, pageMs: number) => number {
  let windowEndMs: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  let usual: number | null = null;
  return (soundMs, pageMs) => {
    windowEndMs ??= pageMs + WINDOW_MS;
    least = Math.min(least, pageMs - soundMs);
    if (pageMs < windowEndMs) return 0;
    const lostMs = usual === null ? 0 : least - usual;
    usual = least;
    least = Number.POSITIVE_INFINITY;
    windowEndMs = pageMs + WINDOW_MS;
    return lostMs >= LEAST_LOST_MS ? Math.round(lostMs) : 0;
  };
}
