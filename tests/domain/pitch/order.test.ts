import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, lastPosition, moveByOne } from '../../../src/domain/pitch/order';

interface Item {
  id: string;
  position: number;
  deletedAt: number | null;
}

/** Positions may be equal or far apart: rows come from imports and from several tabs. */
const items: fc.Arbitrary<Item[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    position: fc.oneof(fc.integer({ min: -3, max: 5 }), fc.integer()),
    deletedAt: fc.option(fc.constant(1_760_000_000_000)),
  }),
  { selector: (item) => item.id, maxLength: 12 },
);
const itemsAndOne = items
  .filter((all) => all.some((item) => item.deletedAt === null))
  .chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.constantFrom(...all.filter((item) => item.deletedAt === null)),
      fc.constantFrom(-1 as const, 1 as const),
    ),
  );
const ids = (ordered: readonly Item[]) => ordered.map((item) => item.id);

/** What a caller does with the items that `moveByOne` gives back. */
const applied = (all: readonly Item[], moved: readonly Item[]) =>
  all.map((item) => moved.find((other) => other.id === item.id) ?? item);

describe('an order', () => {
  test('shows everything that is not deleted, once, the same however the rows come', () => {
    fc.assert(
      fc.property(items, (all) => {
        const ordered = inOrder(all);
        expect(new Set(ids(ordered))).toEqual(new Set(ids(all.filter((item) => item.deletedAt === null))));
        expect(ordered).toHaveLength(new Set(ids(ordered)).size);
        expect(inOrder([...all].reverse())).toEqual(ordered);
      }),
    );
  });

  test('a new item comes last', () => {
    fc.assert(
      fc.property(items, (all) => {
        const added = { id: 'new item', position: lastPosition(all), deletedAt: null };
        expect(inOrder([...all, added]).at(-1)).toEqual(added);
      }),
    );
  });
});

describe('moving by one', () => {
  test('swaps two neighbours and leaves all others, the deleted among them, as they were', () => {
    fc.assert(
      fc.property(itemsAndOne, ([all, item, direction]) => {
        const before = ids(inOrder(all));
        const moved = moveByOne(all, item.id, direction);
        const after = applied(all, moved);
        expect(new Set(ids(after))).toEqual(new Set(ids(all)));
        expect(after.filter((other) => other.deletedAt !== null)).toEqual(
          all.filter((other) => other.deletedAt !== null),
        );
        const place = before.indexOf(item.id);
        const expected = [...before];
        if (before[place + direction] !== undefined) {
          expected[place] = before[place + direction]!;
          expected[place + direction] = item.id;
        }
        expect(ids(inOrder(after))).toEqual(expected);
      }),
    );
  });

  test('gives back only what has a new position', () => {
    fc.assert(
      fc.property(itemsAndOne, ([all, item, direction]) => {
        for (const moved of moveByOne(all, item.id, direction)) {
          const before = all.find((other) => other.id === moved.id)!;
          expect(moved).toEqual({ ...before, position: moved.position });
          expect(moved.position).not.toBe(before.position);
        }
      }),
    );
  });

  test('there and back again is where it was', () => {
    fc.assert(
      fc.property(itemsAndOne, ([all, item, direction]) => {
        const there = moveByOne(all, item.id, direction);
        fc.pre(there.length > 0);
        const after = applied(all, there);
        const back = applied(after, moveByOne(after, item.id, direction === 1 ? -1 : 1));
        expect(ids(inOrder(back))).toEqual(ids(inOrder(all)));
      }),
    );
  });

  test('of what is not there, or deleted, nothing moves', () => {
    const all = [
      { id: 'a', position: 1, deletedAt: null },
      { id: 'b', position: 2, deletedAt: 5 },
    ];
    expect(moveByOne(all, 'c', 1)).toEqual([]);
    expect(moveByOne(all, 'b', -1)).toEqual([]);
    expect(moveByOne(all, 'a', 1)).toEqual([]);
  });
});
