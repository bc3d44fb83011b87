import { useEffect, useState } from 'react';
import type { Variant } from '../../domain/pitch/pitch';
import { analysedSentences } from '../../state/analysed-sentences';
import { useAppStore } from '../../state/use-app-store';

/** Without a dictionary, say, some figures never come: after so long, ms, it is printed without them. */
const LONGEST_WAIT_MS = 8000;

/**
 * Printing what is not all in view: once asked for, everything is drawn (`preparing`), and printed when what is known of
 * each variant is there.
 */
export function usePrintWhole(variants: readonly Variant[]): { preparing: boolean; print(): void } {
  const [preparing, setPreparing] = useState(false);
  const ready = useAppStore(
    ({ analyses, takes }) =>
      preparing &&
      variants.every(
        ({ id, medium, script }) =>
          analysedSentences(script, analyses) !== null && (medium === 'written' || id in takes),
      ),
  );
  useEffect(() => {
    if (!preparing) return;
    const go = () => {
      window.print();
      setPreparing(false);
    };
    const waiting = setTimeout(go, ready ? 0 : LONGEST_WAIT_MS);
    return () => clearTimeout(waiting);
  }, [preparing, ready]);
  return { preparing, print: () => setPreparing(true) };
}
