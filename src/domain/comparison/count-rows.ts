import type { ComparisonRow } from './compare-scripts';

/** How many sentences were reworded, moved, cut and added; one that moved counts as that, whatever became of its words. */
export function countRows(
  rows: readonly ComparisonRow[],
): Record<'reworded' | 'moved' | 'cut' | 'added', number> {
  const count = (kind: ComparisonRow['kind']): number => rows.filter((row) => row.kind === kind).length;
  return {
    reworded: count('reworded'),
    moved: count('moved-here'),
    cut: count('cut'),
    added: count('added'),
  };
}
