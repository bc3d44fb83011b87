import { type RefObject, useEffect, useState } from 'react';

/** How far outside the window something is made ready, in px: further than a flick of the thumb goes. */
const MARGIN_PX = 400;

export interface Sight {
  inView: boolean;
  /** Its height when it was last in view, in px; `null` before that. */
  heightPx: number | null;
}

/**
 * Whether an element is in view or near it. A long list draws a stand-in for the rest, so that opening it costs no more
 * than what is seen of it. What has the focus counts as in view, or the focus would be lost. `initially` is for what
 * opens in view, to be drawn at once.
 */
export function useInView(element: RefObject<HTMLElement | null>, initially: boolean): Sight {
  const [sight, setSight] = useState<Sight>({ inView: initially, heightPx: null });
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const inView = entries.at(-1)?.isIntersecting === true || watched.contains(document.activeElement);
        setSight((before) => ({
          inView,
          heightPx: before.inView && !inView ? watched.offsetHeight : before.heightPx,
        }));
      },
      { rootMargin: `${MARGIN_PX}px 0px` },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return sight;
}
