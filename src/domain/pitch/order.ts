interface Ordered {
  id: string;
  position: number;
  deletedAt: number | null;
}

/** Items that are not deleted, in the person's order. */
export function inOrder<T extends Ordered>(items: readonly T[]): T[] {
  return items
    .filter((item) => item.deletedAt === null)
    .sort((a, b) => a.position - b.position || a.id.localeCompare(b.id));
}

/** Position after the last of `items`. */
export function lastPosition(items: readonly Ordered[]): number {
  return items.reduce((last, item) => Math.max(last, item.position), 0) + 1;
}

/** Moves `id` one place up (-1) or down (+1); returns the items whose position changed, none at the edge. */
export function moveByOne<T extends Ordered>(items: readonly T[], id: string, direction: -1 | 1): T[] {
  const ordered = inOrder(items);
  const index = ordered.findIndex((item) => item.id === id);
  const moved = ordered[index];
  const other = ordered[index + direction];
  if (!moved || !other) return [];
  ordered[index] = other;
  ordered[index + direction] = moved;
  return ordered
    .map((item, place) => ({ ...item, position: place + 1 }))
    .filter((item) => items.find((before) => before.id === item.id)?.position !== item.position);
}
