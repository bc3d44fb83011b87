import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { ScriptPlace } from '../../domain/alignment/script-place';

/** The part of the region's height in which the place may stand without being moved: what comes next shows below it. */
const HIGHEST_RATIO = 0.08;
const LOWEST_RATIO = 0.55;
/** Where it is put when it has to be moved. */
const PUT_AT_RATIO = 0.25;
/** After the last scrolling by hand with the place in sight, ms: then the eye is back where the voice is. */
const HANDS_OFF_MS = 4_000;
/** Longest that a scroll of our own takes, ms, in browsers that do not tell its end. */
const OWN_SCROLL_MS = 1_000;

/** A `scroll` that is still told after the `scrollend` of its scrolling, ms. */
const LATE_SCROLL_MS = 150;

const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/**
 * Keeps what `data-now` marks in `region` in sight as `place` changes. Scrolling by hand wins: then nothing moves
 * (`away`) until `goBack`, or until the hand has rested a while with the place in sight.
 */
export function useFollowedPlace(
  region: RefObject<HTMLElement | null>,
  place: ScriptPlace | null,
): { away: boolean; goBack(): void } {
  const [away, setAway] = useState(false);
  const ownUntilMs = useRef(0);
  const following = place !== null;

  const bringIntoSight = useCallback(() => {
    const scroller = scrollerOf(region.current);
    const mark = region.current?.querySelector('[data-now="true"]');
    if (!scroller || !mark) return;
    const { top, ratio } = placeIn(scroller, mark);
    if (ratio >= HIGHEST_RATIO && ratio <= LOWEST_RATIO) return;
    const wanted = scroller.scrollTop + top - scroller.clientHeight * PUT_AT_RATIO;
    const to = Math.max(0, Math.min(scroller.scrollHeight - scroller.clientHeight, wanted));
    if (Math.abs(to - scroller.scrollTop) < 1) return;
    ownUntilMs.current = performance.now() + OWN_SCROLL_MS;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scroller.scrollTo({ top: to, behavior: calm ? 'instant' : 'smooth' });
  }, [region]);

  const comeBack = useCallback(() => {
    // At the script's end the button that goes takes the last few pixels along, which scrolls by no hand.
    ownUntilMs.current = performance.now() + OWN_SCROLL_MS;
    setAway(false);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of place is the reason to look
  useEffect(() => {
    if (!away) bringIntoSight();
  }, [place, away, bringIntoSight]);

  useEffect(() => {
    const scroller = following ? scrollerOf(region.current) : null;
    if (!scroller) return;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      const mark = region.current?.querySelector('[data-now="true"]');
      const ratio = mark ? placeIn(scroller, mark).ratio : -1;
      if (ratio >= 0 && ratio <= 1) comeBack();
      else resting = setTimeout(rest, HANDS_OFF_MS);
    };
    const byHand = () => {
      ownUntilMs.current = 0;
      if (scroller.scrollHeight <= scroller.clientHeight) return;
      setAway(true);
      clearTimeout(resting);
      resting = setTimeout(rest, HANDS_OFF_MS);
    };
    // A dragged scroll bar tells of itself by nothing but the scrolling.
    const onScroll = () => performance.now() > ownUntilMs.current && byHand();
    const onScrollEnd = () => {
      ownUntilMs.current = Math.min(ownUntilMs.current, performance.now() + LATE_SCROLL_MS);
    };
    const onKeyDown = ({ key }: KeyboardEvent) => SCROLL_KEYS.has(key) && byHand();
    const listening = new AbortController();
    const { signal } = listening;
    scroller.addEventListener('wheel', byHand, { signal, passive: true });
    scroller.addEventListener('touchmove', byHand, { signal, passive: true });
    scroller.addEventListener('keydown', onKeyDown, { signal });
    scroller.addEventListener('scroll', onScroll, { signal, passive: true });
    scroller.addEventListener('scrollend', onScrollEnd, { signal });
    return () => {
      listening.abort();
      clearTimeout(resting);
      setAway(false);
    };
  }, [region, following, comeBack]);

  return { away: away && following, goBack: comeBack };
}

/** The nearest part of the page around it that scrolls by itself. */
function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  let around = element;
  while (around && !/auto|scroll/.test(getComputedStyle(around).overflowY)) around = around.parentElement;
  return around;
}

/** How far below the scroller's upper edge something stands, px, and as a share of its height. */
function placeIn(scroller: HTMLElement, element: Element): { top: number; ratio: number } {
  const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  return { top, ratio: top / scroller.clientHeight };
}
