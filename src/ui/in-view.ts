import { type CSSProperties, type RefObject, useEffect, useState, useSyncExternalStore } from 'react';

/** How far outside the window something is made ready, in px: further than a flick of the thumb goes. */
const MARGIN_PX = 400;

export interface Sight {
  inView: boolean;
  /** Keeps a stand-in as high as what it stands for, where that is known; the style sheet has a first guess. */
  style: CSSProperties | undefined;
}

/**
 * Whether an element is in view or near it. A long list draws a stand-in for the rest, so that opening it costs no more
 * than what is seen of it. What has the focus counts as in view, or the focus would be lost; on paper everything is.
 * `initially` is for what opens in view, to be drawn at once.
 */
export function useInView(element: RefObject<HTMLElement | null>, initially: boolean): Sight {
  const printing = useSyncExternalStore(watchPrinting, () => isPrinting);
  const [{ inView, heightPx }, setSeen] = useState({ inView: initially, heightPx: null as number | null });
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const now = entries.at(-1)?.isIntersecting === true || watched.contains(document.activeElement);
        setSeen((before) => {
          if (before.inView === now) return before;
          return { inView: now, heightPx: now ? before.heightPx : watched.offsetHeight };
        });
      },
      { rootMargin: `${MARGIN_PX}px 0px` },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  if (inView || printing) return { inView: true, style: undefined };
  return { inView, style: heightPx === null ? undefined : { blockSize: heightPx } };
}

/** Whether the page is being printed just now: what is drawn because of that has to know of it as well. */
let isPrinting = false;

function watchPrinting(onChange: () => void): () => void {
  const told = ({ type }: Event) => {
    isPrinting = type === 'beforeprint';
    onChange();
  };
  addEventListener('beforeprint', told);
  addEventListener('afterprint', told);
  return () => {
    removeEventListener('beforeprint', told);
    removeEventListener('afterprint', told);
  };
}
