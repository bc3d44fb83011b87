import { expect, test } from 'vitest';
import { proposeRung } from '../../../src/domain/memorising/propose-rung';
import type { Recall, Recollection } from '../../../src/domain/memorising/recall';

const run = (peeks: number, recollections: Recollection[], fields: Partial<Recall> = {}) =>
  proposeRung({
    rung: 'sentence-heads',
    scope: 'whole',
    peeks,
    sentences: recollections.map((recollection, index) => ({
      text: `${index}。`,
      recollection,
      stopped: false,
    })),
    ...fields,
  });
const CAME: Recollection[] = ['recalled', 'recalled', 'recalled', 'recalled'];

test('after a run without a peek in which all came, one rung up', () => {
  expect(run(0, CAME)).toBe('key-words');
  expect(run(0, CAME, { rung: 'script' })).toBe('bunsetsu-heads');
  expect(run(0, CAME, { rung: 'title' })).toBe('title');
});

test('after a peek here and there, the same again', () => {
  expect(run(1, CAME)).toBe('sentence-heads');
  expect(run(0, ['recalled', 'partly', 'recalled', 'recalled'])).toBe('sentence-heads');
});

test('after many peeks, or where little came, one back', () => {
  expect(run(2, CAME)).toBe('bunsetsu-heads');
  expect(run(0, ['recalled', 'omitted', 'omitted', 'partly'])).toBe('bunsetsu-heads');
  expect(run(9, CAME, { rung: 'script' })).toBe('script');
});

test('a part of the script says nothing of the whole', () => {
  expect(run(0, CAME, { scope: 'part' })).toBe('sentence-heads');
  expect(run(5, CAME, { scope: 'joints' })).toBe('sentence-heads');
});
