import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  builtInOccasions,
  moveOccasion,
  type Occasion,
  putOccasion,
  restoreOccasion,
  sameExtent,
} from '../../../src/domain/pitch/occasion';
import { isTimeBudget } from '../../../src/domain/pitch/time-budget';
import { characterTargetOf, DEFAULT_CHARACTER_TARGET } from '../../../src/domain/timing/character-target';

const names = {
  networking: '異業種交流会',
  'morning-meeting': '朝会',
  'business-cards': '名刺交換',
  'main-presentation': 'メインプレゼン',
  'one-to-one': '1対1',
  'first-message': 'SNSの最初のメッセージ',
};
const setting = DEFAULT_CHARACTER_TARGET;
const builtIn = builtInOccasions(names, setting);
const called = (name: string) => builtIn.find((occasion) => occasion.name === name)!;

describe('the occasions one begins with', () => {
  test('each has the time people are given there', () => {
    const spoken = builtIn.filter(({ medium }) => medium === 'spoken');
    expect(spoken.map(({ name, timeBudget }) => [name, timeBudget])).toEqual([
      ['異業種交流会', 60],
      ['朝会', 40],
      ['名刺交換', 15],
      ['メインプレゼン', 300],
      ['1対1', 600],
    ]);
    expect(builtIn.every(({ timeBudget }) => isTimeBudget(timeBudget))).toBe(true);
  });

  test('five to ten minutes: the characters of five at least, of ten at most, at the pace that is set', () => {
    expect(characterTargetOf(called('1対1'), setting)).toEqual({ min: 1500, max: 3500 });
    const slower = builtInOccasions(names, { min: 240, max: 260 }).find(({ name }) => name === '1対1')!;
    expect(slower.characterTarget).toEqual({ min: 1200, max: 2600 });
  });

  test('a first message is judged in characters, whatever the pace', () => {
    expect(called('SNSの最初のメッセージ')).toMatchObject({
      medium: 'written',
      characterTarget: { min: 100, max: 200 },
    });
    const faster = builtInOccasions(names, { min: 400, max: 450 });
    expect(faster.at(-1)?.characterTarget).toEqual({ min: 100, max: 200 });
  });
});

describe('what two allow', () => {
  const minute = called('異業種交流会');
  test('a range of one’s own that is the usual one makes no difference', () => {
    expect(sameExtent(minute, { ...minute, characterTarget: setting }, setting)).toBe(true);
    expect(sameExtent(minute, { ...minute, characterTarget: { min: 300, max: 351 } }, setting)).toBe(false);
    expect(sameExtent(minute, { ...minute, timeBudget: 61 }, setting)).toBe(false);
  });
  test('where it is read the time makes none', () => {
    const message = called('SNSの最初のメッセージ');
    expect(sameExtent(message, { ...message, timeBudget: 5 }, setting)).toBe(true);
    expect(sameExtent(message, { ...message, medium: 'spoken' }, setting)).toBe(false);
  });
});

describe('the list', () => {
  const list = fc
    .uniqueArray(fc.stringMatching(/^[a-f]{1,2}$/), { minLength: 1, maxLength: 8 })
    .map((ids): Occasion[] => ids.map((id) => ({ ...called('朝会'), id, name: id })));
  const withOne = list.chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length - 1)));

  test('what is removed and restored is where it was', () => {
    fc.assert(
      fc.property(withOne, ([all, place]) => {
        const removed = all[place]!;
        const rest = all.filter(({ id }) => id !== removed.id);
        expect(restoreOccasion(rest, removed, place)).toEqual(all);
        // Pressed twice, or after the list was put back as a whole.
        expect(restoreOccasion(all, removed, place)).toEqual(all);
      }),
    );
  });

  test('moving keeps every one, and there and back is nothing', () => {
    fc.assert(
      fc.property(withOne, fc.constantFrom(-1 as const, 1 as const), ([all, place], direction) => {
        const { id } = all[place]!;
        const moved = moveOccasion(all, id, direction);
        expect([...moved].sort(byId)).toEqual([...all].sort(byId));
        const edge = place + direction < 0 || place + direction >= all.length;
        expect(moved.findIndex((occasion) => occasion.id === id)).toBe(edge ? place : place + direction);
        if (!edge) expect(moveOccasion(moved, id, direction === 1 ? -1 : 1)).toEqual(all);
      }),
    );
  });

  test('a changed one keeps its place, a new one comes last', () => {
    fc.assert(
      fc.property(withOne, ([all, place]) => {
        const changed = { ...all[place]!, name: '朝礼', timeBudget: 90 };
        expect(putOccasion(all, changed)).toEqual(all.with(place, changed));
        const added = { ...changed, id: 'new' };
        expect(putOccasion(all, added)).toEqual([...all, added]);
      }),
    );
  });
});

const byId = (a: Occasion, b: Occasion) => a.id.localeCompare(b.id);
