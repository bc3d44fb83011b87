import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Extent } from '../../src/domain/pitch/occasion';
import { MEDIUMS } from '../../src/domain/pitch/pitch';
import { layOutMatrix, type VariantMatrix } from '../../src/domain/pitch/variant-matrix';
import type { AppState } from '../../src/state/app-state';
import { occasionsIn } from '../../src/text-ja/occasions';
import { openApp, PITCH, VARIANT } from './open-app';

const audience = fc.constantFrom('', '経営者の方', ' 経営者の方', '子育て中の方', '隣の席の方');
const extent: fc.Arbitrary<Extent> = fc.oneof(
  fc.record({
    medium: fc.constant('spoken' as const),
    timeBudget: fc.constantFrom(15, 40, 60, 600, 77),
    characterTarget: fc.constantFrom(null, { min: 1500, max: 3500 }),
  }),
  fc.record({
    medium: fc.constantFrom(...MEDIUMS),
    timeBudget: fc.constantFrom(15, 60),
    characterTarget: fc.constantFrom(null, { min: 100, max: 200 }, { min: 80, max: 200 }),
  }),
);
const details = fc.record({ title: fc.constantFrom('朝会', '交流会'), audience });
const which = fc.nat(30);

const operation = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), details, extent }),
  fc.record({ kind: fc.constant('copy' as const), which, details, extent }),
  fc.record({ kind: fc.constant('rename' as const), which, title: fc.string() }),
  fc.record({ kind: fc.constant('re-audience' as const), which, audience }),
  fc.record({ kind: fc.constant('re-time' as const), which, extent }),
  fc.record({ kind: fc.constant('delete' as const), which }),
  fc.record({ kind: fc.constant('restore' as const), which }),
  fc.record({
    kind: fc.constant('move' as const),
    which,
    direction: fc.constantFrom(-1 as const, 1 as const),
  }),
  fc.record({ kind: fc.constant('write' as const), which, script: fc.string() }),
  fc.record({ kind: fc.constant('occasion' as const), which, extent: fc.option(extent) }),
  fc.record({ kind: fc.constant('pace' as const), min: fc.integer({ min: 100, max: 300 }) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** What the test itself knows of a variant that it made. */
interface Known {
  audience: string;
  extent: Extent;
  deleted: boolean;
}

function perform(now: () => AppState, known: Map<string, Known>, one: Operation): void {
  const ids = [...known.keys()];
  const id = 'which' in one ? ids[one.which % ids.length]! : '';
  const before = known.get(id);
  const described = (change: Partial<Known> & { title?: string }): void => {
    const { audience: to, extent: as } = { ...before!, ...change };
    now().variantDescribed(id, { title: change.title ?? '名前', audience: to, ...as });
    known.set(id, { ...before!, ...change });
  };
  switch (one.kind) {
    case 'create': {
      const made = now().variantCreated(PITCH.id, { ...one.details, ...one.extent });
      known.set(made, { audience: one.details.audience, extent: one.extent, deleted: false });
      break;
    }
    case 'copy': {
      const made = now().variantDuplicated(id, { ...one.details, ...one.extent })!;
      known.set(made, { audience: one.details.audience, extent: one.extent, deleted: false });
      break;
    }
    case 'rename':
      described({ title: one.title });
      break;
    case 're-audience':
      described({ audience: one.audience });
      break;
    case 're-time':
      described({ extent: one.extent });
      break;
    case 'delete':
      now().variantDeleted(id);
      known.set(id, { ...before!, deleted: true });
      break;
    case 'restore':
      now().variantRestored(id);
      known.set(id, { ...before!, deleted: false });
      break;
    case 'move':
      now().variantMoved(id, one.direction);
      break;
    case 'write':
      now().scriptTyped(id, one.script, one.script.length);
      break;
    case 'occasion':
      now().occasionsChanged((kept, newId) => {
        const list = kept ?? occasionsIn(now().settings);
        return one.extent
          ? [...list, { id: newId, name: '場面', ...one.extent }]
          : list.filter((_, place) => place !== one.which % 8);
      });
      break;
    case 'pace':
      now().settingsChanged({ characterTarget: { min: one.min, max: one.min + 50 } });
      break;
  }
}

const layOut = (state: AppState): VariantMatrix =>
  layOutMatrix(Object.values(state.variants), occasionsIn(state.settings), state.settings.characterTarget);

/** Every variant that is there once, in the place that its own details say; every occasion one column. */
function expectSound(state: AppState, known: ReadonlyMap<string, Known>): void {
  const matrix = layOut(state);
  const placed = matrix.rows.flatMap((row) =>
    row.cells.flatMap((cell, place) => cell.map(({ id }) => ({ id, row, column: matrix.columns[place]! }))),
  );
  const there = [...known].filter(([, { deleted }]) => !deleted).map(([id]) => id);
  expect(placed.map(({ id }) => id).sort()).toEqual(there.sort());
  for (const { id, row, column } of placed) {
    const { audience: named, extent: own } = known.get(id)!;
    expect(row.audience).toBe(named.trim());
    expect(column.extent.medium).toBe(own.medium);
    if (own.medium === 'spoken') expect(column.extent.timeBudget).toBe(own.timeBudget);
  }
  const occasions = occasionsIn(state.settings);
  expect(matrix.columns.flatMap((column) => column.occasions.map(({ id }) => id)).sort()).toEqual(
    occasions.map(({ id }) => id).sort(),
  );
  expect(new Set(matrix.columns.map(({ key }) => key)).size).toBe(matrix.columns.length);
  expect(new Set(matrix.rows.map((row) => row.audience)).size).toBe(matrix.rows.length);
  expect(matrix.rows.every((row) => row.cells.length === matrix.columns.length)).toBe(true);
}

test('whatever is done in whatever order, the matrix loses no variant and shows none twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 30 }), async (operations) => {
      const app = await openApp();
      const { audience: named, medium, timeBudget, characterTarget } = VARIANT;
      const known = new Map<string, Known>([
        [VARIANT.id, { audience: named, extent: { medium, timeBudget, characterTarget }, deleted: false }],
      ]);
      for (const one of operations) {
        perform(app.now, known, one);
        expectSound(app.now(), known);
      }
      // And the same once it is saved and read by the next who opens it.
      await app.clock.advance(2000);
      const next = await openApp({ storage: app.storage });
      expectSound(next.now(), known);
      const places = (state: AppState) =>
        layOut(state).rows.map((row) => [row.audience, row.cells.map((cell) => cell.map(({ id }) => id))]);
      expect(places(next.now())).toEqual(places(app.now()));
    }),
    { numRuns: 150 },
  );
});
