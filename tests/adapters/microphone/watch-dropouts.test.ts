import fc from 'fast-check';
import { expect, test } from 'vitest';
import { watchDropouts } from '../../../src/adapters/microphone/watch-dropouts';

/** What is told over `messages` of 20 ms of sound each, that reach the page by `delayOf` late. */
function follow(messages: number, delayOf: (soundMs: number) => number): { atMs: number; lostMs: number }[] {
  const lostSince = watchDropouts();
  const told: { atMs: number; lostMs: number }[] = [];
  for (let i = 0; i < messages; i++) {
    const soundMs = 5_000 + i * 20;
    const lostMs = lostSince(soundMs, soundMs + delayOf(soundMs));
    if (lostMs > 0) told.push({ atMs: soundMs, lostMs });
  }
  return told;
}

test('sound that stood still is told once, within two seconds, by how long', () => {
  const told = follow(500, (soundMs) => (soundMs < 9_000 ? 30 : 780));
  expect(told).toHaveLength(1);
  expect(told[0]?.lostMs).toBe(750);
  expect(told[0]?.atMs).toBeLessThanOrEqual(11_000);
});

test('messages that come late one by one, and clocks that drift, lose nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(400), { minLength: 60, maxLength: 60 }),
      fc.integer({ min: -5, max: 5 }),
      (jitter, drift) => {
        // Of fifty messages a second one at least comes at once.
        const delayOf = (soundMs: number) => {
          const i = soundMs / 20;
          return 300 + (i % 25 === 0 ? 0 : (jitter[i % 60] as number)) + (drift * soundMs) / 60_000;
        };
        expect(follow(1_500, delayOf)).toEqual([]);
      },
    ),
  );
});
