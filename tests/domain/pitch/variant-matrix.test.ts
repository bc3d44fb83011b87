import { describe, expect, test } from 'vitest';
import type { Extent, Occasion } from '../../../src/domain/pitch/occasion';
import type { Variant } from '../../../src/domain/pitch/pitch';
import { layOutMatrix, nearestVariant } from '../../../src/domain/pitch/variant-matrix';
import { VARIANT } from '../../state/open-app';

const spoken = (timeBudget: number): Extent => ({ medium: 'spoken', timeBudget, characterTarget: null });
const written = (min: number, max: number): Extent => ({
  medium: 'written',
  timeBudget: 60,
  characterTarget: { min, max },
});
const occasion = (name: string, extent: Extent): Occasion => ({ id: name, name, ...extent });
const variant = (id: string, audience: string, extent: Extent, change: Partial<Variant> = {}): Variant => ({
  ...VARIANT,
  id,
  title: id,
  audience,
  ...extent,
  ...change,
});

const OCCASIONS = [
  occasion('交流会', spoken(60)),
  occasion('例会', spoken(60)),
  occasion('1対1', { ...spoken(600), characterTarget: { min: 1500, max: 3500 } }),
  occasion('DM', written(100, 200)),
  occasion('朝会', spoken(40)),
];
const ids = (cell: readonly Variant[] | undefined) => cell?.map(({ id }) => id);
const heads = (matrix: ReturnType<typeof layOutMatrix>) =>
  matrix.columns.map(({ key, occasions }) => [key, occasions.map(({ name }) => name).join('・')]);

describe('columns', () => {
  test('short before long, what is read last, occasions of one length together, and what the variants use beside them', () => {
    const matrix = layOutMatrix(
      [
        variant('a', '経営者', spoken(90)),
        variant('b', '経営者', written(80, 120)),
        variant('c', '経営者', spoken(600)),
      ],
      OCCASIONS,
    );
    expect(heads(matrix)).toEqual([
      ['spoken 40', '朝会'],
      ['spoken 60', '交流会・例会'],
      ['spoken 90', ''],
      ['spoken 600', '1対1'],
      ['written 80 120', ''],
      ['written 100 200', 'DM'],
    ]);
    expect(matrix.rows[0]?.cells.map(ids)).toEqual([[], [], ['a'], ['c'], ['b'], []]);
    // What is made in a gap has what the occasion allows.
    expect(matrix.columns[3]?.extent.characterTarget).toEqual({ min: 1500, max: 3500 });
  });
  test('no variants, no occasions: nothing', () => {
    expect(layOutMatrix([], [])).toEqual({ columns: [], rows: [] });
    expect(layOutMatrix([], OCCASIONS).columns).toHaveLength(4);
  });
});

test('rows come in the order of the variants; white space around a name makes no other audience', () => {
  const matrix = layOutMatrix(
    [
      variant('a', '子育て中の方', spoken(60), { position: 2 }),
      variant('b', ' 経営者 ', spoken(60), { position: 1 }),
      variant('c', '経営者', spoken(60), { position: 3 }),
      variant('d', '', spoken(40), { position: 4 }),
      variant('e', '隣の席の方', spoken(40), { position: 5, deletedAt: 1 }),
    ],
    OCCASIONS,
  );
  expect(matrix.rows.map(({ audience, cells }) => [audience, cells.map(ids)])).toEqual([
    ['経営者', [[], ['b', 'c'], [], []]],
    ['子育て中の方', [[], ['a'], [], []]],
    ['', [['d'], [], [], []]],
  ]);
});

describe('nearest to a gap', () => {
  const nearest = (variants: Variant[], audience: string, extent: Extent) => {
    const matrix = layOutMatrix(variants, [...OCCASIONS, occasion('ここ', extent)]);
    const column = matrix.columns.find(({ occasions }) => occasions.some(({ name }) => name === 'ここ'))!;
    return nearestVariant(matrix, audience, column)?.id ?? null;
  };
  const minute = variant('minute', '経営者', spoken(60));
  const card = variant('card', '経営者', spoken(15));
  const parents = variant('parents', '子育て中の経営者', spoken(40));
  const neighbour = variant('neighbour', '隣の席の方', spoken(40));

  test('is of the same audience and the nearest length, in proportion', () => {
    expect(nearest([card, minute, parents], '経営者', spoken(40))).toBe('minute');
    expect(nearest([card, minute, parents], '経営者', spoken(20))).toBe('card');
  });
  test('of two as far, the longer, whichever comes first', () => {
    expect(nearest([card, minute], '経営者', spoken(30))).toBe('minute');
    expect(nearest([minute, card], '経営者', spoken(30))).toBe('minute');
  });
  test('else of the same length and the audience named most alike', () => {
    expect(nearest([neighbour, parents, minute], '地元の経営者', spoken(40))).toBe('parents');
    expect(nearest([neighbour, parents, minute], '', spoken(40))).toBe('neighbour');
  });
  test('else the nearest in length of all', () => {
    expect(nearest([card, minute], '子育て中の方', spoken(90))).toBe('minute');
    expect(nearest([card, minute], '子育て中の方', written(60, 90))).toBe('card');
  });
  test('is none where there is none', () => {
    expect(nearest([], '経営者', spoken(40))).toBeNull();
  });
});
