import { expect, test } from 'vitest';
import type { TakeEvent } from '../../src/domain/rehearsal/take-log';
import { heardText } from '../../src/state/take-texts';
import { createFakeStorage } from '../fakes/fake-storage';
import { openApp, PITCH, VARIANT } from './open-app';
import { takeOf } from './takes';

test('what a person says was said is kept with the take, and taken back', async () => {
  const storage = createFakeStorage();
  storage.rows.pitches.set(PITCH.id, PITCH);
  storage.rows.variants.set(VARIANT.id, VARIANT);
  storage.rows.takes.set('take', takeOf({ id: 'take', durationMs: 50_000 }));
  const app = await openApp({ storage });
  await app.now().takesWanted([VARIANT.id]);
  const recalled = () => app.now().takes[VARIANT.id]?.[0]?.recalled;
  app.now().takeRecalled(VARIANT.id, 'take', '緑町の鍼灸師、小林です。');
  expect(recalled()).toBe('緑町の鍼灸師、小林です。');
  await app.clock.advance(0);
  expect(storage.rows.takes.get('take')?.recalled).toBe('緑町の鍼灸師、小林です。');
  app.now().takeRecalled(VARIANT.id, 'take', null);
  expect(recalled()).toBeUndefined();
  await app.clock.advance(0);
  expect(storage.rows.takes.get('take')).not.toHaveProperty('recalled');
});

test('a recogniser’s words come before the person’s; one that heard none leaves the word to them', () => {
  const heard = (transcript: string): TakeEvent => ({
    kind: 'recognised',
    atMs: 1_000,
    by: 'speaker',
    session: 1,
    parts: [{ transcript, confidence: 0.9, final: true }],
  });
  const take = (events: TakeEvent[], recalled?: string) =>
    takeOf({ id: 'take', durationMs: 9_000, hearing: 'audio-and-words', events, recalled });
  expect(heardText(take([heard('小林です')], 'ちがう言葉'))).toBe('小林です');
  expect(heardText(take([heard('')], '小林です'))).toBe('小林です');
  expect(heardText(take([heard('')]))).toBe('');
  expect(heardText(take([], '小林です'))).toBe('小林です');
  expect(heardText(take([]))).toBeNull();
  expect(heardText(take([], ''))).toBe('');
});
