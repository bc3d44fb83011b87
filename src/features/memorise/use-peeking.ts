import { useState } from 'react';

/** What of the script is being looked at beyond the rung, and what has been. */
export interface Peeking {
  /** Index of the sentence that shows, or all of them. */
  open: number | 'all' | null;
  count: number;
  /** Sentences that were looked at one by one. */
  seen: ReadonlySet<number>;
  peek(what: number | 'all' | null): void;
  forget(): void;
}

/** Counts each look, from `count` on. */
export function usePeeking(count = 0): Peeking {
  const fresh = { open: null as Peeking['open'], count, seen: new Set<number>() };
  const [state, setState] = useState(fresh);
  return {
    ...state,
    peek: (what) =>
      setState((before) => {
        if (what === null || what === before.open) return { ...before, open: what };
        const seen = what === 'all' ? before.seen : new Set([...before.seen, what]);
        return { open: what, count: before.count + 1, seen };
      }),
    forget: () => setState({ ...fresh, count: 0 }),
  };
}
