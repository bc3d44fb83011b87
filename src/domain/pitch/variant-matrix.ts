import {
  type CharacterTarget,
  characterTargetOf,
  DEFAULT_CHARACTER_TARGET,
} from '../timing/character-target';
import type { Extent, Occasion } from './occasion';
import { inOrder } from './order';
import type { Variant } from './pitch';

/** One time budget, or one range of characters for what is read, with the occasions that allow it. */
export interface MatrixColumn {
  key: string;
  /** What a variant made here begins with: the first occasion's, else that of the variants. */
  extent: Extent;
  occasions: Occasion[];
}

export interface MatrixRow {
  /** As the variants name it, white space at its ends left out; empty where they name none. */
  audience: string;
  /** As many as there are columns; in each the variants in the person's order, none where there is a gap. */
  cells: Variant[][];
}

/** A pitch's variants by audience (rows) and by what the occasion allows (columns). */
export interface VariantMatrix {
  columns: MatrixColumn[];
  rows: MatrixRow[];
}

/**
 * Lays the variants of one pitch out: every one that is not deleted stands in one cell. Columns are the occasions' and
 * whatever the variants use beside them, spoken ones first, short before long; rows come in the order of the variants.
 * `setting` is the target for a minute.
 */
export function layOutMatrix(
  variants: readonly Variant[],
  occasions: readonly Occasion[],
  setting: CharacterTarget = DEFAULT_CHARACTER_TARGET,
): VariantMatrix {
  const shown = inOrder(variants);
  const sorted = layOutExtents(occasions, shown, setting);
  const rows = new Map<string, MatrixRow>();
  for (const variant of shown) {
    const audience = variant.audience.trim();
    const row = rows.get(audience) ?? { audience, cells: sorted.map(() => []) };
    rows.set(audience, row);
    const key = columnKey(variant, setting);
    row.cells[sorted.findIndex((column) => column.key === key)]?.push(variant);
  }
  return { columns: sorted, rows: [...rows.values()] };
}

/** The occasions' extents and others beside them, each once, spoken ones first, short before long. */
export function layOutExtents(
  occasions: readonly Occasion[],
  extents: readonly Extent[],
  setting: CharacterTarget,
): MatrixColumn[] {
  const columns = new Map<string, MatrixColumn>();
  const columnOf = (extent: Extent): MatrixColumn => {
    const key = columnKey(extent, setting);
    const { medium, timeBudget, characterTarget } = extent;
    const column = columns.get(key) ?? {
      key,
      extent: { medium, timeBudget, characterTarget },
      occasions: [],
    };
    columns.set(key, column);
    return column;
  };
  for (const occasion of occasions) columnOf(occasion).occasions.push(occasion);
  for (const extent of extents) columnOf(extent);
  return [...columns.values()].sort((a, b) => compareExtents(a.extent, b.extent, setting));
}

/** The same for extents that share a column: the time of what is spoken, the range of what is read. */
export function columnKey(extent: Extent, setting: CharacterTarget): string {
  if (extent.medium === 'spoken') return `spoken ${extent.timeBudget}`;
  const { min, max } = characterTargetOf(extent, setting);
  return `written ${min} ${max}`;
}

function compareExtents(a: Extent, b: Extent, setting: CharacterTarget): number {
  if (a.medium !== b.medium) return a.medium === 'spoken' ? -1 : 1;
  if (a.medium === 'spoken') return a.timeBudget - b.timeBudget;
  const [one, other] = [characterTargetOf(a, setting), characterTargetOf(b, setting)];
  return one.max - other.max || one.min - other.min;
}

/**
 * The variant whose words are nearest to what a gap asks for: of the same audience the one nearest in length; else of
 * the same length the one whose audience is named most alike; else the nearest in length of all. `null` where there is
 * none at all.
 */
export function nearestVariant(
  matrix: VariantMatrix,
  audience: string,
  column: MatrixColumn,
  setting: CharacterTarget = DEFAULT_CHARACTER_TARGET,
): Variant | null {
  const wanted = characterTargetOf(column.extent, setting).max;
  const nearestInLength = (variants: readonly Variant[]): Variant | null =>
    best(variants, (variant) => {
      const proportion = Math.log(characterTargetOf(variant, setting).max / wanted);
      return proportion >= 0 ? proportion : -proportion * ADDING;
    });
  const place = matrix.columns.findIndex(({ key }) => key === column.key);
  const sameLength = matrix.rows.flatMap((row) => row.cells[place] ?? []);
  const sameAudience = matrix.rows.find((row) => row.audience === audience.trim());
  return (
    nearestInLength(sameAudience?.cells.flat() ?? []) ??
    best(sameLength, (variant) => -likeness(variant.audience, audience)) ??
    nearestInLength(matrix.rows.flatMap((row) => row.cells.flat()))
  );
}

/** To cut is easier than to add: a shorter variant counts as this much further away than a longer one. A judgement. */
const ADDING = 1.25;

/** The first of those with the lowest cost. */
function best<T>(items: readonly T[], cost: (item: T) => number): T | null {
  let found: { item: T; cost: number } | null = null;
  for (const item of items) {
    const itsCost = cost(item);
    if (!found || itsCost < found.cost) found = { item, cost: itsCost };
  }
  return found?.item ?? null;
}

/** How alike two names are, 0 to 1: the pairs of neighbouring characters they share (Dice's coefficient). */
function likeness(a: string, b: string): number {
  const [one, other] = [pairs(a), pairs(b)];
  if (one.size + other.size === 0) return 0;
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
}

function pairs(text: string): Set<string> {
  const characters = [...text.normalize('NFKC')];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}
