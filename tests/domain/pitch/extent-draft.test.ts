import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  draftExtent,
  type ExtentDraft,
  readExtent,
  shownRange,
} from '../../../src/domain/pitch/extent-draft';
import { type Extent, sameExtent } from '../../../src/domain/pitch/occasion';
import { MEDIUMS } from '../../../src/domain/pitch/pitch';
import { LONGEST_BUDGET, SHORTEST_BUDGET } from '../../../src/domain/pitch/time-budget';
import { DEFAULT_CHARACTER_TARGET } from '../../../src/domain/timing/character-target';

const setting = DEFAULT_CHARACTER_TARGET;
const minute: Extent = { medium: 'spoken', timeBudget: 60, characterTarget: null };
const draft = (change: Partial<ExtentDraft>): ExtentDraft => ({ ...draftExtent(minute), ...change });

const range = fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.nat(5000)).map(([min, more]) => ({
  min,
  max: Math.min(20_000, min + more),
}));
const extent: fc.Arbitrary<Extent> = fc
  .record({
    medium: fc.constantFrom(...MEDIUMS),
    timeBudget: fc.integer({ min: SHORTEST_BUDGET, max: LONGEST_BUDGET }),
    characterTarget: fc.option(range),
  })
  .filter(({ medium, characterTarget }) => medium === 'spoken' || characterTarget !== null);

test('what nobody touches comes back as it was', () => {
  fc.assert(
    fc.property(extent, (given) => {
      const read = readExtent(draftExtent(given), setting);
      expect(read.ok && sameExtent(read.extent, given, setting)).toBe(true);
      expect(read.ok && read.extent.timeBudget).toBe(given.timeBudget);
    }),
  );
});

test('spoken, read, and spoken again is as before', () => {
  fc.assert(
    fc.property(extent, (given) => {
      const there = {
        ...draftExtent(given),
        medium: given.medium === 'spoken' ? 'written' : 'spoken',
      } as const;
      expect(readExtent(there, setting).ok).toBe(true);
      expect({ ...there, medium: given.medium }).toEqual(draftExtent(given));
    }),
  );
});

describe('time', () => {
  test.each([
    ['1', '', 60],
    ['1', '30', 90],
    ['', '40', 40],
    ['0', '90', 90],
    ['１', '０５', 65],
    [' 5 ', '', 300],
    ['30', '0', 1800],
  ])('%s分%s秒 is %i s', (minutes, seconds, timeBudget) => {
    const read = readExtent(draft({ minutes, seconds }), setting);
    expect(read).toEqual({ ok: true, extent: { medium: 'spoken', timeBudget, characterTarget: null } });
  });
  test.each([
    ['', ''],
    ['', '4'],
    ['30', '1'],
    ['1.5', ''],
    ['一', ''],
    ['-1', '90'],
  ])('%s分%s秒 cannot be', (minutes, seconds) => {
    expect(readExtent(draft({ minutes, seconds }), setting)).toEqual({ ok: false, mistakes: ['time'] });
    expect(shownRange(draft({ minutes, seconds }), setting)).toEqual({ min: '', max: '' });
  });
  test('is not looked at where the text is read', () => {
    const read = readExtent(draft({ medium: 'written', minutes: '一', seconds: '' }), setting);
    expect(read).toEqual({
      ok: true,
      extent: { medium: 'written', timeBudget: 60, characterTarget: { min: 100, max: 200 } },
    });
  });
});

describe('characters', () => {
  test('follow from the time until they are typed', () => {
    expect(shownRange(draft({ minutes: '', seconds: '40' }), setting)).toEqual({ min: '200', max: '233' });
    const own = draft({ ownRange: { min: '２５０', max: '300' } });
    expect(readExtent(own, setting)).toMatchObject({ extent: { characterTarget: { min: 250, max: 300 } } });
    // Typed as they are anyway, they go on following.
    const same = draft({ ownRange: { min: '300', max: '350' } });
    expect(readExtent(same, setting)).toMatchObject({ extent: { characterTarget: null } });
  });
  test.each([
    ['', ''],
    ['0', '10'],
    ['200', '100'],
    ['100', '20001'],
    ['百', '二百'],
  ])('from %s to %s cannot be', (min, max) => {
    const wrong = { ok: false, mistakes: ['characters'] };
    expect(readExtent(draft({ ownRange: { min, max } }), setting)).toEqual(wrong);
    expect(readExtent(draft({ medium: 'written', readRange: { min, max } }), setting)).toEqual(wrong);
  });
  test('both wrong, both said', () => {
    const read = readExtent(draft({ minutes: '', ownRange: { min: '9', max: '8' } }), setting);
    expect(read).toEqual({ ok: false, mistakes: ['time', 'characters'] });
  });
});
