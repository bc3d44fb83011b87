import { useState } from 'react';

/** What of the script is being looked at beyond the rung, and what has been. */
export interface Peeking {
  /** Index of the sentence that shows, or all of them. */
  open: number | 'all' | null;
  count: number;
  /** Sentences that were looked at, alone or with all the others: none of them came by itself. */
  seen: ReadonlySet<number>;
  /** Shows one sentence, or all of those `asked` for; `null` hides it again. */
  peek(what: number | 'all' | null, asked?: readonly number[]): void;
  forget(): void;
}

/** Counts each look, from `count` on. */
export function usePeeking(count = 0): Peeking {
  const fresh = { open: null as Peeking['open'], count, seen: new Set<number>() };
  const [state, setState] = useState(fresh);
  return {
    ...state,
    peek: (what, asked = []) =>
      setState((before) => {
        if (what === null || what === before.open) return { ...before, open: what };
        const seen = new Set([...before.seen, ...(what === 'all' ? asked : [what])]);
        return { open: what, count: before.count + 1, seen };
      }),
    forget: () => setState({ ...fresh, count: 0 }),
  };
}
